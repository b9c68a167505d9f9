import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import type { Resource } from '../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { ResourceMap } from '../../src/graph/model/resource-map.js';
import { vpcAt } from '../../src/queries/vpc-of.js';

const PEERING = 'AWS::EC2::VPCPeeringConnection';
const route = (table: string, block: string) =>
  resource('AWS::EC2::Route', { RouteTableId: { Ref: table }, DestinationCidrBlock: block, VpcPeeringConnectionId: { Ref: 'Peering' } });
const network = (more: object) => ({
  Network: stack('us-east-1', {
    Shop: resource('AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' }),
    ShopTable: resource('AWS::EC2::RouteTable', { VpcId: { Ref: 'Shop' } }),
    Tools: resource('AWS::EC2::VPC', { CidrBlock: '10.1.0.0/16' }),
    ToolsTable: resource('AWS::EC2::RouteTable', { VpcId: { Ref: 'Tools' } }),
    Peering: resource(PEERING, { VpcId: { Ref: 'Shop' }, PeerVpcId: { Ref: 'Tools' } }),
    ToTools: route('ShopTable', '10.1.0.0/16'),
    ...more,
  }),
});

export default defineCheck({
  id: 'network/peering-one-way',
  title: 'VPC peering with routes on one side only',
  severity: 'warning',
  types: [PEERING],
  docs: {
    why: 'Traffic over a peering needs a route in both VPCs: with one on a side only, packets arrive and their answers never come back. Connections time out.',
    fix: 'Add the routes of the other VPC in its own stack: `new ec2.CfnRoute(this, "ToShop", { routeTableId, destinationCidrBlock: shop.vpcCidrBlock, vpcPeeringConnectionId })` for each of its route tables.',
    sources: ['https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html'],
    templateFix:
      "Add an `AWS::EC2::Route` to the other VPC's range, with `VpcPeeringConnectionId`, for each of its route tables, in its own stack.",
    bad: network({}),
    good: network({ ToShop: route('ToolsTable', '10.0.0.0/16') }),
  },
  *resource(peering, { graph }) {
    const { tables, routed, isKnown } = graph.memo(peeringRoutes);
    const ends = [peering.property('VpcId'), peering.property('PeerVpcId')];
    const vpcs = ends.map((end) => vpcAt(end));
    const served = routed.get(peering);
    // A custom resource may add routes that no template shows.
    if (!isKnown || served === undefined || graph.linksTo(peering).some(({ from }) => /^Custom::|CustomResource/.test(from.type))) return;
    for (const [index, vpc] of vpcs.entries()) {
      if (vpc === undefined || served.has(vpc) || !tables.has(vpc)) continue;
      const other = vpcs[1 - index];
      if (other !== undefined && !served.has(other)) continue;
      yield {
        at: ends[index] ?? peering,
        message: `Only ${other?.displayNameFrom(vpc) ?? 'the other VPC'} has routes over this peering: no route table of ${vpc.displayName} in stack ${vpc.stack.displayName} has a route back, so responses are lost.`,
        related: [{ at: vpc, message: 'Has route tables, and no route over the peering.' }],
      };
    }
  },
});

interface PeeringRoutes {
  /** VPCs whose route tables stand here. */
  readonly tables: ReadonlySet<Resource>;
  /** By peering: the VPCs that have a route over it. */
  readonly routed: ReadonlyMap<Resource, ReadonlySet<Resource>>;
  /** False when some route leads over a peering, or belongs to a table, that is not known. */
  readonly isKnown: boolean;
}

function peeringRoutes(graph: ResourceGraph): PeeringRoutes {
  const routed = new ResourceMap<Set<Resource>>();
  let isKnown = !graph.mayLackResources();
  for (const route of graph.resourcesOfType('AWS::EC2::Route')) {
    const over = route.property('VpcPeeringConnectionId');
    if (over.isAbsent) continue;
    const peering = over.reference?.resource;
    const vpc = vpcAt(route.property('RouteTableId'));
    if (peering === undefined || vpc === undefined) isKnown = false;
    else routed.set(peering, (routed.get(peering) ?? new Set()).add(vpc));
  }
  const tables = new Set(graph.resourcesOfType('AWS::EC2::RouteTable').flatMap((table) => vpcAt(table.property('VpcId')) ?? []));
  return { tables, routed, isKnown };
}
