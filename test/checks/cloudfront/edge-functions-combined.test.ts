import { expect, it } from 'vitest';
import check from '../../../checks/cloudfront/edge-functions-combined.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

type Association = readonly [event: string, more?: object];
const LAMBDA = 'arn:aws:lambda:us-east-1:482731905566:function:rewrite:7';
const CLOUDFRONT = 'arn:aws:cloudfront::482731905566:function/headers';

function site(atEdge: readonly Association[], inCloudFront: readonly Association[] = []): Example {
  const behavior = {
    TargetOriginId: 'shop',
    PathPattern: '/api/*',
    LambdaFunctionAssociations: atEdge.map(([EventType, more]) => ({ EventType, LambdaFunctionARN: LAMBDA, ...more })),
    FunctionAssociations: inCloudFront.map(([EventType]) => ({ EventType, FunctionARN: CLOUDFRONT })),
  };
  const distribution = { Type: 'AWS::CloudFront::Distribution', Properties: { DistributionConfig: { CacheBehaviors: [behavior] } } };
  return { Site: { region: 'us-east-1', resources: { Cdn: distribution } } } as Example;
}

it.each<[readonly Association[], readonly Association[], readonly string[]]>([
  [[['origin-request'], ['origin-response']], [['viewer-request'], ['viewer-response']], []],
  [[['origin-request'], ['origin-request']], [], ['LambdaFunctionAssociations.1.EventType']],
  [[['viewer-request']], [['viewer-request']], ['FunctionAssociations.0.EventType']],
  [[['viewer-response']], [['viewer-request']], ['LambdaFunctionAssociations.0.EventType']],
  [[['viewer-response'], ['viewer-request']], [], []],
  [[['viewer-request', { IncludeBody: true }]], [], []],
  [[['origin-response', { IncludeBody: true }]], [], ['LambdaFunctionAssociations.0.IncludeBody']],
  [[['origin-response', { IncludeBody: false }]], [], []],
])('judges %j with %j', (atEdge, inCloudFront, places) => {
  const found = findingsIn(site(atEdge, inCloudFront), check);
  expect(found.map(({ propertyPath }) => propertyPath?.replace('DistributionConfig.CacheBehaviors.0.', ''))).toEqual(places);
  expect(found.every(({ severity }) => severity === 'error')).toBe(true);
});
