import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { isRegion } from '../../src/facts/regions.js';

const app = (region: string) => ({
  Network: stack('eu-west-1', {
    Vpc: resource('AWS::EC2::VPC', { CidrBlock: '10.2.0.0/16' }),
    Parameters: resource('AWS::EC2::VPCEndpoint', {
      VpcId: { Ref: 'Vpc' },
      VpcEndpointType: 'Interface',
      ServiceName: `com.amazonaws.${region}.ssm`,
    }),
  }),
});

export default defineCheck({
  id: 'region/endpoint-service-region',
  title: 'VPC endpoint for a service of another region',
  severity: 'error',
  types: ['AWS::EC2::VPCEndpoint'],
  docs: {
    why: 'The name of an endpoint service holds its region, and a VPC has endpoints for services of its own region only, unless `ServiceRegion` names the other one. EC2 rejects the endpoint: "The Vpc Endpoint Service \'com.amazonaws.us-east-1.ssm\' does not exist".',
    fix: "Use the name of the stack's region: `` `com.amazonaws.${cdk.Stack.of(this).region}.ssm` ``, as the constants of `ec2.InterfaceVpcEndpointAwsService` and `ec2.GatewayVpcEndpointAwsService` do. A service that is shared across regions needs `serviceRegion`.",
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html',
      'https://github.com/aws-samples/aws-network-firewall-terraform/issues/4',
    ],
    templateFix:
      "Use the name of the stack's region: `ServiceName: !Sub com.amazonaws.${AWS::Region}.ssm`. A service that is shared across regions needs `ServiceRegion`.",
    bad: app('us-east-1'),
    good: app('eu-west-1'),
  },
  *resource(endpoint) {
    const at = endpoint.property('ServiceName');
    const service = endpoint.property('ServiceRegion');
    const wanted = service.isAbsent ? endpoint.region : service.text;
    // The id of a service of one's own may be a reference: `com.amazonaws.vpce.us-east-1.${Service}`.
    const text = at.textWith('?');
    const found = text.split('.').find(isRegion);
    if (found === undefined || wanted === undefined || found === wanted) return;
    yield {
      at,
      fill: { 'region}.ssm': `region}.${text.split(`.${found}.`)[1]}`, 'Region}.ssm': `Region}.${text.split(`.${found}.`)[1]}` },
      message: service.isAbsent
        ? `This service is in ${found}, and the VPC is in ${wanted}: "The Vpc Endpoint Service '${text.replaceAll('?', '…')}' does not exist".`
        : `This service is in ${found}, and ServiceRegion is ${wanted}.`,
    };
  },
});
