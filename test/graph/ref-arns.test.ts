import { expect, it } from 'vitest';
import { graphOf } from './links-in.js';

/** What is known of the ARN that `Ref` of a type returns, in a stack of eu-west-1. */
function refOf(type: string): { readonly service: string | undefined; readonly region: string | undefined } | undefined {
  const graph = graphOf({
    stacks: {
      App: {
        region: 'eu-west-1',
        resources: { Target: { Type: type }, Reader: { Type: 'X::Y::Z', Properties: { Value: { Ref: 'Target' } } } },
      },
    },
  });
  const arn = graph.resourcesOfType('X::Y::Z')[0]?.property('Value').arn;
  return arn && { service: arn.service, region: arn.region };
}

it.each<[type: string, service: string | undefined, region: string | undefined]>([
  ['AWS::AppSync::GraphQLApi', 'appsync', 'eu-west-1'],
  ['AWS::NetworkFirewall::Firewall', 'network-firewall', 'eu-west-1'],
  ['AWS::SageMaker::Endpoint', 'sagemaker', 'eu-west-1'],
  ['AWS::SNS::Topic', 'sns', 'eu-west-1'],
  // By hand: the specification has no template of their ARNs, or another identifier.
  ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'elasticloadbalancing', 'eu-west-1'],
  ['AWS::SecretsManager::Secret', 'secretsmanager', 'eu-west-1'],
  // ARNs without a region.
  ['AWS::CloudFront::Function', 'cloudfront', ''],
  ['AWS::GlobalAccelerator::Accelerator', 'globalaccelerator', ''],
  ['AWS::IAM::OIDCProvider', 'iam', ''],
  // Nothing says where these are.
  ['AWS::GlobalAccelerator::Listener', undefined, undefined],
])('Ref of %s is an ARN', (type, service, region) => {
  expect(refOf(type)).toEqual({ service, region });
});

it.each(['AWS::Events::Rule', 'AWS::S3::Bucket', 'AWS::Lambda::Function', 'X::Y::W'])('Ref of %s is none', (type) => {
  expect(refOf(type)).toBeUndefined();
});
