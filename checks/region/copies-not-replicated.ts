import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { rootStackOf } from '../../src/graph/model/root-stack.js';
import { isStandby } from '../../src/queries/region-words.js';
import { shortList } from '../../src/short-list.js';
import { type RegionalCopies, regionalCopies } from './model/regional-copies.js';
import { STORES } from './model/stores.js';

const orders = (type: string, properties: object) => ({
  Orders: { Type: type, DeletionPolicy: 'Retain', Properties: { TableName: 'orders', BillingMode: 'PAY_PER_REQUEST', ...properties } },
});
const queue = { Jobs: resource('AWS::SQS::Queue', {}) };
const stacks = (primary: object, standby: object) => ({
  OrdersPrimary: stack('us-east-1', { ...queue, ...primary }),
  OrdersStandby: stack('us-west-2', { ...queue, ...standby }),
});
const replicas = {
  StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
  Replicas: [{ Region: 'us-east-1' }, { Region: 'us-west-2' }],
};

export default defineCheck({
  id: 'region/copies-not-replicated',
  title: 'Data of two regional stacks is not replicated',
  severity: 'warning',
  docs: {
    why: 'Two stacks whose names say that one takes over for the other (`OrdersPrimary` and `OrdersStandby`, `Orders` and `OrdersDr`) each create a table, a file system, a secret or a bucket. Equal names in two regions are two resources with data of their own: after a failover the data of the first region is missing.',
    fix: 'Replicate the data: a global table for DynamoDB, a replication configuration for EFS and S3, `replicaRegions` for secrets.',
    sources: [
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GlobalTables.html',
      'https://docs.aws.amazon.com/whitepapers/latest/disaster-recovery-workloads-on-aws/disaster-recovery-options-in-the-cloud.html',
    ],
    templateFix:
      'Replicate the data: `AWS::DynamoDB::GlobalTable` for tables, a replication configuration for EFS and S3, `ReplicaRegions` for secrets.',
    bad: stacks(orders('AWS::DynamoDB::Table', {}), orders('AWS::DynamoDB::Table', {})),
    good: stacks(orders('AWS::DynamoDB::GlobalTable', replicas), {}),
  },
  *graph({ graph }) {
    for (const copies of regionalCopies(graph)) {
      const standby = copies.stacks.find(isStandby);
      if (standby === undefined) continue;
      for (const [type, { what, isMeant, fix, severity }] of STORES) {
        const pairs = pairsOf(copies, standby, type).filter((pair) =>
          pair.every((resource) => resource.existence === 'certain' && isMeant(resource)),
        );
        const [[first, other] = []] = pairs;
        if (first === undefined || other === undefined) continue;
        yield {
          at: first,
          severity,
          fix,
          fill: { 'us-west-2': first.region, '"orders"': quoted(first.physicalName), '"orders/login"': quoted(first.physicalName) },
          message: `${rootStackOf(first.stack).displayName} and ${rootStackOf(other.stack).displayName} each have ${what} of their own (${namesOf(pairs)}), and nothing replicates between them: when ${first.region} takes over, the data of ${other.region} is missing.`,
          related: pairs.flatMap(([one, counterpart], index) => [
            ...(index === 0 ? [] : [{ at: one, message: `In ${one.region}.` }]),
            { at: counterpart, message: `In ${counterpart.region}.` },
          ]),
        };
      }
    }
  },
});

/** Each resource of the type in the standby stack, with the one in the same place or of the same name in another of the copies. */
function pairsOf(
  { stacks, resources }: RegionalCopies,
  standby: RegionalCopies['stacks'][number],
  type: string,
): (readonly [Resource, Resource])[] {
  const own = [...(resources.get(standby) ?? [])].filter(([, resource]) => resource.type === type);
  return stacks.flatMap((stack) => {
    const others = resources.get(stack);
    if (stack === standby || others === undefined) return [];
    const byName = new Map([...others.values()].filter((other) => other.type === type).map((other) => [other.physicalName, other]));
    return own.flatMap(([place, resource]) => {
      const other = others.get(place) ?? (resource.physicalName === undefined ? undefined : byName.get(resource.physicalName));
      return other === undefined ? [] : [[resource, other] as const];
    });
  });
}

function namesOf(pairs: readonly (readonly [Resource, Resource])[]): string {
  const names = [...new Set(pairs.map(([{ physicalName, displayName }]) => physicalName ?? displayName))];
  return shortList(names, 3);
}

function quoted(name: string | undefined): string | undefined {
  return name === undefined ? undefined : `"${name}"`;
}
