import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { containsRange, type IpRange, overlaps, parseIpRange } from '../../src/queries/ip-ranges.js';
import { keyTextOf } from '../../src/queries/key-texts.js';

/** A VPC has 200 subnets by default; what a hostile template has beyond is not compared. */
const MAX_SUBNETS = 500;

const subnet = (CidrBlock: string) => resource('AWS::EC2::Subnet', { VpcId: { Ref: 'Vpc' }, CidrBlock });
const network = (second: string) => ({
  Network: stack('us-east-1', {
    Vpc: resource('AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' }),
    First: subnet('10.0.0.0/20'),
    Second: subnet(second),
  }),
});

export default defineCheck({
  id: 'network/subnet-range',
  title: 'Subnet that overlaps another, or lies outside of its VPC',
  severity: 'error',
  types: ['AWS::EC2::Subnet'],
  docs: {
    why: 'The ranges of the subnets of a VPC must not overlap, across all stacks that create subnets in it, and must lie in a range of the VPC. EC2 rejects the second subnet: "The CIDR \'…\' conflicts with another subnet".',
    fix: 'Let `ec2.Vpc` divide its range (`subnetConfiguration`, with `reserved: true` for later), or give each `ec2.Subnet` a free `cidrBlock`. A subnet that is replaced needs another range than the one before.',
    sources: [
      'https://github.com/aws/aws-cdk/issues/6683',
      'https://github.com/aws/aws-cdk/issues/23013',
      'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html',
    ],
    templateFix:
      'Give each `AWS::EC2::Subnet` a free `CidrBlock`, for example with `!Cidr`. A subnet that is replaced needs another range than the one before.',
    bad: network('10.0.8.0/24'),
    good: network('10.0.16.0/24'),
  },
  *resource(resource, { graph }) {
    const at = resource.property('CidrBlock');
    const range = parseIpRange(at.text ?? '');
    if (range === undefined) return;
    const all = graph.memo(subnetsByVpc).get(keyTextOf(resource.property('VpcId'), 'resource')?.text ?? '') ?? [];
    const own = all.findIndex((other) => other.subnet.is(resource));
    const other = all.slice(0, Math.max(own, 0)).find((earlier) => overlaps(earlier.range, range));
    if (other !== undefined) {
      yield {
        at,
        message: `${at.text} overlaps ${other.at.text}, the range of ${other.subnet.displayName}${other.subnet.stack === resource.stack ? '' : ` in stack ${other.subnet.stack.displayName}`}, in the same VPC: "The CIDR '${at.text}' conflicts with another subnet".`,
        related: [{ at: other.at, message: 'The other subnet.' }],
        // A network that two stacks divide in the same way.
        ...(other.subnet.stack !== resource.stack && {
          cause: { key: `${graph.idOf(other.subnet.stack)} ${graph.idOf(resource.stack)}`, here: `${at.text} overlaps ${other.at.text}.` },
        }),
      };
      return;
    }
    const vpc = resource.property('VpcId').reference?.resource;
    const block = vpc?.type === 'AWS::EC2::VPC' ? vpc.property('CidrBlock') : undefined;
    const whole = parseIpRange(block?.text ?? '');
    // Another block may be associated with the VPC.
    if (vpc === undefined || block === undefined || whole === undefined || containsRange(whole, range)) return;
    if (graph.linksTo(vpc).some(({ from }) => from.type === 'AWS::EC2::VPCCidrBlock' || /^Custom::/.test(from.type))) return;
    yield {
      at,
      message: `${at.text} is not in ${block.text}, the range of ${vpc.displayName}: EC2 rejects it with "The CIDR '${at.text}' is invalid".`,
      related: [{ at: block, message: 'The range of the VPC.' }],
      cause: { key: vpc, here: `${at.text} is not in the range of the VPC.` },
    };
  },
});

interface SubnetRange {
  readonly subnet: Resource;
  readonly at: Property;
  readonly range: IpRange;
}

function subnetsByVpc(graph: ResourceGraph): ReadonlyMap<string, readonly SubnetRange[]> {
  const groups = new Map<string, SubnetRange[]>();
  for (const subnet of graph.certainResourcesOfType('AWS::EC2::Subnet')) {
    const at = subnet.property('CidrBlock');
    const range = parseIpRange(at.text ?? '');
    const vpc = keyTextOf(subnet.property('VpcId'), 'resource')?.text;
    if (range === undefined || vpc === undefined) continue;
    const group = groups.get(vpc);
    if (group === undefined) groups.set(vpc, [{ subnet, at, range }]);
    else if (group.length < MAX_SUBNETS) group.push({ subnet, at, range });
  }
  return groups;
}
