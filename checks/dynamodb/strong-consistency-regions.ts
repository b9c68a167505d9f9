import { defineCheck } from '../../src/check/check.js';
import type { Problem } from '../../src/check/problem.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { isReplicaOfOtherAccount, replicaRegionsOf } from '../../src/queries/global-tables.js';
import { globalTableExample, replica } from './model/global-table-example.js';

/** Regions in which one table can be strongly consistent. Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-dynamodb-globaltable-globaltablewitness.html */
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
  title: 'Global table with strong consistency (MRSC) that DynamoDB rejects',
  severity: 'error',
  types: ['AWS::DynamoDB::GlobalTable'],
  docs: {
    why: 'Multi-Region strong consistency (MRSC) needs exactly three regions of one region set: three replicas, or two replicas and a witness. The witness must be in another region than the replicas, and such a table has neither a time to live nor local secondary indexes. DynamoDB rejects any other table.',
    fix: 'Give `TableV2` with `multiRegionConsistency: MultiRegionConsistency.STRONG` two more `replicas`, or one and `witnessRegion`, all of the region set of the stack: US (us-east-1, us-east-2, us-west-2), EU (eu-west-1, eu-west-2, eu-west-3, eu-central-1), AP (ap-northeast-1, ap-northeast-2, ap-northeast-3).',
    sources: [
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-dynamodb-globaltable-globaltablewitness.html',
    ],
    templateFix:
      'Give the table two more `Replicas`, or one and an entry in `GlobalTableWitnesses`, all of one set of regions: US (us-east-1, us-east-2, us-west-2), EU (eu-west-1, eu-west-2, eu-west-3, eu-central-1), AP (ap-northeast-1, ap-northeast-2, ap-northeast-3).',
    bad: strong(['us-east-1', 'us-west-2']),
    good: strong(['us-east-1', 'us-east-2', 'us-west-2']),
  },
  needs: ['MultiRegionConsistency', 'GlobalTableWitnesses'],
  *resource(table) {
    const consistency = table.property('MultiRegionConsistency');
    if (isReplicaOfOtherAccount(table)) return;
    if (consistency.text === 'STRONG') {
      yield* withoutFeatures(table);
      yield* inOneSet(table, consistency);
    } else if (consistency.isAbsent || consistency.text === 'EVENTUAL') {
      const witnesses = table.property('GlobalTableWitnesses');
      if ((witnesses.items?.length ?? 0) === 0) return;
      yield {
        at: witnesses,
        message:
          'The table has a witness, but MultiRegionConsistency is not STRONG. DynamoDB accepts witnesses only with strong consistency.',
        fix: 'Remove `witnessRegion`, or add `multiRegionConsistency: MultiRegionConsistency.STRONG`.',
      };
    }
  },
});

/** What a table with strong consistency cannot have. Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html */
function* withoutFeatures(table: Resource): Generator<Problem> {
  const time = table.property('TimeToLiveSpecification');
  if (time.get('Enabled').boolean === true)
    yield {
      at: time,
      message: 'A strongly consistent global table has no time to live: DynamoDB rejects TimeToLiveSpecification.',
      fix: 'Remove `timeToLiveAttribute`, and delete expired items yourself; or use `MultiRegionConsistency.EVENTUAL`.',
    };
  const indexes = table.property('LocalSecondaryIndexes');
  if ((indexes.items?.length ?? 0) > 0)
    yield {
      at: indexes,
      message: 'A strongly consistent global table has no local secondary indexes: DynamoDB rejects LocalSecondaryIndexes.',
      fix: 'Use `globalSecondaryIndexes` instead of `localSecondaryIndexes`, or `MultiRegionConsistency.EVENTUAL`.',
    };
}

function* inOneSet(table: Resource, consistency: Property): Generator<Problem> {
  const replicas = replicaRegionsOf(table);
  const witnesses = table.property('GlobalTableWitnesses').items?.map((item) => item.get('Region').text);
  if (replicas === undefined || witnesses === undefined) return;
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
  const [witness] = witnesses;
  if (witness !== undefined && replicas.includes(witness)) {
    yield {
      at: table.property('GlobalTableWitnesses', 0, 'Region'),
      message: `The witness is in ${witness}, where the table has a replica: DynamoDB requires another region.`,
    };
    return;
  }
  if (REGION_SETS.some((set) => known.every((region) => set.includes(region)))) return;
  // A region of no set may have been added to one since.
  const isListed = known.every((region) => REGION_SETS.some((set) => set.includes(region)));
  yield {
    at: table.property('Replicas'),
    ...(!isListed && { severity: 'warning' as const }),
    message: `${known.join(', ')} are not of one region set: DynamoDB rejects strong consistency between them.`,
  };
}

function count(number: number, what: string): string {
  return number === 1 ? `one ${what}` : `${number === 0 ? 'no' : number} ${what}${what.endsWith('s') ? 'es' : 's'}`;
}
