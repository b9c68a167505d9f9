import type { Resource } from '../../../graph/model/resource.js';
import { NO_ASSUMPTIONS } from '../../../graph/model/scope.js';
import type { When } from '../branches.js';
import type { Texts } from '../texts.js';
import { conditionsInWords } from './conditions.js';
import { type Grant, MANAGED_POLICY, type Target } from './grant.js';

/** `Allow s3:GetObject on ${Bucket.Arn} to AWS:${Role} if aws:SourceVpc StringEquals vpc-1`. */
export function grantInWords({ effect, principal, action, resource, condition, when }: Grant, texts: Texts, at: Resource): string {
  const conditions = conditionsInWords(condition);
  const limit = conditions === '' ? '' : ` if ${conditions}`;
  const text =
    action.values[0] === MANAGED_POLICY
      ? `the managed policy ${targetInWords(resource)}`
      : `${effect} ${targetInWords(action)} on ${targetInWords(resource)} to ${targetInWords(principal)}${limit}`;
  return texts.show(`${text}${whenInWords(when, at)}`, at.stack);
}

function targetInWords({ not, values }: Target): string {
  return `${not ? 'everything but ' : ''}${values.length === 0 ? '?' : values.join(', ')}`;
}

/** `, when IsProduction`: the conditions of the template that decide. */
export function whenInWords(when: When, { graph, stack }: Resource): string {
  if (when.length === 0) return '';
  const nameOf = (comparison: string): string => {
    for (const name of stack.template.conditions.keys()) {
      const undecided = graph.evaluator.conditions.undecided(name, { stack, assumptions: NO_ASSUMPTIONS });
      if (undecided.size !== 1 || !undecided.has(comparison.slice(1))) continue;
      const assumptions = { comparisons: new Map([[comparison.slice(1), comparison.startsWith('+')]]), defaults: false };
      return graph.evaluator.conditions.named(name, { stack, assumptions }) === true ? name : `not ${name}`;
    }
    return 'a condition holds';
  };
  return `, when ${[...new Set(when.map(nameOf))].join(' and ')}`;
}
