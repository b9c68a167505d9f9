/**
 * Types that are created again with every change of what they belong to: the CDK puts a hash into their logical id.
 * Nobody means one of these in particular, so that a new one is no news.
 */
export const REVISION_TYPES: ReadonlySet<string> = new Set([
  'AWS::ApiGateway::Deployment',
  'AWS::ApiGatewayV2::Deployment',
  'AWS::AppConfig::HostedConfigurationVersion',
  'AWS::CloudFormation::WaitConditionHandle',
  'AWS::Lambda::Version',
]);

/** Types of which a replacement is a new revision beside the old one, by design of the service. */
export const VERSIONED_TYPES: ReadonlySet<string> = new Set([
  ...REVISION_TYPES,
  'AWS::AutoScaling::LaunchConfiguration',
  'AWS::Batch::JobDefinition',
  'AWS::ECS::TaskDefinition',
  'AWS::Lambda::LayerVersion',
]);

/** What the CDK writes about itself. */
export const CDK_TYPES: ReadonlySet<string> = new Set(['AWS::CDK::Metadata']);
