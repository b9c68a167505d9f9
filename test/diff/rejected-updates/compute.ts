import { accepts, rejects, UNKNOWN, type UpdateCase } from './update-case.js';

const [CLUSTER, CDK_CLUSTER, NODES, SERVICE] = [
  'AWS::EKS::Cluster',
  'Custom::AWSCDK-EKS-Cluster',
  'AWS::EKS::Nodegroup',
  'AWS::ECS::Service',
] as const;
const [FUNCTION, VOLUME, FILES, RULES] = [
  'AWS::Lambda::Function',
  'AWS::EC2::Volume',
  'AWS::FSx::FileSystem',
  'AWS::WAFv2::RuleGroup',
] as const;
const config = (version: unknown) => ({ ServiceToken: 'arn:aws:lambda:us-east-1:482731905566:function:handler', Config: { version } });
const service = (TaskDefinition: unknown, Type = 'CODE_DEPLOY', more: object = {}) => ({
  TaskDefinition,
  DeploymentController: { Type },
  ...more,
});
const lambda = (Runtime: string, MemorySize = 128) => ({
  Code: { ZipFile: 'x' },
  Handler: 'index.handler',
  Role: 'arn:aws:iam::482731905566:role/r',
  Runtime,
  MemorySize,
});

const mode = (AuthenticationMode: string) => ({ AccessConfig: { AuthenticationMode } });
const connect = { ServiceConnectConfiguration: { Enabled: true, Namespace: 'ns', Services: [{ PortName: 'http', DiscoveryName: 'web' }] } };
const VPCS = Object.fromEntries(
  ['One', 'Two'].flatMap((vpc) => [
    [vpc, { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } }],
    [`${vpc}A`, { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: vpc }, CidrBlock: '10.0.0.0/24' } }],
    [`${vpc}B`, { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: vpc }, CidrBlock: '10.0.1.0/24' } }],
  ]),
);

export const COMPUTE: readonly UpdateCase[] = [
  rejects(
    CLUSTER,
    'a version skipped',
    { Version: '1.29' },
    { Version: '1.31' },
    /^blocked: .*1.29 to 1.31, .*: `Unsupported Kubernetes minor/,
  ),
  rejects(CLUSTER, 'a lower version', { Version: '1.10' }, { Version: '1.9' }, /^blocked: .*1.10 to 1.9/),
  rejects(CDK_CLUSTER, 'a version skipped', config('1.29'), config('1.31'), /^blocked: .*1.29 to 1.31/),
  rejects(
    NODES,
    'version and size',
    { Version: '1.29', ScalingConfig: { MinSize: 1 } },
    { Version: '1.30', ScalingConfig: { MinSize: 2 } },
    /^blocked: One update changes `Version` and `ScalingConfig`/,
  ),
  rejects(
    NODES,
    'a launch template later',
    { Labels: { a: 'b' } },
    { Labels: { a: 'b' }, LaunchTemplate: { Id: 'lt-1', Version: '1' } },
    /^blocked: `LaunchTemplate` is added, but/,
  ),
  rejects(
    SERVICE,
    'another revision',
    service('web:1'),
    service('web:2'),
    /^blocked: `TaskDefinition` of a service that CodeDeploy deploys changes/,
  ),
  rejects(
    FUNCTION,
    'an update with a blocked runtime',
    lambda('nodejs12.x'),
    lambda('nodejs12.x', 256),
    /^blocked: The function is updated with the runtime nodejs12.x/,
  ),
  rejects(VOLUME, 'a smaller volume', { Size: 100 }, { Size: 50 }, /^blocked: .*from 100 to 50 GiB: `New size cannot/),
  rejects(VOLUME, 'another zone', { AvailabilityZone: 'us-east-1a' }, { AvailabilityZone: 'us-east-1b' }, /^blocked: .*`Volume properties/),
  rejects(VOLUME, 'another snapshot', { SnapshotId: 'snap-1' }, { SnapshotId: 'snap-2' }, /^blocked: .*`Volume properties other than/),
  rejects(VOLUME, 'encryption', { Encrypted: false }, { Encrypted: true }, /^blocked: .*`Volume properties other than AutoEnableIO/),
  rejects(FILES, 'less storage', { StorageCapacity: 2400 }, { StorageCapacity: 1200 }, /^blocked: .*from 2400 to 1200 GiB, but/),
  rejects(RULES, 'another capacity', { Capacity: 100 }, { Capacity: 200 }, /^blocked: `Capacity` changes from 100 to 200, but/),
  accepts(CLUSTER, 'the next version', { Version: '1.9' }, { Version: '1.10' }),
  accepts(CLUSTER, 'an unknown version', { Version: '1.29' }, { Version: UNKNOWN }),
  rejects(
    CDK_CLUSTER,
    'the endpoint and the logs of a cluster',
    { Config: { resourcesVpcConfig: { endpointPublicAccess: true }, logging: { clusterLogging: [{ types: ['api'] }] } } },
    { Config: { resourcesVpcConfig: { endpointPublicAccess: false }, logging: { clusterLogging: [{ types: ['audit'] }] } } },
    /^careful: One update changes `Config.resourcesVpcConfig` and `Config.logging`/,
  ),
  accepts(CDK_CLUSTER, 'the next version', config('1.29'), config('1.30')),
  accepts(NODES, 'version and release', { Version: '1.29', ReleaseVersion: '1.29.1' }, { Version: '1.30', ReleaseVersion: '1.30.2' }),
  accepts(
    NODES,
    'size and labels',
    { Labels: { a: 'b' }, ScalingConfig: { MinSize: 1 } },
    { Labels: { a: 'c' }, ScalingConfig: { MinSize: 2 } },
  ),
  accepts(SERVICE, 'more tasks', service('web', 'CODE_DEPLOY', { DesiredCount: 1 }), service('web', 'CODE_DEPLOY', { DesiredCount: 2 })),
  accepts(SERVICE, 'another revision that ECS deploys', service('web:1', 'ECS'), service('web:2', 'ECS')),
  accepts(FUNCTION, 'a newer runtime', lambda('nodejs12.x'), lambda('nodejs22.x', 256)),
  accepts(VOLUME, 'a larger volume', { Size: 50 }, { Size: '100' }),
  accepts(VOLUME, 'another type', { SnapshotId: 'snap-1', VolumeType: 'gp2' }, { SnapshotId: 'snap-1', VolumeType: 'gp3' }),
  accepts(VOLUME, 'a zone that is not known', { AvailabilityZone: 'us-east-1a' }, { AvailabilityZone: UNKNOWN }),
  accepts(FILES, 'more storage', { StorageCapacity: 1200 }, { StorageCapacity: 2400 }),
  accepts(RULES, 'another description', { Capacity: 100, Description: 'a' }, { Capacity: '100', Description: 'b' }),

  rejects(
    CLUSTER,
    'subnets of another VPC',
    { ResourcesVpcConfig: { SubnetIds: [{ Ref: 'OneA' }] } },
    { ResourcesVpcConfig: { SubnetIds: [{ Ref: 'TwoA' }] } },
    /^blocked: All subnets are in another VPC now, .*Two, but the subnets of a cluster/,
    { both: VPCS },
  ),
  accepts(
    CLUSTER,
    'other subnets of the VPC',
    { ResourcesVpcConfig: { SubnetIds: [{ Ref: 'OneA' }] } },
    { ResourcesVpcConfig: { SubnetIds: [{ Ref: 'OneB' }] } },
    { both: VPCS },
  ),
  rejects(CLUSTER, 'back from the API', mode('API'), mode('API_AND_CONFIG_MAP'), /^blocked: .*cannot go back/),
  rejects(CLUSTER, 'back to the config map', mode('API_AND_CONFIG_MAP'), mode('CONFIG_MAP'), /^blocked: .*cannot go back/),
  accepts(CLUSTER, 'on to the API', mode('CONFIG_MAP'), mode('API')),
  rejects(
    CDK_CLUSTER,
    'version and logging',
    { ...config('1.29'), Config: { version: '1.29', logging: {} } },
    { ...config('1.30'), Config: { version: '1.30', logging: { a: 'b' } } },
    /^careful: One update changes `Config.version` and `Config.logging`/,
  ),
  rejects(
    NODES,
    'another launch template',
    { LaunchTemplate: { Id: 'lt-1', Version: '1' } },
    { LaunchTemplate: { Id: 'lt-2', Version: '1' } },
    /^blocked: `LaunchTemplate.Id` changes from lt-1 to lt-2, but/,
  ),
  accepts(
    NODES,
    'another version of the launch template',
    { LaunchTemplate: { Id: 'lt-1', Version: '1' } },
    { LaunchTemplate: { Id: 'lt-1', Version: '2' } },
  ),
  rejects(
    SERVICE,
    'a replacement with Service Connect',
    { LaunchType: 'EC2', ...connect },
    { LaunchType: 'FARGATE', ...connect },
    /^blocked: It is replaced with .*but the names of Service Connect/,
  ),
  accepts(
    SERVICE,
    'an update with Service Connect',
    { LaunchType: 'EC2', DesiredCount: 1, ...connect },
    { LaunchType: 'EC2', DesiredCount: 2, ...connect },
  ),

  rejects(
    SERVICE,
    'another revision of its task definition',
    service({ Ref: 'Task' }),
    service({ Ref: 'Task' }),
    /^blocked: `TaskDefinition` of a service that CodeDeploy deploys changes/,
    {
      before: { Task: { Type: 'AWS::ECS::TaskDefinition', Properties: { Cpu: '256' } } },
      after: { Task: { Type: 'AWS::ECS::TaskDefinition', Properties: { Cpu: '512' } } },
    },
  ),
  accepts(FUNCTION, 'a tag with a blocked runtime', lambda('nodejs12.x'), { ...lambda('nodejs12.x'), Tags: [{ Key: 'a', Value: 'b' }] }),
];
