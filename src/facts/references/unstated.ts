import {
  CERTIFICATE,
  CLUSTER,
  called,
  DELIVERY_STREAM,
  EVENT_BUS,
  FUNCTION,
  LOAD_BALANCER,
  LOG_GROUP,
  named,
  SECRET,
  STREAM,
} from './named.js';
import { inStackRegion, type Named, type ReferenceRows, rowsByType } from './row.js';

const CLUSTER_SNAPSHOT: Named = { types: [], services: ['rds'], what: 'snapshot' };
const TARGET_GROUP = named('AWS::ElasticLoadBalancingV2::TargetGroup', 'elasticloadbalancing', 'target group');
const REPLICATION = 'AWS::DMS::ReplicationTask';
const ENDPOINT = named('AWS::DMS::Endpoint', 'dms', 'endpoint');

/**
 * Places without a relationship in the service specification, whose names follow no pattern. No page says a word of regions there: what they
 * name is known in its own region, as everywhere, and another one is reported as a warning.
 */
const PLACES: readonly (readonly [type: string, named: Named, ...paths: readonly string[]])[] = [
  ['AWS::Transfer::Server', FUNCTION, 'IdentityProviderDetails.Function'],
  ['AWS::ElasticLoadBalancing::LoadBalancer', CERTIFICATE, 'Listeners.*.SSLCertificateId'],
  ['AWS::ApiGateway::Stage', called('destination of the access logs', LOG_GROUP, DELIVERY_STREAM), 'AccessLogSetting.DestinationArn'],
  ['AWS::ApiGatewayV2::Integration', named('AWS::ApiGatewayV2::VpcLink', '', 'VPC link'), 'ConnectionId'],
  ['AWS::ApiGatewayV2::Stage', called('destination of the access logs', LOG_GROUP), 'AccessLogSettings.DestinationArn'],
  ['AWS::ApiGatewayV2::ApiMapping', named('AWS::ApiGatewayV2::DomainName,AWS::ApiGateway::DomainName', '', 'domain name'), 'DomainName'],
  [
    'AWS::AppRunner::Service',
    named('AWS::AppRunner::VpcConnector', 'apprunner', 'VPC connector'),
    'NetworkConfiguration.EgressConfiguration.VpcConnectorArn',
  ],
  ['AWS::AutoScaling::AutoScalingGroup', TARGET_GROUP, 'TrafficSources.*.Identifier'],
  ['AWS::AppSync::SourceApiAssociation', named('AWS::AppSync::GraphQLApi', 'appsync', 'API'), 'SourceApiIdentifier', 'MergedApiIdentifier'],
  [
    'AWS::AppRunner::Service',
    { types: ['AWS::ECR::Repository'], services: [], what: 'image', form: 'image' },
    'SourceConfiguration.ImageRepository.ImageIdentifier',
  ],
  ['AWS::Bedrock::Agent', FUNCTION, 'ActionGroups.*.ActionGroupExecutor.Lambda'],
  [
    'AWS::Bedrock::KnowledgeBase',
    named('AWS::OpenSearchServerless::Collection', 'aoss', 'collection'),
    'StorageConfiguration.OpensearchServerlessConfiguration.CollectionArn',
  ],
  ['AWS::CodeDeploy::DeploymentGroup', named('AWS::SNS::Topic', 'sns', 'topic'), 'TriggerConfigurations.*.TriggerTargetArn'],
  ['AWS::CloudTrail::Trail', named('AWS::SNS::Topic', 'sns', 'topic'), 'SnsTopicName'],
  [REPLICATION, named('AWS::DMS::ReplicationInstance', 'dms', 'replication instance'), 'ReplicationInstanceArn'],
  [REPLICATION, ENDPOINT, 'SourceEndpointArn', 'TargetEndpointArn'],
  ['AWS::DocDB::DBCluster', CLUSTER_SNAPSHOT, 'SnapshotIdentifier'],
  ['AWS::Neptune::DBCluster', CLUSTER_SNAPSHOT, 'SnapshotIdentifier'],
  [
    'AWS::ECS::CapacityProvider',
    named('AWS::AutoScaling::AutoScalingGroup', 'autoscaling', 'Auto Scaling group'),
    'AutoScalingGroupProvider.AutoScalingGroupArn',
  ],
  [
    'AWS::ElasticLoadBalancingV2::Listener',
    named('AWS::ElasticLoadBalancingV2::TrustStore', 'elasticloadbalancing', 'trust store'),
    'MutualAuthentication.TrustStoreArn',
  ],
  ['AWS::Connect::IntegrationAssociation', FUNCTION, 'IntegrationArn'],
  ['AWS::ECR::PullThroughCacheRule', SECRET, 'CredentialArn'],
  [
    'AWS::ECS::Service',
    named('AWS::ServiceDiscovery::Service', 'servicediscovery', 'discovery service'),
    'ServiceRegistries.*.RegistryArn',
  ],
  ['AWS::EC2::EIPAssociation', named('AWS::EC2::EIP', '', 'elastic IP address'), 'AllocationId'],
  ['AWS::Events::EventBusPolicy', EVENT_BUS, 'EventBusName'],
  [
    'AWS::IoT::TopicRule',
    named('AWS::StepFunctions::StateMachine', 'states', 'state machine'),
    'TopicRulePayload.Actions.*.StepFunctions.StateMachineName',
  ],
  [
    'AWS::KinesisAnalyticsV2::Application',
    STREAM,
    'ApplicationConfiguration.SqlApplicationConfiguration.Inputs.*.KinesisStreamsInput.ResourceARN',
  ],
  ['AWS::Lambda::EventSourceMapping', SECRET, 'SourceAccessConfigurations.*.URI'],
  ...['AccessEntry', 'Addon', 'FargateProfile', 'IdentityProviderConfig', 'PodIdentityAssociation'].map(
    (type) => [`AWS::EKS::${type}`, named('AWS::EKS::Cluster', 'eks', 'cluster'), 'ClusterName'] as const,
  ),
  ['AWS::Logs::MetricFilter', LOG_GROUP, 'LogGroupName'],
  ['AWS::Logs::SubscriptionFilter', LOG_GROUP, 'LogGroupName'],
  ['AWS::MSK::BatchScramSecret', SECRET, 'SecretArnList.*'],
  ['AWS::RDS::DBCluster', called('source cluster', CLUSTER), 'SourceDBClusterIdentifier'],
  [
    'AWS::Redshift::ScheduledAction',
    named('AWS::Redshift::Cluster', '', 'cluster'),
    'TargetAction.PauseCluster.ClusterIdentifier',
    'TargetAction.ResumeCluster.ClusterIdentifier',
    'TargetAction.ResizeCluster.ClusterIdentifier',
  ],
  [
    'AWS::Route53Resolver::ResolverRuleAssociation',
    named('AWS::Route53Resolver::ResolverRule', 'route53resolver', 'resolver rule'),
    'ResolverRuleId',
  ],
  [
    'AWS::Route53Resolver::FirewallRuleGroupAssociation',
    named('AWS::Route53Resolver::FirewallRuleGroup', 'route53resolver', 'firewall rule group'),
    'FirewallRuleGroupId',
  ],
  [
    'AWS::Route53Resolver::FirewallRuleGroup',
    named('AWS::Route53Resolver::FirewallDomainList', 'route53resolver', 'domain list'),
    'FirewallRules.*.FirewallDomainListId',
  ],
  [
    'AWS::SecretsManager::SecretTargetAttachment',
    named(
      'AWS::RDS::DBInstance,AWS::RDS::DBCluster,AWS::Redshift::Cluster,AWS::DocDB::DBCluster,AWS::DocDB::DBInstance',
      'rds',
      'database of the secret',
    ),
    'TargetId',
  ],
  [
    'AWS::ServiceDiscovery::Service',
    named(
      'AWS::ServiceDiscovery::PrivateDnsNamespace,AWS::ServiceDiscovery::HttpNamespace,AWS::ServiceDiscovery::PublicDnsNamespace',
      'servicediscovery',
      'namespace',
    ),
    'NamespaceId',
    'DnsConfig.NamespaceId',
  ],
  [
    'AWS::ServiceCatalogAppRegistry::ResourceAssociation',
    named('AWS::ServiceCatalogAppRegistry::Application', 'servicecatalog', 'application'),
    'Application',
  ],
  ['AWS::ServiceDiscovery::PrivateDnsNamespace', named('AWS::EC2::VPC', '', 'VPC'), 'Vpc'],
  [
    'AWS::StepFunctions::StateMachineAlias',
    named('AWS::StepFunctions::StateMachineVersion', 'states', 'state machine version'),
    'RoutingConfiguration.*.StateMachineVersionArn',
  ],
  ['AWS::VpcLattice::AccessLogSubscription', called('destination of the access logs', LOG_GROUP, DELIVERY_STREAM), 'DestinationArn'],
  ['AWS::VpcLattice::TargetGroup', called('target', FUNCTION, LOAD_BALANCER), 'Targets.*.Id'],
  ['AWS::VpcLattice::ServiceNetworkVpcAssociation', named('AWS::EC2::VPC', '', 'VPC'), 'VpcIdentifier'],
  ['AWS::GameLift::Alias', named('AWS::GameLift::Fleet', 'gamelift', 'fleet'), 'RoutingStrategy.FleetId'],
  ['AWS::GameLift::Fleet', named('AWS::GameLift::Build', 'gamelift', 'build'), 'BuildId'],
  ['AWS::GameLift::Fleet', named('AWS::GameLift::Script', 'gamelift', 'script'), 'ScriptId'],
];

export const UNSTATED_ROWS: ReferenceRows = rowsByType(
  PLACES.flatMap(([type, target, ...paths]) =>
    paths.map((path) => [type, inStackRegion(path, target, target.form === 'image' ? { check: 'region/image-region' } : {})] as const),
  ),
);
