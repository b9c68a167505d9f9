import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { VPC_MEMBERS } from '../../src/facts/vpc-members.js';
import { placesAt } from '../../src/queries/region-of.js';
import { connectedVpcs, vpcAt } from '../../src/queries/vpc-of.js';

const app = (vpcOfGroup: string) => ({
  Network: stack('us-east-1', {
    Shop: resource('AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' }),
    Tools: resource('AWS::EC2::VPC', { CidrBlock: '10.1.0.0/16' }),
    Web: resource('AWS::EC2::SecurityGroup', { GroupDescription: 'web', VpcId: { Ref: vpcOfGroup } }),
    Database: resource('AWS::EC2::SecurityGroup', { GroupDescription: 'database', VpcId: { Ref: 'Shop' } }),
    FromWeb: resource('AWS::EC2::SecurityGroupIngress', {
      GroupId: { Ref: 'Database' },
      SourceSecurityGroupId: { Ref: 'Web' },
      IpProtocol: 'tcp',
      FromPort: 5432,
      ToPort: 5432,
    }),
  }),
});

export default defineCheck({
  id: 'network/mixed-vpcs',
  title: 'Subnets and security groups of two VPCs: "belong to different networks"',
  severity: 'error',
  types: VPC_MEMBERS.map(({ type }) => type),
  docs: {
    why: 'The subnets, security groups and route tables that one resource uses must be in one VPC, and a rule can name a group of another VPC only when the two are peered. EC2 answers "You have specified two resources that belong to different networks".',
    fix: 'Take all from one VPC: pass the same `vpc` to the construct and to its `SecurityGroup`. For a rule between two VPCs peer them first, or allow the CIDR block: `ec2.Peer.ipv4(vpc.vpcCidrBlock)`.',
    sources: [
      'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html',
      'https://github.com/ansible/ansible/issues/30053',
      'https://github.com/crossplane-contrib/provider-upjet-aws/issues/1634',
    ],
    templateFix:
      'Take all from one VPC: subnets and security groups with the same `VpcId`. For a rule between two VPCs peer them first, or allow the CIDR block (`CidrIp`).',
    bad: app('Tools'),
    good: app('Shop'),
  },
  *resource(resource, { graph }) {
    const row = VPC_MEMBERS.find(({ type }) => type === resource.type);
    const members = placesAt(resource, ...(row?.places ?? []))
      .flatMap(({ items }) => items ?? [])
      .flatMap((at) => ({ at, vpc: vpcAt(at) }))
      .filter(({ vpc }) => vpc !== undefined);
    const [first] = members;
    const others = members.filter(({ vpc }) => vpc !== first?.vpc);
    const [other] = others;
    if (row === undefined || first?.vpc === undefined || other?.vpc === undefined) return;
    // Groups of peered VPCs may name each other.
    const connected = graph.memo(connectedVpcs);
    if (/^AWS::EC2::SecurityGroup/.test(resource.type) && (connected.has(first.vpc) || connected.has(other.vpc))) return;
    const names = [first.at, other.at].map(({ reference }) => reference?.resource.displayName);
    yield {
      at: other.at,
      message: `${names[1]} is in ${other.vpc.displayName}, ${names[0]} is in ${first.vpc.displayName}${first.vpc.stack === other.vpc.stack ? '' : ` of stack ${first.vpc.stack.displayName}`}, another VPC: EC2 answers "${row.says}".`,
      related: [
        { at: first.at, message: `In ${first.vpc.displayName}.` },
        { at: other.vpc, message: 'The other VPC.' },
      ],
      cause: { key: `${other.at.reference?.resource.id} ${first.vpc.id}`, here: `${names[1]} is in another VPC than ${names[0]}.` },
    };
  },
});
