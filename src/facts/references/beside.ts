import { CERTIFICATE, FUNCTION, KEY, LOG_GROUP, named, QUEUE, SECURITY_GROUP, STATE_MACHINE, TOPIC, VPC } from './named.js';
import { inRegionOf, inStackRegion, type Named, type ReferenceRow, type ReferenceRows, templateReference } from './row.js';

const ACTION = 'Stages.*.Actions.*';
const provider = (name: string) => ({ [`${ACTION}.ActionTypeId.Provider`]: name });
const BUCKET: Named = { types: ['AWS::S3::Bucket'], services: [], what: 'bucket', form: 'bucket' };
const REPOSITORIES = [
  ['ECR', named('AWS::ECR::Repository', '', 'repository')],
  ['CodeCommit', named('AWS::CodeCommit::Repository', '', 'repository')],
] as const;
/** What an action uses is looked up in the region of the action. */
const usedBy = (name: string, property: string, target: Named): ReferenceRow =>
  inRegionOf(`${ACTION}.Region`, `${ACTION}.Configuration.${property}`, target, { where: provider(name) });

const COPIES = 'PolicyDetails.Schedules.*.CrossRegionCopyRules.*';
const COPY_KEY = {
  fix: 'Name a key of the region to which the snapshots are copied: {region}.',
  source: templateReference('AWS::DLM::LifecyclePolicy'),
} as const;

const OPTION = 'OptionSettings.*';
const CERTIFICATE_OPTIONS = ['SSLCertificateArns', 'SSLCertificateId'].map((name) =>
  inStackRegion(`${OPTION}.Value`, CERTIFICATE, { where: { [`${OPTION}.OptionName`]: name } }),
);

/** Places whose region a property beside them names, in settings that are not typed. */
export const BESIDE: ReferenceRows = {
  'AWS::ECS::TaskDefinition': [
    inRegionOf(
      'ContainerDefinitions.*.LogConfiguration.Options.awslogs-region',
      'ContainerDefinitions.*.LogConfiguration.Options.awslogs-group',
      LOG_GROUP,
      {
        where: { 'ContainerDefinitions.*.LogConfiguration.LogDriver': 'awslogs' },
        fix: 'Create the log group in {region}, or name its region in `awslogs-region`: `ecs.LogDrivers.awsLogs({ streamPrefix, logGroup })` in the stack of the log group.',
        source: templateReference('AWS::ECS::TaskDefinition'),
      },
    ),
  ],
  'AWS::Chime::SipMediaApplication': [
    inRegionOf('AwsRegion', 'Endpoints.*.LambdaArn', FUNCTION, { source: templateReference('AWS::Chime::SipMediaApplication') }),
  ],
  'AWS::MediaLive::Channel': [
    inRegionOf(
      'Destinations.*.MediaPackageSettings.*.MediaPackageRegionName',
      'Destinations.*.MediaPackageSettings.*.ChannelId',
      named('AWS::MediaPackage::Channel', 'mediapackage', 'channel'),
      { source: templateReference('AWS::MediaLive::Channel') },
    ),
  ],
  // A replica of a canary runs in the VPC of its own region.
  'AWS::Synthetics::Canary': [
    inRegionOf('Replicas.*.Location', 'Replicas.*.VpcConfig.VpcId', VPC, { source: templateReference('AWS::Synthetics::Canary') }),
    inRegionOf('Replicas.*.Location', 'Replicas.*.VpcConfig.SubnetIds.*', named('AWS::EC2::Subnet', '', 'subnet'), {
      source: templateReference('AWS::Synthetics::Canary'),
    }),
    inRegionOf('Replicas.*.Location', 'Replicas.*.VpcConfig.SecurityGroupIds.*', SECURITY_GROUP, {
      source: templateReference('AWS::Synthetics::Canary'),
    }),
  ],
  // `Region` is a parameter of the integrations of HTTP APIs with services.
  'AWS::ApiGatewayV2::Integration': [
    inRegionOf('RequestParameters.Region', 'RequestParameters.QueueUrl', QUEUE),
    inRegionOf('RequestParameters.Region', 'RequestParameters.StateMachineArn', STATE_MACHINE),
  ],
  'AWS::DLM::LifecyclePolicy': [
    inRegionOf(`${COPIES}.TargetRegion`, `${COPIES}.CmkArn`, KEY, { ...COPY_KEY, where: { [`${COPIES}.Target`]: undefined } }),
    inRegionOf(`${COPIES}.Target`, `${COPIES}.CmkArn`, KEY, { ...COPY_KEY, where: { [`${COPIES}.TargetRegion`]: undefined } }),
  ],
  'AWS::ElasticBeanstalk::Environment': CERTIFICATE_OPTIONS,
  'AWS::ElasticBeanstalk::ConfigurationTemplate': CERTIFICATE_OPTIONS,
  'AWS::CodePipeline::Pipeline': [
    inRegionOf(`${ACTION}.Region`, `${ACTION}.Configuration.BucketName`, BUCKET, {
      where: provider('S3'),
      words: 'You must use the same Region for your action and the deploy bucket.',
      fix: 'Give `S3DeployAction` a bucket that knows its region: the one of the other stack, or `Bucket.fromBucketAttributes(this, id, { bucketName, region })`.',
      source: 'https://github.com/aws/aws-cdk/issues/5562',
    }),
    inRegionOf(`${ACTION}.Region`, `${ACTION}.Configuration.S3Bucket`, BUCKET, {
      where: provider('S3'),
      words: 'Invalid action configuration: The bucket named … is not located in the … AWS region',
      fix: 'Read the source from a bucket in the region of the pipeline, replicated from the other one where there are several pipelines.',
      source: 'https://github.com/aws-cloudformation/community-registry-extensions/issues/76',
    }),
    // "Source actions" cannot be in another region than the pipeline, "correct for … ECR and CodeCommit".
    ...REPOSITORIES.map(([name, repository]) =>
      inStackRegion(`${ACTION}.Configuration.RepositoryName`, repository, {
        where: provider(name),
        words: 'You cannot create cross-Region actions for … Source actions.',
        fix: 'Create the repository, or a copy of it, in the region of the pipeline.',
        source: 'https://github.com/awsdocs/aws-codepipeline-user-guide/issues/45',
      }),
    ),
    // No page says so of these in one sentence.
    usedBy('Lambda', 'FunctionName', FUNCTION),
    usedBy('CodeBuild', 'ProjectName', named('AWS::CodeBuild::Project', 'codebuild', 'project')),
    usedBy('CodeDeploy', 'ApplicationName', named('AWS::CodeDeploy::Application', '', 'application')),
    usedBy('ECS', 'ClusterName', named('AWS::ECS::Cluster', '', 'cluster')),
    usedBy('Manual', 'NotificationArn', TOPIC),
    usedBy('S3', 'KMSEncryptionKeyARN', KEY),
    usedBy('StepFunctions', 'StateMachineArn', STATE_MACHINE),
  ],
};
