import { tableOf } from '../table-of.js';
/** A type that carries a policy about a resource of another type. */
export interface AttachedDocument {
  readonly type: string;
  /** The property that names what the policy is about. */
  readonly names: string;
  readonly about: string;
  /** The property with the document, or with the only statement of one. */
  readonly document: string;
  readonly isStatement?: boolean;
}

/** Sources: the pages of these types in https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html */
export const ATTACHED_DOCUMENTS: readonly AttachedDocument[] = [
  { type: 'AWS::S3::BucketPolicy', names: 'Bucket', about: 'AWS::S3::Bucket', document: 'PolicyDocument' },
  { type: 'AWS::SQS::QueuePolicy', names: 'Queues', about: 'AWS::SQS::Queue', document: 'PolicyDocument' },
  { type: 'AWS::SQS::QueueInlinePolicy', names: 'Queue', about: 'AWS::SQS::Queue', document: 'PolicyDocument' },
  { type: 'AWS::SNS::TopicPolicy', names: 'Topics', about: 'AWS::SNS::Topic', document: 'PolicyDocument' },
  { type: 'AWS::SNS::TopicInlinePolicy', names: 'TopicArn', about: 'AWS::SNS::Topic', document: 'PolicyDocument' },
  { type: 'AWS::SecretsManager::ResourcePolicy', names: 'SecretId', about: 'AWS::SecretsManager::Secret', document: 'ResourcePolicy' },
  { type: 'AWS::Kinesis::ResourcePolicy', names: 'ResourceArn', about: 'AWS::Kinesis::Stream', document: 'ResourcePolicy' },
  { type: 'AWS::Events::EventBusPolicy', names: 'EventBusName', about: 'AWS::Events::EventBus', document: 'Statement', isStatement: true },
];

/** Properties of a type that hold the policy about the resource itself. A bus may have policies of both kinds. */
export const OWN_DOCUMENTS: Readonly<Record<string, readonly string[]>> = tableOf({
  'AWS::KMS::Key': ['KeyPolicy'],
  'AWS::KMS::ReplicaKey': ['KeyPolicy'],
  'AWS::ECR::Repository': ['RepositoryPolicyText'],
  'AWS::Backup::BackupVault': ['AccessPolicy'],
  'AWS::IAM::Role': ['AssumeRolePolicyDocument'],
  'AWS::DynamoDB::Table': ['ResourcePolicy', 'PolicyDocument'],
  'AWS::Events::EventBus': ['Policy'],
  'AWS::Oam::Sink': ['Policy'],
});

/** Custom resources of CDK that are given a bucket, queue or topic and leave its policy as it is. */
export const LEAVES_POLICIES: ReadonlySet<string> = new Set([
  'Custom::S3BucketNotifications',
  'Custom::S3AutoDeleteObjects',
  'Custom::CDKBucketDeployment',
  'Custom::ECRAutoDeleteImages',
  'Custom::EmptyS3Bucket',
  'Custom::LogRetention',
  'Custom::CrossRegionExportWriter',
  'Custom::CrossRegionExportReader',
  'Custom::DescribeCognitoUserPoolClient',
  'Custom::DynamoDBReplica',
]);
