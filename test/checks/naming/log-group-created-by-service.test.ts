import { expect, it } from 'vitest';
import check from '../../../checks/naming/log-group-created-by-service.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const of = (Type: string, Properties: object) => ({ Type, Properties });
const group = (LogGroupName: unknown) => of('AWS::Logs::LogGroup', { LogGroupName });
const app = (creator: object, name: unknown, order: readonly string[] = ['Jobs']) =>
  ({
    Jobs: {
      region: 'us-east-1',
      resources: { Creator: creator },
      outputs: { Name: { Value: { Ref: 'Creator' }, Export: { Name: 'creator' } } },
    },
    Logs: { region: 'us-east-1', dependencies: order, resources: { Group: group(name) } },
  }) as Example;
const poller = (more: object = {}) => of('AWS::Lambda::Function', { FunctionName: 'poller', ...more });

it.each<[string, Example, number]>([
  ['by its name', app(poller(), '/aws/lambda/poller'), 1],
  ['by reference', app(of('AWS::Lambda::Function', {}), { 'Fn::Join': ['', ['/aws/lambda/', { 'Fn::ImportValue': 'creator' }]] }), 1],
  ['a function with a log group of its own', app(poller({ LoggingConfig: { LogGroup: 'poller' } }), '/aws/lambda/poller'), 0],
  ['stacks without an order', app(poller(), '/aws/lambda/poller', []), 0],
  ['another name', app(poller(), '/aws/lambda/poller-2'), 0],
  [
    'a cluster that logs',
    app(
      of('AWS::EKS::Cluster', { Name: 'shop', Logging: { ClusterLogging: { EnabledTypes: [{ Type: 'api' }] } } }),
      '/aws/eks/shop/cluster',
    ),
    1,
  ],
  ['a cluster that does not log', app(of('AWS::EKS::Cluster', { Name: 'shop' }), '/aws/eks/shop/cluster'), 0],
  ['a build project', app(of('AWS::CodeBuild::Project', { Name: 'build' }), '/aws/codebuild/build'), 1],
])('finds the service that creates the log group: %s', (_, example, count) => {
  expect(findingsIn(example, check)).toHaveLength(count);
});

it.each<[string, object, number]>([
  ['a cluster that exports logs', { EnableCloudwatchLogsExports: ['error'] }, 1],
  ['a cluster that exports none', {}, 0],
])('finds a log group that a database of the same stack creates before: %s', (_, properties, count) => {
  const resources = {
    Database: of('AWS::RDS::DBCluster', { Engine: 'aurora-mysql', ...properties }),
    Group: group({ 'Fn::Sub': '/aws/rds/cluster/${Database}/error' }),
  };
  expect(findingsIn({ Data: { region: 'us-east-1', resources } } as Example, check)).toHaveLength(count);
});
