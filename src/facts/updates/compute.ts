import { operation, page, threads } from '../identities/row.js';
import { added, changed, fromTo, NEW_RESOURCE, type RejectedUpdate, rejected, test } from './row.js';

const CDK_EKS = 'Custom::AWSCDK-EKS-Cluster';

/** Functions, containers, clusters, instances. */
export const COMPUTE: readonly RejectedUpdate[] = [
  ...rejected(['AWS::EKS::Cluster', CDK_EKS], {
    when: test('kubernetes-version-step'),
    says: 'Unsupported Kubernetes minor version update',
    fix: 'Raise `version` by one minor version in each deployment, and the node groups in between.',
    sources: ['https://docs.aws.amazon.com/eks/latest/userguide/update-cluster.html'],
  }),
  ...rejected('AWS::EKS::Cluster', {
    when: test('subnets-of-another-vpc'),
    because: 'the subnets of a cluster stay in the VPC that it was created in',
    fix: 'Create a new cluster in the other VPC, and move the workloads.',
    sources: [operation('eks/latest/APIReference', 'UpdateClusterConfig')],
  }),
  ...rejected('AWS::EKS::Cluster', {
    when: fromTo('AccessConfig.AuthenticationMode', ['API'], ['API_AND_CONFIG_MAP', 'CONFIG_MAP']),
    because: 'the mode cannot go back from the access API',
    fix: 'Keep `authenticationMode: AuthenticationMode.API`.',
    sources: ['https://docs.aws.amazon.com/eks/latest/userguide/setting-up-access-entries.html'],
  }),
  ...rejected('AWS::EKS::Cluster', {
    when: fromTo('AccessConfig.AuthenticationMode', ['API_AND_CONFIG_MAP'], ['CONFIG_MAP']),
    because: 'the mode cannot go back from the access API',
    fix: 'Keep `authenticationMode: AuthenticationMode.API_AND_CONFIG_MAP`, or change to `API`.',
    sources: ['https://docs.aws.amazon.com/eks/latest/userguide/setting-up-access-entries.html'],
  }),
  ...rejected(CDK_EKS, {
    when: {
      rule: 'together',
      paths: ['Config.version', 'Config.resourcesVpcConfig', 'Config.logging', 'Config.accessConfig', 'Config.tags'],
    },
    level: 'careful',
    says: 'Only one type of update - VpcConfigUpdate, LoggingUpdate, EndpointAccessUpdate, or AuthModeUpdate can be allowed',
    fix: 'Deploy once for each of these settings of the cluster.',
    sources: [
      'https://github.com/aws/aws-cdk/blob/main/packages/%40aws-cdk/custom-resource-handlers/lib/aws-eks/cluster-resource-handler/cluster.ts',
      ...threads('aws/aws-cdk#21439'),
    ],
  }),
  ...rejected('AWS::EKS::Nodegroup', {
    when: changed('LaunchTemplate.Id'),
    given: [['LaunchTemplate.Id', []]],
    givenBefore: [['LaunchTemplate.Id', []]],
    because: 'a node group keeps the launch template that it was created with, and only its version changes',
    fix: 'Change the version of the template, or create a new node group and remove this one in a second deployment.',
    sources: [operation('eks/latest/APIReference', 'UpdateNodegroupVersion')],
  }),
  ...rejected('AWS::ECS::Service', {
    when: { rule: 'present', path: 'ServiceConnectConfiguration.Services.0' },
    onReplacement: true,
    given: [['ServiceConnectConfiguration.Enabled', ['true']]],
    givenBefore: [['ServiceConnectConfiguration.Enabled', ['true']]],
    because: 'the names of Service Connect are unique in the namespace, and the old service still has them',
    fix: 'Deploy twice: first without `serviceConnectConfiguration`, then with it.',
    sources: [page('AWS::ECS::Service')],
  }),
  ...rejected('AWS::EKS::Nodegroup', {
    when: {
      rule: 'together',
      paths: ['Version', 'ReleaseVersion', 'ScalingConfig', 'Labels', 'Taints', 'UpdateConfig'],
      with: ['Version', 'ReleaseVersion'],
    },
    says: 'Version and ReleaseVersion updates cannot be combined with other updates',
    fix: 'Change the version in a deployment of its own.',
    sources: [...threads('eksctl-io/eksctl#2565'), page('AWS::EKS::Nodegroup')],
  }),
  ...rejected('AWS::EKS::Nodegroup', {
    when: added('LaunchTemplate'),
    because: 'a node group that was created without a launch template cannot get one',
    fix: 'Create a new node group with the launch template, and remove this one in a second deployment.',
    sources: [page('AWS::EKS::Nodegroup')],
  }),
  ...rejected('AWS::ECS::Service', {
    when: test('code-deploy-service'),
    says: 'Unable to update task definition on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment',
    fix: 'Start a deployment of CodeDeploy with the new task definition, and name the family in the service (`cfnService.taskDefinition = family`) instead of a revision.',
    sources: threads('aws-cloudformation/cloudformation-coverage-roadmap#1529', 'aws/aws-cdk#25777', 'aws/aws-cdk#7040'),
  }),
  ...rejected('AWS::Lambda::Function', {
    when: test('blocked-runtime'),
    says: 'The runtime parameter of … is no longer supported for creating or updating AWS Lambda functions.',
    fix: 'Use a supported runtime, in a deployment before any other change of the function.',
    sources: ['https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html', ...threads('serverless/serverless#12798')],
  }),
  ...rejected('AWS::EC2::Volume', {
    when: { rule: 'lowered', path: 'Size', unit: 'GiB' },
    says: 'New size cannot be smaller than existing size',
    fix: 'Keep the size or raise it; for a smaller volume create a new one and copy the data.',
    sources: [operation('AWSEC2/latest/APIReference', 'ModifyVolume')],
  }),
  ...['AvailabilityZone', 'SnapshotId', 'Encrypted', 'KmsKeyId'].flatMap((path) =>
    rejected('AWS::EC2::Volume', {
      when: changed(path),
      says: 'Volume properties other than AutoEnableIO, type, size, and IOPS cannot be updated.',
      fix: 'Create the new volume under another construct id, with the data of a snapshot of the deployed one, and leave out its attachment in a deployment before.',
      sources: [page('AWS::EC2::Volume'), ...threads('aws-cloudformation/cloudformation-coverage-roadmap#1505')],
    }),
  ),
  ...rejected('AWS::FSx::FileSystem', {
    when: { rule: 'lowered', path: 'StorageCapacity', unit: 'GiB' },
    because: 'the storage capacity can only be increased',
    fix: 'Keep `storageCapacityGiB` or raise it; for less create a new file system and copy the data.',
    sources: [operation('fsx/latest/APIReference', 'UpdateFileSystem')],
  }),
  ...rejected('AWS::WAFv2::RuleGroup', {
    when: changed('Capacity'),
    because: 'the capacity cannot change after creation',
    fix: NEW_RESOURCE,
    sources: [page('AWS::WAFv2::RuleGroup')],
  }),
];
