import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { rootStackOf } from '../../src/graph/model/root-stack.js';
import { byDeployedStack } from '../../src/queries/by-deployed-stack.js';
import { network } from './model/vpc-example.js';

const NAT = 'AWS::EC2::NatGateway';
const app = (gateway: boolean) => ({
  'Network-test': stack('us-east-1', {
    ...network(),
    ...(gateway && { Gateway: resource(NAT, { SubnetId: { Ref: 'Subnet' }, ConnectivityType: 'private' }) }),
  }),
});

const WITHOUT = 'Set `natGateways: 0` with `ec2.SubnetType.PRIVATE_ISOLATED` and endpoints for the services that are called';
const LEFT_OUT = 'With 0, subnets of `PRIVATE_WITH_EGRESS` have no route to the internet.';

export default defineCheck({
  id: 'network/nat-gateway-cost',
  title: 'NAT gateways in a temporary stack',
  severity: 'info',
  types: [NAT],
  docs: {
    why: 'A NAT gateway is billed for every hour it exists, used or not, and `ec2.Vpc` makes one in every availability zone unless `natGateways` is set. The configuration declares that this stack is destroyable: a test or a preview seldom needs them.',
    fix: `${WITHOUT}, or \`natGateways: 1\`. ${LEFT_OUT}`,
    sources: [
      'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-pricing.html',
      'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.Vpc.html',
    ],
    templateFix: 'Leave out the `AWS::EC2::NatGateway` where gateway and interface endpoints are enough, or share one.',
    bad: app(true),
    good: app(false),
  },
  *resource(gateway, { graph, settings }) {
    const stack = rootStackOf(gateway.stack);
    const gateways = graph.memo(byStack).get(stack) ?? [];
    if (!gateway.is(gateways[0]) || !settings.isDestroyable(stack)) return;
    const isOne = gateways.length === 1;
    const count = isOne ? 'a NAT gateway: it' : `${gateways.length} NAT gateways: each`;
    yield {
      at: gateway,
      message: `${stack.displayName} is meant to be destroyed and has ${count} is billed for every hour, used or not.`,
      ...(isOne && { fix: `${WITHOUT}. ${LEFT_OUT}` }),
    };
  },
});

const byStack = (graph: ResourceGraph) => byDeployedStack(graph.certainResourcesOfType(NAT));
