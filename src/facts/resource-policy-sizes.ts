/** How long the policy of a resource may be. */
export interface ResourcePolicySize {
  readonly type: string;
  /** The property with the document. */
  readonly document: string;
  readonly what: string;
  /** Bytes without white space. */
  readonly limit: number;
  /** False where the service shortens a policy before it counts. */
  readonly isExact: boolean;
  /** How many statements it may have, where that is limited as well. */
  readonly statements?: number;
  readonly source: string;
}

const BUCKETS = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-iam-policies.html';
const QUEUES = 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html';
const KEYS = 'https://docs.aws.amazon.com/sdkfornet/latest/apidocs/items/TKeyManagementServicePutKeyPolicyRequestNET35.html';

export const RESOURCE_POLICY_SIZES: readonly ResourcePolicySize[] = [
  // "AWS is doing some policy normalizations which reduce the total size": https://github.com/MIT-LCP/physionet-build/issues/2094
  { type: 'AWS::S3::BucketPolicy', document: 'PolicyDocument', what: 'a bucket policy', limit: 20_480, isExact: false, source: BUCKETS },
  { type: 'AWS::KMS::Key', document: 'KeyPolicy', what: 'a key policy', limit: 32_768, isExact: true, source: KEYS },
  { type: 'AWS::KMS::ReplicaKey', document: 'KeyPolicy', what: 'a key policy', limit: 32_768, isExact: true, source: KEYS },
  {
    type: 'AWS::SQS::QueuePolicy',
    document: 'PolicyDocument',
    what: 'the policy of a queue',
    limit: 8192,
    isExact: true,
    statements: 20,
    source: QUEUES,
  },
];
