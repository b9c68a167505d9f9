import { tableOf } from '../table-of.js';
/** A type that other accounts cannot use while the key of AWS encrypts it, whatever its policy says. */
export interface ManagedKeySharing {
  /** The property with the key; of a bucket it is in the encryption rules. */
  readonly key: string | undefined;
  /** Whether the key of AWS is the default. */
  readonly isDefault: boolean;
  readonly alias: string;
  /** What needs the key. */
  readonly actions: readonly string[];
  readonly answer: string;
  /** What to write in CDK. */
  readonly fix: string;
  readonly source: string;
}

export const MANAGED_KEY_SHARING: Readonly<Record<string, ManagedKeySharing>> = tableOf({
  'AWS::SecretsManager::Secret': {
    key: 'KmsKeyId',
    isDefault: true,
    alias: 'aws/secretsmanager',
    actions: ['secretsmanager:GetSecretValue'],
    answer: '"Access to KMS is not allowed"',
    fix: 'new secretsmanager.Secret(this, "Secret", { encryptionKey: key })',
    source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html',
  },
  'AWS::S3::Bucket': {
    key: undefined,
    isDefault: true,
    alias: 'aws/s3',
    actions: ['s3:GetObject', 's3:PutObject'],
    answer: 'AccessDenied',
    fix: 'encryption: s3.BucketEncryption.KMS, encryptionKey: key',
    source: 'https://github.com/aws/aws-cdk/issues/15450',
  },
  'AWS::SQS::Queue': {
    key: 'KmsMasterKeyId',
    isDefault: false,
    alias: 'aws/sqs',
    actions: ['sqs:SendMessage', 'sqs:ReceiveMessage'],
    answer: 'KMS.AccessDeniedException',
    fix: 'encryptionMasterKey: key',
    source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html',
  },
  'AWS::SNS::Topic': {
    key: 'KmsMasterKeyId',
    isDefault: false,
    alias: 'aws/sns',
    actions: ['sns:Publish'],
    answer: 'KMSAccessDenied',
    fix: 'masterKey: key',
    source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html',
  },
});
