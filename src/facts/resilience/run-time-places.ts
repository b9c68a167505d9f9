/** What breaks when the place leads to a region that is lost: what serves requests, or what is only notified of them. */
export type Effect = 'serving' | 'notifying';

interface RunTimePlace {
  /** A top-level property. */
  readonly property: string;
  readonly effect: Effect;
}

const serving = (...properties: readonly string[]): readonly RunTimePlace[] =>
  properties.map((property) => ({ property, effect: 'serving' }));
const notifying = (...properties: readonly string[]): readonly RunTimePlace[] =>
  properties.map((property) => ({ property, effect: 'notifying' }));

/**
 * Properties by which a resource uses another one while it works. Grants name other resources without needing them, and properties for
 * replication name the other region on purpose: neither is here.
 * Sources: the pages of the types in https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html,
 * and regional isolation: https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/regions.html
 */
export const RUN_TIME_PLACES: ReadonlyMap<string, readonly RunTimePlace[]> = new Map<string, readonly RunTimePlace[]>([
  ['AWS::Lambda::Function', [...serving('Environment', 'Layers', 'FileSystemConfigs', 'KmsKeyArn'), ...notifying('DeadLetterConfig')]],
  ['AWS::Lambda::EventSourceMapping', serving('EventSourceArn')],
  ['AWS::Lambda::EventInvokeConfig', notifying('DestinationConfig')],
  ['AWS::ECS::TaskDefinition', serving('ContainerDefinitions', 'Volumes')],
  ['AWS::ECS::Service', serving('LoadBalancers', 'ServiceRegistries')],
  ['AWS::ApiGateway::Method', serving('Integration')],
  ['AWS::ApiGateway::Authorizer', serving('ProviderARNs', 'AuthorizerUri')],
  ['AWS::ApiGatewayV2::Integration', serving('IntegrationUri')],
  ['AWS::ApiGatewayV2::Authorizer', serving('AuthorizerUri', 'JwtConfiguration')],
  ['AWS::AppSync::DataSource', serving('DynamoDBConfig', 'LambdaConfig', 'HttpConfig', 'OpenSearchServiceConfig', 'EventBridgeConfig')],
  ['AWS::AppRunner::Service', serving('SourceConfiguration')],
  ['AWS::AutoScaling::LaunchConfiguration', serving('UserData')],
  ['AWS::Batch::JobDefinition', serving('ContainerProperties')],
  ['AWS::CodeBuild::Project', serving('Environment')],
  ['AWS::EC2::Instance', serving('UserData')],
  ['AWS::EC2::LaunchTemplate', serving('LaunchTemplateData')],
  ['AWS::ElasticLoadBalancingV2::Listener', serving('DefaultActions')],
  ['AWS::ElasticLoadBalancingV2::ListenerRule', serving('Actions')],
  ['AWS::Events::Rule', notifying('Targets')],
  ['AWS::Pipes::Pipe', serving('Source', 'Enrichment', 'Target')],
  ['AWS::S3::Bucket', notifying('NotificationConfiguration')],
  ['AWS::Scheduler::Schedule', notifying('Target')],
  ['AWS::SNS::Subscription', notifying('Endpoint')],
  ['AWS::StepFunctions::StateMachine', serving('Definition', 'DefinitionString', 'DefinitionSubstitutions')],
]);

/**
 * Types whose resources are in no region, or whose name means the copy of the reader's region.
 * Source: https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/global-services.html
 */
export const IN_NO_REGION =
  /^(?:Custom::|AWS::(?:IAM|CloudFront|CloudFormation|CDK|GlobalAccelerator|Organizations|Route53|Route53RecoveryControl|ARCRegionSwitch|Shield|Budgets)::|AWS::(?:RDS|DocDB|Neptune)::GlobalCluster$|AWS::ElastiCache::GlobalReplicationGroup$|AWS::MemoryDB::MultiRegionCluster$|AWS::S3::MultiRegionAccessPoint$)/;

/** Databases of which one region writes: their endpoint changes with a promotion, and whoever names it needs the new one. */
export const SINGLE_WRITER = /^AWS::(?:RDS|DocDB|Neptune|ElastiCache)::/;
