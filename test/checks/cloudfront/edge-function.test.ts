import { expect, it } from 'vitest';
import unsupported from '../../../checks/cloudfront/edge-function-unsupported.js';
import version from '../../../checks/cloudfront/edge-function-version.js';
import { siteWithFunction } from '../../../checks/cloudfront/model/edge-example.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';

it('reports what is wrong with the function, at the function', () => {
  expect(findingsIn(unsupported.docs.bad, unsupported)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "cloudfront/edge-function-unsupported",
        "logicalId": "Rewrite",
        "message": "Cdn runs this function at viewer-request, and Lambda@Edge does not support environment variables: the distribution is rejected with "The function cannot have environment variables".",
        "propertyPath": "Environment.Variables",
        "related": [
          {
            "logicalId": "Cdn",
            "message": "Runs the function at viewer-request.",
            "propertyPath": "DistributionConfig.DefaultCacheBehavior.LambdaFunctionAssociations.0.LambdaFunctionARN",
            "stack": "Site",
          },
        ],
        "severity": "error",
        "stack": "Site",
      },
    ]
  `);
});

it.each<[JsonObject, readonly string[]]>([
  [{ Environment: { Variables: {} } }, []],
  [{ Environment: { Variables: { LEVEL: 'info' } } }, ['Environment.Variables']],
  [{ Architectures: ['arm64'] }, ['Architectures']],
  [{ Architectures: ['x86_64'] }, []],
  [{ VpcConfig: { SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] } }, ['VpcConfig.SubnetIds']],
  [{ Layers: ['arn:aws:lambda:us-east-1:482731905566:layer:tools:3'] }, ['Layers']],
  [{ PackageType: 'Image' }, ['PackageType']],
  [{ EphemeralStorage: { Size: 1024 } }, ['EphemeralStorage.Size']],
  [{ MemorySize: 512, Timeout: 20 }, ['MemorySize', 'Timeout']],
  [{ Runtime: 'java21' }, ['Runtime']],
  [{ Runtime: 'provided.al2023' }, ['Runtime']],
  [{ Runtime: 'python3.13' }, []],
  [{ DeadLetterConfig: { TargetArn: 'arn:aws:sqs:us-east-1:482731905566:dead' } }, ['DeadLetterConfig']],
  [{ TracingConfig: { Mode: 'Active' } }, ['TracingConfig.Mode']],
  [{ TracingConfig: { Mode: 'PassThrough' } }, []],
  [{ MemorySize: 128, Timeout: 5 }, []],
  [{ MemorySize: { Ref: 'Memory' } }, []],
])('judges %j', (properties, places) => {
  expect(findingsIn(siteWithFunction(properties), unsupported).map(({ propertyPath }) => propertyPath)).toEqual(places);
});

it('warns of what the guide calls unsupported and no report shows', () => {
  expect(findingsIn(siteWithFunction({ TracingConfig: { Mode: 'Active' } }), unsupported)).toMatchObject([
    {
      severity: 'warning',
      message:
        'Cdn runs this function at viewer-request, and Lambda@Edge does not support tracing with X-Ray: CloudFront may reject the distribution.',
    },
  ]);
});

it('allows more memory and time at events of the origin', () => {
  const example = JSON.parse(
    JSON.stringify(siteWithFunction({ MemorySize: 512, Timeout: 20 })).replace('viewer-request', 'origin-request'),
  );
  expect(findingsIn(example, unsupported)).toEqual([]);
});

it.each<[JsonObject, number]>([
  [{ 'Fn::GetAtt': ['Rewrite', 'Arn'] }, 1],
  [{ 'Fn::Sub': 'arn:aws:lambda:us-east-1:482731905566:function:rewrite' }, 1],
  [{ 'Fn::Sub': 'arn:aws:lambda:us-east-1:482731905566:function:rewrite:$LATEST' }, 1],
  [{ 'Fn::Sub': 'arn:aws:lambda:us-east-1:482731905566:function:rewrite:7' }, 0],
  [{ Ref: 'Version' }, 0],
  [{ 'Fn::ImportValue': 'rewrite' }, 0],
])('wants the number of a version: %j', (arn, count) => {
  expect(findingsIn(siteWithFunction({}, arn), version)).toHaveLength(count);
});
