import { expect, it } from 'vitest';
import { imageRegion as check } from '../../../checks/region/references.js';
import type { Json } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const app = (ImageUri: Json, region: object = { region: 'us-west-2' }): Example => ({
  Images: {
    region: 'us-east-1',
    resources: { Repository: { Type: 'AWS::ECR::Repository', Properties: {} } },
    outputs: { Uri: { Value: { 'Fn::GetAtt': ['Repository', 'RepositoryUri'] } } },
  },
  App: {
    ...region,
    dependencies: ['Images'],
    parameters: { Uri: { Type: 'String' } },
    resources: { Charge: { Type: 'AWS::Lambda::Function', Properties: { PackageType: 'Image', Code: { ImageUri } } } },
  },
});
const uri = (region: string) => `482731905566.dkr.ecr.${region}.amazonaws.com/charge:1.4.2`;

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toEqual([
    {
      severity: 'error',
      checkId: 'region/image-region',
      stack: 'Standby',
      logicalId: 'Charge',
      propertyPath: 'Code.ImageUri',
      message:
        'This image is in us-east-1 and must be in us-west-2, the region of the stack: "The Amazon ECR repository must be in the same AWS Region as the Lambda function."',
    },
  ]);
});

it.each([
  [
    'the repository of another stack',
    { 'Fn::Sub': ['${Uri}:latest', { Uri: { 'Fn::GetStackOutput': { StackName: 'Images', OutputName: 'Uri', Region: 'us-east-1' } } }] },
  ],
  ['an account in a token', { 'Fn::Sub': '${AWS::AccountId}.dkr.ecr.us-east-1.${AWS::URLSuffix}/charge@sha256:0a1b' }],
  ['the dual-stack name', '482731905566.dkr-ecr.us-east-1.on.aws/charge:1.4.2'],
])('reports %s', (_, value) => {
  expect(findingsIn(app(value), check)).toHaveLength(1);
});

it.each<[string, Example]>([
  ["the function's own region", app(uri('us-west-2'))],
  ['the region in a token', app({ 'Fn::Sub': '${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/charge:1' })],
  ['an image in a parameter', app({ Ref: 'Uri' })],
  ['a stack that is not tied to a region', app(uri('us-east-1'), {})],
  ['a public image', app('public.ecr.aws/lambda/nodejs:22')],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
