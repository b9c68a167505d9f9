import { type IdentityRow, operation, row, threads } from './row.js';

/** Keys, stores and account services. */
export const DATA: readonly IdentityRow[] = [
  row('AWS::KMS::ReplicaKey', {
    scope: 'region',
    key: [['PrimaryKeyArn', 'resource']],
    what: 'replica of a key in its region',
    says: 'You can create only one replica of each primary key in each AWS Region',
    fix: 'Create one replica of the key for each region, and pass it to the other stacks of that region.',
    sources: [...threads('aws/aws-cdk#21203'), operation('kms/latest/APIReference', 'ReplicateKey')],
  }),
];
