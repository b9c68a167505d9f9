import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';

const example = (Region: string) => ({
  Tables: stack('us-east-1', {
    Sessions: resource('AWS::DynamoDB::Table', { BillingMode: 'PAY_PER_REQUEST' }),
    Replica: resource('Custom::DynamoDBReplica', { TableName: { Ref: 'Sessions' }, Region }),
  }),
});

export default defineCheck({
  id: 'dynamodb/legacy-replica',
  title: 'Entry of replicationRegions that DynamoDB rejects',
  severity: 'error',
  types: ['Custom::DynamoDBReplica'],
  docs: {
    why: '`replicationRegions` of `Table` adds replicas with `UpdateTable`, from a custom resource. The region of the table itself is rejected ("Cannot add, delete, or update the local region through ReplicaUpdates"), and so is a replica without a key beside a table with a customer managed key ("KMSMasterKeyId must be specified for each replica."), for which the custom resource has no setting.',
    fix: 'Use `TableV2` with `replicas` and `TableEncryptionV2.customerManagedKey(tableKey, replicaKeyArns)`. With `Table`, leave the region of the stack out of `replicationRegions`.',
    sources: [
      'https://github.com/aws/aws-cdk/issues/6287',
      'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateReplicationGroupMemberAction.html',
    ],
    templateFix:
      'Use an `AWS::DynamoDB::GlobalTable` with `Replicas`, each with a key of its own region in `SSESpecification.KMSMasterKeyId`.',
    bad: example('us-east-1'),
    good: example('us-west-2'),
  },
  *resource(replica) {
    const at = replica.property('Region');
    const table = replica.property('TableName').target('AWS::DynamoDB::Table');
    if (table === undefined) return;
    const related = [{ at: table, message: 'The table is declared here.' }];
    const key = table.property('SSESpecification', 'KMSMasterKeyId');
    if (at.text !== undefined && at.text === table.region) {
      yield {
        at,
        message: `The table is in ${at.text} itself. DynamoDB rejects the replica: "Cannot add, delete, or update the local region through ReplicaUpdates".`,
        related,
      };
    } else if ((key.reference !== undefined || key.text !== undefined) && !/(?:^|:)alias\/aws\/dynamodb$/.test(key.text ?? '')) {
      yield {
        at,
        message: `The table has a KMS key of its own, and this replica names none. DynamoDB rejects it: "KMSMasterKeyId must be specified for each replica."`,
        related: [{ at: key, message: 'The key of the table.' }],
      };
    }
  },
});
