import { tableOf } from '../../table-of.js';
import { templateReference } from '../references/row.js';

/** Types that another account may use only when their policy allows it. */
export type SharedCallee =
  | 'AWS::IAM::Role'
  | 'AWS::ECR::Repository'
  | 'AWS::Events::EventBus'
  | 'AWS::Backup::BackupVault'
  | 'AWS::SQS::Queue'
  | 'AWS::SNS::Topic'
  | 'AWS::Lambda::LayerVersion'
  | 'AWS::Lambda::Function'
  | 'AWS::Logs::Destination'
  | 'AWS::EC2::VPCEndpointService'
  | 'AWS::S3::Bucket'
  | 'AWS::SecretsManager::Secret'
  | 'AWS::Oam::Sink';

/** A type whose policy is a list of principals that other resources hold. */
interface AdmittedByList {
  readonly holder: string;
  /** The property that names what the list is about. */
  readonly about: string;
  readonly principals: string;
  /** A property that admits more than the list says. */
  readonly orAdmits?: string;
}

export const ADMITTED_BY_LIST: Readonly<Record<string, AdmittedByList>> = tableOf({
  'AWS::Lambda::LayerVersion': {
    holder: 'AWS::Lambda::LayerVersionPermission',
    about: 'LayerVersionArn',
    principals: 'Principal',
    orAdmits: 'OrganizationId',
  },
  'AWS::EC2::VPCEndpointService': {
    holder: 'AWS::EC2::VPCEndpointServicePermissions',
    about: 'ServiceId',
    principals: 'AllowedPrincipals',
  },
});

/** A place that names something of another account, and what the policy there must allow to the account of the caller. */
export interface SharedAdmission {
  /** Steps below `Properties`; `*` stands for every element of a list. */
  readonly path: string;
  readonly callee: SharedCallee;
  /** All of them are needed. */
  readonly actions: readonly string[];
  /** The place that names the role which calls, or a function with such a role; steps as those of `path`. Not given: something of the account. */
  readonly role?: string;
  /** A service that the policy must allow as well as the account. */
  readonly service?: string;
  readonly answer: string;
  readonly fails: boolean;
  /** What to write in CDK, where the callee is declared. `{account}` stands for the account of the caller. */
  readonly fix: string;
  readonly source: string;
}

/** Types whose policy is a text, and where it stands. Without one, no other account is allowed. */
export const ADMITTED_BY_TEXT: Readonly<Record<string, string>> = tableOf({ 'AWS::Logs::Destination': 'DestinationPolicy' });

const pull = {
  callee: 'AWS::ECR::Repository',
  actions: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
  fix: 'repository.grantPull(new iam.AccountPrincipal("{account}"))',
} as const;
const task: SharedAdmission = {
  path: 'ContainerDefinitions.*.Image',
  ...pull,
  role: 'ExecutionRoleArn',
  answer: 'CannotPullContainerError',
  fails: false,
  source: 'https://github.com/aws-samples/bedrock-access-gateway/issues/127',
};

/** "Allow another account": the repository's own policy must allow it, whatever the role of the caller may do. */
const image = (path: string, role: string, what: string): SharedAdmission => ({
  path,
  ...pull,
  role,
  answer: `${what} cannot pull the image`,
  fails: false,
  source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html',
});

const code = (path: string): SharedAdmission => ({
  path,
  callee: 'AWS::S3::Bucket',
  actions: ['s3:GetObject'],
  answer: '"Your access has been denied by S3, please make sure your request credentials have permission to GetObject for …"',
  fails: true,
  fix: 'bucket.grantRead(new iam.AccountPrincipal("{account}"))',
  source: 'https://github.com/aws/aws-cdk/issues/3765',
});

const containerSecret = (path: string): SharedAdmission => ({
  path,
  callee: 'AWS::SecretsManager::Secret',
  actions: ['secretsmanager:GetSecretValue'],
  role: 'ExecutionRoleArn',
  answer: 'no task starts: the secret cannot be read',
  fails: false,
  fix: 'secret.grantRead(new iam.AccountPrincipal("{account}"))',
  source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html',
});

const serviceToken: SharedAdmission = {
  path: 'ServiceToken',
  callee: 'AWS::Lambda::Function',
  actions: ['lambda:InvokeFunction'],
  answer: '"is not authorized to perform: lambda:InvokeFunction on resource: …"',
  fails: true,
  fix: 'fn.addPermission("Account", { principal: new iam.AccountPrincipal("{account}") })',
  source: 'https://github.com/aws-solutions/instance-scheduler-on-aws/issues/29',
};

/** What a caller in one account uses in another one. `Custom::*` stands for all custom resources. */
export const TO_OTHER_ACCOUNTS: Readonly<Record<string, readonly SharedAdmission[]>> = tableOf({
  'Custom::*': [serviceToken],
  'AWS::CloudFormation::CustomResource': [serviceToken],
  'AWS::Logs::SubscriptionFilter': [
    {
      path: 'DestinationArn',
      callee: 'AWS::Logs::Destination',
      actions: ['logs:PutSubscriptionFilter'],
      answer: '"is not authorized to perform: logs:PutSubscriptionFilter on resource: arn:aws:logs:…:destination:…"',
      fails: true,
      fix: 'destination.addToPolicy(new iam.PolicyStatement({ principals: [new iam.AccountPrincipal("{account}")], actions: ["logs:PutSubscriptionFilter"], resources: ["*"] }))',
      source: 'https://github.com/CloudSnorkel/CloudWatch2S3/issues/24',
    },
  ],
  'Custom::CrossAccountZoneDelegation': [
    {
      path: 'AssumeRoleArn',
      callee: 'AWS::IAM::Role',
      actions: ['sts:AssumeRole'],
      answer: '"is not authorized to perform: sts:AssumeRole"',
      fails: true,
      fix: 'new iam.Role(this, "Delegation", { assumedBy: new iam.AccountPrincipal("{account}"), roleName })',
      source: 'https://github.com/aws/aws-cdk/issues/26593',
    },
  ],
  'AWS::Lambda::Function': [
    code('Code.S3Bucket'),
    {
      path: 'Code.ImageUri',
      ...pull,
      service: 'lambda',
      answer: '"Lambda does not have permission to access the ECR image. Check the ECR permissions."',
      fails: true,
      fix: 'repository.grantPull(new iam.AccountPrincipal("{account}")); repository.grantPull(new iam.ServicePrincipal("lambda.amazonaws.com"))',
      source: 'https://github.com/aws-controllers-k8s/community/issues/1590',
    },
    {
      path: 'Layers.*',
      callee: 'AWS::Lambda::LayerVersion',
      actions: ['lambda:GetLayerVersion'],
      answer:
        '"is not authorized to perform: lambda:GetLayerVersion on resource: … because no resource-based policy allows the lambda:GetLayerVersion action"',
      fails: true,
      fix: 'layer.addPermission("Account", { accountId: "{account}" })',
      source: 'https://github.com/samvera/serverless-iiif/issues/115',
    },
  ],
  'AWS::EC2::VPCEndpoint': [
    {
      path: 'ServiceName',
      callee: 'AWS::EC2::VPCEndpointService',
      actions: ['ec2:CreateVpcEndpoint'],
      answer: '"By default, your endpoint service is not available to service consumers."',
      fails: true,
      fix: 'new ec2.VpcEndpointService(this, "Service", { allowedPrincipals: [new iam.ArnPrincipal("arn:aws:iam::{account}:root")], … })',
      source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/modify-endpoint-service.html',
    },
  ],
  'AWS::Lambda::LayerVersion': [code('Content.S3Bucket')],
  'AWS::ECS::TaskDefinition': [
    task,
    containerSecret('ContainerDefinitions.*.Secrets.*.ValueFrom'),
    containerSecret('ContainerDefinitions.*.RepositoryCredentials.CredentialsParameter'),
  ],
  'AWS::AppRunner::Service': [
    image(
      'SourceConfiguration.ImageRepository.ImageIdentifier',
      'SourceConfiguration.AuthenticationConfiguration.AccessRoleArn',
      'App Runner',
    ),
  ],
  'AWS::CodeBuild::Project': [image('Environment.Image', 'ServiceRole', 'CodeBuild')],
  'AWS::SageMaker::Model': [
    image('PrimaryContainer.Image', 'ExecutionRoleArn', 'SageMaker'),
    image('Containers.*.Image', 'ExecutionRoleArn', 'SageMaker'),
  ],
  // "The sink must have a sink policy that permits the source account to link to it."
  'AWS::Oam::Link': [
    {
      path: 'SinkIdentifier',
      callee: 'AWS::Oam::Sink',
      actions: ['oam:CreateLink'],
      answer: 'the link is not created',
      fails: true,
      fix: 'new oam.CfnSink(this, "Sink", { name, policy: { Statement: [{ Effect: "Allow", Principal: { AWS: "{account}" }, Action: ["oam:CreateLink", "oam:UpdateLink"], Resource: "*" }] } })',
      source: templateReference('AWS::Oam::Link'),
    },
  ],
  'AWS::Batch::JobDefinition': [
    { ...task, path: 'ContainerProperties.Image', role: 'ContainerProperties.ExecutionRoleArn' },
    { ...task, path: 'EcsProperties.TaskProperties.*.Containers.*.Image', role: 'EcsProperties.TaskProperties.*.ExecutionRoleArn' },
  ],
  'AWS::Events::Rule': [
    {
      path: 'EventBusName',
      callee: 'AWS::Events::EventBus',
      actions: ['events:PutRule'],
      answer:
        '"is not authorized to perform: events:PutRule on resource: … because no resource-based policy allows the events:PutRule action"',
      fails: true,
      fix: 'bus.addToResourcePolicy(new iam.PolicyStatement({ sid: "Rules", principals: [new iam.AccountPrincipal("{account}")], actions: ["events:PutRule", "events:PutTargets", "events:DescribeRule", "events:DeleteRule", "events:RemoveTargets"], resources: ["*"] }))',
      source: 'https://github.com/aws/aws-cdk/issues/26032',
    },
    {
      path: 'Targets.*.Arn',
      callee: 'AWS::Events::EventBus',
      actions: ['events:PutEvents'],
      answer: 'no event arrives and only the metric FailedInvocations shows it',
      fails: false,
      fix: 'bus.grantPutEventsTo(new iam.AccountPrincipal("{account}"))',
      source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-example-policy-restrict-rule.html',
    },
  ],
  'AWS::Backup::BackupPlan': [
    {
      path: 'BackupPlan.BackupPlanRule.*.CopyActions.*.DestinationBackupVaultArn',
      callee: 'AWS::Backup::BackupVault',
      actions: ['backup:CopyIntoBackupVault'],
      answer: 'every copy job fails with "Access denied"',
      fails: false,
      fix: 'vault.addToAccessPolicy(new iam.PolicyStatement({ principals: [new iam.AccountPrincipal("{account}")], actions: ["backup:CopyIntoBackupVault"], resources: ["*"] }))',
      source: 'https://repost.aws/knowledge-center/backup-resolve-access-denied-error',
    },
  ],
  'AWS::Lambda::EventSourceMapping': [
    {
      path: 'EventSourceArn',
      callee: 'AWS::SQS::Queue',
      actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
      role: 'FunctionName',
      answer: '"The provided execution role does not have permissions to call ReceiveMessage on SQS"',
      fails: false,
      fix: 'queue.grantConsumeMessages(new iam.AccountPrincipal("{account}"))',
      source: 'https://repost.aws/knowledge-center/sqs-queue-access-permissions',
    },
  ],
  'AWS::SNS::Subscription': [
    {
      path: 'TopicArn',
      callee: 'AWS::SNS::Topic',
      actions: ['sns:Subscribe'],
      answer: 'AuthorizationError',
      fails: false,
      fix: 'topic.addToResourcePolicy(new iam.PolicyStatement({ principals: [new iam.AccountPrincipal("{account}")], actions: ["sns:Subscribe"], resources: [topic.topicArn] }))',
      source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-send-message-to-sqs-cross-account.html',
    },
  ],
});
