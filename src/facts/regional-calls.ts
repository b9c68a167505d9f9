import { tableOf } from '../table-of.js';

/** A service whose API takes resources of the region only where it is called. */
export interface RegionalCall {
  /** Service field of its ARNs. */
  readonly service: string;
  /** Names of its clients in the SDKs, in lower case without hyphens. */
  readonly clients: readonly string[];
  /** The parameter of these clients that is meant, where they are those of another service. */
  readonly parameter?: string;
  /** Types of its resources begin so. */
  readonly types: string;
  /** What the service answers, where a source has it. Without one nothing is more than a warning. */
  readonly error?: string;
  /** Where the answer depends on the version of the SDK. */
  readonly severity?: 'warning';
  readonly url: string;
}

/** "When you use a regional endpoint, … the request is processed in that Region": one of another region finds nothing. */
const ENDPOINTS = 'https://docs.aws.amazon.com/general/latest/gr/rande.html';

export const REGIONAL_CALLS: readonly RegionalCall[] = [
  {
    service: 'sns',
    clients: ['sns'],
    types: 'AWS::SNS::',
    error: 'Invalid parameter: TopicArn',
    url: 'https://github.com/aws/aws-cdk/issues/4292',
  },
  {
    service: 'lambda',
    clients: ['lambda'],
    types: 'AWS::Lambda::',
    error: 'Functions from … are not reachable in this region',
    url: 'https://github.com/aws/aws-cdk/issues/11826',
  },
  {
    service: 's3',
    clients: ['s3'],
    types: 'AWS::S3::Bucket',
    error: 'PermanentRedirect: The bucket you are attempting to access must be addressed using the specified endpoint',
    severity: 'warning',
    url: 'https://github.com/aws/aws-sdk-js-v3/issues/5712',
  },
  {
    service: 'sns',
    clients: ['ses'],
    parameter: 'SnsTopic',
    types: 'AWS::SNS::',
    error: 'SNS topic … is invalid',
    url: 'https://github.com/seeebiii/ses-verify-identities/issues/214',
  },
  { service: 'sqs', clients: ['sqs'], types: 'AWS::SQS::', url: ENDPOINTS },
  {
    service: 'states',
    clients: ['sfn', 'stepfunctions'],
    types: 'AWS::StepFunctions::',
    url: 'https://github.com/aws/aws-cdk/issues/29918',
  },
  { service: 'kinesis', clients: ['kinesis'], types: 'AWS::Kinesis::', url: ENDPOINTS },
  { service: 'firehose', clients: ['firehose'], types: 'AWS::KinesisFirehose::', url: ENDPOINTS },
  { service: 'dynamodb', clients: ['dynamodb'], types: 'AWS::DynamoDB::Table', url: ENDPOINTS },
  { service: 'secretsmanager', clients: ['secretsmanager'], types: 'AWS::SecretsManager::', url: ENDPOINTS },
  { service: 'kms', clients: ['kms'], types: 'AWS::KMS::', url: ENDPOINTS },
  { service: 'ecs', clients: ['ecs'], types: 'AWS::ECS::', url: ENDPOINTS },
  { service: 'batch', clients: ['batch'], types: 'AWS::Batch::', url: ENDPOINTS },
  { service: 'logs', clients: ['cloudwatchlogs'], types: 'AWS::Logs::', url: ENDPOINTS },
  { service: 'codebuild', clients: ['codebuild'], types: 'AWS::CodeBuild::', url: ENDPOINTS },
  { service: 'codepipeline', clients: ['codepipeline'], types: 'AWS::CodePipeline::', url: ENDPOINTS },
  { service: 'ecr', clients: ['ecr'], types: 'AWS::ECR::', url: ENDPOINTS },
  { service: 'acm', clients: ['acm'], types: 'AWS::CertificateManager::', url: ENDPOINTS },
  { service: 'backup', clients: ['backup'], types: 'AWS::Backup::', url: ENDPOINTS },
  { service: 'bedrock', clients: ['bedrock', 'bedrockagent', 'bedrockruntime'], types: 'AWS::Bedrock::', url: ENDPOINTS },
  { service: 'codedeploy', clients: ['codedeploy'], types: 'AWS::CodeDeploy::', url: ENDPOINTS },
  { service: 'eks', clients: ['eks'], types: 'AWS::EKS::', url: ENDPOINTS },
  { service: 'elasticache', clients: ['elasticache'], types: 'AWS::ElastiCache::', url: ENDPOINTS },
  { service: 'elasticfilesystem', clients: ['efs'], types: 'AWS::EFS::', url: ENDPOINTS },
  { service: 'es', clients: ['es', 'opensearch', 'elasticsearchservice'], types: 'AWS::OpenSearchService::', url: ENDPOINTS },
  { service: 'events', clients: ['eventbridge', 'cloudwatchevents'], types: 'AWS::Events::', url: ENDPOINTS },
  { service: 'glue', clients: ['glue'], types: 'AWS::Glue::', url: ENDPOINTS },
  { service: 'guardduty', clients: ['guardduty'], types: 'AWS::GuardDuty::', url: ENDPOINTS },
  { service: 'iot', clients: ['iot'], types: 'AWS::IoT::', url: ENDPOINTS },
  { service: 'kafka', clients: ['kafka'], types: 'AWS::MSK::', url: ENDPOINTS },
  { service: 'rds', clients: ['rds', 'rdsdata'], types: 'AWS::RDS::', url: ENDPOINTS },
  { service: 'redshift', clients: ['redshift', 'redshiftdata'], types: 'AWS::Redshift::', url: ENDPOINTS },
  { service: 'sagemaker', clients: ['sagemaker'], types: 'AWS::SageMaker::', url: ENDPOINTS },
  { service: 'scheduler', clients: ['scheduler'], types: 'AWS::Scheduler::', url: ENDPOINTS },
  { service: 'ses', clients: ['ses', 'sesv2'], types: 'AWS::SES::', url: ENDPOINTS },
  { service: 'transfer', clients: ['transfer'], types: 'AWS::Transfer::', url: ENDPOINTS },
  { service: 'wafv2', clients: ['wafv2'], types: 'AWS::WAFv2::', url: ENDPOINTS },
  { service: 'cognito-identity', clients: ['cognitoidentity'], types: 'AWS::Cognito::IdentityPool', url: ENDPOINTS },
  {
    service: 'cognito-idp',
    clients: ['cognitoidentityprovider', 'cognitoidentityserviceprovider'],
    types: 'AWS::Cognito::',
    url: ENDPOINTS,
  },
  { service: 'elasticloadbalancing', clients: ['elbv2', 'elasticloadbalancingv2'], types: 'AWS::ElasticLoadBalancingV2::', url: ENDPOINTS },
];

/** Calls that take something of another region by its ARN, or write one somewhere. */
export const TAKES_OTHER_REGIONS =
  /^(?:copy|import|restore|replicate|startcopy|start\w*replication|create\w*replica|put\w*policy|set\w*policy|add\w*permission)/i;

/** Parameters that may name something of another region, from which the new resource is made. */
export const SOURCE_PARAMETER = /source|primary|global/i;

/** Calls that one region takes, whatever the region of what they are about. */
export interface FixedCall {
  /** Name of the client in the SDKs, in lower case without hyphens. */
  readonly client: string;
  /** The row counts only for calls with this parameter. */
  readonly parameter?: readonly [name: string, text: string];
  readonly region: string;
  /** Others that answer as well. */
  readonly also?: readonly string[];
  /** Ends the sentence "… calls getWebACL in eu-west-1, and … in us-east-1 only". */
  readonly what: string;
  /** What the SDK or the service answers; `{region}` stands for the region of the call. */
  readonly error: string;
  readonly severity: 'error' | 'warning';
  readonly url: string;
}

export const FIXED_CALLS: readonly FixedCall[] = [
  {
    client: 'wafv2',
    parameter: ['Scope', 'CLOUDFRONT'],
    region: 'us-east-1',
    what: 'the scope CLOUDFRONT is',
    error: 'The scope is not valid., field: SCOPE_VALUE, parameter: CLOUDFRONT',
    severity: 'error',
    url: 'https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html',
  },
  {
    client: 'route53domains',
    region: 'us-east-1',
    what: 'domains are registered',
    error: 'route53domains.{region}.amazonaws.com: no such host',
    severity: 'error',
    url: 'https://github.com/hashicorp/terraform-provider-aws/issues/23639',
  },
  {
    client: 'globalaccelerator',
    region: 'us-west-2',
    what: 'accelerators are managed',
    error: 'Could not connect to the endpoint URL: "https://globalaccelerator.{region}.amazonaws.com/"',
    severity: 'warning',
    url: 'https://github.com/aws/aws-cli/issues/6290',
  },
  {
    client: 'ecrpublic',
    region: 'us-east-1',
    also: ['us-west-2'],
    what: 'public repositories are managed',
    error: 'Could not connect to the endpoint URL: "https://api.ecr-public.{region}.amazonaws.com/"',
    severity: 'error',
    url: 'https://github.com/aws/aws-cli/issues/5917',
  },
  {
    client: 'costandusagereportservice',
    region: 'us-east-1',
    what: 'cost and usage reports are managed',
    error: 'Could not connect to the endpoint URL: "https://cur.{region}.amazonaws.com/"',
    severity: 'error',
    url: 'https://github.com/boto/boto3/issues/1151',
  },
  {
    client: 'pricing',
    region: 'us-east-1',
    also: ['eu-central-1', 'ap-south-1'],
    what: 'prices are read',
    error: 'getaddrinfo ENOTFOUND api.pricing.{region}.amazonaws.com',
    severity: 'error',
    url: 'https://github.com/aws/aws-sdk-js-v3/issues/5001',
  },
];

/** Other names of clients. */
export const CLIENT_NAMES: Readonly<Record<string, string>> = tableOf({ cur: 'costandusagereportservice' });
