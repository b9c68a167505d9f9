import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import type { Problem } from '../../src/check/problem.js';
import { CHILD_LIMITS, type ChildLimit, LIST_LIMITS } from '../../src/facts/list-limits.js';
import type { Resource } from '../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { groupBy } from '../../src/group-by.js';
import { memoize } from '../../src/memoize.js';
import { keyTextOf } from '../../src/queries/key-texts.js';
import { placesAt } from '../../src/queries/region-of.js';

const app = (count: number) => ({
  Shop: stack('us-east-1', {
    Rule: resource('AWS::ElasticLoadBalancingV2::ListenerRule', {
      ListenerArn: 'arn:aws:elasticloadbalancing:us-east-1:482731905566:listener/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2',
      Priority: 1,
      Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: Array.from({ length: count }, (_, n) => `/v${n + 1}/*`) } }],
      Actions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } }],
    }),
  }),
});

export default defineCheck({
  id: 'assembly/too-many-elements',
  title: 'More conditions, indexes, keys or groups than the service takes',
  severity: 'error',
  types: [...new Set([...LIST_LIMITS, ...CHILD_LIMITS].map(({ type }) => type))],
  docs: {
    why: 'A rule of a load balancer has 5 condition values together, a table 5 local secondary indexes, a service 5 target groups, and a user 2 access keys. AWS does not raise these quotas, and CloudFormation does not count, so the deployment fails when the service does.',
    fix: 'Put several into one, or divide them: a pattern for several paths, a global index for a local one, a user for each application.',
    sources: [...new Set([...LIST_LIMITS, ...CHILD_LIMITS].map(({ source }) => source))],
    bad: app(6),
    good: app(5),
  },
  *resource(resource, { graph }) {
    for (const { lists, limit, what, answer, fix } of limitsByType().get(resource.type) ?? []) {
      const known = placesAt(resource, ...lists).filter((place) => !place.isAbsent && !place.isUnknown);
      const at = known[limit];
      if (at !== undefined) yield { at, message: `These are ${known.length} ${inWords({ what, limit, answer })}`, fix };
    }
    const over = graph.memo(findChildren).get(resource.base);
    if (over !== undefined) yield over(resource);
  },
});

const limitsByType = memoize(() => groupBy(LIST_LIMITS, ({ type }) => type));

function inWords({ what, limit, answer }: { readonly what: string; readonly limit: number; readonly answer?: string | undefined }): string {
  return `${what}, and ${limit} is the limit, which AWS does not raise${answer === undefined ? '.' : `: "${answer}".`}`;
}

/** Those that are too much for what they name, in the order of the template. */
function findChildren(graph: ResourceGraph): ReadonlyMap<Resource, (resource: Resource) => Problem> {
  const found = new Map<Resource, (resource: Resource) => Problem>();
  for (const row of CHILD_LIMITS) {
    const named = graph.certainResourcesOfType(row.type).flatMap((child) => {
      const parent = keyTextOf(child.property(row.of), 'resource')?.text;
      return parent === undefined ? [] : [{ child, parent: `${child.stack.environment.account} ${parent}` }];
    });
    for (const siblings of groupBy(named, ({ parent }) => parent).values()) {
      const children = siblings.map(({ child }) => child);
      const first = children[row.limit];
      if (first !== undefined) found.set(first.base, (resource) => problemOf(resource, children, row));
    }
  }
  return found;
}

function problemOf(resource: Resource, children: readonly Resource[], { of, fix, ...row }: ChildLimit): Problem {
  return {
    at: resource.property(of),
    message: `There are ${children.length} ${inWords(row)}`,
    fix,
    related: children.filter((other) => !other.is(resource)).map((other) => ({ at: other, message: 'Another one.' })),
  };
}
