import { App, CfnOutput, Duration, Fn, NestedStack, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { LambdaRestApi } from 'aws-cdk-lib/aws-apigateway';
import { Alarm, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { AttributeType, BillingMode, Table, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { CfnInstance, CfnSecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { AnyPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { CfnRecordSet } from 'aws-cdk-lib/aws-route53';
import { BlockPublicAccess, Bucket } from 'aws-cdk-lib/aws-s3';
import { CfnSubscription, Topic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';

const account = '482731905566';
const east = { env: { account, region: 'us-east-1' } };
const app = new App();

const data = new Stack(app, 'payments-data', { ...east });
// A new sort key replaces the table, and its name is taken.
const orders = new Table(data, 'Orders', {
  tableName: 'payments-orders',
  partitionKey: { name: 'id', type: AttributeType.STRING },
  sortKey: { name: 'placed', type: AttributeType.STRING },
});
// Replaced, and its export is in use by payments-api.
const sessions = new Table(data, 'Sessions', {
  partitionKey: { name: 'user', type: AttributeType.STRING },
  removalPolicy: RemovalPolicy.DESTROY,
});
// Two replicas at once.
new TableV2(data, 'Ledger', {
  partitionKey: { name: 'id', type: AttributeType.STRING },
  replicas: [{ region: 'us-west-2' }, { region: 'eu-west-1' }],
});
new Table(data, 'Customers', { partitionKey: { name: 'id', type: AttributeType.STRING }, billingMode: BillingMode.PAY_PER_REQUEST });
// Receipts, Audit and Legacy are gone, Statements has moved to payments-archive.
const uploads = new Bucket(data, 'Uploads', {
  bucketName: 'acme-payments-uploads',
  blockPublicAccess: new BlockPublicAccess({
    blockPublicAcls: true,
    ignorePublicAcls: true,
    blockPublicPolicy: false,
    restrictPublicBuckets: false,
  }),
});
const invoices = new Queue(data, 'InvoiceQueue', { visibilityTimeout: Duration.minutes(7) });
new Key(data, 'Key', { enableKeyRotation: false });
const alerts = new Topic(data, 'Alerts');
// Another construct id for the queue makes another queue, and the subscription follows.
new CfnSubscription(data, 'Paid', { topicArn: alerts.topicArn, protocol: 'sqs', endpoint: invoices.queueArn });

const api = new Stack(app, 'payments-api', east);
const group = new CfnSecurityGroup(api, 'Access', {
  groupDescription: 'Operators',
  securityGroupIngress: [{ ipProtocol: 'tcp', fromPort: 22, toPort: 22, cidrIp: '0.0.0.0/0' }],
});
new CfnInstance(api, 'Bastion', { instanceType: 't3.large', imageId: 'ami-0abcdef1234567890', securityGroupIds: [group.attrGroupId] });
const checkout = new LambdaFunction(api, 'Checkout', {
  runtime: Runtime.NODEJS_22_X,
  handler: 'index.handler',
  code: Code.fromAsset('lambda/checkout'),
  // The same bucket, by its name instead of by an import.
  environment: {
    ORDERS: orders.tableName,
    SESSIONS: sessions.tableName,
    UPLOADS: 'acme-payments-uploads',
    API_TOKEN: 'after-not-a-real-token',
  },
});
checkout.currentVersion.addAlias('live');
orders.grantReadWriteData(checkout);
sessions.grantReadWriteData(checkout);
checkout.addToRolePolicy(new PolicyStatement({ actions: ['ses:SendEmail'], resources: ['*'] }));
new LambdaRestApi(api, 'Api', { handler: checkout });
new LambdaFunction(api, 'Webhook', { runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code: Code.fromAsset('lambda/checkout') });
const retries = new Queue(api, 'Retries');
retries.node.addDependency(group);
new CfnOutput(api, 'RetriesUrl', { value: retries.queueUrl });
new CfnOutput(api, 'UploadsArn', { value: Fn.sub('arn:aws:s3:::${name}', { name: uploads.bucketName }) });

const monitoring = new NestedStack(api, 'Monitoring');
new Alarm(monitoring, 'Errors', {
  metric: new Metric({ namespace: 'AWS/Lambda', metricName: 'Errors', dimensionsMap: { FunctionName: checkout.functionName } }),
  threshold: 10,
  evaluationPeriods: 1,
});

const dns = new Stack(app, 'payments-dns', east);
for (const [id, target, weight] of [
  ['Blue', 'blue.acme-bank.io', 0],
  ['Green', 'green.acme-bank.io', 100],
] as const) {
  new CfnRecordSet(dns, id, {
    hostedZoneId: 'Z0123456789ABCDEFGHIJ',
    name: 'pay.acme-bank.io.',
    type: 'CNAME',
    ttl: '60',
    resourceRecords: [target],
    weight,
    setIdentifier: id.toLowerCase(),
  });
}
new CfnRecordSet(dns, 'Status', {
  hostedZoneId: 'Z0123456789ABCDEFGHIJ',
  name: 'status.acme-bank.io.',
  type: 'CNAME',
  ttl: '60',
  resourceRecords: ['status.acme-bank.io.'],
  weight: 10,
});

// payments-reports is gone from the app; payments-worker goes to another region.
const worker = new Stack(app, 'payments-worker', { env: { account, region: 'eu-west-1' } });
new Queue(worker, 'Jobs');

const archive = new Stack(app, 'payments-archive', east);
new Bucket(archive, 'Statements', { bucketName: 'acme-payments-statements', versioned: true });
const queue = new Queue(archive, 'Restores', { queueName: 'acme-payments-restores' });
new LambdaFunction(archive, 'Restore', {
  runtime: Runtime.NODEJS_22_X,
  handler: 'index.handler',
  code: Code.fromInline('exports.handler = async () => {};'),
  environment: { QUEUE: queue.queueUrl, INVOICES: invoices.queueUrl },
});

// The same stack under another construct id.
const shared = new Stack(app, 'Common', { ...east, stackName: 'payments-shared' });
new Topic(shared, 'Events', { displayName: Fn.sub('payments-events') });

const audit = new Stack(app, 'payments-audit', east);
const trail = new Topic(audit, 'Trail');
trail.addToResourcePolicy(new PolicyStatement({ actions: ['sns:Publish'], resources: [trail.topicArn], principals: [new AnyPrincipal()] }));
