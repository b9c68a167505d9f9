import { tableOf } from '../table-of.js';
/** Host names and URLs that hold a region and the id or name of a resource, which the host of another region does not have. */
export interface RegionalHost {
  /** `id`: the resource; `region`: where the host looks for it; `account`: its account, with which a name that is written out is enough. */
  readonly form: RegExp;
  readonly types: readonly string[];
  /** Attributes that are the id, besides `Ref`. */
  readonly attributes: readonly string[];
  /** What it is called, when it is no host. */
  readonly what?: string;
  /** The region, where the host names none. */
  readonly region?: string;
  /** Whether a name that is written out can only mean one resource in the partition. */
  readonly isGlobalName?: boolean;
  readonly url: string;
}

const SUFFIX = String.raw`(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu)`;
const SCHEME = '^(?:(?:https?|wss)://)?';
const REGION = '(?<region>[a-z]{2,4}(?:-[a-z]+)+-[0-9])';

const form = (text: string): RegExp => new RegExp(SCHEME + text);

export const REGIONAL_HOSTS: readonly RegionalHost[] = [
  {
    form: form(String.raw`(?<id>[^/]+)\.s3(?:\.dualstack)?[.-]${REGION}\.${SUFFIX}`),
    types: ['AWS::S3::Bucket'],
    attributes: [],
    isGlobalName: true,
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html',
  },
  {
    form: form(String.raw`s3(?:\.dualstack)?[.-]${REGION}\.${SUFFIX}/(?<id>[^/]+)`),
    types: ['AWS::S3::Bucket'],
    attributes: [],
    isGlobalName: true,
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html',
  },
  {
    form: form(String.raw`(?<id>[^/]+)\.s3-website[.-]${REGION}\.${SUFFIX}`),
    types: ['AWS::S3::Bucket'],
    attributes: [],
    isGlobalName: true,
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html',
  },
  {
    form: form(String.raw`(?<id>[^./]+)\.execute-api\.${REGION}\.${SUFFIX}`),
    types: ['AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api', 'AWS::Serverless::Api', 'AWS::Serverless::HttpApi'],
    attributes: ['RestApiId', 'ApiId'],
    url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-call-api.html',
  },
  {
    form: form(String.raw`cognito-idp\.${REGION}\.${SUFFIX}/(?<id>[^/]+)`),
    types: ['AWS::Cognito::UserPool'],
    attributes: ['UserPoolId'],
    url: 'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html',
  },
  {
    form: form(String.raw`(?<id>[^./]+)\.auth(?:-fips)?\.${REGION}\.amazoncognito\.com`),
    types: ['AWS::Cognito::UserPoolDomain'],
    attributes: [],
    url: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html',
  },
  {
    form: form(String.raw`sqs\.${REGION}\.${SUFFIX}/(?<account>[^/]+)/(?<id>[^/]+)$`),
    types: ['AWS::SQS::Queue'],
    attributes: ['QueueName'],
    url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html',
  },
  // "Legacy endpoints": that of us-east-1 names no region.
  {
    form: form(String.raw`queue\.amazonaws\.com/(?<account>[^/]+)/(?<id>[^/]+)$`),
    region: 'us-east-1',
    types: ['AWS::SQS::Queue'],
    attributes: ['QueueName'],
    url: 'https://docs.aws.amazon.com/general/latest/gr/sqs-service.html',
  },
  {
    form: form(String.raw`${REGION}\.queue\.${SUFFIX}/(?<account>[^/]+)/(?<id>[^/]+)$`),
    types: ['AWS::SQS::Queue'],
    attributes: ['QueueName'],
    url: 'https://docs.aws.amazon.com/general/latest/gr/sqs-service.html',
  },
  {
    form: form(String.raw`(?<id>[^./]+)\.efs\.${REGION}\.${SUFFIX}`),
    types: ['AWS::EFS::FileSystem'],
    attributes: ['FileSystemId'],
    url: 'https://docs.aws.amazon.com/efs/latest/ug/mounting-fs-mount-cmd-dns-name.html',
  },
  // "{region} is the same as the region hosting the Lambda function."
  {
    form: new RegExp(String.raw`^arn:[\w-]+:apigateway:${REGION}:lambda:path/[^/]+/functions/(?<id>[^/]+)/invocations$`),
    types: ['AWS::Lambda::Function', 'AWS::Lambda::Alias', 'AWS::Lambda::Version'],
    attributes: ['Arn'],
    what: 'an address',
    url: 'https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html',
  },
];

/** The issuer of a user pool, whose id begins with its region. */
export const POOL_ISSUER: RegExp = form(String.raw`cognito-idp\.${REGION}\.${SUFFIX}/(?<own>[a-z]{2,4}(?:-[a-z]+)+-[0-9])_[A-Za-z0-9]+`);

/** Where an issuer is written, by type: https://github.com/aws-solutions-library-samples/guidance-for-claude-code-with-amazon-bedrock/issues/596, https://github.com/aws-amplify/amplify-backend/issues/2721 */
export const ISSUER_PATHS: Readonly<Record<string, readonly string[]>> = tableOf({
  'AWS::IAM::OIDCProvider': ['Url'],
  'AWS::Cognito::IdentityPool': ['CognitoIdentityProviders.*.ProviderName'],
  'AWS::ApiGatewayV2::Authorizer': ['JwtConfiguration.Issuer'],
  'AWS::AppSync::GraphQLApi': ['OpenIDConnectConfig.Issuer', 'AdditionalAuthenticationProviders.*.OpenIDConnectConfig.Issuer'],
});

/**
 * Where API Gateway is given the address of what it calls, `arn:aws:apigateway:us-east-1:lambda:path/…`: "Invalid ARN specified in the request"
 * with the partition of another region. Source: https://github.com/serverless-components/aws-api-gateway/issues/19
 */
export const ADDRESSES: Readonly<Record<string, readonly string[]>> = tableOf({
  'AWS::ApiGateway::Authorizer': ['AuthorizerUri'],
  'AWS::ApiGateway::Method': ['Integration.Uri'],
  'AWS::ApiGatewayV2::Authorizer': ['AuthorizerUri'],
  'AWS::ApiGatewayV2::Integration': ['IntegrationUri'],
});

/** What stands in each of them. */
export const OF_HOST: RegExp = /amazon|:apigateway:/;

/** Properties where a host is written, by type, and the environment of programs. `route53/health-check-host-region` checks those of health checks. */
export const HOST_PATHS: Readonly<Record<string, readonly string[]>> = tableOf({
  'AWS::CloudFront::Distribution': ['DistributionConfig.Origins.*.DomainName'],
  'AWS::Route53::RecordSet': ['ResourceRecords.*', 'AliasTarget.DNSName'],
  'AWS::ApiGateway::Method': ['Integration.Uri'],
  'AWS::ApiGatewayV2::Integration': ['IntegrationUri'],
  'AWS::ApiGatewayV2::Authorizer': ['JwtConfiguration.Issuer'],
  'AWS::Lambda::Function': ['Environment.Variables.{}'],
  'AWS::ECS::TaskDefinition': ['ContainerDefinitions.*.Environment.*.Value'],
});
