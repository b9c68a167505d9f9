import { tableOf } from '../../table-of.js';
/** A type whose own policy must let in a role of another account, and what roles do with it. */
export interface UsedByRoles {
  /** What a role is asked about: those that its policy allows. Those of S3 that end in `Object` are about what is in the bucket. */
  readonly actions: readonly string[];
  /** What to write in CDK where it is declared; `{account}` stands for the account of the role. */
  readonly fix: string;
}

/** "Cross-account requests need both": https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html */
export const USED_BY_ROLES: Readonly<Record<string, UsedByRoles>> = tableOf({
  'AWS::S3::Bucket': {
    actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:ListBucket'],
    fix: 'bucket.grantRead(new iam.AccountPrincipal("{account}"))',
  },
  'AWS::SQS::Queue': {
    actions: ['sqs:SendMessage', 'sqs:ReceiveMessage', 'sqs:DeleteMessage'],
    fix: 'queue.grantSendMessages(new iam.AccountPrincipal("{account}"))',
  },
  'AWS::SNS::Topic': { actions: ['sns:Publish', 'sns:Subscribe'], fix: 'topic.grantPublish(new iam.AccountPrincipal("{account}"))' },
  'AWS::SecretsManager::Secret': {
    actions: ['secretsmanager:GetSecretValue', 'secretsmanager:PutSecretValue'],
    fix: 'secret.grantRead(new iam.AccountPrincipal("{account}"))',
  },
  'AWS::DynamoDB::Table': {
    actions: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
    fix: 'table.addToResourcePolicy(new iam.PolicyStatement({ principals: [new iam.AccountPrincipal("{account}")], actions: ["dynamodb:GetItem"], resources: ["*"] }))',
  },
  'AWS::Kinesis::Stream': {
    actions: ['kinesis:GetRecords', 'kinesis:PutRecord', 'kinesis:PutRecords'],
    fix: 'stream.addToResourcePolicy(new iam.PolicyStatement({ principals: [new iam.AccountPrincipal("{account}")], actions: ["kinesis:PutRecord"], resources: [stream.streamArn] }))',
  },
  'AWS::ECR::Repository': {
    actions: ['ecr:BatchGetImage', 'ecr:PutImage'],
    fix: 'repository.grantPull(new iam.AccountPrincipal("{account}"))',
  },
  'AWS::Events::EventBus': { actions: ['events:PutEvents'], fix: 'bus.grantPutEventsTo(new iam.AccountPrincipal("{account}"))' },
  'AWS::Lambda::Function': {
    actions: ['lambda:InvokeFunction'],
    fix: 'fn.grantInvoke(new iam.AccountPrincipal("{account}"))',
  },
  'AWS::IAM::Role': {
    actions: ['sts:AssumeRole'],
    fix: 'role.assumeRolePolicy?.addStatements(…)` with `new iam.AccountPrincipal("{account}")',
  },
});
