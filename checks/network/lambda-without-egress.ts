import { defineCheck } from '../../src/check/check.js';
import type { Problem } from '../../src/check/problem.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { closedGroupsAt } from './model/closed-groups.js';
import { endpointCall, servicesCalledBy } from './model/service-calls.js';
import { endpointServicesOf, subnetsAt } from './model/vpc.js';
import { isolatedFunction } from './model/vpc-example.js';

export default defineCheck({
  id: 'network/lambda-without-egress',
  title: 'Function in a VPC that cannot reach the services it calls',
  severity: 'warning',
  types: ['AWS::Lambda::Function'],
  docs: {
    why: 'A function in a VPC reaches an AWS service through a NAT gateway or through an endpoint of that service in the VPC. Its role allows calls to a service for which its subnets have neither: the calls hang until the function times out. A public subnet does not help, because the network interfaces of functions have no public address.',
    fix: 'Add an endpoint: `vpc.addGatewayEndpoint("S3", { service: ec2.GatewayVpcEndpointAwsService.S3 })` for S3 and DynamoDB, `vpc.addInterfaceEndpoint(…)` for others. Or put the function into subnets with a NAT gateway (`ec2.SubnetType.PRIVATE_WITH_EGRESS`), or take it out of the VPC if it needs nothing there.',
    sources: [
      'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html',
      'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
    ],
    templateFix:
      'Add an `AWS::EC2::VPCEndpoint`: of type `Gateway` for S3 and DynamoDB, `Interface` for others. Or put the function into subnets whose route leads to a NAT gateway, allow the traffic in `SecurityGroupEgress`, or take the function out of the VPC if it needs nothing there.',
    bad: isolatedFunction('s3'),
    good: isolatedFunction('secretsmanager'),
  },
  needs: ['VpcConfig'],
  *resource(lambda) {
    const groups = lambda.property('VpcConfig', 'SecurityGroupIds');
    const closed = closedGroupsAt(groups);
    if (closed !== undefined) {
      yield* throughGroups(lambda, groups, closed);
      return;
    }
    const at = lambda.property('VpcConfig', 'SubnetIds');
    const subnets = subnetsAt(at);
    const [first] = subnets ?? [];
    if (subnets === undefined || first === undefined) return;
    if (subnets.some(({ egressRoutes }) => egressRoutes.has('nat-gateway') || egressRoutes.has('other'))) return;
    const endpoints = endpointServicesOf(first.vpc, subnets);
    const missing = servicesCalledBy(lambda).filter(({ endpoint }) => endpoints?.has(endpoint) === false);
    const [service] = missing;
    if (service === undefined) return;
    const isPublic = subnets.some(({ egressRoutes }) => egressRoutes.size > 0);
    const names = missing.map(({ name }) => name).join(' and ');
    yield {
      at,
      fix: `Add ${missing.length === 1 ? 'an endpoint' : 'endpoints'}: ${missing.map((each) => `\`${endpointCall(each)}\``).join(', ')}. ${OTHER_WAYS}`,
      message: `${lambda.displayName} may call ${names}, but ${isPublic ? 'the only way out of its subnets is an internet gateway, which a function cannot use' : 'its subnets have no route out of the VPC'}, and the VPC has no endpoint for ${missing.map(({ endpoint }) => `"${endpoint}"`).join(' or ')}: the calls time out.`,
      related: [{ at: first.vpc, message: 'The VPC is declared here.' }],
    };
  },
});

const OTHER_WAYS =
  'Or put the function into subnets with a NAT gateway (`ec2.SubnetType.PRIVATE_WITH_EGRESS`), or take it out of the VPC if it needs nothing there.';

function* throughGroups(lambda: Resource, at: Property, closed: readonly Resource[]): Iterable<Problem> {
  const names = servicesCalledBy(lambda).map(({ name }) => name);
  if (names.length === 0) return;
  yield {
    at,
    message: `${lambda.displayName} may call ${names.join(' and ')}, but its security groups allow no outbound traffic: the calls time out.`,
    fix: 'Allow the way to the service: `securityGroup.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443))`, or leave `allowAllOutbound` at its default.',
    related: closed.map((group) => ({ at: group, message: 'This group has no outbound rule.' })),
  };
}
