import { defineCheck } from '../../src/check/check.js';
import { isReplicaOfOtherAccount, replicasOf } from '../../src/queries/global-tables.js';
import { globalTableExample, replica } from './model/global-table-example.js';

const replicas = [replica('us-west-2'), replica('us-east-1')];

export default defineCheck({
  id: 'dynamodb/write-capacity-not-scaled',
  title: 'Provisioned global table without scaling of writes',
  severity: 'error',
  types: ['AWS::DynamoDB::GlobalTable'],
  docs: {
    why: 'A global table is billed by provisioned capacity unless `BillingMode` is set, and then its write capacity, and that of each global secondary index, must scale by itself, so that a replica can always take what the others write: "Table write capacity should either be Pay-Per-Request or AutoScaled."',
    fix: 'Write `billing: Billing.onDemand()` on `TableV2` (`billingMode: "PAY_PER_REQUEST"` on `CfnGlobalTable`), or `Billing.provisioned({ readCapacity, writeCapacity: Capacity.autoscaled({ maxCapacity: 10 }) })`.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-globaltable.html',
      'https://github.com/aws-controllers-k8s/community/issues/2610',
    ],
    templateFix: 'Write `BillingMode: PAY_PER_REQUEST`, or `WriteCapacityAutoScalingSettings` in `WriteProvisionedThroughputSettings`.',
    bad: globalTableExample({ BillingMode: 'PROVISIONED' }, replicas),
    good: globalTableExample({}, replicas),
  },
  *resource(table) {
    const billing = table.property('BillingMode');
    const isProvisioned = billing.isAbsent || billing.text === 'PROVISIONED';
    // With one replica, DynamoDB takes a fixed capacity; the check is about what replicas need.
    if (!isProvisioned || (replicasOf(table) ?? []).length < 2 || isReplicaOfOtherAccount(table)) return;
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
