import type { ResourceGraph } from '../../graph/model/resource-graph.js';

/** Whether stacks go to different accounts for certain. Most apps have one account, in which nothing can be wrong between accounts. */
export function hasSeveralAccounts({ stacks }: ResourceGraph): boolean {
  return new Set(stacks.flatMap(({ environment }) => environment.account ?? [])).size > 1;
}
