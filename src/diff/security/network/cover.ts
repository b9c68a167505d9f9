import { isWithinRanges, parseIpRange } from '../../../queries/ip-ranges.js';
import { isApart, isWithin } from '../branches.js';
import { ORIGIN } from '../entries.js';
import type { Texts } from '../texts.js';
import { RangeIndex } from './range-index.js';
import type { Rule } from './rule.js';

/**
 * Addresses that nothing answers at. `allowAllOutbound: false` of the CDK writes the first and the second, because a group without rules lets everything out:
 * https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-ec2/lib/security-group.ts. A loopback address never leaves its host:
 * https://www.rfc-editor.org/rfc/rfc1122#section-3.2.1.3
 */
const NOWHERE: readonly string[] = ['255.255.255.255/32', '::1/128', '127.0.0.0/8'];

/** Whether traffic can pass by this rule at all. */
export function isEmpty({ peer, from, to, protocol }: Rule): boolean {
  return isWithinRanges(peer, NOWHERE) || (protocol === 'tcp' && from > to);
}

/** The rules of one side, to be asked what they let through. */
export class Rules {
  readonly #groups = new Map<string, GroupRules>();
  readonly #texts: Texts;

  constructor(rules: readonly Rule[], texts: Texts) {
    this.#texts = texts;
    for (const rule of rules) {
      const key = this.#keyOf(rule);
      const group = this.#groups.get(key) ?? new GroupRules(texts);
      this.#groups.set(key, group);
      group.add(rule);
    }
  }

  /** Whether rules let through all that another one does: several together, port by port and range by range. */
  cover(rule: Rule): 'covered' | 'open' | 'uncovered' {
    return this.#groups.get(this.#keyOf(rule))?.cover(rule) ?? 'uncovered';
  }

  #keyOf({ group, direction }: Rule): string {
    return `${direction} ${this.#texts.key(group.split(ORIGIN)[0] ?? '')}`;
  }
}

/** Of one group and direction. There may be thousands, so that each is only compared with those that it may have something in common with. */
class GroupRules {
  readonly #texts: Texts;
  readonly #rules: Rule[] = [];
  readonly #open: Rule[] = [];
  readonly #same = new Set<string>();
  readonly #byRange = new RangeIndex<Rule>();
  readonly #byPeer = new Map<string, Rule[]>();

  constructor(texts: Texts) {
    this.#texts = texts;
  }

  add(rule: Rule): void {
    const peer = this.#texts.key(rule.peer);
    const range = parseIpRange(peer);
    this.#rules.push(rule);
    this.#same.add(this.#textOf(rule));
    if (this.#texts.isOpen(rule.peer)) this.#open.push(rule);
    if (range !== undefined) this.#byRange.add(range, rule);
    else {
      const rules = this.#byPeer.get(peer);
      if (rules === undefined) this.#byPeer.set(peer, [rule]);
      else rules.push(rule);
    }
  }

  cover(rule: Rule): 'covered' | 'open' | 'uncovered' {
    if (this.#same.has(this.#textOf(rule)) || this.#isCovered(rule)) return 'covered';
    const mayMatch = ({ protocol, when }: Rule): boolean => isOfProtocol(protocol, rule) && !isApart(rule.when, when);
    const isOpen = rule.when.length > 0 || this.#texts.isOpen(rule.peer);
    return (isOpen ? this.#rules : this.#open).some(mayMatch) ? 'open' : 'uncovered';
  }

  #isCovered(rule: Rule): boolean {
    const peer = this.#texts.key(rule.peer);
    const range = parseIpRange(peer);
    const certain: Rule[] = [];
    for (const other of range === undefined ? (this.#byPeer.get(peer) ?? []) : this.#byRange.overlapping(range)) {
      if (other.from <= rule.to && other.to >= rule.from && isOfProtocol(other.protocol, rule) && isWithin(rule.when, other.when))
        certain.push(other);
    }
    const edges = [rule.from, ...certain.flatMap(({ from, to }) => [from, to + 1])].filter((port) => port >= rule.from && port <= rule.to);
    return [...new Set(edges)].every((port) =>
      isWithinRanges(
        peer,
        certain.filter(({ from, to }) => from <= port && port <= to).map((other) => this.#texts.key(other.peer)),
      ),
    );
  }

  #textOf({ protocol, from, to, peer, when }: Rule): string {
    return JSON.stringify([protocol, from, to, this.#texts.key(peer), when]);
  }
}

function isOfProtocol(protocol: string, rule: Rule): boolean {
  return protocol === '-1' || protocol === rule.protocol;
}
