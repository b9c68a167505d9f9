import { tableOf } from '../table-of.js';

/**
 * Properties below others whose change replaces the resource: what their pages say, and the operation that updates the resource does not take
 * them, or a report where it was replaced. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/ (the page of each property)
 */
export const REPLACED_BELOW: Readonly<Record<string, readonly string[]>> = tableOf({
  // https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/2340
  // "You can only update the client-broker encryption setting": https://docs.aws.amazon.com/msk/latest/developerguide/update-security-cli.html
  'AWS::MSK::Cluster': [
    'BrokerNodeGroupInfo.SecurityGroups',
    'BrokerNodeGroupInfo.ClientSubnets',
    'EncryptionInfo.EncryptionAtRest',
    'EncryptionInfo.EncryptionInTransit.InCluster',
  ],
  // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateCapacityProvider.html
  'AWS::ECS::CapacityProvider': ['AutoScalingGroupProvider.AutoScalingGroupArn'],
  // https://docs.aws.amazon.com/mwaa/latest/API/API_UpdateNetworkConfigurationInput.html takes the security groups of the network alone.
  'AWS::MWAA::Environment': ['NetworkConfiguration.SubnetIds'],
  // https://docs.aws.amazon.com/vpc-lattice/latest/APIReference/API_UpdateTargetGroup.html takes the health check alone.
  'AWS::VpcLattice::TargetGroup': [
    'Config.IpAddressType',
    'Config.Port',
    'Config.Protocol',
    'Config.ProtocolVersion',
    'Config.VpcIdentifier',
  ],
  // https://docs.aws.amazon.com/Route53/latest/APIReference/API_UpdateHealthCheck.html
  'AWS::Route53::HealthCheck': ['HealthCheckConfig.MeasureLatency', 'HealthCheckConfig.RequestInterval', 'HealthCheckConfig.Type'],
});
