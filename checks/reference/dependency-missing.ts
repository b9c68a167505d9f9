import type { JsonObject } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';
import { type Expected, NEEDED_FIRST, type NeededFirst } from '../../src/facts/needed-first.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { rootStackOf } from '../../src/graph/model/root-stack.js';
import { memoizeByKey } from '../../src/memoize.js';
import { placesAt } from '../../src/queries/region-of.js';
import { stepsOf } from '../../src/queries/steps-of.js';
import { vpcAt } from '../../src/queries/vpc-of.js';
import { isCovering } from './model/covering-documents.js';
import { selectsOfEmptyLists, TARGET_GROUP } from './model/empty-lists.js';

const network = (more: JsonObject) => ({
  Network: {
    region: 'us-east-1',
    resources: {
      Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
      Subnet: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: 'Vpc' }, CidrBlock: '10.0.0.0/24' } },
      Table: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: { Ref: 'Vpc' } } },
      Hub: { Type: 'AWS::EC2::TransitGateway' },
      Attachment: {
        Type: 'AWS::EC2::TransitGatewayAttachment',
        Properties: { VpcId: { Ref: 'Vpc' }, SubnetIds: [{ Ref: 'Subnet' }], TransitGatewayId: { Ref: 'Hub' } },
      },
      ToOffice: {
        Type: 'AWS::EC2::Route',
        Properties: { RouteTableId: { Ref: 'Table' }, DestinationCidrBlock: '10.9.0.0/16', TransitGatewayId: { Ref: 'Hub' } },
        ...more,
      },
    },
  },
});

export default defineCheck({
  id: 'reference/dependency-missing',
  title: 'Resource is created before one that it needs and does not name',
  severity: 'warning',
  types: [...new Set([TARGET_GROUP, ...NEEDED_FIRST.map(({ type }) => type)])],
  docs: {
    why: 'CloudFormation creates resources at the same time unless one names the other. A route to a transit gateway names the gateway and needs its attachment to the VPC; an ECS service names a target group and needs a listener that uses it. Without `DependsOn` the order is a matter of chance, and the first deployment can fail; where the other one waits for this one, it always does.',
    fix: 'Declare the dependency: `route.addDependency(attachment)` on an L1 construct, `service.node.addDependency(listener)` on others.',
    sources: [...new Set([...NEEDED_FIRST.map(({ source }) => source), 'https://github.com/aws/aws-cdk/issues/1213'])],
    templateFix: 'Add the resource that must be there first to `DependsOn`.',
    bad: network({}),
    good: network({ DependsOn: 'Attachment' }),
  },
  *resource(resource, { graph }) {
    if (resource.type === TARGET_GROUP) yield* selectsOfEmptyLists(resource);
    for (const row of NEEDED_FIRST) {
      if (row.type !== resource.type || !isMeant(row, resource)) continue;
      for (const at of row.shared === undefined ? [undefined] : placesAt(resource, row.shared)) {
        const shared = at?.reference?.resource;
        if (at !== undefined && (shared === undefined || hasOne(shared, row.sharedWithout))) continue;
        const needed = neededBy(resource, row, shared);
        const [first] = needed;
        if (first === undefined || needed.some((other) => graph.order.createdBefore(other, resource))) continue;
        const isAfter = needed.every((other) => graph.order.createdBefore(resource, other));
        yield {
          at: at ?? resource,
          ...(isAfter && { severity: 'error' as const }),
          message: `This needs ${row.what}, ${first.displayNameFrom(resource)}, ${isAfter ? 'which is created after it' : 'and nothing makes CloudFormation create it first'}: the deployment ${isAfter ? 'fails' : 'can fail'} with "${row.says}".`,
          fix: row.fix,
          // The route tables of all subnets wait for one attachment.
          cause: { key: `${first.id} ${row.what} ${isAfter}`, here: `${resource.displayNameFrom(first)} needs it as well.` },
          related: [{ at: first, message: 'This must be there first.' }],
        };
      }
    }
  },
});

function isMeant({ where = {} }: NeededFirst, resource: Resource): boolean {
  return Object.entries(where).every(([path, expected]) => isSo(resource.property(...stepsOf(path)), expected));
}

function isSo(property: Property, expected: Expected): boolean {
  return typeof expected === 'string' ? property.text === expected : property.isAbsent !== expected;
}

function hasOne(shared: Resource, properties: readonly string[] = []): boolean {
  return properties.some((property) => shared.hasProperty(property));
}

/** What the row asks for, of the same deployed stack. */
function neededBy(resource: Resource, row: NeededFirst, shared: Resource | undefined): readonly Resource[] {
  const { graph } = resource;
  const root = rootStackOf(resource.stack);
  const vpc = row.inVpcOf === undefined ? undefined : vpcAt(placesAt(resource, row.inVpcOf)[0]);
  // Of what nothing else ties to it, only that in its own VPC counts.
  if (row.inVpcOf !== undefined && row.shared === undefined && vpc === undefined) return [];
  const all = graph.memo(indexOf(row)).get(shared === undefined ? graph.idOf(root) : shared.base.id) ?? [];
  return all.filter(
    (other) => rootStackOf(other.stack) === root && isMeantToo(row, resource, other) && mayBeIn(vpc, vpcAt(other.property('VpcId')), row),
  );
}

function mayBeIn(vpc: Resource | undefined, other: Resource | undefined, { shared }: NeededFirst): boolean {
  return vpc === undefined || other === vpc || (other === undefined && shared !== undefined);
}

function isMeantToo({ neededWith, covering }: NeededFirst, resource: Resource, other: Resource): boolean {
  if (covering !== undefined && !isCovering(covering, resource, other)) return false;
  if (neededWith === undefined) return true;
  const at = other.property(neededWith.property);
  return neededWith.texts === undefined ? !at.isAbsent : at.text !== undefined && neededWith.texts.includes(at.text);
}

type Index = (graph: ResourceGraph) => ReadonlyMap<string, readonly Resource[]>;

/** By what they name, or by their stack. */
const indexOf = memoizeByKey(
  (row: NeededFirst): Index =>
    (graph) => {
      const found = new Map<string, Resource[]>();
      const add = (key: string, resource: Resource) => {
        const list = found.get(key) ?? [];
        list.push(resource);
        found.set(key, list);
      };
      for (const [type, paths] of Object.entries(row.needs))
        for (const resource of graph.resourcesOfType(type)) {
          if (row.shared === undefined) add(graph.idOf(rootStackOf(resource.stack)), resource);
          for (const path of paths)
            for (const { reference } of placesAt(resource, path)) if (reference) add(reference.resource.base.id, resource);
        }
      return found;
    },
);
