import { expect, it } from 'vitest';
import check from '../../../checks/reference/ssm-parameter-same-template.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const written = (Name: string) => ({ Image: { Type: 'AWS::SSM::Parameter', Properties: { Name, Type: 'String', Value: 'ami-1' } } });
const parameters = (Default: string, Type = 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>') => ({ ImageId: { Type, Default } });

it('reports the name', () => {
  expect(findingsIn({ Web: { parameters: parameters('/image'), resources: written('/image') } }, check)).toEqual([
    {
      severity: 'error',
      checkId: 'reference/ssm-parameter-same-template',
      stack: 'Web',
      logicalId: 'Image',
      propertyPath: 'Name',
      message:
        'The template creates the SSM parameter /image and reads it through its own parameter ImageId, which is looked up before: "Unable to fetch parameters [/image] from parameter store for this account".',
    },
  ]);
});

it.each<[string, Example]>([
  ['another parameter', { Web: { parameters: parameters('/other'), resources: written('/image') } }],
  ['a plain text', { Web: { parameters: parameters('/image', 'String'), resources: written('/image') } }],
  ['another stack', { Web: { parameters: parameters('/image') }, Images: { resources: written('/image') } }],
  [
    'a nested stack, which is created later',
    {
      Web: {
        resources: { ...written('/image'), Inner: { Type: 'AWS::CloudFormation::Stack' } },
        nested: { Inner: { parameters: parameters('/image') } },
      },
    },
  ],
])('reports nothing: %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
