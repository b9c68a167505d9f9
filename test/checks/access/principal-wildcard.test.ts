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

it('reads ARNs that are put together', () => {
  const joined = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::', { Ref: 'AWS::AccountId' }, ':role/*']] };
  expect(findingsIn(app('AWS::S3::BucketPolicy', 'PolicyDocument', { AWS: joined }), check)).toHaveLength(1);
});
