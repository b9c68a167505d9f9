/** Where a physical name must be unique, and so what finds the resource that has it. */
export type NameScope = 'partition' | 'account' | 'region';

export interface NamedType {
  readonly type: string;
  /** Property that sets the name; dots go down into objects. */
  readonly property: string;
  /** The same, as a path below `Properties`. */
  readonly steps: readonly string[];
  readonly scope: NameScope;
  /** Service field of its ARN; undefined when the ARN holds an id that only the service knows. */
  readonly service: string | undefined;
  /** What stands before the name in the ARN's resource field. */
  readonly prefix: string;
  /** The character behind the name in the ARN of a part of it (`:alias`, `/index/…`); undefined when names hold both. */
  readonly end: ':' | '/' | undefined;
}

/**
 * Types whose physical name a template may set. Formats: the ARN templates of `@aws-cdk/aws-service-spec` 0.1.216 and
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const TABLE = `
AWS::S3::Bucket                          BucketName              partition s3              -                     /
AWS::IAM::Role                           RoleName                account   iam             role/                 -
AWS::IAM::User                           UserName                account   iam             user/                 -
AWS::IAM::Group                          GroupName               account   iam             group/                -
AWS::IAM::ManagedPolicy                  ManagedPolicyName       account   iam             policy/               -
AWS::IAM::InstanceProfile                InstanceProfileName     account   iam             instance-profile/     -
AWS::RDS::GlobalCluster                  GlobalClusterIdentifier account   rds             global-cluster:       :
AWS::DynamoDB::Table                     TableName               region    dynamodb        table/                /
AWS::DynamoDB::GlobalTable               TableName               region    dynamodb        table/                /
AWS::Lambda::Function                    FunctionName            region    lambda          function:             :
AWS::SQS::Queue                          QueueName               region    sqs             -                     -
AWS::SNS::Topic                          TopicName               region    sns             -                     :
AWS::Logs::LogGroup                      LogGroupName            region    logs            log-group:            :
AWS::Logs::Destination                   DestinationName         region    logs            destination:          -
AWS::KMS::Alias                          AliasName               region    kms             -                     -
AWS::SSM::Parameter                      Name                    region    ssm             parameter/            -
AWS::SecretsManager::Secret              Name                    region    -               -                     -
AWS::CloudTrail::Trail                   TrailName               region    cloudtrail      trail/                -
AWS::Kinesis::Stream                     Name                    region    kinesis         stream/               /
AWS::KinesisFirehose::DeliveryStream     DeliveryStreamName      region    firehose        deliverystream/       -
AWS::Events::EventBus                    Name                    region    events          event-bus/            -
AWS::Events::Rule                        Name                    region    events          rule/                 -
AWS::Scheduler::ScheduleGroup            Name                    region    scheduler       schedule-group/       -
AWS::StepFunctions::StateMachine         StateMachineName        region    states          stateMachine:         :
AWS::StepFunctions::Activity             Name                    region    states          activity:             -
AWS::CloudWatch::Alarm                   AlarmName               region    cloudwatch      alarm:                -
AWS::CloudWatch::CompositeAlarm          AlarmName               region    cloudwatch      alarm:                -
AWS::CloudWatch::Dashboard               DashboardName           account   cloudwatch      dashboard/            -
AWS::RDS::DBCluster                      DBClusterIdentifier     region    rds             cluster:              :
AWS::RDS::DBInstance                     DBInstanceIdentifier    region    rds             db:                   :
AWS::RDS::DBSubnetGroup                  DBSubnetGroupName       region    rds             subgrp:               -
AWS::RDS::DBClusterParameterGroup        DBClusterParameterGroupName region rds            cluster-pg:           -
AWS::RDS::DBParameterGroup               DBParameterGroupName    region    rds             pg:                   -
AWS::RDS::DBProxy                        DBProxyName             region    -               -                     -
AWS::DocDB::DBCluster                    DBClusterIdentifier     region    rds             cluster:              :
AWS::DocDB::GlobalCluster                GlobalClusterIdentifier account   rds             global-cluster:       :
AWS::Neptune::DBCluster                  DBClusterIdentifier     region    rds             cluster:              :
AWS::Neptune::GlobalCluster              GlobalClusterIdentifier account   rds             global-cluster:       :
AWS::DocDB::DBSubnetGroup                DBSubnetGroupName       region    rds             subgrp:              -
AWS::Neptune::DBSubnetGroup              DBSubnetGroupName       region    rds             subgrp:              -
AWS::RDS::OptionGroup                    OptionGroupName         region    rds             og:                  -
AWS::ElastiCache::SubnetGroup            CacheSubnetGroupName    region    elasticache     subnetgroup:         -
AWS::MemoryDB::SubnetGroup               SubnetGroupName         region    memorydb        subnetgroup/         -
AWS::MemoryDB::ACL                       ACLName                 region    memorydb        acl/                 -
AWS::DAX::SubnetGroup                    SubnetGroupName         region    -               -                    -
AWS::DMS::ReplicationSubnetGroup         ReplicationSubnetGroupIdentifier region    -               -                    -
AWS::SES::ConfigurationSet               Name                    region    ses             configuration-set/   -
AWS::SES::ReceiptRuleSet                 RuleSetName             region    -               -                    -
AWS::Redshift::Cluster                   ClusterIdentifier       region    redshift        cluster:              -
AWS::ElastiCache::ReplicationGroup       ReplicationGroupId      region    elasticache     replicationgroup:     -
AWS::ElastiCache::CacheCluster           ClusterName             region    elasticache     cluster:              -
AWS::MemoryDB::Cluster                   ClusterName             region    memorydb        cluster/              -
AWS::ECR::Repository                     RepositoryName          region    ecr             repository/           -
AWS::ECS::Cluster                        ClusterName             region    ecs             cluster/              -
AWS::ECS::CapacityProvider               Name                    region    ecs             capacity-provider/     -
AWS::ECS::TaskDefinition                 Family                  -         -               -                     -
AWS::EKS::Cluster                        Name                    region    eks             cluster/              -
AWS::Backup::BackupVault                 BackupVaultName         region    backup          backup-vault:         -
AWS::CodePipeline::Pipeline              Name                    region    codepipeline    -                     /
AWS::CodeBuild::Project                  Name                    region    codebuild       project/              -
AWS::CodeCommit::Repository              RepositoryName          region    codecommit      -                     -
AWS::CodeDeploy::Application             ApplicationName         region    codedeploy      application:          -
AWS::CodeDeploy::DeploymentGroup         DeploymentGroupName     -         -               -                     -
AWS::Glue::Database                      DatabaseInput.Name      region    glue            database/             -
AWS::Glue::Job                           Name                    region    glue            job/                  -
AWS::Glue::Crawler                       Name                    region    glue            crawler/              -
AWS::Athena::WorkGroup                   Name                    region    athena          workgroup/            -
AWS::OpenSearchService::Domain           DomainName              region    es              domain/               /
AWS::Elasticsearch::Domain               DomainName              region    es              domain/               /
AWS::OpenSearchServerless::Collection    Name                    region    -               -                     -
AWS::ElasticLoadBalancingV2::LoadBalancer Name                   region    -               -                     -
AWS::ElasticLoadBalancingV2::TargetGroup Name                    region    -               -                     -
AWS::ElasticLoadBalancing::LoadBalancer  LoadBalancerName        region    elasticloadbalancing loadbalancer/    -
AWS::AutoScaling::AutoScalingGroup       AutoScalingGroupName    region    -               -                     -
AWS::Batch::JobQueue                     JobQueueName            region    batch           job-queue/            -
AWS::Batch::ComputeEnvironment           ComputeEnvironmentName  region    batch           compute-environment/  -
AWS::SageMaker::Endpoint                 EndpointName            region    sagemaker       endpoint/             -
AWS::SageMaker::NotebookInstance         NotebookInstanceName    region    sagemaker       notebook-instance/    -
AWS::IoT::Policy                         PolicyName              region    iot             policy/               -
AWS::IoT::TopicRule                      RuleName                region    iot             rule/                 -
AWS::Synthetics::Canary                  Name                    region    synthetics      canary:               -
AWS::WAFv2::WebACL                       Name                    -         -               -                     -
AWS::ApiGateway::DomainName              DomainName              region    -               -                     -
AWS::ApiGatewayV2::DomainName            DomainName              region    -               -                     -
AWS::Timestream::Database                DatabaseName            region    timestream      database/             /
AWS::MSK::Cluster                        ClusterName             region    -               -                     -
`;

export const NAMED_TYPES: ReadonlyMap<string, NamedType> = new Map(
  TABLE.trim()
    .split('\n')
    .map((line) => line.split(/\s+/) as [string, string, string, string, string, string])
    // A scope of `-`: the property is a name but does not have to be unique.
    .filter(([, , scope]) => scope !== '-')
    .map(([type, property, scope, service, prefix, end]) => [
      type,
      {
        type,
        property,
        steps: property.split('.'),
        scope: scope as NameScope,
        service: service === '-' ? undefined : service,
        prefix: prefix === '-' ? '' : prefix,
        end: end === '-' ? undefined : (end as ':' | '/'),
      },
    ]),
);

/** The named types by the service field of their ARNs. */
export const NAMED_TYPES_BY_SERVICE: ReadonlyMap<string, readonly NamedType[]> = new Map(
  [...new Set([...NAMED_TYPES.values()].map(({ service }) => service ?? ''))].map((service) => [
    service,
    [...NAMED_TYPES.values()].filter((named) => named.service === service),
  ]),
);

/** Property keys that hold the name of another resource, and the types it may be of. */
export const NAMING_PROPERTIES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    AlarmName: ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'],
    Bucket: ['AWS::S3::Bucket'],
    BucketName: ['AWS::S3::Bucket'],
    DBClusterIdentifier: ['AWS::RDS::DBCluster', 'AWS::DocDB::DBCluster', 'AWS::Neptune::DBCluster'],
    DBInstanceIdentifier: ['AWS::RDS::DBInstance'],
    CapacityProviders: ['AWS::ECS::CapacityProvider'],
    CacheSubnetGroupName: ['AWS::ElastiCache::SubnetGroup'],
    Cluster: ['AWS::ECS::Cluster'],
    ClusterIdentifier: ['AWS::Redshift::Cluster'],
    ClusterName: ['AWS::EKS::Cluster'],
    ConfigurationSetName: ['AWS::SES::ConfigurationSet'],
    DBClusterParameterGroupName: ['AWS::RDS::DBClusterParameterGroup'],
    DBParameterGroupName: ['AWS::RDS::DBParameterGroup'],
    DBProxyName: ['AWS::RDS::DBProxy'],
    DBSubnetGroupName: ['AWS::RDS::DBSubnetGroup', 'AWS::DocDB::DBSubnetGroup', 'AWS::Neptune::DBSubnetGroup'],
    DomainName: ['AWS::ApiGateway::DomainName', 'AWS::ApiGatewayV2::DomainName'],
    EventBusName: ['AWS::Events::EventBus'],
    FunctionName: ['AWS::Lambda::Function'],
    GlobalClusterIdentifier: ['AWS::RDS::GlobalCluster', 'AWS::DocDB::GlobalCluster', 'AWS::Neptune::GlobalCluster'],
    IamInstanceProfile: ['AWS::IAM::InstanceProfile'],
    LogGroupName: ['AWS::Logs::LogGroup'],
    OptionGroupName: ['AWS::RDS::OptionGroup'],
    QueueName: ['AWS::SQS::Queue'],
    ReplicationSourceIdentifier: ['AWS::RDS::DBCluster', 'AWS::RDS::DBInstance'],
    RepositoryName: ['AWS::ECR::Repository', 'AWS::CodeCommit::Repository'],
    RoleName: ['AWS::IAM::Role'],
    Roles: ['AWS::IAM::Role'],
    RuleSetName: ['AWS::SES::ReceiptRuleSet'],
    S3Bucket: ['AWS::S3::Bucket'],
    SecretId: ['AWS::SecretsManager::Secret'],
    SourceDBClusterIdentifier: ['AWS::RDS::DBCluster', 'AWS::DocDB::DBCluster', 'AWS::Neptune::DBCluster'],
    SourceDBInstanceIdentifier: ['AWS::RDS::DBInstance'],
    StreamName: ['AWS::Kinesis::Stream'],
    SubnetGroupName: ['AWS::MemoryDB::SubnetGroup', 'AWS::DAX::SubnetGroup'],
    TableName: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
    TargetBackupVault: ['AWS::Backup::BackupVault'],
    TopicName: ['AWS::SNS::Topic'],
    Users: ['AWS::IAM::User'],
    WorkGroup: ['AWS::Athena::WorkGroup'],
  }),
);

/** The same where only the type says what a key means: the type and the key. */
export const NAMING_PLACES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    'AWS::AutoScaling::LifecycleHook AutoScalingGroupName': ['AWS::AutoScaling::AutoScalingGroup'],
    'AWS::AutoScaling::ScalingPolicy AutoScalingGroupName': ['AWS::AutoScaling::AutoScalingGroup'],
    'AWS::AutoScaling::ScheduledAction AutoScalingGroupName': ['AWS::AutoScaling::AutoScalingGroup'],
    'AWS::AutoScaling::WarmPool AutoScalingGroupName': ['AWS::AutoScaling::AutoScalingGroup'],
    'AWS::Batch::JobQueue ComputeEnvironment': ['AWS::Batch::ComputeEnvironment'],
    'AWS::CodeDeploy::DeploymentGroup ApplicationName': ['AWS::CodeDeploy::Application'],
    'AWS::CodePipeline::Webhook TargetPipeline': ['AWS::CodePipeline::Pipeline'],
    'AWS::DMS::ReplicationInstance ReplicationSubnetGroupIdentifier': ['AWS::DMS::ReplicationSubnetGroup'],
    'AWS::Glue::Partition DatabaseName': ['AWS::Glue::Database'],
    'AWS::Glue::Table DatabaseName': ['AWS::Glue::Database'],
    'AWS::Glue::Trigger JobName': ['AWS::Glue::Job'],
    'AWS::IAM::ManagedPolicy Groups': ['AWS::IAM::Group'],
    'AWS::IAM::Policy Groups': ['AWS::IAM::Group'],
    'AWS::IAM::User Groups': ['AWS::IAM::Group'],
    'AWS::IAM::UserToGroupAddition GroupName': ['AWS::IAM::Group'],
    'AWS::IoT::PolicyPrincipalAttachment PolicyName': ['AWS::IoT::Policy'],
    'AWS::Lambda::Url TargetFunctionArn': ['AWS::Lambda::Function'],
    'AWS::Scheduler::Schedule GroupName': ['AWS::Scheduler::ScheduleGroup'],
    'AWS::Timestream::Table DatabaseName': ['AWS::Timestream::Database'],
  }),
);
