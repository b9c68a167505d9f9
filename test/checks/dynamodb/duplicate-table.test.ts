import { describe, expect, it } from 'vitest';
import check from '../../../checks/dynamodb/duplicate-table.js';
import { loadAssembly } from '../../../src/assembly/load.js';
import type { Json, JsonObject } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { runChecks } from '../../../src/check/run.js';
import { NO_SETTINGS } from '../../../src/check/settings.js';
import { buildGraph } from '../../../src/graph/graph.js';
import { writeAssembly } from '../../support/assembly-builder.js';
import { findingsIn } from '../../support/findings-in.js';
import { CONDITION, globalTable, NOTHING, replica } from './tables.js';

const global = (name: Json, regions: readonly string[], more: JsonObject = {}, attributes: JsonObject = {}) =>
  globalTable({ TableName: name, Replicas: regions.map((region) => replica(region)), ...more }, attributes);
const plain = (name: Json) => ({ Type: 'AWS::DynamoDB::Table', Properties: { TableName: name, KeySchema: [] } });
const legacy = (region: string) => ({ Type: 'Custom::DynamoDBReplica', Properties: { TableName: { Ref: 'Sessions' }, Region: region } });
const BOTH = ['us-east-1', 'us-west-2'];
const apps = (east: JsonObject, west: JsonObject): Example => ({
  East: { region: 'us-east-1', resources: east },
  West: { region: 'us-west-2', resources: west },
});

describe('dynamodb/duplicate-table', () => {
  it('says once which other stack declares the table, and where both put it', () => {
    expect(findingsIn(apps({ Sessions: global('sessions', BOTH) }, { Sessions: global('sessions', BOTH) }), check)).toEqual([
      {
        severity: 'error',
        checkId: 'dynamodb/duplicate-table',
        stack: 'West',
        logicalId: 'Sessions',
        propertyPath: 'TableName',
        message:
          'The table "sessions" is also declared in East, and both put it in us-east-1, us-west-2. The stack that is deployed second fails, since the table already exists.',
        related: [{ stack: 'East', logicalId: 'Sessions', message: 'Declared here too, for us-east-1, us-west-2.' }],
      },
    ]);
  });

  it.each<[string, Example, string]>([
    ['a plain table in a replica’s region', apps({ Sessions: global('sessions', BOTH) }, { Sessions: plain('sessions') }), 'West'],
    ['and blames the narrower one', apps({ Sessions: plain('sessions') }, { Sessions: global('sessions', BOTH) }), 'East'],
    [
      'a table and a replica of the older kind',
      apps({ Sessions: plain('sessions'), Replica: legacy('us-west-2') }, { Sessions: plain('sessions') }),
      'West',
    ],
    [
      'a name that is put together',
      apps({ Sessions: global('sessions-482731905566', BOTH) }, { Sessions: plain({ 'Fn::Sub': 'sessions-${AWS::AccountId}' }) }),
      'West',
    ],
  ])('finds %s', (_, example, stack) => {
    expect(findingsIn(example, check)).toMatchObject([{ severity: 'error', stack }]);
  });

  it('warns where the account is not known', () => {
    const stack = (region: string) => ({ account: null, region, resources: { Sessions: global('sessions', BOTH) } });
    const { problems } = runChecks(
      buildGraph([loadAssembly(writeAssembly({ stacks: { East: stack('us-east-1'), West: stack('us-west-2') } }))]),
      [check],
      NO_SETTINGS,
    );
    expect(problems.map(({ problem }) => [problem.severity, problem.message])).toEqual([
      ['warning', expect.stringContaining('us-west-2 (if both stacks go to one account)')],
    ]);
  });

  it.each<[string, Example]>([
    ['each is in its own region', apps({ Sessions: plain('sessions') }, { Sessions: plain('sessions') })],
    ['the names differ', apps({ Sessions: global('sessions', BOTH) }, { Sessions: global('orders', BOTH) })],
    ['the names are generated', apps({ Sessions: global(NOTHING, BOTH) }, { Sessions: global(NOTHING, BOTH) })],
    [
      'the accounts differ',
      {
        ...apps({ Sessions: global('sessions', BOTH) }, {}),
        West: { region: 'us-west-2', account: '590184027316', resources: { Sessions: global('sessions', BOTH) } },
      },
    ],
    [
      'a region is not known',
      { East: { resources: { Sessions: plain('sessions') } }, West: { resources: { Sessions: plain('sessions') } } },
    ],
    [
      'one of them hangs on a condition',
      {
        ...apps({ Sessions: global('sessions', BOTH) }, {}),
        West: { region: 'us-west-2', ...CONDITION, resources: { Sessions: global('sessions', BOTH, {}, { Condition: 'Kept' }) } },
      },
    ],
    [
      'only one of them is made, by region',
      Object.fromEntries(
        BOTH.map((region) => [
          region,
          {
            region,
            conditions: { IsPrimary: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] } },
            resources: { Sessions: global('sessions', BOTH, {}, { Condition: 'IsPrimary' }) },
          },
        ]),
      ),
    ],
    [
      'one is another account’s replica',
      {
        East: { region: 'eu-west-1', resources: { Sessions: global('sessions', ['eu-west-1']) } },
        West: {
          region: 'ca-central-1',
          account: '590184027316',
          resources: {
            Sessions: global('sessions', ['ca-central-1'], {
              GlobalTableSourceArn: 'arn:aws:dynamodb:eu-west-1:482731905566:table/sessions',
            }),
          },
        },
      },
    ],
  ])('reports nothing where %s', (_, example) => {
    expect(findingsIn(example, check)).toEqual([]);
  });
});
