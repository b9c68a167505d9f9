import { tableOf } from '../table-of.js';
/** A property whose policy a service rejects when a role or user that it names does not exist. */
export interface CheckedPrincipals {
  /** The property with the document. */
  readonly document: string;
  /** What the service answers. */
  readonly answer: string;
  /** Where that is reported; undefined when it is not. */
  readonly source: string | undefined;
}

/** "Principals … must be existing": in a trust or resource policy a role or user is looked up and stored by its id. */
export const CHECKED_PRINCIPALS: Readonly<Record<string, CheckedPrincipals>> = tableOf({
  'AWS::IAM::Role': {
    document: 'AssumeRolePolicyDocument',
    answer: 'Invalid principal in policy',
    source: 'https://github.com/aws/aws-cdk/issues/26482',
  },
  'AWS::S3::BucketPolicy': {
    document: 'PolicyDocument',
    answer: 'Invalid principal in policy',
    source: 'https://github.com/aws/aws-cdk/issues/24050',
  },
  'AWS::KMS::Key': {
    document: 'KeyPolicy',
    answer: 'Policy contains a statement with one or more invalid principals',
    source: 'https://github.com/aws-samples/aws-cdk-pipelines-datalake-infrastructure/issues/17',
  },
  'AWS::KMS::ReplicaKey': {
    document: 'KeyPolicy',
    answer: 'Policy contains a statement with one or more invalid principals',
    source: 'https://github.com/aws-samples/aws-cdk-pipelines-datalake-infrastructure/issues/17',
  },
  'AWS::ECR::Repository': {
    document: 'RepositoryPolicyText',
    answer: "Invalid parameter at 'PolicyText' failed to satisfy constraint: 'Principal not found'",
    source: 'https://github.com/hashicorp/terraform-provider-aws/issues/39064',
  },
  'AWS::SNS::TopicPolicy': {
    document: 'PolicyDocument',
    answer: 'Invalid parameter: Policy Error: PrincipalNotFound',
    source: 'https://github.com/hashicorp/terraform-provider-aws/issues/26041',
  },
  'AWS::OpenSearchService::Domain': {
    document: 'AccessPolicies',
    answer: 'Error setting policy',
    source: 'https://github.com/hashicorp/terraform-provider-aws/issues/11',
  },
  'AWS::Elasticsearch::Domain': {
    document: 'AccessPolicies',
    answer: 'Error setting policy',
    source: 'https://github.com/hashicorp/terraform-provider-aws/issues/11',
  },
  'AWS::Backup::BackupVault': {
    document: 'AccessPolicy',
    answer: 'InvalidParameterValueException',
    source: 'https://github.com/hashicorp/terraform-provider-aws/issues/33173',
  },
  'AWS::S3::AccessPoint': { document: 'Policy', answer: 'Invalid principal in policy', source: undefined },
  'AWS::EFS::FileSystem': { document: 'FileSystemPolicy', answer: 'InvalidPolicyException', source: undefined },
  'AWS::SQS::QueuePolicy': { document: 'PolicyDocument', answer: 'Invalid value for the parameter Policy', source: undefined },
  'AWS::SecretsManager::ResourcePolicy': {
    document: 'ResourcePolicy',
    answer: 'This resource policy contains an unsupported principal',
    source: undefined,
  },
});
