import type { JsonObject } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { isCertainUse } from '../../src/graph/links/uses.js';
import type { Property, TemplatePath } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { rootStackOf } from '../../src/graph/model/root-stack.js';
import { namedFirst } from '../../src/queries/named-first.js';
import { placeOfUse, subjectOfUse } from '../../src/queries/references.js';
import { lookedUpNames } from '../../src/queries/stack-order.js';

const app = (CacheSubnetGroupName: JsonObject | string) => ({
  Orders: stack('us-east-1', {
    Group: resource('AWS::ElastiCache::SubnetGroup', {
      CacheSubnetGroupName: 'orders',
      Description: 'private',
      SubnetIds: ['subnet-0a1b2c3d4e5f60718'],
    }),
    Cache: resource('AWS::ElastiCache::ReplicationGroup', { ReplicationGroupDescription: 'orders', CacheSubnetGroupName }),
  }),
});

export default defineCheck({
  id: 'reference/name-without-dependency',
  title: 'Resource names another one of its stack as text, without a dependency',
  severity: 'warning',
  docs: {
    why: 'CloudFormation creates resources at the same time unless one refers to the other. A name that is written as text is no reference, so the resource that it names may not be there yet when the service looks for it ("CacheSubnetGroupNotFoundFault"): whether the first deployment works is a matter of chance.',
    fix: 'Pass the name of the construct (`group.ref`) in place of the text, or declare the dependency: `cache.addDependency(group)` on L1 constructs, `cache.node.addDependency(group)` on others.',
    sources: ['https://github.com/aws/aws-cdk/issues/4411', 'https://github.com/aws/aws-cdk/issues/15746'],
    templateFix: 'Write `!Ref` in place of the name, or add the resource to `DependsOn`.',
    bad: app('orders'),
    good: app({ Ref: 'Group' }),
  },
  *graph({ graph }) {
    for (const { use, at, to, name, answer } of namedOf(graph)) {
      if (rootStackOf(use.from.stack) !== rootStackOf(to.stack) || to.existence !== 'certain') continue;
      if (graph.order.createdBefore(to, use.from) || !isCertainUse(graph, use)) continue;
      const isAfter = graph.order.createdBefore(use.from, to);
      yield {
        at: at ?? placeOfUse(use),
        ...(isAfter && { severity: 'error' as const }),
        message: `${subjectOfUse(use)} names ${name} as text, ${isAfter ? 'and that is created after it: the deployment fails' : 'and nothing makes CloudFormation create that first: the deployment can fail'}${answer && ` (${answer})`}.`,
        related: [{ at: to, message: 'This must be there first.' }],
      };
    }
  },
});

interface Named {
  readonly use: { readonly from: Resource; readonly path: TemplatePath };
  readonly at?: Property;
  readonly to: Resource;
  readonly name: string;
  readonly answer: string;
}

function namedOf(graph: ResourceGraph): readonly Named[] {
  return [
    ...lookedUpNames(graph).map(({ link, answer }) => {
      const { from, to } = link;
      return { use: link, to, name: to.physicalName ?? to.displayNameFrom(from), answer };
    }),
    ...namedFirst(graph).map(({ at, target, name, answer }) => ({
      use: { from: at.resource, path: at.path },
      at,
      to: target,
      name,
      answer,
    })),
  ];
}
