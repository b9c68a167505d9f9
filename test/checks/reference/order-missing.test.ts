import { expect, it } from 'vitest';
import check from '../../../checks/reference/order-missing.js';
import { loadAssembly } from '../../../src/assembly/load.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { runChecks } from '../../../src/check/run.js';
import { NO_SETTINGS } from '../../../src/check/settings.js';
import { buildGraph } from '../../../src/graph/graph.js';
import { writeAssembly } from '../../support/assembly-builder.js';
import { findingsIn } from '../../support/findings-in.js';
import { conditions, exporting, imported, parameters, using } from './imports.js';

const network = {
  ...exporting('vpc'),
  resources: { Name: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/net/vpc', Type: 'String', Value: 'x' } } },
};
const app = (value: JsonObject | string, dependencies: readonly string[] = [], id = 'App'): Example => ({
  Network: network,
  [id]: { region: 'us-east-1', dependencies, parameters, conditions, resources: { Group: using(value), Other: using(value) } },
});
const output = { 'Fn::GetStackOutput': { StackName: 'Network', OutputName: 'Vpc' } };

it.each<[JsonObject | string, string]>([
  [imported('vpc'), 'imports vpc'],
  ['{{resolve:ssm:/net/vpc}}', 'reads the SSM parameter /net/vpc'],
  [output, 'reads the output Network.Vpc'],
])('reports once of two stacks: %j', (value, what) => {
  expect(findingsIn(app(value), check)).toEqual([
    {
      severity: 'error',
      checkId: 'reference/order-missing',
      stack: 'App',
      logicalId: 'Group',
      propertyPath: 'VpcId',
      message: `Group ${what} of the stack Network, but \`cdk deploy --all\` creates App before it, and the first deployment fails.`,
      related: [{ stack: 'Network', message: 'This stack has to be deployed first.' }],
    },
  ]);
  expect(findingsIn(app(value, ['Network']), check)).toEqual([]);
});

it('only warns where the names of the stacks happen to put them in order', () => {
  const [finding] = findingsIn(app(imported('vpc'), [], 'Service'), check);
  expect(finding).toMatchObject({
    severity: 'warning',
    message: 'Group imports vpc of the stack Network, but nothing makes it deploy before Service: only their names put them in this order.',
  });
});

const named = (resource: JsonObject): Example => ({
  Base: { region: 'us-east-1', resources: { Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'handler-role' } } } },
  App: { region: 'us-east-1', resources: { Use: resource } },
});

it('warns of names that a service looks up at once, and of no others', () => {
  const lambda = { Type: 'AWS::Lambda::Function', Properties: { Role: 'arn:aws:iam::482731905566:role/handler-role' } };
  expect(findingsIn(named(lambda), check)).toMatchObject([
    { severity: 'warning', propertyPath: 'Role', message: expect.stringMatching(/^Use names handler-role of the stack Base, but/) },
  ]);
  const described = { Type: 'AWS::Lambda::Function', Properties: { Description: 'handler-role' } };
  expect(findingsIn(named(described), check)).toEqual([]);
});

it.each<[type: string, named: { Type: string; Properties: object }, properties: object, error: string]>([
  [
    'AWS::ECS::Service',
    { Type: 'AWS::ECS::Cluster', Properties: { ClusterName: 'web-apps' } },
    { Cluster: 'web-apps' },
    'ClusterNotFoundException',
  ],
  [
    'AWS::Events::Archive',
    { Type: 'AWS::Events::EventBus', Properties: { Name: 'web-orders' } },
    { SourceArn: 'arn:aws:events:us-east-1:482731905566:event-bus/web-orders' },
    'ResourceNotFoundException',
  ],
  [
    'AWS::RDS::EventSubscription',
    { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'web-alarms' } },
    { SnsTopicArn: 'arn:aws:sns:us-east-1:482731905566:web-alarms' },
    'SNSTopicArnNotFoundFault',
  ],
  [
    'AWS::ElastiCache::ReplicationGroup',
    { Type: 'AWS::ElastiCache::SubnetGroup', Properties: { CacheSubnetGroupName: 'web-cache' } },
    { CacheSubnetGroupName: 'web-cache' },
    'CacheSubnetGroupNotFoundFault',
  ],
  [
    'AWS::EKS::Nodegroup',
    { Type: 'AWS::EKS::Cluster', Properties: { Name: 'main' } },
    { ClusterName: 'main' },
    'ResourceNotFoundException',
  ],
  [
    'AWS::Glue::Table',
    { Type: 'AWS::Glue::Database', Properties: { DatabaseInput: { Name: 'lake' } } },
    { DatabaseName: 'lake' },
    'EntityNotFoundException',
  ],
  [
    'AWS::Timestream::Table',
    { Type: 'AWS::Timestream::Database', Properties: { DatabaseName: 'metrics' } },
    { DatabaseName: 'metrics' },
    'ResourceNotFoundException',
  ],
  [
    'AWS::Batch::JobQueue',
    { Type: 'AWS::Batch::ComputeEnvironment', Properties: { ComputeEnvironmentName: 'spot' } },
    { ComputeEnvironmentOrder: [{ ComputeEnvironment: 'spot', Order: 1 }] },
    'ClientException',
  ],
  [
    'AWS::Glue::Trigger',
    { Type: 'AWS::Glue::Job', Properties: { Name: 'load' } },
    { Actions: [{ JobName: 'load' }] },
    'EntityNotFoundException',
  ],
  [
    'AWS::IAM::UserToGroupAddition',
    { Type: 'AWS::IAM::Group', Properties: { GroupName: 'operators' } },
    { GroupName: 'operators', Users: ['kim'] },
    'NoSuchEntity',
  ],
  [
    'AWS::RDS::DBCluster',
    { Type: 'AWS::KMS::Alias', Properties: { AliasName: 'alias/orders', TargetKeyId: 'x' } },
    { KmsKeyId: 'alias/orders' },
    'KMSKeyNotAccessibleFault',
  ],
  [
    'AWS::Route53::RecordSet',
    { Type: 'AWS::Route53::HostedZone', Properties: { Name: 'altona.net.' } },
    { HostedZoneName: 'altona.net', Name: 'www.altona.net' },
    'No hosted zone found',
  ],
])('warns of what %s looks up, with the error of the service', (type, { Type, Properties }, properties, error) => {
  const example: Example = {
    Base: { region: 'us-east-1', resources: { Named: { Type, Properties: { ...Properties } } } },
    App: { region: 'us-east-1', resources: { Use: { Type: type, Properties: { ...properties } } } },
  };
  expect(findingsIn(example, check)).toMatchObject([
    { severity: 'warning', message: expect.stringContaining(`the first deployment fails (${error}).`) },
  ]);
});

const base = (Type: string, Properties: JsonObject, use: JsonObject): Example => ({
  Base: { region: 'us-east-1', resources: { Named: { Type, Properties } } },
  App: { region: 'us-east-1', resources: { Use: use } },
});
const called = (action: string, more: JsonObject = {}): JsonObject => ({
  Type: 'Custom::AWS',
  Properties: { Create: JSON.stringify({ service: 'DynamoDB', action, parameters: { TableName: 'orders' }, ...more }) },
});

it('reports a secret that CloudFormation reads by its name', () => {
  const use = { Type: 'AWS::IAM::SAMLProvider', Properties: { SamlMetadataDocument: '{{resolve:secretsmanager:vpn/saml:SecretString}}' } };
  expect(findingsIn(base('AWS::SecretsManager::Secret', { Name: 'vpn/saml' }, use), check)).toMatchObject([
    {
      severity: 'error',
      logicalId: 'Use',
      propertyPath: 'SamlMetadataDocument',
      message:
        'Use reads vpn/saml of the stack Base, but `cdk deploy --all` creates App before it, and the first deployment fails (ResourceNotFoundException).',
    },
  ]);
});

it('warns of a call that names what is created later, unless it writes or may fail', () => {
  const orders = (use: JsonObject) => findingsIn(base('AWS::DynamoDB::Table', { TableName: 'orders' }, use), check);
  expect(orders(called('describeTable'))).toMatchObject([{ severity: 'warning', propertyPath: 'Create' }]);
  expect(orders(called('createTable'))).toEqual([]);
  expect(orders(called('describeTable', { ignoreErrorCodesMatching: 'ResourceNotFoundException' }))).toEqual([]);
  expect(orders(called('describeTable', { region: 'eu-west-1' }))).toEqual([]);
});

it.each<[string, Example]>([
  ['over several steps', { ...app(imported('vpc'), ['Between']), Between: { region: 'us-east-1', dependencies: ['Network'] } }],
  ['in one branch', app({ 'Fn::If': ['Live', imported('vpc'), 'vpc-1'] })],
  [
    'another region: of that another check reports',
    { ...app('x'), West: { region: 'us-west-2', resources: { Group: using(imported('vpc')) } } },
  ],
  [
    'stacks that need each other: of them another check reports',
    { ...app(imported('vpc')), Network: { ...network, dependencies: ['App'] } },
  ],
  ['the version that the CDK was bootstrapped with', app('{{resolve:ssm:/cdk-bootstrap/hnb659fds/version}}')],
])('reports nothing: %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});

it('leaves the order of stages to the pipeline', () => {
  const stages = {
    Base: { stacks: { Network: { region: 'us-east-1', outputs: network.outputs ?? {} } } },
    Apps: { stacks: { App: { region: 'us-east-1', resources: { Group: using(imported('vpc')) } } } },
  };
  const graph = buildGraph([loadAssembly(writeAssembly({ stages }))]);
  expect(graph.stackLinks).toHaveLength(1);
  expect(runChecks(graph, [check], NO_SETTINGS).problems).toEqual([]);
});
