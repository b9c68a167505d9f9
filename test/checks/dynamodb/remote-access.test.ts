import { describe, expect, it } from 'vitest';
import check from '../../../checks/dynamodb/remote-access.js';
import type { Json, JsonObject } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { globalTable, replica } from './tables.js';

const NAME = { 'Fn::GetStackOutput': { StackName: 'East', OutputName: 'Name', Region: 'us-east-1' } };
const fn = (table: Json) => ({ Type: 'AWS::Lambda::Function', Properties: { Environment: { Variables: { TABLE: table } } } });
const policy = (resource: Json) => ({
  Type: 'AWS::IAM::Policy',
  Properties: { PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: resource }] } },
});
const app = (west: JsonObject, replicas: readonly string[] = ['us-east-1'], more: JsonObject = {}): Example => ({
  East: {
    region: 'us-east-1',
    resources: { Sessions: globalTable({ TableName: 'sessions', Replicas: replicas.map((region) => replica(region)) }), ...more },
    outputs: { Name: { Value: { Ref: 'Sessions' } } },
  },
  West: { region: 'us-west-2', dependencies: ['East'], resources: west },
});

describe('dynamodb/remote-access', () => {
  it('tells once for each stack which table is far away', () => {
    const ARN = 'arn:aws:dynamodb:us-east-1:482731905566:table/sessions';
    expect(findingsIn(app({ Reader: fn(NAME), Policy: policy([ARN, `${ARN}/index/*`]) }), check)).toEqual([
      {
        severity: 'info',
        checkId: 'dynamodb/remote-access',
        stack: 'West',
        logicalId: 'Reader',
        propertyPath: 'Environment.Variables.TABLE',
        message: 'West is deployed to us-west-2 and uses the table "sessions", which exists in us-east-1 only.',
        related: [{ stack: 'East', logicalId: 'Sessions', message: 'The table is declared here.' }],
      },
    ]);
  });

  it('points at the property around an expression', () => {
    expect(
      findingsIn(app({ Policy: policy({ 'Fn::Join': ['', ['arn:aws:dynamodb:us-east-1:482731905566:table/', NAME]] }) }), check),
    ).toMatchObject([{ logicalId: 'Policy', propertyPath: 'PolicyDocument.Statement.0.Resource' }]);
  });

  it.each<[string, Example]>([
    ['there is a replica', app({ Reader: fn(NAME) }, ['us-east-1', 'us-west-2'])],
    ['the user is in the table’s region', app({}, ['us-east-1'], { Reader: fn({ Ref: 'Sessions' }) })],
    ['the user’s region is not known', { ...app({}), West: { resources: { Reader: fn(NAME) } } }],
    [
      'the user is in another account',
      { ...app({}), West: { region: 'us-west-2', account: '590184027316', resources: { Reader: fn(NAME) } } },
    ],
    ['a word happens to be the table’s name', app({ Reader: fn('sessions') })],
  ])('reports nothing where %s', (_, example) => {
    expect(findingsIn(example, check)).toEqual([]);
  });
});
