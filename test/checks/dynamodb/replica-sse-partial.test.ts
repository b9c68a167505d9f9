import { describe, expect, it } from 'vitest';
import { replicaSsePartial as check } from '../../../checks/dynamodb/global-tables.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { CONDITION, keyIn, NOTHING, ON, replica, tables } from './tables.js';

const [EAST, WEST] = [replica('us-east-1', keyIn('us-east-1')), replica('us-west-2', keyIn('us-west-2'))];
const CMK_ONLY = 'DynamoDB rejects the table: "All replica keys must either be Customer Managed CMK or AWS Managed CMK."';

describe('dynamodb/replica-sse-partial', () => {
  it('says which replica has no key, and which has', () => {
    expect(findingsIn(tables({ ...ON, Replicas: [replica('us-west-2'), EAST] }), check)).toEqual([
      {
        severity: 'error',
        checkId: 'dynamodb/replica-sse-partial',
        stack: 'Tables',
        logicalId: 'Sessions',
        propertyPath: 'Replicas.0',
        message:
          'The replica in us-west-2 names no KMS key, but the replica in us-east-1 does. DynamoDB rejects the table: "KMSMasterKeyId must be specified for each replica."',
        related: [
          {
            stack: 'Tables',
            logicalId: 'Sessions',
            propertyPath: 'Replicas.1.SSESpecification.KMSMasterKeyId',
            message: 'This replica names a key.',
          },
        ],
      },
    ]);
  });

  it('reports once of several replicas', () => {
    expect(findingsIn(tables({ ...ON, Replicas: [EAST, replica('us-west-2'), replica('eu-west-1')] }), check)).toMatchObject([
      { message: expect.stringContaining('The replicas in us-west-2 and eu-west-1 name no KMS key') },
    ]);
  });

  it.each(['alias/aws/dynamodb', 'arn:aws:kms:us-west-2:482731905566:alias/aws/dynamodb'])(
    'says that %s does not go with another key',
    (managed) => {
      expect(findingsIn(tables({ ...ON, Replicas: [EAST, replica('us-west-2', managed)] }), check)).toMatchObject([
        {
          propertyPath: 'Replicas.1.SSESpecification.KMSMasterKeyId',
          message: `The replica in us-west-2 names the AWS managed key, the one in us-east-1 a key of your own. ${CMK_ONLY}`,
        },
      ]);
    },
  );

  it.each<[string, Example]>([
    [
      'a reference',
      tables(
        { ...ON, Replicas: [replica('us-east-1', { Ref: 'Key' }), replica('us-west-2')] },
        { resources: { Key: { Type: 'AWS::KMS::Key', Properties: {} } } },
      ),
    ],
    [
      'a parameter',
      tables(
        { ...ON, Replicas: [replica('us-east-1', { Ref: 'Key' }), replica('us-west-2')] },
        { parameters: { Key: { Type: 'String' } } },
      ),
    ],
    [
      'a key, and encryption hangs on a condition',
      tables(
        {
          SSESpecification: { 'Fn::If': ['Kept', { SSEEnabled: true }, { SSEEnabled: true, SSEType: 'KMS' }] },
          Replicas: [EAST, replica('us-west-2')],
        },
        CONDITION,
      ),
    ],
  ])('reports where one replica has %s', (_, example) => {
    expect(findingsIn(example, check)).toHaveLength(1);
  });

  it.each<[string, Example]>([
    ['every replica has a key', tables({ ...ON, Replicas: [EAST, WEST] })],
    ['none has', tables({ ...ON, Replicas: [replica('us-east-1'), replica('us-west-2')] })],
    [
      'all use the AWS managed key',
      tables({ ...ON, Replicas: [replica('us-east-1', 'alias/aws/dynamodb'), replica('us-west-2', 'alias/aws/dynamodb')] }),
    ],
    ['the table has no encryption, which is another finding', tables({ Replicas: [EAST, replica('us-west-2')] })],
    [
      'one key is not known to be the AWS managed one',
      tables(
        { ...ON, Replicas: [replica('us-west-2', { Ref: 'Key' }), replica('us-east-1', 'alias/aws/dynamodb')] },
        { parameters: { Key: { Type: 'String' } } },
      ),
    ],
  ])('reports nothing where %s', (_, example) => {
    expect(findingsIn(example, check)).toEqual([]);
  });

  it.each<[string, JsonObject, string]>([
    [
      'the key of a replica',
      { Region: 'us-west-2', SSESpecification: { 'Fn::If': ['Kept', { KMSMasterKeyId: keyIn('us-west-2') }, NOTHING] } },
      '(When Kept does not hold.)',
    ],
    ['a replica', { 'Fn::If': ['Kept', replica('us-west-2'), NOTHING] }, '(When Kept holds.)'],
  ])('warns where %s depends on a condition', (_, other, when) => {
    expect(findingsIn(tables({ ...ON, Replicas: [EAST, other] }, CONDITION), check)).toMatchObject([
      { severity: 'warning', message: expect.stringContaining(when) },
    ]);
  });
});
