import { expect, it } from 'vitest';
import check from '../../../checks/deletion/protection-blocks-delete.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import type { Example, ExampleStack } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

function stack(resource: JsonObject, more: ExampleStack = {}): Example {
  return { Data: { region: 'us-east-1', resources: { Thing: resource }, ...more } };
}

const cluster = { Type: 'AWS::RDS::DBCluster', Properties: { DBClusterIdentifier: 'orders', DeletionProtection: true } };
const attributes = (value: unknown) => [{ Key: 'deletion_protection.enabled', Value: value }] as JsonObject[];
const replicas = [{ Region: 'us-east-1' }, { Region: 'us-west-2', DeletionProtectionEnabled: 'true' }];

it('says where, what and how it fails', () => {
  expect(findingsIn(stack(cluster), check)).toEqual([
    {
      severity: 'warning',
      checkId: 'deletion/protection-blocks-delete',
      stack: 'Data',
      logicalId: 'Thing',
      propertyPath: 'DeletionProtection',
      message:
        'DBCluster orders has deletion protection, but its deletion policy is left at Snapshot: deleting the stack Data fails halfway: "Cannot delete protected Cluster, please disable deletion protection and try again".',
    },
  ]);
});

it.each<[string, JsonObject, string]>([
  ['AWS::DynamoDB::Table', { DeletionProtectionEnabled: 'true' }, 'DeletionProtectionEnabled'],
  ['AWS::DynamoDB::GlobalTable', { Replicas: replicas }, 'Replicas.1.DeletionProtectionEnabled'],
  ['AWS::Cognito::UserPool', { DeletionProtection: 'ACTIVE' }, 'DeletionProtection'],
  ['AWS::QLDB::Ledger', {}, 'DeletionProtection'],
  ['AWS::EC2::Instance', { DisableApiTermination: true }, 'DisableApiTermination'],
  ['AWS::VerifiedPermissions::PolicyStore', { DeletionProtection: { Mode: 'ENABLED' } }, 'DeletionProtection.Mode'],
  ['AWS::AutoScaling::AutoScalingGroup', { DeletionProtection: 'prevent-all-deletion' }, 'DeletionProtection'],
  [
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
    { LoadBalancerAttributes: [{ Key: 'idle_timeout', Value: '60' }, ...attributes('true')] },
    'LoadBalancerAttributes.1.Value',
  ],
])('knows the protection of %s', (Type, Properties, propertyPath) => {
  expect(findingsIn(stack({ Type, Properties, DeletionPolicy: 'Delete' }), check)).toMatchObject([{ propertyPath }]);
});

it('is an info where nothing is lost with the resource', () => {
  const balancer = { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: { LoadBalancerAttributes: attributes('true') } };
  expect(findingsIn(stack(balancer), check)).toMatchObject([{ severity: 'info', propertyPath: 'LoadBalancerAttributes.0.Value' }]);
  expect(findingsIn(stack({ Type: 'AWS::EC2::Instance', Properties: { DisableApiTermination: true } }), check)).toMatchObject([
    { severity: 'warning' },
  ]);
});

const parameters = { Protect: { Type: 'String', Default: 'true' }, Stage: { Type: 'String' } };
const conditions = { Live: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } };
const withProtection = (value: JsonObject | boolean | string) => ({ ...cluster, Properties: { DeletionProtection: value } });

it('reports a parameter by its default, and of both branches of a condition', () => {
  expect(findingsIn(stack(withProtection({ Ref: 'Protect' }), { parameters }), check)).toHaveLength(1);
  const both = withProtection({ 'Fn::If': ['Live', true, 'true'] });
  expect(findingsIn(stack(both, { parameters, conditions }), check)).toHaveLength(1);
});

it.each<[string, JsonObject]>([
  ['retained', { ...cluster, DeletionPolicy: 'Retain' }],
  ['retained except when its creation fails', { ...cluster, DeletionPolicy: 'RetainExceptOnCreate' }],
  ['a policy that is not known', { ...cluster, DeletionPolicy: { Ref: 'Stage' } }],
  ['switched off', withProtection('false')],
  ['not known', withProtection({ Ref: 'Stage' })],
  ['on in one branch', withProtection({ 'Fn::If': ['Live', true, false] })],
  ['no value', withProtection({ Ref: 'AWS::NoValue' })],
  ['a resource that may not be there', { ...cluster, Condition: 'Live' }],
  ['an instance of a cluster', { Type: 'AWS::RDS::DBInstance', Properties: { DBClusterIdentifier: 'orders', DeletionProtection: true } }],
  ['only against force', { Type: 'AWS::AutoScaling::AutoScalingGroup', Properties: { DeletionProtection: 'prevent-force-deletion' } }],
  [
    'an attribute that is off',
    { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: { LoadBalancerAttributes: attributes('false') } },
  ],
  ['unknown replicas', { Type: 'AWS::DynamoDB::GlobalTable', Properties: { Replicas: { Ref: 'Stage' } } }],
])('reports nothing: %s', (_, resource) => {
  expect(findingsIn(stack(resource, { parameters, conditions }), check)).toEqual([]);
});

it('reports nothing where the configuration or the stack says what is meant', () => {
  for (const id of ['Data-test', 'Data-prod']) expect(findingsIn({ [id]: { resources: { Thing: cluster } } }, check)).toEqual([]);
  expect(findingsIn(stack(cluster, { terminationProtection: true }), check)).toEqual([]);
});

it('reports nothing in a nested stack that is retained as a whole, and reports in one that is not', () => {
  const nested = (DeletionPolicy: string): Example => ({
    Data: {
      region: 'us-east-1',
      resources: { Inner: { Type: 'AWS::CloudFormation::Stack', DeletionPolicy } },
      nested: { Inner: { resources: { Thing: cluster } } },
    },
  });
  expect(findingsIn(nested('Retain'), check)).toEqual([]);
  expect(findingsIn(nested('Delete'), check)).toMatchObject([{ stack: 'Data/Inner', logicalId: 'Thing' }]);
});
