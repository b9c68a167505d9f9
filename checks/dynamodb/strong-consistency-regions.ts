import { defineCheck } from '../../src/check/check.js';
import { isReplicaOfOtherAccount, replicaRegionsOf } from '../../src/queries/global-tables.js';
import { globalTableExample, replica } from './model/global-table-example.js';

/** Regions in which one table can be strongly consistent. Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/multi-region-strong-consistency-gt.html */
const REGION_SETS: readonly (readonly string[])[] = [
  ['us-east-1', 'us-east-2', 'us-west-2'],
  ['eu-west-1', 'eu-west-2', 'eu-west-3', 'eu-central-1'],
  ['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3'],
];
const strong = (regions: readonly string[]) =>
  globalTableExample(
    { MultiRegionConsistency: 'STRONG' },
    regions.map((region) => replica(region)),
  );

export default defineCheck({
  id: 'dynamodb/strong-consistency-regions',
  title: 'Strongly consistent global table in regions that do not allow it',
  severity: 'error',
  types: ['AWS::DynamoDB::GlobalTable'],
  docs: {
    why: 'Multi-Region strong consistency (MRSC) needs exactly three regions of one region set: three replicas, or two replicas and a witness. DynamoDB rejects any other table: the regions cannot be added or removed one by one later.',
    fix: 'Give `TableV2` with `multiRegionConsistency: MultiRegionConsistency.STRONG` two more `replicas`, or one and `witnessRegion`, all of the region set of the stack: US (us-east-1, us-east-2, us-west-2), EU (eu-west-1, eu-west-2, eu-west-3, eu-central-1), AP (ap-northeast-1, ap-northeast-2, ap-northeast-3).',
    sources: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/multi-region-strong-consistency-gt.html'],
    bad: strong(['us-east-1', 'us-west-2']),
    good: strong(['us-east-1', 'us-east-2', 'us-west-2']),
  },
  *resource(table) {
    const consistency = table.property('MultiRegionConsistency');
    const replicas = replicaRegionsOf(table);
    const witnesses = table.property('GlobalTableWitnesses').items?.map((item) => item.get('Region').text);
    if (consistency.text !== 'STRONG' || replicas === undefined || witnesses === undefined || isReplicaOfOtherAccount(table)) return;
    // The same region twice has a check of its own.
    if (new Set(replicas).size !== replicas.length) return;
    const regions = [...replicas, ...witnesses];
    if (witnesses.length > 1 || regions.length !== 3) {
      yield {
        at: consistency,
        message: `A strongly consistent table needs three replicas, or two and one witness, but this has ${count(replicas.length, 'replica')} and ${count(witnesses.length, 'witness')}: DynamoDB rejects it.`,
      };
      return;
    }
    const known = regions.filter((region) => region !== undefined);
    if (REGION_SETS.some((set) => known.every((region) => set.includes(region)))) return;
    // A region of no set may have been added to one since.
    const isListed = known.every((region) => REGION_SETS.some((set) => set.includes(region)));
    yield {
      at: table.property('Replicas'),
      ...(!isListed && { severity: 'warning' as const }),
      message: `${known.join(', ')} are not of one region set: DynamoDB rejects strong consistency between them.`,
    };
  },
});

function count(number: number, what: string): string {
  return number === 1 ? `one ${what}` : `${number === 0 ? 'no' : number} ${what}${what.endsWith('s') ? 'es' : 's'}`;
}
