import { defineCheck } from '../../src/check/check.js';
import { replicasOf } from '../../src/queries/global-tables.js';
import { globalTableExample, replica } from './model/global-table-example.js';

const replicas = [
  replica('us-east-1', 'arn:aws:kms:us-east-1:482731905566:key/1f0c'),
  replica('us-west-2', 'arn:aws:kms:us-west-2:482731905566:key/93d2'),
];

export default defineCheck({
  id: 'dynamodb/replica-sse-without-table-sse',
  title: 'Replica encryption without table encryption',
  severity: 'error',
  types: ['AWS::DynamoDB::GlobalTable'],
  docs: {
    why: 'A key in a replica counts only when encryption is on for the table as a whole. DynamoDB rejects the table: "ReplicaSSESpecification and SSEType must be null when SSE is set to default".',
    fix: 'Keep the key in every replica and switch encryption on for the table too: `encryption: TableEncryptionV2.customerManagedKey(key, { "us-west-2": otherKeyArn })` on `TableV2`; on `CfnGlobalTable` add `sseSpecification: { sseEnabled: true, sseType: "KMS" }`. Taking the keys out of the replicas also deploys, but silently changes to a key that AWS owns.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-globaltable.html',
      'https://github.com/aws/aws-cdk/issues/37783',
    ],
    templateFix:
      'Keep the keys in the replicas, and switch encryption on for the table too: `SSESpecification: { SSEEnabled: true, SSEType: KMS }` beside `Replicas`. Taking the keys out of the replicas also deploys, but silently changes to a key that AWS owns.',
    bad: globalTableExample({}, replicas),
    good: globalTableExample({ SSESpecification: { SSEEnabled: true, SSEType: 'KMS' } }, replicas),
  },
  *resource(table) {
    const encryption = table.property('SSESpecification');
    const enabled = encryption.get('SSEEnabled');
    if (!encryption.isAbsent && enabled.boolean !== false) return;
    const replica = replicasOf(table)?.find(({ hasKey }) => hasKey === true);
    if (replica === undefined) return;
    yield {
      at: encryption.isAbsent ? replica.key : enabled,
      fill: { 'us-west-2': replica.region },
      message: `The replica in ${replica.region ?? 'one region'} names a KMS key, but encryption is ${encryption.isAbsent ? 'not switched on' : 'switched off'} for the table. DynamoDB rejects the table: "ReplicaSSESpecification and SSEType must be null when SSE is set to default".`,
    };
  },
});
