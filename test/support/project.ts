import { dirname } from 'node:path';
import { type AssemblySketch, writeAssembly, writeFiles } from './assembly-builder.js';

/** A CDK project in a temporary folder, with `cdk.out` and the source of its stacks. Gives the folder. */
export function writeProject(sketch: AssemblySketch, files: Readonly<Record<string, unknown>> = {}): string {
  const folder = dirname(writeAssembly(sketch));
  writeFiles(folder, { 'cdk.json': {}, ...files });
  return folder;
}

/** A replica without a key: one `error`, `dynamodb/replica-sse-partial`, made at `lib/data.ts:3:5`. */
export const BROKEN: AssemblySketch = {
  stacks: {
    Data: {
      region: 'us-east-1',
      resources: {
        Ledger: {
          Type: 'AWS::DynamoDB::GlobalTable',
          Properties: {
            BillingMode: 'PAY_PER_REQUEST',
            KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
            StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
            SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
            Replicas: [
              { Region: 'us-east-1', SSESpecification: { KMSMasterKeyId: 'arn:aws:kms:us-east-1:482731905566:key/a' } },
              { Region: 'us-west-2' },
            ],
          },
        },
      },
      metadata: { 'Data/Ledger': [{ type: 'aws:cdk:creationStack', data: ['new Data (/somewhere/lib/data.ts:3:5)'] }] },
    },
  },
};
export const BROKEN_SOURCE = { 'lib/data.ts': 'export class Data {\n  constructor() {\n    new TableV2(this, "Ledger");\n  }\n}\n' };

/** Nothing to find. */
export const SOUND: AssemblySketch = {
  stacks: { Queue: { region: 'us-east-1', resources: { Jobs: { Type: 'AWS::SQS::Queue', Properties: {} } } } },
};
