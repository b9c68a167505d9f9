/**
 * Properties whose target a service looks up when it creates the resource, so that a name or ARN written there needs a resource that
 * exists already: type, path without list indexes, the call that CloudFormation makes, and the error of that call where it has one.
 * Replication destinations and members of global clusters have checks of their own.
 * Source: "Errors" of each call in the API reference of its service, https://docs.aws.amazon.com/<service>/latest/APIReference/API_<call>.html
 */
const TABLE = `
AWS::ApiGateway::BasePathMapping              DomainName                                  apigateway:CreateBasePathMapping           NotFoundException
AWS::ApiGatewayV2::ApiMapping                 DomainName                                  apigatewayv2:CreateApiMapping              NotFoundException
AWS::Athena::NamedQuery                       WorkGroup                                   athena:CreateNamedQuery                    InvalidRequestException
AWS::Athena::PreparedStatement                WorkGroup                                   athena:CreatePreparedStatement             InvalidRequestException
AWS::AutoScaling::LaunchConfiguration         IamInstanceProfile                          autoscaling:CreateLaunchConfiguration
AWS::AutoScaling::LifecycleHook               AutoScalingGroupName                        autoscaling:PutLifecycleHook
AWS::AutoScaling::ScalingPolicy               AutoScalingGroupName                        autoscaling:PutScalingPolicy
AWS::AutoScaling::ScheduledAction             AutoScalingGroupName                        autoscaling:PutScheduledUpdateGroupAction
AWS::AutoScaling::WarmPool                    AutoScalingGroupName                        autoscaling:PutWarmPool
AWS::Backup::BackupPlan                       BackupPlan.BackupPlanRule.TargetBackupVault backup:CreateBackupPlan                    ResourceNotFoundException
AWS::Backup::BackupVault                      Notifications.SNSTopicArn                   backup:PutBackupVaultNotifications         InvalidParameterValueException
AWS::Batch::JobQueue                          ComputeEnvironmentOrder.ComputeEnvironment  batch:CreateJobQueue                       ClientException
AWS::CloudTrail::Trail                        CloudWatchLogsLogGroupArn                   cloudtrail:CreateTrail                     InvalidCloudWatchLogsLogGroupArnException
AWS::CloudTrail::Trail                        CloudWatchLogsRoleArn                       cloudtrail:CreateTrail                     InvalidCloudWatchLogsRoleArnException
AWS::CloudTrail::Trail                        S3BucketName                                cloudtrail:CreateTrail                     S3BucketDoesNotExistException
AWS::CodeBuild::Project                       ServiceRole                                 codebuild:CreateProject                    InvalidInputException
AWS::CodeDeploy::DeploymentGroup              ApplicationName                             codedeploy:CreateDeploymentGroup           ApplicationDoesNotExistException
AWS::CodeDeploy::DeploymentGroup              DeploymentConfigName                        codedeploy:CreateDeploymentGroup           DeploymentConfigDoesNotExistException
AWS::CodeDeploy::DeploymentGroup              ServiceRoleArn                              codedeploy:CreateDeploymentGroup           InvalidRoleException
AWS::CodePipeline::Pipeline                   RoleArn                                     codepipeline:CreatePipeline                InvalidStructureException
AWS::CodePipeline::Webhook                    TargetPipeline                              codepipeline:PutWebhook                    PipelineNotFoundException
AWS::Config::ConfigurationRecorder            RoleARN                                     config:PutConfigurationRecorder            InvalidRoleException
AWS::Config::DeliveryChannel                  S3BucketName                                config:PutDeliveryChannel                  NoSuchBucketException
AWS::Config::DeliveryChannel                  SnsTopicARN                                 config:PutDeliveryChannel                  InvalidSNSTopicARNException
AWS::DAX::Cluster                             ParameterGroupName                          dax:CreateCluster                          ParameterGroupNotFoundFault
AWS::DAX::Cluster                             SubnetGroupName                             dax:CreateCluster                          SubnetGroupNotFoundFault
AWS::DMS::ReplicationInstance                 ReplicationSubnetGroupIdentifier            dms:CreateReplicationInstance              ResourceNotFoundFault
AWS::DocDB::DBCluster                         DBClusterParameterGroupName                 docdb:CreateDBCluster                      DBClusterParameterGroupNotFoundFault
AWS::DocDB::DBCluster                         DBSubnetGroupName                           docdb:CreateDBCluster                      DBSubnetGroupNotFoundFault
AWS::DocDB::DBCluster                         KmsKeyId                                    docdb:CreateDBCluster                      KMSKeyNotAccessibleFault
AWS::DocDB::DBInstance                        DBClusterIdentifier                         docdb:CreateDBInstance                     DBClusterNotFoundFault
AWS::DynamoDB::Table                          KinesisStreamSpecification.StreamArn        dynamodb:EnableKinesisStreamingDestination ResourceNotFoundException
AWS::EC2::Instance                            IamInstanceProfile                          ec2:RunInstances
AWS::EC2::Volume                              KmsKeyId                                    ec2:CreateVolume
AWS::ECS::ClusterCapacityProviderAssociations CapacityProviders                           ecs:PutClusterCapacityProviders            InvalidParameterException
AWS::ECS::ClusterCapacityProviderAssociations Cluster                                     ecs:PutClusterCapacityProviders            ClusterNotFoundException
AWS::ECS::Service                             Cluster                                     ecs:CreateService                          ClusterNotFoundException
AWS::ECS::Service                             TaskDefinition                              ecs:CreateService                          ClientException
AWS::ECS::TaskDefinition                      ExecutionRoleArn                            ecs:RegisterTaskDefinition                 ClientException
AWS::ECS::TaskDefinition                      TaskRoleArn                                 ecs:RegisterTaskDefinition                 ClientException
AWS::EKS::AccessEntry                         ClusterName                                 eks:CreateAccessEntry                      ResourceNotFoundException
AWS::EKS::Addon                               ClusterName                                 eks:CreateAddon                            ResourceNotFoundException
AWS::EKS::Cluster                             RoleArn                                     eks:CreateCluster                          InvalidParameterException
AWS::EKS::FargateProfile                      ClusterName                                 eks:CreateFargateProfile                   ResourceNotFoundException
AWS::EKS::IdentityProviderConfig              ClusterName                                 eks:AssociateIdentityProviderConfig        ResourceNotFoundException
AWS::EKS::Nodegroup                           ClusterName                                 eks:CreateNodegroup                        ResourceNotFoundException
AWS::EKS::PodIdentityAssociation              ClusterName                                 eks:CreatePodIdentityAssociation           ResourceNotFoundException
AWS::ElastiCache::CacheCluster                CacheParameterGroupName                     elasticache:CreateCacheCluster             CacheParameterGroupNotFoundFault
AWS::ElastiCache::CacheCluster                CacheSubnetGroupName                        elasticache:CreateCacheCluster             CacheSubnetGroupNotFoundFault
AWS::ElastiCache::ReplicationGroup            CacheParameterGroupName                     elasticache:CreateReplicationGroup         CacheParameterGroupNotFoundFault
AWS::ElastiCache::ReplicationGroup            CacheSubnetGroupName                        elasticache:CreateReplicationGroup         CacheSubnetGroupNotFoundFault
AWS::ElastiCache::ReplicationGroup            UserGroupIds                                elasticache:CreateReplicationGroup         UserGroupNotFoundFault
AWS::Events::ApiDestination                   ConnectionArn                               events:CreateApiDestination                ResourceNotFoundException
AWS::Events::Archive                          SourceArn                                   events:CreateArchive                       ResourceNotFoundException
AWS::Events::Endpoint                         EventBuses.EventBusArn                      events:CreateEndpoint
AWS::Events::EventBusPolicy                   EventBusName                                events:PutPermission                       ResourceNotFoundException
AWS::Events::Rule                             EventBusName                                events:PutRule                             ResourceNotFoundException
AWS::Glue::Crawler                            Role                                        glue:CreateCrawler                         InvalidInputException
AWS::Glue::Partition                          DatabaseName                                glue:CreatePartition                       EntityNotFoundException
AWS::Glue::Partition                          TableName                                   glue:CreatePartition                       EntityNotFoundException
AWS::Glue::Table                              DatabaseName                                glue:CreateTable                           EntityNotFoundException
AWS::Glue::Trigger                            Actions.JobName                             glue:CreateTrigger                         EntityNotFoundException
AWS::IAM::Group                               ManagedPolicyArns                           iam:AttachGroupPolicy                      NoSuchEntity
AWS::IAM::InstanceProfile                     Roles                                       iam:AddRoleToInstanceProfile               NoSuchEntity
AWS::IAM::ManagedPolicy                       Groups                                      iam:AttachGroupPolicy                      NoSuchEntity
AWS::IAM::ManagedPolicy                       Roles                                       iam:AttachRolePolicy                       NoSuchEntity
AWS::IAM::ManagedPolicy                       Users                                       iam:AttachUserPolicy                       NoSuchEntity
AWS::IAM::Policy                              Groups                                      iam:PutGroupPolicy                         NoSuchEntity
AWS::IAM::Policy                              Roles                                       iam:PutRolePolicy                          NoSuchEntity
AWS::IAM::Policy                              Users                                       iam:PutUserPolicy                          NoSuchEntity
AWS::IAM::Role                                ManagedPolicyArns                           iam:AttachRolePolicy                       NoSuchEntity
AWS::IAM::Role                                PermissionsBoundary                         iam:CreateRole                             NoSuchEntity
AWS::IAM::User                                Groups                                      iam:AddUserToGroup                         NoSuchEntity
AWS::IAM::User                                ManagedPolicyArns                           iam:AttachUserPolicy                       NoSuchEntity
AWS::IAM::User                                PermissionsBoundary                         iam:CreateUser                             NoSuchEntity
AWS::IAM::UserToGroupAddition                 GroupName                                   iam:AddUserToGroup                         NoSuchEntity
AWS::IAM::UserToGroupAddition                 Users                                       iam:AddUserToGroup                         NoSuchEntity
AWS::IoT::PolicyPrincipalAttachment           PolicyName                                  iot:AttachPolicy                           ResourceNotFoundException
AWS::KMS::Alias                               TargetKeyId                                 kms:CreateAlias                            NotFoundException
AWS::Kinesis::ResourcePolicy                  ResourceArn                                 kinesis:PutResourcePolicy                  ResourceNotFoundException
AWS::Kinesis::StreamConsumer                  StreamARN                                   kinesis:RegisterStreamConsumer             ResourceNotFoundException
AWS::KinesisFirehose::DeliveryStream          ExtendedS3DestinationConfiguration.RoleARN  firehose:CreateDeliveryStream              InvalidArgumentException
AWS::Lambda::Alias                            FunctionName                                lambda:CreateAlias                         ResourceNotFoundException
AWS::Lambda::EventInvokeConfig                FunctionName                                lambda:PutFunctionEventInvokeConfig        ResourceNotFoundException
AWS::Lambda::EventSourceMapping               EventSourceArn                              lambda:CreateEventSourceMapping            ResourceNotFoundException
AWS::Lambda::EventSourceMapping               FunctionName                                lambda:CreateEventSourceMapping            ResourceNotFoundException
AWS::Lambda::Function                         Role                                        lambda:CreateFunction                      InvalidParameterValueException
AWS::Lambda::Permission                       FunctionName                                lambda:AddPermission                       ResourceNotFoundException
AWS::Lambda::Url                              TargetFunctionArn                           lambda:CreateFunctionUrlConfig             ResourceNotFoundException
AWS::Lambda::Version                          FunctionName                                lambda:PublishVersion                      ResourceNotFoundException
AWS::Logs::LogStream                          LogGroupName                                logs:CreateLogStream                       ResourceNotFoundException
AWS::Logs::MetricFilter                       LogGroupName                                logs:PutMetricFilter                       ResourceNotFoundException
AWS::Logs::SubscriptionFilter                 DestinationArn                              logs:PutSubscriptionFilter                 ResourceNotFoundException
AWS::Logs::SubscriptionFilter                 LogGroupName                                logs:PutSubscriptionFilter                 ResourceNotFoundException
AWS::MemoryDB::Cluster                        ACLName                                     memorydb:CreateCluster                     ACLNotFoundFault
AWS::MemoryDB::Cluster                        ParameterGroupName                          memorydb:CreateCluster                     ParameterGroupNotFoundFault
AWS::MemoryDB::Cluster                        SubnetGroupName                             memorydb:CreateCluster                     SubnetGroupNotFoundFault
AWS::Neptune::DBCluster                       DBClusterParameterGroupName                 neptune:CreateDBCluster                    DBClusterParameterGroupNotFoundFault
AWS::Neptune::DBCluster                       DBSubnetGroupName                           neptune:CreateDBCluster                    DBSubnetGroupNotFoundFault
AWS::Neptune::DBCluster                       KmsKeyId                                    neptune:CreateDBCluster                    KMSKeyNotAccessibleFault
AWS::Neptune::DBInstance                      DBClusterIdentifier                         neptune:CreateDBInstance                   DBClusterNotFoundFault
AWS::Pipes::Pipe                              RoleArn                                     pipes:CreatePipe                           ValidationException
AWS::RDS::DBCluster                           DBClusterParameterGroupName                 rds:CreateDBCluster                        DBClusterParameterGroupNotFoundFault
AWS::RDS::DBCluster                           DBSubnetGroupName                           rds:CreateDBCluster                        DBSubnetGroupNotFoundFault
AWS::RDS::DBCluster                           KmsKeyId                                    rds:CreateDBCluster                        KMSKeyNotAccessibleFault
AWS::RDS::DBInstance                          DBClusterIdentifier                         rds:CreateDBInstance                       DBClusterNotFoundFault
AWS::RDS::DBInstance                          DBParameterGroupName                        rds:CreateDBInstance                       DBParameterGroupNotFoundFault
AWS::RDS::DBInstance                          DBSubnetGroupName                           rds:CreateDBInstance                       DBSubnetGroupNotFoundFault
AWS::RDS::DBInstance                          KmsKeyId                                    rds:CreateDBInstance                       KMSKeyNotAccessibleFault
AWS::RDS::DBInstance                          OptionGroupName                             rds:CreateDBInstance                       OptionGroupNotFoundFault
AWS::RDS::DBInstance                          SourceDBInstanceIdentifier                  rds:CreateDBInstanceReadReplica            DBInstanceNotFoundFault
AWS::RDS::DBProxyEndpoint                     DBProxyName                                 rds:CreateDBProxyEndpoint                  DBProxyNotFoundFault
AWS::RDS::DBProxyTargetGroup                  DBClusterIdentifiers                        rds:RegisterDBProxyTargets                 DBClusterNotFoundFault
AWS::RDS::DBProxyTargetGroup                  DBInstanceIdentifiers                       rds:RegisterDBProxyTargets                 DBInstanceNotFoundFault
AWS::RDS::DBProxyTargetGroup                  DBProxyName                                 rds:RegisterDBProxyTargets                 DBProxyNotFoundFault
AWS::RDS::EventSubscription                   SnsTopicArn                                 rds:CreateEventSubscription                SNSTopicArnNotFoundFault
AWS::Redshift::Cluster                        ClusterParameterGroupName                   redshift:CreateCluster                     ClusterParameterGroupNotFoundFault
AWS::Redshift::Cluster                        ClusterSubnetGroupName                      redshift:CreateCluster                     ClusterSubnetGroupNotFoundFault
AWS::Redshift::Cluster                        LoggingProperties.BucketName                redshift:EnableLogging                     BucketNotFoundFault
AWS::Redshift::EventSubscription              SnsTopicArn                                 redshift:CreateEventSubscription           SNSTopicArnNotFoundFault
AWS::S3::BucketPolicy                         Bucket                                      s3:PutBucketPolicy                         NoSuchBucket
AWS::S3::MultiRegionAccessPoint               Regions.Bucket                              s3control:CreateMultiRegionAccessPoint
AWS::SES::ConfigurationSetEventDestination    ConfigurationSetName                        ses:CreateConfigurationSetEventDestination NotFoundException
AWS::SES::ReceiptRule                         RuleSetName                                 ses:CreateReceiptRule                      RuleSetDoesNotExistException
AWS::SNS::Subscription                        TopicArn                                    sns:Subscribe                              NotFoundException
AWS::SNS::TopicPolicy                         Topics                                      sns:SetTopicAttributes                     NotFoundException
AWS::SQS::QueuePolicy                         Queues                                      sqs:SetQueueAttributes                     QueueDoesNotExist
AWS::SageMaker::Model                         ExecutionRoleArn                            sagemaker:CreateModel
AWS::Scheduler::Schedule                      GroupName                                   scheduler:CreateSchedule                   ResourceNotFoundException
AWS::Scheduler::Schedule                      Target.RoleArn                              scheduler:CreateSchedule                   ValidationException
AWS::SecretsManager::ResourcePolicy           SecretId                                    secretsmanager:PutResourcePolicy           ResourceNotFoundException
AWS::SecretsManager::RotationSchedule         SecretId                                    secretsmanager:RotateSecret                ResourceNotFoundException
AWS::SecretsManager::Secret                   KmsKeyId                                    secretsmanager:CreateSecret                EncryptionFailure
AWS::StepFunctions::StateMachineAlias         RoutingConfiguration.StateMachineVersionArn stepfunctions:CreateStateMachineAlias      ResourceNotFound
AWS::Timestream::Table                        DatabaseName                                timestream:CreateTable                     ResourceNotFoundException
`;

const CHECKED: ReadonlyMap<string, string> = new Map(
  TABLE.trim()
    .split('\n')
    .map((line) => {
      const [type = '', path = '', , error = ''] = line.split(/\s+/);
      return [`${type} ${path}`, error];
    }),
);

/** What the service answers when what stands at this path of a resource (below `Properties`) does not exist; undefined where it does not look. */
export function errorWhenMissing(type: string, path: string): string | undefined {
  return CHECKED.get(`${type} ${path}`);
}
