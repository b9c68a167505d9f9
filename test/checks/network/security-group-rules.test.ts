import { expect, it } from 'vitest';
import check from '../../../checks/network/security-group-rules.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';

const rules = (count: number, rule: (index: number) => JsonObject) => Array.from({ length: count }, (_, index) => rule(index));
const address = (index: number): JsonObject => ({ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: `10.0.${index}.0/24` });
const address6 = (index: number): JsonObject => ({ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIpv6: `fd00:${index}::/64` });
const other = (): JsonObject => ({ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, SourceSecurityGroupId: 'sg-0a1b2c3d4e5f60718' });
const app = (properties: object, more: JsonObject = {}, elsewhere: JsonObject = {}) => ({
  Net: {
    region: 'us-east-1',
    resources: { Group: { Type: 'AWS::EC2::SecurityGroup', Properties: properties as JsonObject }, ...more },
    outputs: { Group: { Value: { 'Fn::GetAtt': ['Group', 'GroupId'] } } },
  },
  App: { region: 'us-east-1', dependencies: ['Net'], resources: elsewhere },
});
const apart = (count: number, GroupId: JsonObject): JsonObject =>
  Object.fromEntries(
    rules(count, address).map((rule, index) => [
      `Rule${index}`,
      { Type: 'AWS::EC2::SecurityGroupIngress', Properties: { ...rule, GroupId } },
    ]),
  );
const output = { 'Fn::GetStackOutput': { StackName: 'Net', OutputName: 'Group', Region: 'us-east-1' } };
const lists = (AddressFamily: string, MaxEntries: number): JsonObject => ({
  List: { Type: 'AWS::EC2::PrefixList', Properties: { AddressFamily, MaxEntries } },
});
const listed = { IpProtocol: 'tcp', SourcePrefixListId: { 'Fn::GetAtt': ['List', 'PrefixListId'] } };

it.each<[string, ReturnType<typeof app>, readonly RegExp[]]>([
  ['as many as a group has', app({ SecurityGroupIngress: rules(60, address) }), []],
  [
    'one more',
    app({ SecurityGroupIngress: rules(61, address) }),
    [/^The security group has 61 inbound IPv4 rules, .* "The maximum number of rules/],
  ],
  ['of both families', app({ SecurityGroupIngress: [...rules(40, address), ...rules(40, address6)] }), []],
  ['groups, which count for both', app({ SecurityGroupIngress: rules(61, other) }), [/61 inbound IPv4/, /61 inbound IPv6/]],
  ['outbound', app({ SecurityGroupEgress: rules(61, address6) }), [/^The security group has 61 outbound IPv6/]],
  [
    'rules apart',
    app({ SecurityGroupIngress: rules(30, address) }, apart(31, { 'Fn::GetAtt': ['Group', 'GroupId'] })),
    [/61 inbound IPv4/],
  ],
  ['rules of another stack', app({ SecurityGroupIngress: rules(30, address) }, {}, apart(31, output)), [/61 inbound IPv4/]],
  ['a prefix list', app({ SecurityGroupIngress: [listed] }, lists('IPv4', 61)), [/61 inbound IPv4/]],
  ['a prefix list of the other family', app({ SecurityGroupIngress: [listed, ...rules(10, address)] }, lists('IPv6', 55)), []],
  ['rules that are not known', app({ SecurityGroupIngress: { 'Fn::Transform': {} } }), []],
])('counts rules: %s', (_, example, expected) => {
  expect(findingsIn(example, check).map(({ message }) => message)).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
});
