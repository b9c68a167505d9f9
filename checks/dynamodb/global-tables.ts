import { defineFamily } from '../../src/check/family.js';
import type { Problem } from '../../src/check/problem.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { isReplicaOfOtherAccount, type Replica, replicaRegionsOf, replicasOf } from '../../src/queries/global-tables.js';
import { globalTableExample, replica } from './model/global-table-example.js';

const TWO = [replica('us-west-2'), replica('us-east-1')];
const ENCRYPTED = { SSESpecification: { SSEEnabled: true, SSEType: 'KMS' } };
const EASTERN = replica('us-east-1', 'arn:aws:kms:us-east-1:482731905566:key/1f0c');
const WESTERN = replica('us-west-2', 'arn:aws:kms:us-west-2:482731905566:key/93d2');

/** Checks of global tables that DynamoDB or CloudFormation rejects for their replicas: an empty list where it is not known which there are. */
const globalTableCheck = defineFamily((row: { ofTable(table: Resource, replicas: readonly Replica[]): Iterable<Problem> }) => ({
  types: ['AWS::DynamoDB::GlobalTable'],
  resource: (table: Resource) => row.ofTable(table, replicasOf(table) ?? []),
}));

export const replicaRegionDuplicate = globalTableCheck({
  id: 'dynamodb/replica-region-duplicate',
  title: 'Two replicas of a global table in one region',
  severity: 'error',
  docs: {
    why: 'A global table has one replica in each region. Two entries for one region do not make two copies: CloudFormation rejects the table. A list of regions that already holds the region of the stack leads to this.',
    fix: '`TableV2` adds the replica of its own region by itself: leave it out of `replicas`, for example `regions.filter((region) => region !== this.region)`.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-globaltable.html',
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GlobalTables.html',
    ],
    templateFix: 'List each region once in `Replicas`.',
    bad: globalTableExample({}, [replica('us-east-1'), replica('us-west-2'), replica('us-west-2')]),
    good: globalTableExample({}, [replica('us-east-1'), replica('us-west-2')]),
  },
  *ofTable(table, replicas) {
    const first = new Map<string, number>();
    for (const [index, { at, region }] of replicas.entries()) {
      if (region === undefined) continue;
      const twin = first.get(region);
      if (twin === undefined) first.set(region, index);
      else
        yield {
          at: at.get('Region'),
          message: `The table has two replicas in ${region}: a region holds one replica of a global table, and CloudFormation rejects the second.`,
          related: [{ at: table.property('Replicas', twin, 'Region'), message: `The first replica in ${region}.` }],
        };
    }
  },
});

export const replicaSsePartial = globalTableCheck({
  id: 'dynamodb/replica-sse-partial',
  title: 'Only some replicas have a KMS key',
  severity: 'error',
  docs: {
    why: 'A global table with a customer managed key needs one in every replica, each of its own region. DynamoDB rejects a table where one is missing ("KMSMasterKeyId must be specified for each replica.") or is the AWS managed key ("All replica keys must either be Customer Managed CMK or AWS Managed CMK.").',
    fix: 'Give `TableEncryptionV2.customerManagedKey(tableKey, replicaKeyArns)` the ARN of a key for every region of `replicas`; on `CfnGlobalTable` write `sseSpecification` into every replica.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-dynamodb-globaltable-replicassespecification.html',
    ],
    templateFix:
      "Write `SSESpecification: { KMSMasterKeyId: KEY_ARN }` into every entry of `Replicas`, each with a key of that replica's region.",
    bad: globalTableExample(ENCRYPTED, [EASTERN, replica('us-west-2')]),
    good: globalTableExample(ENCRYPTED, [EASTERN, WESTERN]),
  },
  *ofTable(table, replicas) {
    const encryption = table.property('SSESpecification');
    // Without encryption for the table, the keys themselves are wrong: replica-sse-without-table-sse.
    if (encryption.isAbsent || encryption.get('SSEEnabled').boolean === false) return;
    const withKey = replicas.find(({ hasKey }) => hasKey === true);
    const without = replicas.filter(({ hasKey }) => hasKey === false);
    if (withKey === undefined) return;
    if (without[0] !== undefined) {
      yield {
        at: without[0].at,
        message: `${subjectOf(without)} no KMS key, but the replica in ${withKey.region ?? 'another region'} does. DynamoDB rejects the table: "KMSMasterKeyId must be specified for each replica."`,
        related: [{ at: withKey.key, message: 'This replica names a key.' }],
      };
      return;
    }
    const [managed, customer] = [replicas.find(({ key }) => isAwsManaged(key)), replicas.find(({ key }) => isCustomerManaged(key))];
    if (managed === undefined || customer === undefined) return;
    yield {
      at: managed.key,
      message: `The replica in ${managed.region ?? 'one region'} names the AWS managed key, the one in ${customer.region ?? 'another region'} a key of your own. DynamoDB rejects the table: "All replica keys must either be Customer Managed CMK or AWS Managed CMK."`,
      related: [{ at: customer.key, message: 'This replica names a customer managed key.' }],
    };
  },
});

function subjectOf(replicas: readonly Replica[]): string {
  const names = replicas.map(({ region }) => region ?? 'another region').join(' and ');
  return replicas.length === 1 ? `The replica in ${names} names` : `The replicas in ${names} name`;
}

function isAwsManaged({ text }: Property): boolean {
  return text !== undefined && /(?:^|:)alias\/aws\/dynamodb$/.test(text);
}

function isCustomerManaged(key: Property): boolean {
  return (
    key.reference !== undefined ||
    (key.text !== undefined && /(?:^alias\/|:kms:|^mrk-|^[0-9a-f-]{36}$)/.test(key.text) && !isAwsManaged(key))
  );
}

export const replicaSseWithoutTableSse = globalTableCheck({
  id: 'dynamodb/replica-sse-without-table-sse',
  title: 'Replica encryption without table encryption',
  severity: 'error',
  docs: {
    why: 'A key in a replica counts only when encryption is on for the table as a whole. DynamoDB rejects the table: "ReplicaSSESpecification and SSEType must be null when SSE is set to default".',
    fix: 'Keep the key in every replica and switch encryption on for the table too: `encryption: TableEncryptionV2.customerManagedKey(key, { "us-west-2": otherKeyArn })` on `TableV2`; on `CfnGlobalTable` add `sseSpecification: { sseEnabled: true, sseType: "KMS" }`. Taking the keys out of the replicas also deploys, but silently changes to a key that AWS owns.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-globaltable.html',
      'https://github.com/aws/aws-cdk/issues/37783',
    ],
    templateFix:
      'Keep the keys in the replicas, and switch encryption on for the table too: `SSESpecification: { SSEEnabled: true, SSEType: KMS }` beside `Replicas`. Taking the keys out of the replicas also deploys, but silently changes to a key that AWS owns.',
    bad: globalTableExample({}, [EASTERN, WESTERN]),
    good: globalTableExample(ENCRYPTED, [EASTERN, WESTERN]),
  },
  *ofTable(table, replicas) {
    const encryption = table.property('SSESpecification');
    const enabled = encryption.get('SSEEnabled');
    if (!encryption.isAbsent && enabled.boolean !== false) return;
    const replica = replicas.find(({ hasKey }) => hasKey === true);
    if (replica === undefined) return;
    yield {
      at: encryption.isAbsent ? replica.key : enabled,
      fill: { 'us-west-2': replica.region },
      message: `The replica in ${replica.region ?? 'one region'} names a KMS key, but encryption is ${encryption.isAbsent ? 'not switched on' : 'switched off'} for the table. DynamoDB rejects the table: "ReplicaSSESpecification and SSEType must be null when SSE is set to default".`,
    };
  },
});

export const replicasMissStackRegion = globalTableCheck({
  id: 'dynamodb/replicas-miss-stack-region',
  title: 'Global table has no replica in its own region',
  severity: 'error',
  docs: {
    why: 'CloudFormation creates the table in the region of its stack and adds the others from there: "The Replicas section must contain an entry for the current region".',
    fix: '`TableV2` adds the region of its stack by itself: list only the other ones in `replicas`, and give the stack the `env` that is meant. On `CfnGlobalTable` add a replica with `region: this.region`.',
    sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-globaltable.html'],
    templateFix: 'Add the region of the stack to `Replicas`: `- Region: !Ref AWS::Region`.',
    bad: globalTableExample({}, [replica('us-west-2'), replica('eu-west-1')]),
    good: globalTableExample({}, TWO),
  },
  *ofTable(table) {
    const regions = replicaRegionsOf(table) ?? [];
    const { region } = table;
    if (region === undefined || regions.length === 0 || regions.includes(region)) return;
    yield {
      at: table.property('Replicas'),
      message: `The stack is deployed to ${region}, but the table has replicas in ${regions.join(', ')} only. CloudFormation rejects it: "The Replicas section must contain an entry for the current region".`,
    };
  },
});

export const streamMissing = globalTableCheck({
  id: 'dynamodb/stream-missing',
  title: 'Global table with several replicas and no stream',
  severity: 'error',
  docs: {
    why: 'DynamoDB replicates through the table’s stream, so a global table with more than one replica must have it: "You must specify a value for this property for a AWS::DynamoDB::GlobalTable resource configured for MREC with more than one entry in Replicas." Only tables with strong consistency between regions (MRSC) go without.',
    fix: 'Use `TableV2` with `replicas`, which adds the stream by itself; on `CfnGlobalTable` write `streamSpecification: { streamViewType: "NEW_AND_OLD_IMAGES" }`.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-dynamodb-globaltable-streamspecification.html',
    ],
    templateFix: 'Write `StreamSpecification: { StreamViewType: NEW_AND_OLD_IMAGES }`.',
    bad: globalTableExample({ StreamSpecification: { Ref: 'AWS::NoValue' } }, TWO),
    good: globalTableExample({}, TWO),
  },
  *ofTable(table, replicas) {
    const regions = new Set(replicas.map(({ region }) => region));
    const consistency = table.property('MultiRegionConsistency');
    const isEventual = consistency.isAbsent || consistency.text === 'EVENTUAL';
    // Two replicas in one region have a check of their own.
    if (replicas.length < 2 || (regions.size < replicas.length && !regions.has(undefined)) || !isEventual || isReplicaOfOtherAccount(table))
      return;
    const type = table.property('StreamSpecification', 'StreamViewType');
    if (type.text !== undefined && type.text !== 'NEW_AND_OLD_IMAGES') {
      yield {
        at: type,
        message: `The table has ${replicas.length} replicas, but its stream holds ${type.text}: with more than one replica DynamoDB accepts only NEW_AND_OLD_IMAGES.`,
      };
    }
    if (!table.property('StreamSpecification').isAbsent) return;
    yield {
      at: table.property('Replicas'),
      message: `The table has ${replicas.length} replicas but no StreamSpecification, which replication needs. CloudFormation rejects it.`,
    };
  },
});

export const writeCapacityNotScaled = globalTableCheck({
  id: 'dynamodb/write-capacity-not-scaled',
  title: 'Provisioned global table without auto scaling of writes',
  severity: 'error',
  docs: {
    why: 'A global table is billed by provisioned capacity unless `BillingMode` is set, and then its write capacity, and that of each global secondary index, must scale by itself, so that a replica can always take what the others write: "Table write capacity should either be Pay-Per-Request or AutoScaled."',
    fix: 'Write `billing: Billing.onDemand()` on `TableV2` (`billingMode: "PAY_PER_REQUEST"` on `CfnGlobalTable`), or `Billing.provisioned({ readCapacity, writeCapacity: Capacity.autoscaled({ maxCapacity: 10 }) })`.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-globaltable.html',
      'https://github.com/aws-controllers-k8s/community/issues/2610',
    ],
    templateFix: 'Write `BillingMode: PAY_PER_REQUEST`, or `WriteCapacityAutoScalingSettings` in `WriteProvisionedThroughputSettings`.',
    bad: globalTableExample({ BillingMode: 'PROVISIONED' }, TWO),
    good: globalTableExample({}, TWO),
  },
  *ofTable(table, replicas) {
    const billing = table.property('BillingMode');
    const isProvisioned = billing.isAbsent || billing.text === 'PROVISIONED';
    // With one replica, DynamoDB takes a fixed capacity; the check is about what replicas need.
    if (!isProvisioned || replicas.length < 2 || isReplicaOfOtherAccount(table)) return;
    const indexes = table.property('GlobalSecondaryIndexes').items ?? [];
    const unscaled = [table.property(), ...indexes].filter((place) => place.get('WriteProvisionedThroughputSettings').isAbsent);
    const [first] = unscaled;
    if (first === undefined) return;
    const names = unscaled.map((place) =>
      indexes.includes(place) ? `the index ${place.get('IndexName').text ?? ''}`.trim() : 'the table',
    );
    yield {
      at: indexes.includes(first) ? first : billing,
      message: `${billing.isAbsent ? 'There is no BillingMode, which means PROVISIONED' : 'The billing mode is PROVISIONED'}, but the write capacity of ${names.join(' and ')} does not scale. DynamoDB rejects it: "Table write capacity should either be Pay-Per-Request or AutoScaled."`,
    };
  },
});
