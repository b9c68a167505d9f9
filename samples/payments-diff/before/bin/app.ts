import { App, CfnOutput, Duration, Fn, NestedStack, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { LambdaRestApi } from 'aws-cdk-lib/aws-apigateway';
import { Alarm, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { AttributeType, BillingMode, Table, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { CfnInstance, CfnSecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { CfnRecordSet } from 'aws-cdk-lib/aws-route53';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { CfnSubscription, Topic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';

const account = '482731905566';
const east = { env: { account, region: 'us-east-1' } };
const west = { env: { account, region: 'us-west-2' } };
const app = new App();

const data = new Stack(app, 'payments-data', { ...east, terminationProtection: true });
const orders = new Table(data, 'Orders', { tableName: 'payments-orders', partitionKey: { name: 'id', type: AttributeType.STRING } });
const sessions = new Table(data, 'Sessions', {
  partitionKey: { name: 'id', type: AttributeType.STRING },
  removalPolicy: RemovalPolicy.DESTROY,
});
new TableV2(data, 'Ledger', { partitionKey: { name: 'id', type: AttributeType.STRING }, replicas: [] });
new Table(data, 'Customers', {
  partitionKey: { name: 'id', type: AttributeType.STRING },
  billingMode: BillingMode.PAY_PER_REQUEST,
  deletionProtection: true,
});
new Bucket(data, 'Receipts', { removalPolicy: RemovalPolicy.DESTROY });
new Bucket(data, 'Audit');
new Bucket(data, 'Statements', { bucketName: 'acme-payments-statements', versioned: true });
const uploads = new Bucket(data, 'Uploads', {
  bucketName: 'acme-payments-uploads',
  encryption: BucketEncryption.KMS_MANAGED,
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
});
const invoices = new Queue(data, 'Invoices', { visibilityTimeout: Duration.minutes(7) });
const key = new Key(data, 'Key', { enableKeyRotation: true });
const alerts = new Topic(data, 'Alerts', { masterKey: key });
new CfnSubscription(data, 'Paid', { topicArn: alerts.topicArn, protocol: 'sqs', endpoint: invoices.queueArn });
new Topic(data, 'Legacy', { displayName: 'Not used any more' });

const api = new Stack(app, 'payments-api', east);
const group = new CfnSecurityGroup(api, 'Access', {
  groupDescription: 'Operators',
  securityGroupIngress: [{ ipProtocol: 'tcp', fromPort: 22, toPort: 22, cidrIp: '10.0.0.0/8' }],
});
new CfnInstance(api, 'Bastion', { instanceType: 't3.small', imageId: 'ami-0abcdef1234567890', securityGroupIds: [group.attrGroupId] });
const checkout = new LambdaFunction(api, 'Checkout', {
  runtime: Runtime.NODEJS_22_X,
  handler: 'index.handler',
  code: Code.fromAsset('lambda/checkout'),
  environment: {
    ORDERS: orders.tableName,
    SESSIONS: sessions.tableName,
    UPLOADS: uploads.bucketName,
    API_TOKEN: 'before-not-a-real-token',
  },
});
checkout.currentVersion.addAlias('live');
orders.grantReadData(checkout);
sessions.grantReadWriteData(checkout);
checkout.addToRolePolicy(new PolicyStatement({ actions: ['ses:SendEmail', 'ses:SendRawEmail'], resources: ['*'] }));
new LambdaRestApi(api, 'Api', { handler: checkout });
new LambdaFunction(api, 'Webhook', { runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code: Code.fromAsset('lambda/checkout') });
const retries = new Queue(api, 'Retries');
new CfnOutput(api, 'RetriesUrl', { value: retries.queueUrl });

const monitoring = new NestedStack(api, 'Monitoring');
new Alarm(monitoring, 'Errors', {
  metric: new Metric({ namespace: 'AWS/Lambda', metricName: 'Errors', dimensionsMap: { FunctionName: checkout.functionName } }),
  threshold: 5,
  evaluationPeriods: 1,
});

const dns = new Stack(app, 'payments-dns', east);
for (const [id, target, weight] of [
  ['Blue', 'blue.acme-bank.io', 50],
  ['Green', 'green.acme-bank.io', 50],
] as const) {
  new CfnRecordSet(dns, id, {
    hostedZoneId: 'Z0123456789ABCDEFGHIJ',
    name: 'pay.acme-bank.io.',
    type: 'CNAME',
    ttl: '60',
    resourceRecords: [target],
    weight,
    setIdentifier: 'weighted',
  });
}

const reports = new Stack(app, 'payments-reports', east);
new LambdaFunction(reports, 'Nightly', {
  runtime: Runtime.NODEJS_22_X,
  handler: 'index.handler',
  code: Code.fromInline('exports.handler = async () => {};'),
  environment: { ALERTS: alerts.topicArn },
});
new Bucket(reports, 'Output');

const worker = new Stack(app, 'payments-worker', west);
new Queue(worker, 'Jobs');

const archive = new Stack(app, 'payments-archive', east);
new Queue(archive, 'Restores', { queueName: 'acme-payments-restores' });

const shared = new Stack(app, 'Shared', { ...east, stackName: 'payments-shared' });
new Topic(shared, 'Events', { displayName: Fn.join('-', ['payments', 'events']) });
