import { expect, it } from 'vitest';
import check from '../../../checks/access/principal-wildcard.js';
import type { Json } from '../../../src/assembly/model.js';
import { CHECKED_PRINCIPALS } from '../../../src/facts/checked-principals.js';
import { findingsIn } from '../../support/findings-in.js';

const app = (type: string, document: string, Principal: Json) => ({
  App: {
    region: 'us-east-1',
    resources: {
      Holder: { Type: type, Properties: { [document]: { Statement: [{ Effect: 'Allow', Principal, Action: '*', Resource: '*' }] } } },
    },
  },
});
const role = 'arn:aws:iam::604211987345:role/reader';

it.each(Object.entries(CHECKED_PRINCIPALS))('%s', (type, { document, answer, source }) => {
  const found = (Principal: Json) => findingsIn(app(type, document, Principal), check);
  expect(found({ AWS: [role, `${role}-*`] })).toMatchObject([
    {
      severity: source === undefined ? 'warning' : 'error',
      logicalId: 'Holder',
      propertyPath: `${document}.Statement.0.Principal.AWS.1`,
      message: expect.stringContaining(answer),
    },
  ]);
  for (const Principal of ['*', { AWS: '*' }, { AWS: role }, { Service: '*.amazonaws.com' }, { AWS: { 'Fn::ImportValue': 'reader' } }])
    expect(found(Principal)).toEqual([]);
});

it.each([
  [{ AWS: 'arn:aws:iam::604211987345:group/readers' }, /^A group is no principal/],
  [{ AWS: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:group/readers' } }, /^A group is no principal/],
  [{ AWS: { 'Fn::GetAtt': ['Readers', 'Arn'] } }, /^A group is no principal/],
  [{ AWS: [role, 'arn:aws:iam::aws:policy/ReadOnlyAccess'] }, /^A policy is no principal/],
  [{ AWS: 'arn:aws:iam::604211987345:instance-profile/web' }, /^An instance profile is no principal: name its role/],
])('what is no principal: %j', (Principal, message) => {
  const { App } = app('AWS::KMS::Key', 'KeyPolicy', Principal);
  const resources = { ...App.resources, Readers: { Type: 'AWS::IAM::Group', Properties: {} } };
  expect(findingsIn({ App: { ...App, resources } }, check)).toMatchObject([{ severity: 'error', message: expect.stringMatching(message) }]);
});

it('takes users, sessions and providers', () => {
  const found = (AWS: Json) => findingsIn(app('AWS::KMS::Key', 'KeyPolicy', { AWS }), check);
  for (const name of ['user/ann', 'assumed-role/reader/session', 'federated-user/ann', 'root', 'role/group/reader'])
    expect(found(`arn:aws:${name.startsWith('assumed') || name.startsWith('fed') ? 'sts' : 'iam'}::604211987345:${name}`)).toEqual([]);
});

it('reads ARNs that are put together', () => {
  const joined = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::', { Ref: 'AWS::AccountId' }, ':role/*']] };
  expect(findingsIn(app('AWS::S3::BucketPolicy', 'PolicyDocument', { AWS: joined }), check)).toHaveLength(1);
});
