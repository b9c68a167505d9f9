import { expect, it } from 'vitest';
import check from '../../../checks/region/dynamic-reference-region.js';
import type { Json } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

it('reports the exact place and words', () =>
  expect(findingsIn(check.docs.bad, check)).toEqual([
    {
      severity: 'error',
      checkId: 'region/dynamic-reference-region',
      stack: 'Data',
      logicalId: 'Login',
      propertyPath: 'Password',
      message:
        'Login reads a secret of us-east-1, and CloudFormation looks for it in eu-west-1, the region of the stack: "Secrets Manager can\'t find the specified secret."',
    },
  ]));

const secret = (region: string) =>
  `{{resolve:secretsmanager:arn:aws:secretsmanager:${region}:482731905566:secret:login-a1B2c3:SecretString:password}}`;
const app = (Password: Json, region?: string): Example => ({
  Data: {
    ...(region !== undefined && { region }),
    resources: { Login: { Type: 'AWS::DMS::Endpoint', Properties: { Password, Extra: Password } } },
  },
});

it.each<[string, Json, string | undefined]>([
  ['a secret of the region', secret('eu-west-1'), 'eu-west-1'],
  ['a secret by its name', '{{resolve:secretsmanager:login:SecretString:password}}', 'eu-west-1'],
  ['a stack without a region', secret('us-east-1'), undefined],
  ['an ARN in another text', `see ${secret('us-east-1').slice(2)}`, 'eu-west-1'],
])('accepts %s', (_, text, region) => expect(findingsIn(app(text, region), check)).toEqual([]));

it('reports a piece of a text, once for each resource', () =>
  expect(findingsIn(app({ 'Fn::Join': ['', ['jdbc:', secret('us-east-1')]] }, 'eu-west-1'), check)).toMatchObject([
    { logicalId: 'Login', propertyPath: expect.stringMatching(/^Password/) },
  ]));
