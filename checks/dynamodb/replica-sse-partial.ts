import { defineCheck } from '../../src/check/check.js';
import type { Property } from '../../src/graph/model/property.js';
import { type Replica, replicasOf } from '../../src/queries/global-tables.js';
import { globalTableExample, replica } from './model/global-table-example.js';

const encrypted = (western: string | undefined) =>
  globalTableExample({ SSESpecification: { SSEEnabled: true, SSEType: 'KMS' } }, [
    replica('us-east-1', 'arn:aws:kms:us-east-1:482731905566:key/1f0c'),
    replica('us-west-2', western),
  ]);

export default defineCheck({
  id: 'dynamodb/replica-sse-partial',
  title: 'Only some replicas have a KMS key',
  severity: 'error',
  types: ['AWS::DynamoDB::GlobalTable'],
  docs: {
    why: 'A global table with a customer managed key needs one in every replica, each of its own region. DynamoDB rejects a table where one is missing ("KMSMasterKeyId must be specified for each replica.") or is the AWS managed key ("All replica keys must either be Customer Managed CMK or AWS Managed CMK.").',
    fix: 'Give `TableEncryptionV2.customerManagedKey(tableKey, replicaKeyArns)` the ARN of a key for every region of `replicas`; on `CfnGlobalTable` write `sseSpecification` into every replica.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-dynamodb-globaltable-replicassespecification.html',
    ],
    templateFix:
      "Write `SSESpecification: { KMSMasterKeyId: KEY_ARN }` into every entry of `Replicas`, each with a key of that replica's region.",
    bad: encrypted(undefined),
    good: encrypted('arn:aws:kms:us-west-2:482731905566:key/93d2'),
  },
  *resource(table) {
    const encryption = table.property('SSESpecification');
    // Without encryption for the table, the keys themselves are wrong: replica-sse-without-table-sse.
    if (encryption.isAbsent || encryption.get('SSEEnabled').boolean === false) return;
    const replicas = replicasOf(table) ?? [];
    const withKey = replicas.find(({ hasKey }) => hasKey === true);
    const without = replicas.filter(({ hasKey }) => hasKey === false);
    if (withKey === undefined) return;
    if (without[0] !== undefined) {
      yield {
        at: without[0].at,
        message: `${regions(without)} no KMS key, but the replica in ${withKey.region ?? 'another region'} does. DynamoDB rejects the table: "KMSMasterKeyId must be specified for each replica."`,
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

function regions(replicas: readonly Replica[]): string {
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
