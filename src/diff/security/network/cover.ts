import { groupBy } from '../../../group-by.js';
import { isWithinRanges } from '../../../queries/ip-ranges.js';
import { isApart, isWithin } from '../branches.js';
import { ORIGIN } from '../entries.js';
import type { Texts } from '../texts.js';
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
  readonly #groups: ReadonlyMap<string, readonly Rule[]>;
  readonly #texts: Texts;

  constructor(rules: readonly Rule[], texts: Texts) {
    this.#texts = texts;
    this.#groups = groupBy(rules, (rule) => this.#keyOf(rule));
  }

  /** Whether rules let through all that another one does: several together, port by port and range by range. */
  cover(rule: Rule): 'covered' | 'open' | 'uncovered' {
    const key = (peer: string): string => this.#texts.key(peer);
    const others = (this.#groups.get(this.#keyOf(rule)) ?? []).filter(
      ({ protocol, when }) => (protocol === '-1' || protocol === rule.protocol) && !isApart(rule.when, when),
    );
    const certain = others.filter(({ when }) => isWithin(rule.when, when));
    const edges = [rule.from, ...certain.flatMap(({ from, to }) => [from, to + 1])].filter((port) => port >= rule.from && port <= rule.to);
    const isCovered = [...new Set(edges)].every((port) =>
      isWithinRanges(
        key(rule.peer),
        certain.filter(({ from, to }) => from <= port && port <= to).map(({ peer }) => key(peer)),
      ),
    );
    if (isCovered) return 'covered';
    const isOpen = ({ peer }: Rule): boolean => this.#texts.isOpen(peer);
    return others.length > 0 && (isOpen(rule) || others.some((other) => isOpen(other) || rule.when.length > 0)) ? 'open' : 'uncovered';
  }

  #keyOf({ group, direction }: Rule): string {
    return `${direction} ${this.#texts.key(group.split(ORIGIN)[0] ?? '')}`;
  }
}
