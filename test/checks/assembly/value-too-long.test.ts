import { expect, it } from 'vitest';
import check from '../../../checks/assembly/value-too-long.js';
import type { Example } from '../../../src/check/example.js';
import { VALUE_LIMITS } from '../../../src/facts/value-limits.js';
import { findingsIn } from '../../support/findings-in.js';

const app = (Type: string, Properties: object): Example => ({
  App: { region: 'us-east-1', resources: { R: { Type, Properties: { ...Properties } } } },
});
const told = (type: string, properties: object) => findingsIn(app(type, properties), check).map(({ severity }) => severity);
const variables = (value: unknown) => ({ Environment: { Variables: { RUNNERS: value } } });
const nested = (path: readonly string[], value: unknown): object =>
  path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as object;
const VALUES = {
  text: (size: number) => 'x'.repeat(size),
  decoded: (size: number) => ({ 'Fn::Base64': 'x'.repeat(size) }),
  json: (size: number) => ({ A: 'x'.repeat(size - '{"A":""}'.length) }),
};

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toEqual([
    {
      severity: 'error',
      checkId: 'assembly/value-too-long',
      stack: 'Search',
      logicalId: 'Synonyms',
      propertyPath: 'Value',
      message:
        'At least 4,369 characters; the limit for the value of a standard parameter is 4,096: "Standard tier parameters support a maximum parameter value of 4096 characters."',
    },
  ]);
});

it.each(VALUE_LIMITS.map((limit) => [`${limit.type} ${limit.property.join('.')} ${limit.limit}`, limit] as const))(
  'facts/value-limits: %s',
  (_, { type, property, limit, counts, unless }) => {
    const long = (size: number) => nested(property, VALUES[counts](size));
    const tier = { Tier: unless === undefined ? 'Advanced' : 'Standard' };
    expect(told(type, { ...long(limit), ...tier })).toEqual([]);
    expect(told(type, { ...long(limit + 1), ...tier })).toEqual(['error']);
  },
);

it.each<[string, string, object, readonly string[]]>([
  ['what the default tier of the account may take', 'AWS::SSM::Parameter', { Value: 'x'.repeat(5000) }, ['warning']],
  ['what no tier takes', 'AWS::SSM::Parameter', { Value: 'x'.repeat(8193) }, ['error']],
  ['a tier that a parameter gives', 'AWS::SSM::Parameter', { Tier: { Ref: 'AWS::StackId' }, Value: 'x'.repeat(5000) }, []],
  ['what is encoded already', 'AWS::EC2::Instance', { UserData: Buffer.alloc(16_384).toString('base64') }, []],
  ['what was too long before', 'AWS::EC2::Instance', { UserData: Buffer.alloc(16_390).toString('base64') }, ['error']],
  [
    'what is put together',
    'AWS::EC2::Instance',
    { UserData: { 'Fn::Base64': { 'Fn::Join': ['', ['x'.repeat(9000), { Ref: 'AWS::Region' }, 'x'.repeat(9000)]] } } },
    ['error'],
  ],
  ['what only deployment knows', 'AWS::Lambda::Function', variables({ Ref: 'AWS::StackId' }), []],
  ['no user data', 'AWS::EC2::Instance', {}, []],
])('%s', (_, type, properties, expected) => {
  expect(told(type, properties)).toEqual(expected);
});
