import { tableOf } from '../../table-of.js';
import type { Named, ReferenceRow, ReferenceRows } from './row.js';

const ROLE: Named = { types: ['AWS::IAM::Role'], services: ['iam'], what: 'role' };
const ZONE: Named = { types: ['AWS::Route53::HostedZone'], services: [], what: 'hosted zone' };

/** A role that the service takes over: it is passed to it, and that ends at the border of the account. */
function passed(path: string): ReferenceRow {
  return {
    path,
    ...ROLE,
    region: 'any',
    account: 'stack',
    words: 'Cross-account pass role is not allowed.',
    fix: 'Create the role in the account of the stack, and let it assume the role of the other account where it needs one: `otherRole.grantAssumeRole(role)`.',
    source: 'https://github.com/awsdocs/iam-user-guide/pull/228',
  };
}

function ownZone(path: string): ReferenceRow {
  return {
    path,
    ...ZONE,
    region: 'any',
    account: 'stack',
    words: '… is not authorized to access this resource',
    fix: 'Create the record in a stack of the account that owns the zone, or delegate a subdomain: `new route53.CrossAccountZoneDelegationRecord(…)`.',
    source: 'https://github.com/aws/aws-cdk/pull/31281',
  };
}

const PASSED_ROLES: Readonly<Record<string, readonly string[]>> = tableOf({
  'AWS::ApiGateway::Account': ['CloudWatchRoleArn'],
  'AWS::Amplify::App': ['IAMServiceRole'],
  'AWS::AppRunner::Service': ['InstanceConfiguration.InstanceRoleArn', 'SourceConfiguration.AuthenticationConfiguration.AccessRoleArn'],
  'AWS::AppSync::DataSource': ['ServiceRoleArn'],
  'AWS::Backup::BackupSelection': ['BackupSelection.IamRoleArn'],
  'AWS::AutoScaling::LifecycleHook': ['RoleARN'],
  'AWS::Batch::ComputeEnvironment': ['ServiceRole'],
  'AWS::Batch::JobDefinition': ['ContainerProperties.ExecutionRoleArn', 'ContainerProperties.JobRoleArn'],
  'AWS::Bedrock::Agent': ['AgentResourceRoleArn'],
  'AWS::Bedrock::KnowledgeBase': ['RoleArn'],
  'AWS::Budgets::BudgetsAction': ['ExecutionRoleArn'],
  'AWS::CloudTrail::Trail': ['CloudWatchLogsRoleArn'],
  'AWS::CloudWatch::MetricStream': ['RoleArn'],
  'AWS::CodeBuild::Project': ['ServiceRole'],
  'AWS::CodeDeploy::DeploymentGroup': ['ServiceRoleArn'],
  'AWS::CodePipeline::Pipeline': ['RoleArn'],
  'AWS::Config::ConfigurationRecorder': ['RoleARN'],
  'AWS::DAX::Cluster': ['IAMRoleARN'],
  'AWS::DLM::LifecyclePolicy': ['ExecutionRoleArn'],
  'AWS::EC2::FlowLog': ['DeliverLogsPermissionArn'],
  'AWS::ECS::TaskDefinition': ['ExecutionRoleArn', 'TaskRoleArn'],
  'AWS::EKS::Cluster': ['RoleArn'],
  'AWS::EKS::FargateProfile': ['PodExecutionRoleArn'],
  'AWS::EKS::Nodegroup': ['NodeRole'],
  'AWS::Events::Rule': ['RoleArn', 'Targets.*.RoleArn'],
  'AWS::FIS::ExperimentTemplate': ['RoleArn'],
  'AWS::Glue::Crawler': ['Role'],
  'AWS::Glue::Job': ['Role'],
  'AWS::ImageBuilder::ImagePipeline': ['ExecutionRole'],
  'AWS::Kendra::Index': ['RoleArn'],
  'AWS::KinesisAnalyticsV2::Application': ['ServiceExecutionRole'],
  'AWS::KinesisFirehose::DeliveryStream': [
    'ExtendedS3DestinationConfiguration.RoleARN',
    'KinesisStreamSourceConfiguration.RoleARN',
    'S3DestinationConfiguration.RoleARN',
  ],
  'AWS::Lambda::Function': ['Role'],
  'AWS::Lex::Bot': ['RoleArn'],
  'AWS::Logs::Destination': ['RoleArn'],
  'AWS::Logs::SubscriptionFilter': ['RoleArn'],
  'AWS::MWAA::Environment': ['ExecutionRoleArn'],
  'AWS::Pipes::Pipe': ['RoleArn'],
  'AWS::RDS::DBInstance': ['MonitoringRoleArn'],
  'AWS::RDS::DBProxy': ['RoleArn'],
  'AWS::SageMaker::Domain': ['DefaultUserSettings.ExecutionRole'],
  'AWS::SageMaker::Model': ['ExecutionRoleArn'],
  'AWS::SageMaker::NotebookInstance': ['RoleArn'],
  'AWS::Scheduler::Schedule': ['Target.RoleArn'],
  'AWS::StepFunctions::StateMachine': ['RoleArn'],
  'AWS::Synthetics::Canary': ['ExecutionRoleArn'],
  'AWS::Transfer::Server': ['LoggingRole'],
  'AWS::Transfer::User': ['Role'],
});

/** Roles that services take over, and hosted zones: what must be in the account of the stack, in any region. */
export const IDENTITY: ReferenceRows = {
  ...Object.fromEntries(Object.entries(PASSED_ROLES).map(([type, paths]) => [type, paths.map(passed)])),
  'AWS::Route53::RecordSet': [ownZone('HostedZoneId')],
  'AWS::Route53::RecordSetGroup': [ownZone('HostedZoneId'), ownZone('RecordSets.*.HostedZoneId')],
  'AWS::Route53::DNSSEC': [ownZone('HostedZoneId')],
  'AWS::Route53::KeySigningKey': [ownZone('HostedZoneId')],
  'AWS::CertificateManager::Certificate': [ownZone('DomainValidationOptions.*.HostedZoneId')],
};
