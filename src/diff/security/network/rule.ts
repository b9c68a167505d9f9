import type { SecurityGroupChanges } from '@aws-cdk/cloudformation-diff/lib/network/security-group-changes.js';
import { tableOf } from '../../../table-of.js';
import type { When } from '../branches.js';

type Found = SecurityGroupChanges['ingress']['additions'][number];

/** Traffic that a security group lets through. */
export interface Rule {
  /** The group, as a text with tokens; with the resource of the rule when it is one of its own. */
  readonly group: string;
  readonly direction: 'from' | 'to';
  /** In lower case; `-1` for all. */
  readonly protocol: string;
  /** Ports, or ICMP types. */
  readonly from: number;
  readonly to: number;
  /** An address range, a security group or a prefix list. */
  readonly peer: string;
  /** `TCP 22`. */
  readonly words: string;
  readonly when: When;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-securitygroup-ingress.html */
const PROTOCOL_NUMBERS: Readonly<Record<string, string>> = tableOf({ '1': 'icmp', '6': 'tcp', '17': 'udp', '58': 'icmpv6' });
const HAS_PORTS: ReadonlySet<string> = new Set(['tcp', 'udp', 'icmp', 'icmpv6']);
const MAX_PORT = 65_535;

export function readRules({ ingress, egress }: SecurityGroupChanges, when: When): readonly Rule[] {
  return [...ingress.additions.map((rule) => readRule(rule, 'from', when)), ...egress.additions.map((rule) => readRule(rule, 'to', when))];
}

function readRule(rule: Found, direction: Rule['direction'], when: When): Rule {
  const protocol = PROTOCOL_NUMBERS[rule.ipProtocol] ?? rule.ipProtocol.toLowerCase();
  const [from, to] = HAS_PORTS.has(protocol) ? portsOf(rule, protocol) : [0, MAX_PORT];
  return { group: String(rule.groupId), direction, protocol, from, to, peer: peerOf(rule), words: rule.describeProtocol(), when };
}

/** -1 is all of them. ICMP has a type and a code in their place. */
function portsOf({ fromPort, toPort }: Found, protocol: string): readonly [number, number] {
  const from = Number(fromPort ?? -1);
  if (protocol.startsWith('icmp')) return from === -1 ? [0, MAX_PORT] : [from, from];
  return from === -1 || !Number.isInteger(from) ? [0, MAX_PORT] : [from, Number(toPort ?? from)];
}

function peerOf({ peer }: Found): string {
  if (peer === undefined) return '?';
  if (peer.kind === 'cidr-ip') return String(peer.ip);
  return String(peer.kind === 'prefix-list' ? peer.prefixListId : peer.securityGroupId);
}
