import { expect, it } from 'vitest';
import nameWithoutDependency from '../../checks/reference/name-without-dependency.js';
import type { JsonObject } from '../../src/assembly/model.js';
import { NAMES_IN_TEXT, type NameInText } from '../../src/facts/names-in-text.js';
import { findingsIn } from '../support/findings-in.js';
import { propertiesWith } from '../support/put.js';

/** Texts that hold the name `orders`, where it is not all of the text. */
const TEXTS: Readonly<Record<string, string>> = {
  'AlarmRule AWS::CloudWatch::Alarm': 'ALARM("orders") OR OK(payments)',
  'AlarmRule AWS::CloudWatch::CompositeAlarm': 'NOT ALARM(orders)',
  'AllowedOAuthScopes.* AWS::Cognito::UserPoolResourceServer': 'orders/read',
  'ResourceId AWS::DynamoDB::Table': 'table/orders',
  'ResourceId AWS::ECS::Service': 'service/production/orders',
};

const parent: JsonObject = { Ref: 'Parent' };
const resourcesOf = (row: NameInText, of: JsonObject = parent, more: JsonObject = {}): JsonObject => {
  const text = TEXTS[`${row.path} ${row.target}`] ?? 'orders';
  const within = (path: string | undefined, value: JsonObject): [string, JsonObject][] => (path === undefined ? [] : [[path, value]]);
  return {
    Parent: { Type: 'AWS::SNS::Topic' },
    Other: { Type: 'AWS::SNS::Topic' },
    Target: { Type: row.target, Properties: propertiesWith([row.name, 'orders'], ...within(row.within?.[1], parent)) },
    User: { Type: row.type, Properties: propertiesWith([row.path.replaceAll('*', '0'), text], ...within(row.within?.[0], of)), ...more },
  };
};
const severities = (resources: JsonObject) =>
  findingsIn({ Orders: { region: 'us-east-1', resources } }, nameWithoutDependency).map(({ severity }) => severity);

it.each(NAMES_IN_TEXT.map((row) => [row.type, row.path, row.target, row] as const))('facts/names-in-text: %s %s %s', (...[, , , row]) => {
  expect(severities(resourcesOf(row))).toEqual(['warning']);
  expect(severities(resourcesOf(row, parent, { DependsOn: 'Target' }))).toEqual([]);
  if (row.within !== undefined) expect(severities(resourcesOf(row, { Ref: 'Other' }))).toEqual([]);
});

it('says which name, and what the service answers', () => {
  const [row] = NAMES_IN_TEXT.filter(({ type, path }) => type === 'AWS::CodeArtifact::Repository' && path === 'DomainName');
  expect(findingsIn({ Orders: { region: 'us-east-1', resources: resourcesOf(row as NameInText) } }, nameWithoutDependency)).toMatchObject([
    {
      logicalId: 'User',
      propertyPath: 'DomainName',
      message: 'User names orders as text, and nothing makes CloudFormation create that first: the deployment can fail (Domain not found).',
      related: [{ logicalId: 'Target' }],
    },
  ]);
});

it.each([
  ['AWS::CloudTrail::Trail', 'CloudWatchLogsRoleArn'],
  ['AWS::CodeBuild::Project', 'ServiceRole'],
  ['AWS::CodeDeploy::DeploymentGroup', 'ServiceRoleArn'],
  ['AWS::CodePipeline::Pipeline', 'RoleArn'],
  ['AWS::Config::ConfigurationRecorder', 'RoleARN'],
  ['AWS::ECS::TaskDefinition', 'ExecutionRoleArn'],
  ['AWS::ECS::TaskDefinition', 'TaskRoleArn'],
  ['AWS::EKS::Cluster', 'RoleArn'],
  ['AWS::Glue::Crawler', 'Role'],
  ['AWS::KinesisFirehose::DeliveryStream', 'ExtendedS3DestinationConfiguration.RoleARN'],
  ['AWS::Pipes::Pipe', 'RoleArn'],
  ['AWS::SageMaker::Model', 'ExecutionRoleArn'],
  ['AWS::Scheduler::Schedule', 'Target.RoleArn'],
])('facts/checked-references: %s waits for the role that %s names by its ARN', (Type, path) => {
  const app = (more: JsonObject): JsonObject => ({
    Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'work' } },
    User: { Type, Properties: propertiesWith([path, 'arn:aws:iam::482731905566:role/work']), ...more },
  });
  expect(severities(app({}))).toEqual(['warning']);
  expect(severities(app({ DependsOn: 'Role' }))).toEqual([]);
});

const manifest = (objects: readonly object[], ClusterName: string | JsonObject = 'production'): JsonObject => ({
  Type: 'Custom::AWSCDK-EKS-KubernetesResource',
  Properties: { Manifest: JSON.stringify(objects), ClusterName },
});
const namespace = (name: string) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
const config = (of: string) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x', namespace: of } });
const chart = (more: object = {}): JsonObject =>
  ({ Type: 'Custom::AWSCDK-EKS-HelmChart', Properties: { ClusterName: 'production', Namespace: 'orders', ...more } }) as JsonObject;

it.each<[string, JsonObject, number]>([
  ['a manifest', { Space: manifest([namespace('orders')]), Use: manifest([config('orders')]) }, 1],
  ['a chart', { Space: manifest([namespace('orders')]), Use: chart() }, 1],
  ['a manifest that waits', { Space: manifest([namespace('orders')]), Use: { ...manifest([config('orders')]), DependsOn: 'Space' } }, 0],
  ['a manifest with its namespace', { Space: manifest([namespace('orders'), config('orders')]) }, 0],
  ['a namespace of the cluster', { Space: manifest([namespace('orders')]), Use: manifest([config('kube-system')]) }, 0],
  ['a namespace of another cluster', { Space: manifest([namespace('orders')], 'test'), Use: manifest([config('orders')]) }, 0],
  ['a chart that creates it', { Space: manifest([namespace('orders')]), Use: chart({ CreateNamespace: true }) }, 0],
])('compares the order of namespaces with what is in them: %s', (_, resources, count) => {
  expect(severities(resources)).toEqual(Array.from({ length: count }, () => 'warning'));
});
