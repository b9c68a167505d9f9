import { describe, expect, it } from 'vitest';
import { replicaSseWithoutTableSse as check } from '../../../checks/dynamodb/global-tables.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { CONDITION, globalTable, keyIn, NOTHING, ON, replica, tables } from './tables.js';

const REJECTION = 'DynamoDB rejects the table: "ReplicaSSESpecification and SSEType must be null when SSE is set to default".';
const Replicas = [replica('us-east-1', keyIn('us-east-1')), replica('us-west-2', keyIn('us-west-2'))];

describe('dynamodb/replica-sse-without-table-sse', () => {
  it('says once that encryption is not switched on', () => {
    expect(findingsIn(tables({ Replicas }), check)).toEqual([
      {
        severity: 'error',
        checkId: 'dynamodb/replica-sse-without-table-sse',
        stack: 'Tables',
        logicalId: 'Sessions',
        propertyPath: 'Replicas.0.SSESpecification.KMSMasterKeyId',
        message: `The replica in us-east-1 names a KMS key, but encryption is not switched on for the table. ${REJECTION}`,
      },
    ]);
  });

  it.each([false, 'false'])('says that encryption is switched off (%o)', (SSEEnabled) => {
    expect(findingsIn(tables({ SSESpecification: { SSEEnabled }, Replicas }), check)).toMatchObject([
      { propertyPath: 'SSESpecification.SSEEnabled', message: expect.stringContaining('encryption is switched off for the table') },
    ]);
  });

  it.each<[string, Example]>([
    ['removed for certain', tables({ SSESpecification: NOTHING, Replicas })],
    [
      'of a table that is another account’s replica, as CDK 2.276 renders it',
      tables({
        GlobalTableSourceArn: 'arn:aws:dynamodb:eu-west-1:590184027316:table/t',
        Replicas: [replica('us-east-1', keyIn('us-east-1'))],
      }),
    ],
    ['whose key is a parameter', tables({ Replicas: [replica('us-east-1', { Ref: 'Key' })] }, { parameters: { Key: { Type: 'String' } } })],
    ['whose key comes from outside', tables({ Replicas: [replica('us-east-1', { 'Fn::ImportValue': 'key' })] })],
    [
      'whatever the key is',
      tables(
        { Replicas: [replica('us-east-1', { 'Fn::If': ['Kept', keyIn('us-east-1'), { Ref: 'Key' }] })] },
        { ...CONDITION, parameters: { ...CONDITION.parameters, Key: { Type: 'String' } } },
      ),
    ],
  ])('finds table encryption %s', (_, example) => {
    expect(findingsIn(example, check)).toHaveLength(1);
  });

  it('names the conditions that do not matter', () => {
    const SSESpecification = { 'Fn::If': ['Kept', { SSEEnabled: false }, NOTHING] };
    expect(findingsIn(tables({ SSESpecification, Replicas }, CONDITION), check)).toMatchObject([
      { severity: 'warning', propertyPath: 'SSESpecification.Fn::If.1.SSEEnabled', message: expect.stringContaining('(When Kept holds.)') },
      {
        severity: 'warning',
        propertyPath: 'Replicas.0.SSESpecification.KMSMasterKeyId',
        message: expect.stringContaining('(When Kept does not hold.)'),
      },
    ]);
    const always = { 'Fn::If': ['Kept', { SSEEnabled: false }, { SSEEnabled: 'false' }] };
    expect(findingsIn(tables({ SSESpecification: always, Replicas }, CONDITION), check)).toMatchObject([
      { message: expect.stringContaining('(Whether or not Kept holds.)') },
    ]);
  });

  it.each<[string, Example]>([
    ['both levels are there', tables({ ...ON, Replicas })],
    ['encryption is on without a type', tables({ SSESpecification: { SSEEnabled: 'true' }, Replicas })],
    ['no replica names a key', tables({ Replicas: [replica('us-east-1'), { Region: 'us-west-2', SSESpecification: NOTHING }] })],
    [
      'encryption is not known',
      tables({ SSESpecification: { SSEEnabled: { Ref: 'On' } }, Replicas }, { parameters: { On: { Type: 'String' } } }),
    ],
    ['the replicas are made by a transform', tables({ Replicas: { 'Fn::Transform': { Name: 'Replicas' } } })],
    [
      'the table hangs on a condition',
      { Tables: { region: 'us-east-1', ...CONDITION, resources: { Sessions: globalTable({ Replicas }, { Condition: 'Kept' }) } } },
    ],
  ])('reports nothing where %s', (_, example) => {
    expect(findingsIn(example, check)).toEqual([]);
  });

  it.each<[string, JsonObject, string]>([
    ['encryption', { SSESpecification: { 'Fn::If': ['Kept', ON.SSESpecification, NOTHING] }, Replicas }, '(When Kept does not hold.)'],
    [
      'a key',
      { Replicas: [{ Region: 'us-east-1', SSESpecification: { 'Fn::If': ['Kept', { KMSMasterKeyId: 'x' }, NOTHING] } }] },
      '(When Kept holds.)',
    ],
    ['a replica', { Replicas: [replica('us-east-1'), { 'Fn::If': ['Kept', Replicas[1] ?? {}, NOTHING] }] }, '(When Kept holds.)'],
  ])('warns where %s depends on a condition', (_, properties, when) => {
    expect(findingsIn(tables(properties, CONDITION), check)).toMatchObject([
      { severity: 'warning', message: expect.stringContaining(when) },
    ]);
  });

  it('warns where it is so with the default of a parameter', () => {
    const example = tables(
      { SSESpecification: { SSEEnabled: { Ref: 'On' } }, Replicas },
      { parameters: { On: { Type: 'String', Default: 'false' } } },
    );
    expect(findingsIn(example, check)).toMatchObject([{ severity: 'warning' }]);
  });
});
