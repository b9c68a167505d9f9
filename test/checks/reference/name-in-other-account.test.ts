import { expect, it } from 'vitest';
import check from '../../../checks/reference/name-in-other-account.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

it('reports the exact place and words', () =>
  expect(findingsIn(check.docs.bad, check)).toEqual([
    {
      severity: 'warning',
      checkId: 'reference/name-in-other-account',
      stack: 'Shop',
      logicalId: 'Checkout',
      propertyPath: 'Cluster',
      message: 'The cluster platform is looked up in account 604211987345, and the app declares it in 482731905566 only.',
      related: [{ stack: 'Platform', logicalId: 'Cluster', message: 'Declared in 482731905566.' }],
    },
  ]));

const OTHER = '604211987345';
const of = (Type: string, Properties: JsonObject): JsonObject => ({ Type, Properties });
const app = (declared: JsonObject, user: JsonObject, more: Example = {}): Example => ({
  Owner: { region: 'us-east-1', resources: { It: declared } },
  ...more,
  App: { region: 'us-east-1', account: OTHER, resources: { User: user } },
});
const database = of('AWS::Glue::Database', { CatalogId: '482731905566', DatabaseInput: { Name: 'lake' } });
const table = (CatalogId: string) => of('AWS::Glue::Table', { CatalogId, DatabaseName: 'lake', TableInput: { Name: 'orders' } });

it.each<[string, JsonObject, JsonObject]>([
  [
    'DBSubnetGroupName',
    of('AWS::RDS::DBSubnetGroup', { DBSubnetGroupName: 'data' }),
    of('AWS::RDS::DBCluster', { DBSubnetGroupName: 'data' }),
  ],
  ['LogGroupName', of('AWS::Logs::LogGroup', { LogGroupName: '/app' }), of('AWS::Logs::MetricFilter', { LogGroupName: '/app' })],
  ['EventBusName', of('AWS::Events::EventBus', { Name: 'orders' }), of('AWS::Events::Rule', { EventBusName: 'orders' })],
])('reports %s', (propertyPath, declared, user) =>
  expect(findingsIn(app(declared, user), check)).toMatchObject([{ logicalId: 'User', propertyPath }]),
);

it.each<[string, Example]>([
  [
    'a name that the own account has, too',
    app(of('AWS::Logs::LogGroup', { LogGroupName: '/app' }), of('AWS::Logs::MetricFilter', { LogGroupName: '/app' }), {
      Own: { region: 'us-west-2', account: OTHER, resources: { Own: of('AWS::Logs::LogGroup', { LogGroupName: '/app' }) } },
    }),
  ],
  [
    'a log group of a service',
    app(of('AWS::Logs::LogGroup', { LogGroupName: '/aws/lambda/x' }), of('AWS::Logs::MetricFilter', { LogGroupName: '/aws/lambda/x' })),
  ],
  [
    'an action of a pipeline, which runs in the account of its role',
    app(
      of('AWS::ECS::Cluster', { ClusterName: 'web' }),
      of('AWS::CodePipeline::Pipeline', {
        Stages: [
          {
            Name: 'Deploy',
            Actions: [
              {
                Name: 'Deploy',
                ActionTypeId: { Category: 'Deploy', Owner: 'AWS', Provider: 'ECS', Version: '1' },
                RoleArn: 'arn:aws:iam::482731905566:role/deploy',
                Configuration: { ClusterName: 'web', ServiceName: 'web' },
              },
            ],
          },
        ],
      }),
    ),
  ],
  ['a catalog of the other account', app(database, table('482731905566'))],
  [
    'an ARN of the other account',
    app(
      of('AWS::Events::EventBus', { Name: 'orders' }),
      of('AWS::Events::Rule', { EventBusName: 'arn:aws:events:us-east-1:482731905566:event-bus/orders' }),
    ),
  ],
])('accepts %s', (_, example) => expect(findingsIn(example, check)).toEqual([]));
