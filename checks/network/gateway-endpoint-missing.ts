import { defineCheck } from '../../src/check/check.js';
import type { Resource } from '../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { ResourceMap } from '../../src/graph/model/resource-map.js';
import { endpointCall, servicesCalledBy } from './model/service-calls.js';
import { endpointServicesOf, subnetsAt } from './model/vpc.js';
import { functionBehindNat } from './model/vpc-example.js';

/** Services with endpoints that cost nothing. */
const FREE = new Set(['s3', 'dynamodb']);

export default defineCheck({
  id: 'network/gateway-endpoint-missing',
  title: 'Traffic to S3 or DynamoDB through a NAT gateway',
  severity: 'info',
  types: ['AWS::EC2::VPC'],
  docs: {
    why: 'Functions in this VPC call S3 or DynamoDB through a NAT gateway, which is billed by the gigabyte. A gateway endpoint carries the same traffic free of charge, and it does not leave the network of AWS.',
    fix: 'Add `vpc.addGatewayEndpoint("S3", { service: ec2.GatewayVpcEndpointAwsService.S3 })`, and `GatewayVpcEndpointAwsService.DYNAMODB` for tables. It serves the VPC\'s own region only.',
    sources: [
      'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
      'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html',
    ],
    templateFix:
      'Add an `AWS::EC2::VPCEndpoint` with `VpcEndpointType: Gateway`, `ServiceName: !Sub com.amazonaws.${AWS::Region}.s3` (or `dynamodb`) and the route tables of the private subnets.',
    bad: functionBehindNat(),
    good: functionBehindNat('dynamodb'),
  },
  *resource(vpc, { graph }) {
    const endpoints = endpointServicesOf(vpc);
    const callers = (graph.memo(callersBehindNat).get(vpc) ?? []).filter(({ endpoint }) => endpoints?.has(endpoint) === false);
    const [first] = callers;
    if (first === undefined) return;
    const names = [...new Set(callers.map(({ name }) => name))].join(' and ');
    const calls = new Set(callers.map(({ call }) => `\`${call}\``));
    yield {
      at: vpc,
      fix: `Add ${[...calls].join(' and ')}. A gateway endpoint serves the VPC's own region only.`,
      message: `${first.lambda.displayName} calls ${names} through a NAT gateway of this VPC, which has no gateway endpoint for it: every gigabyte is billed.`,
      related: [{ at: first.lambda, message: 'This function, in a subnet behind a NAT gateway.' }],
    };
  },
});

interface Caller {
  readonly lambda: Resource;
  readonly name: string;
  readonly endpoint: string;
  readonly call: string;
}

function callersBehindNat(graph: ResourceGraph): ReadonlyMap<Resource, readonly Caller[]> {
  const callers = new ResourceMap<Caller[]>();
  for (const lambda of graph.certainResourcesOfType('AWS::Lambda::Function')) {
    const [subnet] = subnetsAt(lambda.property('VpcConfig', 'SubnetIds')) ?? [];
    if (subnet === undefined || !subnet.egressRoutes.has('nat-gateway')) continue;
    const group = callers.get(subnet.vpc) ?? [];
    callers.set(subnet.vpc, group);
    for (const service of servicesCalledBy(lambda)) {
      const { name, endpoint } = service;
      if (FREE.has(endpoint)) group.push({ lambda, name, endpoint, call: endpointCall(service) });
    }
  }
  return callers;
}
