import { tableOf } from '../table-of.js';

/** A place that names another resource of the same kind of service by a text alone, and that the service looks up when it creates the resource. */
export interface NameInText {
  readonly type: string;
  /** Steps below `Properties`; `*` stands for every element of a list. */
  readonly path: string;
  readonly target: string;
  /** The property of the target that sets its name, as a path below `Properties`. */
  readonly name: string;
  /** The properties by which both name what the target is a part of: the names are unique in that alone. */
  readonly within?: readonly [own: string, ofTarget: string];
  /** What the service answers when it does not exist; empty where that is not known. */
  readonly answer: string;
}

/**
 * Type and path, the type that is named and the property with its name, what both are parts of, the call that CloudFormation makes, what that
 * answers, and the thread where it did. Without a thread the answer is one of the exceptions of the call (as shipped in botocore 1.43),
 * https://docs.aws.amazon.com/<service>/latest/APIReference/API_<call>.html
 */
const TABLE = `
AWS::AppMesh::GatewayRoute                     VirtualGatewayName                   AWS::AppMesh::VirtualGateway                   VirtualGatewayName                   MeshName           appmesh:CreateGatewayRoute | NotFoundException
AWS::AppMesh::Route                            VirtualRouterName                    AWS::AppMesh::VirtualRouter                    VirtualRouterName                    MeshName           appmesh:CreateRoute | NotFoundException
AWS::AppMesh::VirtualGateway                   MeshName                             AWS::AppMesh::Mesh                             MeshName                             -                  appmesh:CreateVirtualGateway | NotFoundException
AWS::AppMesh::VirtualNode                      MeshName                             AWS::AppMesh::Mesh                             MeshName                             -                  appmesh:CreateVirtualNode | NotFoundException
AWS::AppMesh::VirtualRouter                    MeshName                             AWS::AppMesh::Mesh                             MeshName                             -                  appmesh:CreateVirtualRouter | NotFoundException
AWS::AppMesh::VirtualService                   MeshName                             AWS::AppMesh::Mesh                             MeshName                             -                  appmesh:CreateVirtualService | NotFoundException
AWS::AppSync::FunctionConfiguration            DataSourceName                       AWS::AppSync::DataSource                       Name                                 ApiId              appsync:CreateFunction | NotFoundException
AWS::AppSync::Resolver                         DataSourceName                       AWS::AppSync::DataSource                       Name                                 ApiId              appsync:CreateResolver | No data source found named … | aws-samples/aws-cdk-examples#197
AWS::ApplicationAutoScaling::ScalableTarget    ResourceId                           AWS::DynamoDB::Table                           TableName                            -                  application-autoscaling:RegisterScalableTarget | ValidationException
AWS::ApplicationAutoScaling::ScalableTarget    ResourceId                           AWS::ECS::Service                              ServiceName                          -                  application-autoscaling:RegisterScalableTarget | ValidationException
AWS::ApplicationAutoScaling::ScalingPolicy     ResourceId                           AWS::ApplicationAutoScaling::ScalableTarget    ResourceId                           ScalableDimension  application-autoscaling:PutScalingPolicy | ObjectNotFoundException
AWS::AutoScaling::AutoScalingGroup             LaunchTemplate.LaunchTemplateName    AWS::EC2::LaunchTemplate                       LaunchTemplateName                   -                  autoscaling:CreateAutoScalingGroup | The specified launch template does not exist | floci-io/floci#2005
AWS::Cassandra::Table                          KeyspaceName                         AWS::Cassandra::Keyspace                       KeyspaceName                         -                  keyspaces:CreateTable | ResourceNotFoundException
AWS::Cassandra::Type                           KeyspaceName                         AWS::Cassandra::Keyspace                       KeyspaceName                         -                  keyspaces:CreateType | ResourceNotFoundException
AWS::CloudWatch::CompositeAlarm                AlarmRule                            AWS::CloudWatch::Alarm                         AlarmName                            -                  cloudwatch:PutCompositeAlarm | Could not save the composite alarm as alarms … in the alarm rule do not exist | awsdocs/aws-cloudformation-user-guide#911
AWS::CloudWatch::CompositeAlarm                AlarmRule                            AWS::CloudWatch::CompositeAlarm                AlarmName                            -                  cloudwatch:PutCompositeAlarm | Could not save the composite alarm as alarms … in the alarm rule do not exist | awsdocs/aws-cloudformation-user-guide#911
AWS::CodeArtifact::PackageGroup                DomainName                           AWS::CodeArtifact::Domain                      DomainName                           -                  codeartifact:CreatePackageGroup | ResourceNotFoundException
AWS::CodeArtifact::Repository                  DomainName                           AWS::CodeArtifact::Domain                      DomainName                           -                  codeartifact:CreateRepository | Domain not found | aws/aws-cdk#15746
AWS::CodeArtifact::Repository                  Upstreams.*                          AWS::CodeArtifact::Repository                  RepositoryName                       DomainName         codeartifact:CreateRepository | ResourceNotFoundException
AWS::CodeDeploy::DeploymentGroup               AutoScalingGroups.*                  AWS::AutoScaling::AutoScalingGroup             AutoScalingGroupName                 -                  codedeploy:CreateDeploymentGroup | InvalidAutoScalingGroupException
AWS::CodeDeploy::DeploymentGroup               DeploymentConfigName                 AWS::CodeDeploy::DeploymentConfig              DeploymentConfigName                 -                  codedeploy:CreateDeploymentGroup | DeploymentConfigDoesNotExistException
AWS::CodeDeploy::DeploymentGroup               ECSServices.*.ServiceName            AWS::ECS::Service                              ServiceName                          -                  codedeploy:CreateDeploymentGroup | InvalidECSServiceException
AWS::Cognito::UserPoolClient                   AllowedOAuthScopes.*                 AWS::Cognito::UserPoolResourceServer           Identifier                           UserPoolId         cognito-idp:CreateUserPoolClient | ScopeDoesNotExistException | serverless/serverless#10041
AWS::Cognito::UserPoolClient                   SupportedIdentityProviders.*         AWS::Cognito::UserPoolIdentityProvider         ProviderName                         UserPoolId         cognito-idp:CreateUserPoolClient | The provider … does not exist for User Pool … | lgallard/terraform-aws-cognito-user-pool#72
AWS::Cognito::UserPoolUserToGroupAttachment    GroupName                            AWS::Cognito::UserPoolGroup                    GroupName                            UserPoolId         cognito-idp:AdminAddUserToGroup | ResourceNotFoundException
AWS::Cognito::UserPoolUserToGroupAttachment    Username                             AWS::Cognito::UserPoolUser                     Username                             UserPoolId         cognito-idp:AdminAddUserToGroup | UserNotFoundException
AWS::DAX::Cluster                              ParameterGroupName                   AWS::DAX::ParameterGroup                       ParameterGroupName                   -                  dax:CreateCluster | ParameterGroupNotFoundFault
AWS::DocDB::DBCluster                          DBClusterParameterGroupName          AWS::DocDB::DBClusterParameterGroup            Name                                 -                  docdb:CreateDBCluster | DBClusterParameterGroupNotFoundFault
AWS::EMR::Cluster                              JobFlowRole                          AWS::IAM::InstanceProfile                      InstanceProfileName                  -                  emr:RunJobFlow |  | aws/aws-cdk#16274
AWS::EMR::Cluster                              SecurityConfiguration                AWS::EMR::SecurityConfiguration                Name                                 -                  emr:RunJobFlow | Security configuration with name … does not exist | hashicorp/terraform#13620
AWS::ElastiCache::ReplicationGroup             UserGroupIds.*                       AWS::ElastiCache::UserGroup                    UserGroupId                          -                  elasticache:CreateReplicationGroup | UserGroupNotFoundFault
AWS::ElastiCache::ServerlessCache              UserGroupId                          AWS::ElastiCache::UserGroup                    UserGroupId                          -                  elasticache:CreateServerlessCache | UserGroupNotFoundFault
AWS::ElastiCache::UserGroup                    UserIds.*                            AWS::ElastiCache::User                         UserId                               -                  elasticache:CreateUserGroup | User … not found | aws/aws-cdk#17804
AWS::ElasticBeanstalk::ApplicationVersion      ApplicationName                      AWS::ElasticBeanstalk::Application             ApplicationName                      -                  elasticbeanstalk:CreateApplicationVersion | No Application named … found | awsdocs/aws-elastic-beanstalk-developer-guide#100
AWS::ElasticBeanstalk::ConfigurationTemplate   ApplicationName                      AWS::ElasticBeanstalk::Application             ApplicationName                      -                  elasticbeanstalk:CreateConfigurationTemplate | No Application named … found | awsdocs/aws-elastic-beanstalk-developer-guide#100
AWS::ElasticBeanstalk::Environment             ApplicationName                      AWS::ElasticBeanstalk::Application             ApplicationName                      -                  elasticbeanstalk:CreateEnvironment | No Application named … found | aws-samples/aws-cdk-examples#275
AWS::ElasticBeanstalk::Environment             OptionSettings.*.Value               AWS::IAM::InstanceProfile                      InstanceProfileName                  -                  elasticbeanstalk:CreateEnvironment | The instance profile … associated with the environment does not exist | cloudposse/terraform-aws-elastic-beanstalk-environment#267
AWS::Glue::Schema                              Registry.Name                        AWS::Glue::Registry                            Name                                 -                  glue:CreateSchema | EntityNotFoundException
AWS::Glue::Trigger                             Actions.*.CrawlerName                AWS::Glue::Crawler                             Name                                 -                  glue:CreateTrigger | EntityNotFoundException
AWS::Glue::Trigger                             WorkflowName                         AWS::Glue::Workflow                            Name                                 -                  glue:CreateTrigger | EntityNotFoundException
AWS::ImageBuilder::InfrastructureConfiguration InstanceProfileName                  AWS::IAM::InstanceProfile                      InstanceProfileName                  -                  imagebuilder:CreateInfrastructureConfiguration | The provided instance profile does not exist | aws/aws-cdk#11441
AWS::IoT::ThingPrincipalAttachment             ThingName                            AWS::IoT::Thing                                ThingName                            -                  iot:AttachThingPrincipal | ResourceNotFoundException
AWS::KinesisAnalyticsV2::ApplicationCloudWatchLoggingOption ApplicationName                      AWS::KinesisAnalyticsV2::Application           ApplicationName                      -                  kinesisanalyticsv2:AddApplicationCloudWatchLoggingOption | ResourceNotFoundException
AWS::KinesisAnalyticsV2::ApplicationOutput     ApplicationName                      AWS::KinesisAnalyticsV2::Application           ApplicationName                      -                  kinesisanalyticsv2:AddApplicationOutput | ResourceNotFoundException
AWS::LakeFormation::Permissions                Resource.DatabaseResource.Name       AWS::Glue::Database                            DatabaseInput.Name                   -                  lakeformation:GrantPermissions | EntityNotFoundException
AWS::LakeFormation::Permissions                Resource.TableResource.Name          AWS::Glue::Table                               TableInput.Name                      Resource.TableResource.DatabaseName=DatabaseName lakeformation:GrantPermissions | EntityNotFoundException
AWS::LakeFormation::PrincipalPermissions       Resource.Database.Name               AWS::Glue::Database                            DatabaseInput.Name                   -                  lakeformation:GrantPermissions | EntityNotFoundException
AWS::LakeFormation::PrincipalPermissions       Resource.Table.Name                  AWS::Glue::Table                               TableInput.Name                      Resource.Table.DatabaseName=DatabaseName lakeformation:GrantPermissions | EntityNotFoundException
AWS::LakeFormation::TagAssociation             LFTags.*.TagKey                      AWS::LakeFormation::Tag                        TagKey                               -                  lakeformation:AddLFTagsToResource | EntityNotFoundException
AWS::LakeFormation::TagAssociation             Resource.Database.Name               AWS::Glue::Database                            DatabaseInput.Name                   -                  lakeformation:AddLFTagsToResource | EntityNotFoundException
AWS::LakeFormation::TagAssociation             Resource.Table.Name                  AWS::Glue::Table                               TableInput.Name                      Resource.Table.DatabaseName=DatabaseName lakeformation:AddLFTagsToResource | EntityNotFoundException | aws/aws-cdk#26262
AWS::Lightsail::LoadBalancerTlsCertificate     LoadBalancerName                     AWS::Lightsail::LoadBalancer                   LoadBalancerName                     -                  lightsail:CreateLoadBalancerTlsCertificate | NotFoundException
AWS::Location::TrackerConsumer                 TrackerName                          AWS::Location::Tracker                         TrackerName                          -                  location:AssociateTrackerConsumer | ResourceNotFoundException
AWS::MediaPackage::OriginEndpoint              ChannelId                            AWS::MediaPackage::Channel                     Id                                   -                  mediapackage:CreateOriginEndpoint | NotFoundException | aws/aws-cdk#13835
AWS::MediaPackageV2::Channel                   ChannelGroupName                     AWS::MediaPackageV2::ChannelGroup              ChannelGroupName                     -                  mediapackagev2:CreateChannel | ResourceNotFoundException
AWS::MediaPackageV2::OriginEndpoint            ChannelName                          AWS::MediaPackageV2::Channel                   ChannelName                          ChannelGroupName   mediapackagev2:CreateOriginEndpoint | ResourceNotFoundException
AWS::MemoryDB::ACL                             UserNames.*                          AWS::MemoryDB::User                            UserName                             -                  memorydb:CreateACL | UserNotFoundFault
AWS::MemoryDB::Cluster                         ParameterGroupName                   AWS::MemoryDB::ParameterGroup                  ParameterGroupName                   -                  memorydb:CreateCluster | ParameterGroupNotFoundFault
AWS::Neptune::DBCluster                        DBClusterParameterGroupName          AWS::Neptune::DBClusterParameterGroup          Name                                 -                  neptune:CreateDBCluster | DBClusterParameterGroupNotFoundFault
AWS::Neptune::DBInstance                       DBParameterGroupName                 AWS::Neptune::DBParameterGroup                 Name                                 -                  neptune:CreateDBInstance | DBParameterGroupNotFoundFault
AWS::Redshift::Cluster                         ClusterParameterGroupName            AWS::Redshift::ClusterParameterGroup           ParameterGroupName                   -                  redshift:CreateCluster | ClusterParameterGroupNotFoundFault
AWS::RedshiftServerless::Workgroup             NamespaceName                        AWS::RedshiftServerless::Namespace             NamespaceName                        -                  redshift-serverless:CreateWorkgroup | ResourceNotFoundException
AWS::SES::EmailIdentity                        ConfigurationSetAttributes.ConfigurationSetName AWS::SES::ConfigurationSet                     Name                                 -                  sesv2:CreateEmailIdentity | NotFoundException
AWS::SSM::Association                          Name                                 AWS::SSM::Document                             Name                                 -                  ssm:CreateAssociation | InvalidDocument
AWS::SageMaker::Endpoint                       EndpointConfigName                   AWS::SageMaker::EndpointConfig                 EndpointConfigName                   -                  sagemaker:CreateEndpoint |  | aws-samples/amazon-sagemaker-model-serving-using-aws-cdk#7
AWS::SageMaker::EndpointConfig                 ProductionVariants.*.ModelName       AWS::SageMaker::Model                          ModelName                            -                  sagemaker:CreateEndpointConfig |  | aws-samples/amazon-sagemaker-model-serving-using-aws-cdk#7
AWS::SageMaker::ImageVersion                   ImageName                            AWS::SageMaker::Image                          ImageName                            -                  sagemaker:CreateImageVersion | ResourceNotFound
`;

const ALARMS = /\b(?:ALARM|OK|INSUFFICIENT_DATA)\(["']?([^"')]+)/g;

/** Where a text holds more than the name: what finds the names in it, by the path and the type that is named. */
const FORMS: Readonly<Record<string, RegExp>> = tableOf({
  'AlarmRule AWS::CloudWatch::Alarm': ALARMS,
  'AlarmRule AWS::CloudWatch::CompositeAlarm': ALARMS,
  // The scope `orders/read` is one of the resource server `orders`, whose identifier may be a URL.
  'AllowedOAuthScopes.* AWS::Cognito::UserPoolResourceServer': /^(.+)\/[^/]+$/g,
  'ResourceId AWS::DynamoDB::Table': /^table\/([^/]+)/g,
  'ResourceId AWS::ECS::Service': /^service\/[^/]+\/(.+)$/g,
});

export const NAMES_IN_TEXT: readonly NameInText[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [columns = '', answer = ''] = line.split(' | ');
    const [type = '', path = '', target = '', name = '', shared = '-'] = columns.split(/ +/);
    const [own = '', ofTarget = own] = shared.split('=');
    return { type, path, target, name, answer: answer.trim(), ...(shared !== '-' && { within: [own, ofTarget] as const }) };
  });

/** The names that a text at the place of a row holds. */
export function namesOfText({ path, target }: NameInText, text: string): readonly string[] {
  const form = FORMS[`${path} ${target}`];
  return form === undefined ? [text] : [...text.matchAll(form)].map(([, name = '']) => name.trim());
}
