import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { RULE_DIRECTIONS, type RuleDirection } from '../../src/facts/security-group-rules.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';

/** By default, of each direction and address family: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
const RULES = 60;

const FAMILIES = [
  { family: 'IPv4', key: 'CidrIp' },
  { family: 'IPv6', key: 'CidrIpv6' },
] as const;

const app = (MaxEntries: number) => ({
  Web: stack('us-east-1', {
    Offices: resource('AWS::EC2::PrefixList', { PrefixListName: 'offices', AddressFamily: 'IPv4', MaxEntries }),
    Group: resource('AWS::EC2::SecurityGroup', {
      GroupDescription: 'web',
      VpcId: 'vpc-0a1b2c3d4e5f60718',
      SecurityGroupIngress: [
        { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, SourcePrefixListId: { 'Fn::GetAtt': ['Offices', 'PrefixListId'] } },
      ],
    }),
  }),
});

export default defineCheck({
  id: 'network/security-group-rules',
  title: 'More rules than a security group has',
  severity: 'warning',
  types: ['AWS::EC2::SecurityGroup'],
  docs: {
    why: 'A security group has 60 rules in each direction, of IPv4 and of IPv6, unless AWS raised the quota. Rules of all stacks count, and a prefix list counts as many times as it may have entries. One more fails with "The maximum number of rules per security group has been reached."',
    fix: 'Admit a security group instead of addresses (`connections.allowFrom(other, port)`), write one range for many addresses, lower `maxEntries` of the prefix list, or divide the rules among several groups. If you need that many, ask for a higher quota before you deploy, and suppress this finding.',
    sources: [
      'https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html',
      'https://github.com/aws/res/issues/27',
      'https://github.com/aws-samples/aws-cloudfront-samples/issues/53',
    ],
    templateFix:
      'Admit a security group instead of addresses (`SourceSecurityGroupId`), write one range for many addresses, lower `MaxEntries` of the prefix list, or divide the rules among several groups. If you need that many, ask for a higher quota before you deploy, and suppress this finding.',
    bad: app(100),
    good: app(20),
  },
  *resource(group) {
    for (const { word, list, type, side } of RULE_DIRECTIONS) {
      const rules = rulesOf(group, list, type);
      if (rules.length === 0) continue;
      for (const { family, key } of FAMILIES) {
        const total = rules.reduce((sum, rule) => sum + weightOf(rule, side, family, key), 0);
        if (total <= RULES) continue;
        yield {
          at: group,
          message: `The security group has ${total} ${word} ${family} rules, and by default it may have ${RULES}: without a higher quota, "The maximum number of rules per security group has been reached."`,
        };
      }
    }
  },
});

/** Its own, and those of any stack that name it. */
function rulesOf(group: Resource, list: string, type: string): readonly Property[] {
  const others = group.graph
    .linksTo(group)
    .filter(({ from, path }) => from.type === type && path[1] === 'GroupId' && from.existence === 'certain')
    .map(({ from }) => from.property());
  return [...(group.property(list).items ?? []), ...others];
}

/** A reference to a group or prefix list counts for both families. */
function weightOf(rule: Property, side: RuleDirection['side'], family: string, key: string): number {
  const prefixes = rule.get(`${side}PrefixListId`);
  if (!prefixes.isAbsent) {
    const list = prefixes.target('AWS::EC2::PrefixList');
    const own = list?.property('AddressFamily').text;
    return own !== undefined && own !== family ? 0 : (list?.property('MaxEntries').number ?? 1);
  }
  return rule.get(`${side}SecurityGroupId`).isAbsent && rule.get(key).isAbsent ? 0 : 1;
}
