import { expect, it } from 'vitest';
import check from '../../../checks/access/policy-arn-rejected.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { IDENTITY_DOCUMENTS } from '../../../src/facts/policy-arns.js';
import { findingsIn } from '../../support/findings-in.js';
import { propertiesWith } from '../../support/put.js';

const messages = (region: string, properties: JsonObject, type = 'AWS::IAM::Policy', more: JsonObject = {}) =>
  findingsIn({ App: { region, resources: { Grants: { Type: type, Properties: properties }, ...more } } }, check).map(
    ({ severity, propertyPath, message }) => `${severity} ${propertyPath} ${message}`,
  );
const allowing = (Resource: unknown) => ({ Statement: [{ Effect: 'Allow', Action: '*', Resource }] }) as JsonObject;
const document = (Resource: unknown): JsonObject => ({ PolicyDocument: allowing(Resource) });

it('reports an ARN of another partition', () => {
  expect(messages('us-gov-west-1', document(['*', 'arn:aws:ec2:*:*:key-pair/*']))).toEqual([
    'error PolicyDocument.Statement.0.Resource.1 us-gov-west-1 is in the partition aws-us-gov, and this ARN is not: AWS answers "Partition "aws" is not valid for resource "arn:aws:ec2:*:*:key-pair/*"".',
  ]);
});

it('reports a managed policy of another partition', () => {
  const policies = { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore'] };
  expect(messages('cn-north-1', policies, 'AWS::IAM::Role')).toEqual([
    'error ManagedPolicyArns.0 cn-north-1 is in the partition aws-cn, and this ARN is not: AWS answers "Invalid ARN partition".',
  ]);
});

it('reports a bucket with a region', () => {
  expect(messages('us-west-2', document('arn:aws:s3:us-west-2:482731905566:results/athena'))).toEqual([
    'error PolicyDocument.Statement.0.Resource ARNs of s3 have no region: IAM answers "Resource arn:aws:s3:us-west-2:482731905566:results/athena can not contain region information".',
  ]);
});

it('reports one cause once', () => {
  const arns = ['arn:aws:ec2:*:*:key-pair/*', 'arn:aws:ec2:*:*:subnet/*', 'arn:aws:ec2:*:*:volume/*'];
  expect(
    findingsIn({ App: { region: 'cn-north-1', resources: { P: { Type: 'AWS::IAM::Policy', Properties: document(arns) } } } }, check),
  ).toMatchObject([
    { related: [{ propertyPath: 'PolicyDocument.Statement.0.Resource.1' }, { propertyPath: 'PolicyDocument.Statement.0.Resource.2' }] },
  ]);
});

it('reports a bucket that is declared here, with the region of the stack', () => {
  const join = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:', { Ref: 'AWS::Region' }, ':1:', { Ref: 'B' }, '/*']] };
  expect(messages('us-west-2', document(join), 'AWS::IAM::Policy', { B: { Type: 'AWS::S3::Bucket' } })).toHaveLength(1);
});

it.each(Object.entries(IDENTITY_DOCUMENTS))('reads the policies of %s', (type, path) => {
  expect(messages('cn-north-1', propertiesWith([path, allowing('arn:aws:sqs:*:*:*')]), type)).toHaveLength(1);
});

it.each<[string, string, unknown]>([
  ['the own partition', 'cn-north-1', 'arn:aws-cn:ec2:*:*:key-pair/*'],
  ['the partition of the stack', 'cn-north-1', { 'Fn::Sub': 'arn:${AWS::Partition}:ec2:*:*:key-pair/*' }],
  ['a wildcard', 'cn-north-1', 'arn:*:ec2:*:*:key-pair/*'],
  ['a bucket', 'us-east-1', 'arn:aws:s3:::results/*'],
  ['an access point', 'us-east-1', 'arn:aws:s3:us-east-1:482731905566:accesspoint/results'],
  ['all that S3 has in a region', 'us-east-1', 'arn:aws:s3:us-east-1:482731905566:*'],
  ['any region', 'us-east-1', 'arn:aws:iam:*:482731905566:role/x'],
  ['a name that is not known', 'us-east-1', { 'Fn::Sub': 'arn:aws:s3:us-east-1:482731905566:${Name}' }],
])('ignores %s', (_, region, Resource) => {
  expect(messages(region, document(Resource))).toEqual([]);
});

it.each<[string, string, JsonObject, string]>([
  ['AWS::S3::BucketPolicy', 'PolicyDocument', allowing('arn:aws:s3:::logs/*'), 'MalformedPolicy: Policy has invalid resource'],
  ...(
    [
      ['AWS::IAM::Role', 'AssumeRolePolicyDocument', 'Invalid principal in policy'],
      ['AWS::S3::BucketPolicy', 'PolicyDocument', 'Invalid principal in policy'],
      ['AWS::KMS::Key', 'KeyPolicy', 'Policy contains a statement with one or more invalid principals'],
    ] as const
  ).map(([type, key, says]): [string, string, JsonObject, string] => [
    type,
    key,
    { Statement: [{ Effect: 'Allow', Action: '*', Principal: { AWS: 'arn:aws:iam::482731905566:root' } }] },
    says,
  ]),
])('reports another partition in %s %s', (type, key, policy, says) => {
  expect(messages('cn-north-1', { [key]: policy }, type)).toEqual([expect.stringContaining(`AWS answers "${says}"`)]);
  expect(messages('us-east-1', { [key]: policy }, type)).toEqual([]);
});
