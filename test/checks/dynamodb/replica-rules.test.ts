import { describe, expect, it } from 'vitest';
import {
  writeCapacityNotScaled as capacity,
  replicasMissStackRegion as region,
  streamMissing as stream,
} from '../../../checks/dynamodb/global-tables.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { CONDITION, NOTHING, replica, tables } from './tables.js';

const TWO = [replica('us-west-2'), replica('us-east-1')];
const ONE = [replica('us-east-1')];
const place = { severity: 'error', stack: 'Tables', logicalId: 'Sessions' };
const OTHER_ACCOUNT = { GlobalTableSourceArn: 'arn:aws:dynamodb:eu-west-1:590184027316:table/t' };

describe('dynamodb/replicas-miss-stack-region', () => {
  it('says which region is missing', () => {
    expect(findingsIn(tables({ Replicas: [replica('us-west-2'), replica('eu-west-1')] }), region)).toEqual([
      {
        ...place,
        checkId: 'dynamodb/replicas-miss-stack-region',
        propertyPath: 'Replicas',
        message:
          'The stack is deployed to us-east-1, but the table has replicas in us-west-2, eu-west-1 only. CloudFormation rejects it: "The Replicas section must contain an entry for the current region".',
      },
    ]);
  });
  it.each<[string, Example]>([
    ['it is there', tables({ Replicas: TWO })],
    ['it is there by reference', tables({ Replicas: [replica({ Ref: 'AWS::Region' })] })],
    ['the stack has none', { Tables: { ...tables({ Replicas: [replica('eu-west-1')] }).Tables, region: undefined as never } }],
    ['a replica’s is not known', tables({ Replicas: [replica({ Ref: 'Where' })] }, { parameters: { Where: { Type: 'String' } } })],
  ])('reports nothing where %s', (_, example) => {
    expect(findingsIn(example, region)).toEqual([]);
  });
  it('warns where the replica depends on a condition', () => {
    const example = tables({ Replicas: [replica('us-west-2'), { 'Fn::If': ['Kept', ...ONE, NOTHING] }] }, CONDITION);
    expect(findingsIn(example, region)).toMatchObject([
      { severity: 'warning', propertyPath: 'Replicas', message: expect.stringContaining('(When Kept does not hold.)') },
    ]);
  });
});

describe('dynamodb/stream-missing', () => {
  it.each([NOTHING, { 'Fn::If': ['Kept', NOTHING, NOTHING] }])('says that two replicas need one', (StreamSpecification) => {
    expect(findingsIn(tables({ StreamSpecification, Replicas: TWO }, CONDITION), stream)).toEqual([
      {
        ...place,
        checkId: 'dynamodb/stream-missing',
        propertyPath: 'Replicas',
        message: 'The table has 2 replicas but no StreamSpecification, which replication needs. CloudFormation rejects it.',
      },
    ]);
  });
  const WITHOUT = { StreamSpecification: NOTHING };
  it.each<[string, Example]>([
    ['it has one', tables({ Replicas: TWO })],
    ['there is one replica', tables({ ...WITHOUT, Replicas: ONE })],
    [
      'the regions are strongly consistent',
      tables({ ...WITHOUT, MultiRegionConsistency: 'STRONG', Replicas: [...TWO, replica('us-east-2')] }),
    ],
    [
      'consistency is not known',
      tables({ ...WITHOUT, MultiRegionConsistency: { Ref: 'How' }, Replicas: TWO }, { parameters: { How: { Type: 'String' } } }),
    ],
    ['it is another account’s replica', tables({ ...WITHOUT, ...OTHER_ACCOUNT, Replicas: TWO })],
  ])('reports nothing where %s', (_, example) => {
    expect(findingsIn(example, stream)).toEqual([]);
  });
  it.each<[string, Example, string]>([
    [
      'the stream',
      tables({ StreamSpecification: { 'Fn::If': ['Kept', {}, NOTHING] }, Replicas: TWO }, CONDITION),
      '(When Kept does not hold.)',
    ],
    [
      'the second replica',
      tables({ ...WITHOUT, Replicas: [...ONE, { 'Fn::If': ['Kept', replica('us-west-2'), NOTHING] }] }, CONDITION),
      '(When Kept holds.)',
    ],
  ])('warns where %s depends on a condition', (_, example, when) => {
    expect(findingsIn(example, stream)).toMatchObject([{ severity: 'warning', message: expect.stringContaining(when) }]);
  });
});

describe('dynamodb/write-capacity-not-scaled', () => {
  const SCALED = { WriteProvisionedThroughputSettings: { WriteCapacityAutoScalingSettings: {} } };
  const REJECTION = 'DynamoDB rejects it: "Table write capacity should either be Pay-Per-Request or AutoScaled."';
  it('says that the mode is missing', () => {
    expect(
      findingsIn(tables({ BillingMode: NOTHING, Replicas: TWO, GlobalSecondaryIndexes: [{ IndexName: 'byUser' }] }), capacity),
    ).toEqual([
      {
        ...place,
        checkId: 'dynamodb/write-capacity-not-scaled',
        propertyPath: 'BillingMode',
        message: `There is no BillingMode, which means PROVISIONED, but the write capacity of the table and the index byUser does not scale. ${REJECTION}`,
      },
    ]);
  });
  it('looks at each index', () => {
    const GlobalSecondaryIndexes = [{ IndexName: 'byUser', ...SCALED }, { IndexName: 'byDate' }];
    expect(findingsIn(tables({ BillingMode: 'PROVISIONED', ...SCALED, Replicas: TWO, GlobalSecondaryIndexes }), capacity)).toMatchObject([
      {
        propertyPath: 'GlobalSecondaryIndexes.1',
        message: `The billing mode is PROVISIONED, but the write capacity of the index byDate does not scale. ${REJECTION}`,
      },
    ]);
  });
  it.each<[string, Example]>([
    ['requests are paid', tables({ Replicas: TWO })],
    ['it scales', tables({ BillingMode: 'PROVISIONED', ...SCALED, Replicas: TWO })],
    ['there is one replica', tables({ BillingMode: 'PROVISIONED', Replicas: ONE })],
    ['the mode is not known', tables({ BillingMode: { Ref: 'Mode' }, Replicas: TWO }, { parameters: { Mode: { Type: 'String' } } })],
    ['it is another account’s replica', tables({ BillingMode: NOTHING, ...OTHER_ACCOUNT, Replicas: TWO })],
  ])('reports nothing where %s', (_, example) => {
    expect(findingsIn(example, capacity)).toEqual([]);
  });
  it('warns where an index depends on a condition', () => {
    const GlobalSecondaryIndexes = [{ 'Fn::If': ['Kept', { IndexName: 'byUser' }, NOTHING] }];
    const example = tables({ BillingMode: 'PROVISIONED', ...SCALED, Replicas: TWO, GlobalSecondaryIndexes }, CONDITION);
    expect(findingsIn(example, capacity)).toMatchObject([
      { severity: 'warning', propertyPath: 'GlobalSecondaryIndexes.0.Fn::If.1', message: expect.stringContaining('(When Kept holds.)') },
    ]);
  });
});
