import { FUNCTION, LOG_GROUP, named, QUEUE, SECURITY_GROUP, STATE_MACHINE, VPC } from './named.js';
import { inRegionOf, type ReferenceRows, templateReference } from './row.js';

const ACTION = 'Stages.*.Actions.*';
const provider = (name: string) => ({ [`${ACTION}.ActionTypeId.Provider`]: name });

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
  // Names are looked up in the region of the action. No page says so in one sentence.
  'AWS::CodePipeline::Pipeline': [
    inRegionOf(`${ACTION}.Region`, `${ACTION}.Configuration.FunctionName`, FUNCTION, { where: provider('Lambda') }),
    inRegionOf(`${ACTION}.Region`, `${ACTION}.Configuration.ProjectName`, named('AWS::CodeBuild::Project', 'codebuild', 'project'), {
      where: provider('CodeBuild'),
    }),
  ],
};
