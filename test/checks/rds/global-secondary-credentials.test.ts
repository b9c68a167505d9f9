import { expect, it } from 'vitest';
import { globalSecondaryCredentials as check } from '../../../checks/rds/global-cluster-members.js';
import { findingsIn } from '../../support/findings-in.js';
import { aurora, cluster, emptyFirst, globalCluster, LOGIN } from './aurora.js';

const parameter = { parameters: { User: { Type: 'String' } } };
const places = (example: Parameters<typeof findingsIn>[0]) =>
  findingsIn(example, check).map(({ stack, propertyPath, severity }) => `${severity} ${stack} ${propertyPath}`);

it('names the secondary and what it sets', () => {
  expect(findingsIn(aurora({ secondary: LOGIN }), check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "rds/global-secondary-credentials",
        "logicalId": "Cluster",
        "message": "This cluster joins the global cluster "orders" as a secondary and sets MasterUsername, MasterUserPassword: it is rejected with "Cannot specify user name for cross region replication cluster".",
        "propertyPath": "MasterUsername",
        "related": [
          {
            "logicalId": "Cluster",
            "message": "The primary cluster, which sets them for all.",
            "stack": "Primary",
          },
        ],
        "severity": "error",
        "stack": "Secondary",
      },
    ]
  `);
});

it.each([
  ['joins an empty global cluster', emptyFirst({ secondary: LOGIN }), 'MasterUsername'],
  [
    'takes the password from a parameter',
    aurora({ secondary: { MasterUserPassword: { Ref: 'User' } }, secondaryStack: {} }),
    'MasterUserPassword',
  ],
  ['names a database only', aurora({ secondary: { DatabaseName: 'orders' } }), 'DatabaseName'],
  ['writes the identifier in capitals', aurora({ secondary: { ...LOGIN, GlobalClusterIdentifier: 'ORDERS' } }), 'MasterUsername'],
  [
    'joins a source that is outside of the assembly',
    aurora({ global: { SourceDBClusterIdentifier: 'legacy' }, secondary: LOGIN }),
    'MasterUsername',
  ],
  [
    'sees a secondary through the output of another stack',
    aurora({
      primaryStack: { outputs: { Id: { Value: { Ref: 'Global' } } } },
      secondary: {
        ...LOGIN,
        GlobalClusterIdentifier: { 'Fn::GetStackOutput': { StackName: 'Primary', OutputName: 'Id', Region: 'us-east-1' } },
      },
    }),
    'MasterUsername',
  ],
  [
    'sees the source in an ARN around a reference',
    aurora({
      global: { SourceDBClusterIdentifier: { 'Fn::Sub': `arn:aws:rds:us-east-1:482731905566:cluster:\${Cluster}` } },
      secondary: LOGIN,
    }),
    'MasterUsername',
  ],
])('%s', (_, example, property) => expect(places(example)).toEqual([`error Secondary ${property}`]));

it('reports all but one of several clusters that start a database, in whatever order they are deployed', () => {
  expect(places(emptyFirst({ secondary: LOGIN, secondaryStack: { dependencies: [] } }))).toEqual(['error Secondary MasterUsername']);
});

it('names the open condition that does not matter', () => {
  const secondary = { MasterUsername: { 'Fn::If': ['Blue', 'blue', 'green'] } };
  const secondaryStack = { parameters: { Color: { Type: 'String' } }, conditions: { Blue: { 'Fn::Equals': [{ Ref: 'Color' }, 'blue'] } } };
  expect(
    places(
      aurora({
        secondary,
        secondaryStack: { ...secondaryStack, resources: { Cluster: cluster({ GlobalClusterIdentifier: 'orders', ...secondary }) } },
      }),
    ),
  ).toEqual(['error Secondary MasterUsername.Fn::If.2']);
});

it.each([
  ['a secondary without credentials', aurora()],
  ['an empty global cluster, a secondary without', emptyFirst()],
  ['ManageMasterUserPassword that is false', aurora({ secondary: { ManageMasterUserPassword: 'false' } })],
  ['removed with AWS::NoValue', aurora({ secondary: { MasterUsername: { Ref: 'AWS::NoValue' } } })],
  [
    'a user only where the cluster is the primary',
    aurora({
      secondary: { MasterUsername: { 'Fn::If': ['IsPrimary', 'orders', { Ref: 'AWS::NoValue' }] } },
      secondaryStack: {
        conditions: { IsPrimary: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] } },
        resources: {
          Cluster: cluster({
            GlobalClusterIdentifier: 'orders',
            MasterUsername: { 'Fn::If': ['IsPrimary', 'orders', { Ref: 'AWS::NoValue' }] },
          }),
        },
      },
    }),
  ],
  [
    'a source that is not known',
    aurora({
      global: { SourceDBClusterIdentifier: { Ref: 'User' } },
      primaryStack: {
        ...parameter,
        resources: { Global: globalCluster({ SourceDBClusterIdentifier: { Ref: 'User' } }) },
      },
      secondary: LOGIN,
    }),
  ],
  ['a global cluster that is not known', aurora({ secondary: { ...LOGIN, GlobalClusterIdentifier: { 'Fn::ImportValue': 'elsewhere' } } })],
  ['a global cluster of another account', aurora({ secondary: LOGIN, secondaryStack: { account: '694120358871' } })],
  ['a cluster of its own', { Only: { region: 'us-east-1', resources: { Cluster: cluster(LOGIN) } } }],
  [
    'one member of a global cluster outside of the assembly',
    { Only: { region: 'us-east-1', resources: { Cluster: cluster({ ...LOGIN, GlobalClusterIdentifier: 'orders' }) } } },
  ],
])('ignores %s', (_, example) => expect(findingsIn(example, check)).toEqual([]));
