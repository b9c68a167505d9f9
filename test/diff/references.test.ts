import { describe, expect, test } from 'vitest';
import { ACCOUNT, type AssemblySketch } from '../support/assembly-builder.js';
import { diffOf, shortly } from './diff-of.js';

const ARN = { 'Fn::GetAtt': ['Table', 'Arn'] };
const table = { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'orders', KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }] } };

/** A table in one stack, and in another stack a resource that is replaced whenever its reference to the table changes. */
function assembly(reference: unknown, sections: object = {}): AssemblySketch {
  const producer = {
    region: 'us-east-1',
    resources: { Table: table },
    outputs: {
      Old: { Value: ARN, Export: { Name: 'Data:old' } },
      New: { Value: { 'Fn::Sub': '${Table.Arn}' }, Export: { Name: 'Data:new' } },
      Plain: { Value: ARN },
    },
  };
  const mapping = { Type: 'AWS::Lambda::EventSourceMapping', Properties: { FunctionName: 'handler', EventSourceArn: reference } };
  return { stacks: { Data: producer, Api: { region: 'us-east-1', resources: { Mapping: mapping }, dependencies: ['Data'], ...sections } } };
}

const IMPORT = { 'Fn::ImportValue': 'Data:old' };

describe('a reference that is written differently and means the same is no change', () => {
  test.each<[name: string, reference: unknown]>([
    ['another export of the same resource', { 'Fn::ImportValue': 'Data:new' }],
    ['an output', { 'Fn::GetStackOutput': { StackName: 'Data', OutputName: 'Plain' } }],
    ['an export whose name is put together', { 'Fn::ImportValue': { 'Fn::Join': [':', ['Data', 'old']] } }],
    ['its ARN', `arn:aws:dynamodb:us-east-1:${ACCOUNT}:table/orders`],
    ['its ARN with pseudo parameters', { 'Fn::Sub': 'arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/orders' }],
    ['joined to nothing', { 'Fn::Join': ['', [IMPORT]] }],
  ])('%s', async (_, reference) => {
    const { resources, folded, summary } = await diffOf(assembly(IMPORT), assembly(reference));
    expect(resources).toEqual([]);
    expect(folded).toEqual([{ kind: 'reference-form', count: 1, examples: ['Api/Mapping'] }]);
    expect(summary.isDestructive).toBe(false);
  });

  test('but another resource is', async () => {
    const { resources } = await diffOf(assembly(IMPORT), assembly(`arn:aws:dynamodb:us-east-1:${ACCOUNT}:table/invoices`));
    expect(shortly(resources)).toEqual(['changed replaced Api.Mapping']);
  });

  test('and so is what cannot be known', async () => {
    const parameters = { Source: { Type: 'String', Default: 'x' }, Other: { Type: 'String', Default: 'x' } };
    const { resources } = await diffOf(assembly({ Ref: 'Source' }, { parameters }), assembly({ Ref: 'Other' }, { parameters }));
    expect(shortly(resources)).toEqual(['changed replaced Api.Mapping']);
  });

  test('a parameter of a nested stack', async () => {
    const sketch = (name: string): AssemblySketch => ({
      stacks: {
        Data: {
          region: 'us-east-1',
          resources: { Table: table },
          nested: {
            Inner: {
              parameters: { [name]: { Type: 'String' } },
              parameterValues: { [name]: ARN },
              resources: { Mapping: { Type: 'AWS::Lambda::EventSourceMapping', Properties: { EventSourceArn: { Ref: name } } } },
            },
          },
        },
      },
    });
    const { resources } = await diffOf(sketch('one'), sketch('two'));
    expect(shortly(resources)).toEqual(['changed changed Data.Inner']);
  });
});

describe('what is replaced reaches those who refer to it', () => {
  /** A table without a name, replaced, and read in another stack. */
  function replaced(attribute: string, reference: unknown, sections: object = {}): AssemblySketch {
    const { stacks } = assembly(reference, sections);
    const resources = { Table: { ...table, Properties: { KeySchema: [{ AttributeName: attribute, KeyType: 'HASH' }] } } };
    return { stacks: { ...stacks, Data: { ...stacks?.Data, resources } } };
  }

  test('by an export: its consumer is replaced, and the deployment blocked', async () => {
    const { resources, deployment } = await diffOf(replaced('id', IMPORT), replaced('key', IMPORT));
    expect(shortly(resources)).toEqual(['changed data-loss Data.Table', 'carried replaced Api.Mapping']);
    expect(resources[1]?.cause?.resource?.logicalId).toBe('Table');
    expect(resources[0]?.consumers).toBe(1);
    expect(deployment.problems.map(({ kind, level, stack }) => `${kind} ${level} ${stack.id}`)).toEqual(['export-in-use blocked Data']);
  });

  test('by an output: the consumer goes stale, because its template is the same', async () => {
    const output = { 'Fn::GetStackOutput': { StackName: 'Data', OutputName: 'Plain' } };
    const topic = (reference: unknown): AssemblySketch => ({
      stacks: {
        ...replaced('id', 'x').stacks,
        Api: { region: 'us-east-1', resources: { T: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: reference } } } },
      },
    });
    const after: AssemblySketch = { stacks: { ...topic(output).stacks, Data: { ...replaced('key', 'x').stacks?.Data } } };
    const { deployment } = await diffOf(topic(output), after);
    expect(deployment.problems.map(({ kind, level, place }) => `${kind} ${level} ${place?.resource?.logicalId}`)).toEqual([
      'stale-consumer careful T',
    ]);
  });

  test('an export that goes while its consumer is deployed later', async () => {
    const before = assembly(IMPORT);
    const after = assembly('arn:aws:dynamodb:us-east-1:1:table/other');
    const data = { ...after.stacks?.Data, outputs: {} };
    const { deployment } = await diffOf(before, { stacks: { ...after.stacks, Data: data } });
    expect(deployment.problems.map(({ kind, level, fix }) => [kind, level, fix])).toEqual([
      ['export-in-use', 'blocked', expect.stringContaining('this.exportValue(…)')],
    ]);
  });

  test('nothing is blocked when the consumer is deployed first', async () => {
    const before = assembly(IMPORT, { dependencies: [] });
    const after = assembly('other', { dependencies: [] });
    const data = { ...after.stacks?.Data, outputs: {}, dependencies: ['Api'] };
    const { deployment } = await diffOf(before, { stacks: { ...after.stacks, Data: data } });
    expect(deployment.problems).toEqual([]);
  });
});

describe('a dynamic reference that is written differently', () => {
  const secret = { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 'orders' } };
  const source = (value: unknown): AssemblySketch => ({
    stacks: {
      Api: {
        region: 'us-east-1',
        resources: { Secret: secret, Mapping: { Type: 'AWS::Lambda::EventSourceMapping', Properties: { EventSourceArn: value } } },
      },
    },
  });
  const joined = { 'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: 'Secret' }, ':SecretString:arn::}}']] };

  test.each<[name: string, reference: unknown]>([
    ['a text with a variable', { 'Fn::Sub': '{{resolve:secretsmanager:${Secret}:SecretString:arn::}}' }],
    [
      'a text with a map',
      { 'Fn::Sub': ['{{resolve:secretsmanager:${Arn}:SecretString:${Field}::}}', { Arn: { Ref: 'Secret' }, Field: 'arn' }] },
    ],
    ['joined in other pieces', { 'Fn::Join': [':', ['{{resolve:secretsmanager', { Ref: 'Secret' }, 'SecretString', 'arn::}}']] }],
  ])('is no change: %s', async (_, reference) => {
    const { resources, folded } = await diffOf(source(joined), source(reference));
    expect(resources).toEqual([]);
    expect(folded).toEqual([{ kind: 'reference-form', count: 1, examples: ['Api/Mapping'] }]);
  });

  test('is no change: written out', async () => {
    const { resources } = await diffOf(
      source({ 'Fn::Join': ['', ['{{resolve:ssm:/orders/', 'source:3}}']] }),
      source('{{resolve:ssm:/orders/source:3}}'),
    );
    expect(resources).toEqual([]);
  });

  test.each<[name: string, before: unknown, after: unknown]>([
    ['another field', joined, { 'Fn::Sub': '{{resolve:secretsmanager:${Secret}:SecretString:url::}}' }],
    ['another version', '{{resolve:ssm:/orders/source:3}}', { 'Fn::Sub': '{{resolve:ssm:/orders/source:4}}' }],
    [
      'a parameter that only the deployment knows',
      { 'Fn::Sub': '{{resolve:ssm:/orders/${AWS::StackName}}}' },
      { 'Fn::Sub': '{{resolve:ssm:/orders/${AWS::StackId}}}' },
    ],
  ])('is a change: %s', async (_, before, after) => {
    const { resources } = await diffOf(source(before), source(after));
    expect(shortly(resources)).toEqual(['changed replaced Api.Mapping']);
  });
});
