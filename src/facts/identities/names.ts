import { exception, type IdentityRow, page, row, threads } from './row.js';

/** A name that must be unique, of a type that ARNs and links do not know by it. */
export interface FurtherName {
  readonly type: string;
  /** The property that sets it, as a path below `Properties`. */
  readonly property: string;
  readonly scope: 'account' | 'region';
  readonly ignoresCase: boolean;
  /** Property that divides the names further, and its default. */
  readonly within?: { readonly property: string; readonly default: string };
  readonly sources: readonly string[];
}

/**
 * Type, property, scope, whether case counts (`=`) or not (`~`), what divides the names further, and the exception that says so, with the
 * service by its name in the SDK (as shipped in botocore 1.43): `elasticache CacheSubnetGroupAlreadyExistsFault` is "The requested cache
 * subnet group name is already in use by an existing cache subnet group." Or the issue on GitHub that quotes the answer.
 */
const TABLE = `
AWS::AmazonMQ::Broker                        BrokerName                          region  =  -                    mq ConflictException
AWS::AppRunner::Service                      ServiceName                         region  =  -                    apprunner InvalidRequestException
AWS::AppStream::Fleet                        Name                                region  =  -                    appstream ResourceAlreadyExistsException
AWS::AutoScaling::LaunchConfiguration        LaunchConfigurationName             region  =  -                    autoscaling AlreadyExistsFault
AWS::Backup::Framework                       FrameworkName                       region  =  -                    backup AlreadyExistsException
AWS::Backup::ReportPlan                      ReportPlanName                      region  =  -                    backup AlreadyExistsException
AWS::Bedrock::Agent                          AgentName                           region  =  -                    bedrock-agent ConflictException
AWS::Bedrock::Flow                           Name                                region  =  -                    bedrock-agent ConflictException
AWS::Bedrock::Guardrail                      Name                                region  =  -                    bedrock ConflictException
AWS::Bedrock::KnowledgeBase                  Name                                region  =  -                    bedrock-agent ConflictException
AWS::Bedrock::Prompt                         Name                                region  =  -                    bedrock-agent ConflictException
AWS::Budgets::Budget                         Budget.BudgetName                   account =  -                    budgets DuplicateRecordException
AWS::Chatbot::MicrosoftTeamsChannelConfiguration ConfigurationName                   account =  -                    chatbot ConflictException
AWS::Chatbot::SlackChannelConfiguration      ConfigurationName                   account =  -                    chatbot ConflictException
AWS::CloudFront::CachePolicy                 CachePolicyConfig.Name              account =  -                    cloudfront CachePolicyAlreadyExists
AWS::CloudFront::Function                    Name                                account =  -                    cloudfront FunctionAlreadyExists
AWS::CloudFront::KeyGroup                    KeyGroupConfig.Name                 account =  -                    cloudfront KeyGroupAlreadyExists
AWS::CloudFront::KeyValueStore               Name                                account =  -                    cloudfront EntityAlreadyExists
AWS::CloudFront::OriginAccessControl         OriginAccessControlConfig.Name      account =  -                    cloudfront OriginAccessControlAlreadyExists
AWS::CloudFront::OriginRequestPolicy         OriginRequestPolicyConfig.Name      account =  -                    cloudfront OriginRequestPolicyAlreadyExists
AWS::CloudFront::RealtimeLogConfig           Name                                account =  -                    cloudfront RealtimeLogConfigAlreadyExists
AWS::CloudFront::ResponseHeadersPolicy       ResponseHeadersPolicyConfig.Name    account =  -                    cloudfront ResponseHeadersPolicyAlreadyExists
AWS::CloudTrail::Trail                       TrailName                           region  =  -                    cloudtrail TrailAlreadyExistsException
AWS::CodeArtifact::Domain                    DomainName                          region  =  -                    codeartifact ConflictException
AWS::CodeBuild::ReportGroup                  Name                                region  =  -                    codebuild ResourceAlreadyExistsException
AWS::CodeDeploy::DeploymentConfig            DeploymentConfigName                region  =  -                    codedeploy DeploymentConfigAlreadyExistsException
AWS::CodeStarNotifications::NotificationRule Name                                region  =  -                    codestar-notifications ResourceAlreadyExistsException
AWS::Comprehend::Flywheel                    FlywheelName                        region  =  -                    comprehend ResourceInUseException
AWS::DAX::Cluster                            ClusterName                         region  ~  -                    dax ClusterAlreadyExistsFault
AWS::DAX::SubnetGroup                        SubnetGroupName                     region  ~  -                    dax SubnetGroupAlreadyExistsFault
AWS::DMS::Endpoint                           EndpointIdentifier                  region  ~  -                    dms ResourceAlreadyExistsFault
AWS::DMS::ReplicationInstance                ReplicationInstanceIdentifier       region  ~  -                    dms ResourceAlreadyExistsFault
AWS::DMS::ReplicationSubnetGroup             ReplicationSubnetGroupIdentifier    region  ~  -                    dms ResourceAlreadyExistsFault
AWS::DMS::ReplicationTask                    ReplicationTaskIdentifier           region  ~  -                    dms ResourceAlreadyExistsFault
AWS::DocDB::DBClusterParameterGroup          Name                                region  ~  -                    docdb DBParameterGroupAlreadyExistsFault
AWS::DocDB::DBInstance                       DBInstanceIdentifier                region  ~  -                    docdb DBInstanceAlreadyExistsFault
AWS::DocDB::DBSubnetGroup                    DBSubnetGroupName                   region  ~  -                    docdb DBSubnetGroupAlreadyExistsFault
AWS::DocDB::EventSubscription                SubscriptionName                    region  ~  -                    docdb SubscriptionAlreadyExistFault
AWS::DocDBElastic::Cluster                   ClusterName                         region  ~  -                    aws/aws-cdk#29251
AWS::ElastiCache::ServerlessCache            ServerlessCacheName                 region  ~  -                    elasticache ServerlessCacheAlreadyExistsFault
AWS::ElastiCache::SubnetGroup                CacheSubnetGroupName                region  ~  -                    elasticache CacheSubnetGroupAlreadyExistsFault
AWS::ElastiCache::User                       UserId                              region  ~  -                    elasticache UserAlreadyExistsFault
AWS::ElastiCache::UserGroup                  UserGroupId                         region  ~  -                    elasticache UserGroupAlreadyExistsFault
AWS::ElasticLoadBalancingV2::TrustStore      Name                                region  =  -                    elbv2 DuplicateTrustStoreNameException
AWS::EventSchemas::Registry                  RegistryName                        region  =  -                    schemas ConflictException
AWS::Events::ApiDestination                  Name                                region  =  -                    events ResourceAlreadyExistsException
AWS::Events::Archive                         ArchiveName                         region  =  -                    events ResourceAlreadyExistsException
AWS::Events::Connection                      Name                                region  =  -                    events ResourceAlreadyExistsException
AWS::Events::Endpoint                        Name                                region  =  -                    events ResourceAlreadyExistsException
AWS::Glue::Connection                        ConnectionInput.Name                region  =  -                    glue AlreadyExistsException
AWS::Glue::Registry                          Name                                region  =  -                    glue AlreadyExistsException
AWS::Glue::SecurityConfiguration             Name                                region  =  -                    glue AlreadyExistsException
AWS::Glue::Trigger                           Name                                region  =  -                    glue AlreadyExistsException
AWS::Glue::Workflow                          Name                                region  =  -                    glue AlreadyExistsException
AWS::IAM::SAMLProvider                       Name                                account ~  -                    iam EntityAlreadyExistsException
AWS::IAM::ServerCertificate                  ServerCertificateName               account ~  -                    iam EntityAlreadyExistsException
AWS::ImageBuilder::DistributionConfiguration Name                                region  =  -                    imagebuilder ResourceAlreadyExistsException
AWS::ImageBuilder::ImagePipeline             Name                                region  =  -                    imagebuilder ResourceAlreadyExistsException
AWS::ImageBuilder::InfrastructureConfiguration Name                              region  =  -                    imagebuilder ResourceAlreadyExistsException
AWS::IoT::DomainConfiguration                DomainConfigurationName             region  =  -                    iot ResourceAlreadyExistsException
AWS::IoT::ProvisioningTemplate               TemplateName                        region  =  -                    iot ResourceAlreadyExistsException
AWS::IoT::ThingGroup                         ThingGroupName                      region  =  -                    iot ResourceAlreadyExistsException
AWS::IoT::RoleAlias                          RoleAlias                           region  =  -                    iot ResourceAlreadyExistsException
AWS::IoTSiteWise::AssetModel                 AssetModelName                      region  =  -                    iotsitewise ResourceAlreadyExistsException
AWS::KafkaConnect::Connector                 ConnectorName                       region  =  -                    kafkaconnect ConflictException
AWS::KafkaConnect::CustomPlugin              Name                                region  =  -                    kafkaconnect ConflictException
AWS::KafkaConnect::WorkerConfiguration       Name                                region  =  -                    kafkaconnect ConflictException
AWS::Lex::Bot                                Name                                region  =  -                    lexv2-models PreconditionFailedException
AWS::MSK::Configuration                      Name                                region  =  -                    kafka ConflictException
AWS::MSK::Replicator                         ReplicatorName                      region  =  -                    kafka ConflictException
AWS::MediaConvert::Queue                     Name                                region  =  -                    mediaconvert ConflictException
AWS::MemoryDB::ACL                           ACLName                             region  ~  -                    memorydb ACLAlreadyExistsFault
AWS::MemoryDB::ParameterGroup                ParameterGroupName                  region  ~  -                    memorydb ParameterGroupAlreadyExistsFault
AWS::MemoryDB::SubnetGroup                   SubnetGroupName                     region  ~  -                    memorydb SubnetGroupAlreadyExistsFault
AWS::MemoryDB::User                          UserName                            region  ~  -                    memorydb UserAlreadyExistsFault
AWS::Neptune::DBClusterParameterGroup        Name                                region  ~  -                    neptune DBParameterGroupAlreadyExistsFault
AWS::Neptune::DBInstance                     DBInstanceIdentifier                region  ~  -                    neptune DBInstanceAlreadyExistsFault
AWS::Neptune::DBParameterGroup               Name                                region  ~  -                    neptune DBParameterGroupAlreadyExistsFault
AWS::Neptune::DBSubnetGroup                  DBSubnetGroupName                   region  ~  -                    neptune DBSubnetGroupAlreadyExistsFault
AWS::Neptune::EventSubscription              SubscriptionName                    region  ~  -                    neptune SubscriptionAlreadyExistFault
AWS::NeptuneGraph::Graph                     GraphName                           region  =  -                    neptune-graph ConflictException
AWS::NetworkFirewall::Firewall               FirewallName                        region  =  -                    network-firewall InvalidRequestException
AWS::NetworkFirewall::FirewallPolicy         FirewallPolicyName                  region  =  -                    network-firewall InvalidRequestException
AWS::NetworkFirewall::RuleGroup              RuleGroupName                       region  =  Type:                network-firewall InvalidRequestException
AWS::OSIS::Pipeline                          PipelineName                        region  =  -                    osis ResourceAlreadyExistsException
AWS::OpenSearchServerless::AccessPolicy      Name                                region  =  Type:                opensearchserverless ConflictException
AWS::OpenSearchServerless::LifecyclePolicy   Name                                region  =  Type:                opensearchserverless ConflictException
AWS::OpenSearchServerless::SecurityPolicy    Name                                region  =  Type:                opensearchserverless ConflictException
AWS::Personalize::DatasetGroup               Name                                region  =  -                    personalize ResourceAlreadyExistsException
AWS::RDS::DBProxyEndpoint                    DBProxyEndpointName                 region  ~  -                    rds DBProxyEndpointAlreadyExistsFault
AWS::RDS::DBShardGroup                       DBShardGroupIdentifier              region  ~  -                    rds DBShardGroupAlreadyExistsFault
AWS::RDS::EventSubscription                  SubscriptionName                    region  ~  -                    rds SubscriptionAlreadyExistFault
AWS::RDS::OptionGroup                        OptionGroupName                     region  ~  -                    rds OptionGroupAlreadyExistsFault
AWS::RUM::AppMonitor                         Name                                region  =  -                    rum ConflictException
AWS::Redshift::ClusterParameterGroup         ParameterGroupName                  region  ~  -                    redshift ClusterParameterGroupAlreadyExistsFault
AWS::Redshift::SnapshotCopyGrant             SnapshotCopyGrantName               region  ~  -                    redshift SnapshotCopyGrantAlreadyExistsFault
AWS::ResourceExplorer2::View                 ViewName                            region  =  -                    resource-explorer-2 ConflictException
AWS::Route53::CidrCollection                 Name                                account =  -                    route53 CidrCollectionAlreadyExistsException
AWS::S3::AccessPoint                         Name                                region  =  -                    -
AWS::S3::MultiRegionAccessPoint              Name                                account =  -                    -
AWS::S3Vectors::VectorBucket                 VectorBucketName                    region  =  -                    s3vectors ConflictException
AWS::SES::ConfigurationSet                   Name                                region  =  -                    sesv2 AlreadyExistsException
AWS::SES::ContactList                        ContactListName                     region  =  -                    sesv2 AlreadyExistsException
AWS::SES::ReceiptRuleSet                     RuleSetName                         region  =  -                    ses AlreadyExistsException
AWS::SES::Template                           Template.TemplateName               region  =  -                    ses AlreadyExistsException
AWS::SSM::Document                           Name                                region  =  -                    ssm DocumentAlreadyExists
AWS::SSM::ResourceDataSync                   SyncName                            region  =  -                    ssm ResourceDataSyncAlreadyExistsException
AWS::SageMaker::EndpointConfig               EndpointConfigName                  region  =  -                    awslabs/spot-tagging-bot-for-digital-assets#2
AWS::ServiceCatalogAppRegistry::Application  Name                                region  =  -                    servicecatalog-appregistry ConflictException
AWS::ServiceDiscovery::HttpNamespace         Name                                region  ~  -                    servicediscovery NamespaceAlreadyExists
AWS::Synthetics::Group                       Name                                region  =  -                    synthetics ConflictException
AWS::Timestream::InfluxDBInstance            Name                                region  =  -                    timestream-influxdb ConflictException
AWS::VpcLattice::Service                     Name                                region  =  -                    vpc-lattice ConflictException
AWS::VpcLattice::ServiceNetwork              Name                                region  =  -                    vpc-lattice ConflictException
AWS::VpcLattice::TargetGroup                 Name                                region  =  -                    vpc-lattice ConflictException
AWS::WAFv2::IPSet                            Name                                region  =  Scope:               wafv2 WAFDuplicateItemException
AWS::WAFv2::RegexPatternSet                  Name                                region  =  Scope:               wafv2 WAFDuplicateItemException
AWS::WAFv2::RuleGroup                        Name                                region  =  Scope:               wafv2 WAFDuplicateItemException
AWS::WAFv2::WebACL                           Name                                region  =  Scope:               wafv2 WAFDuplicateItemException
AWS::XRay::Group                             GroupName                           region  =  -                    xray InvalidRequestException
`;

export const FURTHER_NAMES: readonly FurtherName[] = TABLE.trim()
  .split('\n')
  .map((line) => line.split(/\s+/) as [string, string, 'account' | 'region', '=' | '~', string, string, string?])
  .map(([type, property, scope, comparison, within, service, name]) => {
    const [divider = '', fallback = ''] = within === '-' ? [] : within.split(':');
    return {
      type,
      property,
      scope,
      ignoresCase: comparison === '~',
      ...(divider !== '' && { within: { property: divider, default: fallback } }),
      sources: [...(name !== undefined ? [exception(service, name)] : service === '-' ? [] : threads(service)), page(type)],
    };
  });

export const NAMES: readonly IdentityRow[] = FURTHER_NAMES.map(({ type, property, scope, ignoresCase, within, sources }) =>
  row(type, {
    scope,
    key: [[property, ignoresCase ? 'caseless' : 'exact'], ...(within ? [[within.property, 'exact', within.default] as const] : [])],
    what: `name of ${type}`,
    says: 'already exists',
    check: 'naming/physical-name-duplicate',
    sources,
  }),
);
