import { describe, expect, it } from 'vitest';
import check from '../../../checks/access/permission-created-later.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';

const hook = (more: JsonObject = {}): JsonObject => ({
  Type: 'AWS::AutoScaling::LifecycleHook',
  Properties: { NotificationTargetARN: { Ref: 'Drained' }, RoleARN: { 'Fn::GetAtt': ['Role', 'Arn'] } },
  ...more,
});
const policy = (Action: string, more: JsonObject = {}): JsonObject => ({
  Type: 'AWS::IAM::Policy',
  Properties: {
    PolicyName: 'publish',
    Roles: [{ Ref: 'Role' }],
    PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] },
  },
  ...more,
});
const app = (resources: JsonObject, role: JsonObject = {}) => ({
  Fleet: {
    region: 'us-east-1',
    resources: { Drained: { Type: 'AWS::SNS::Topic' }, Role: { Type: 'AWS::IAM::Role', Properties: role }, ...resources },
  },
});
const inline = (Action: string) => ({
  Policies: [{ PolicyName: 'p', PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] } }],
});

describe('access/permission-created-later', () => {
  it('reports a policy of the role that nothing orders', () => {
    expect(findingsIn(app({ Hook: hook(), Publish: policy('sns:Publish') }), check)).toEqual([
      {
        severity: 'warning',
        checkId: check.id,
        stack: 'Fleet',
        logicalId: 'Hook',
        propertyPath: 'NotificationTargetARN',
        message:
          'Publish, which gives the role Role the permission sns:Publish, is needed first, and nothing makes CloudFormation create it before this: the first deployment can fail: "Unable to publish test message to notification target".',
        related: [{ stack: 'Fleet', logicalId: 'Publish', message: 'This must be there first.' }],
      },
    ]);
  });

  it('reports a policy of the role that waits for what needs it as an error', () => {
    const [found] = findingsIn(app({ Hook: hook(), Publish: policy('sns:Publish', { DependsOn: 'Hook' }) }), check);
    expect(found).toMatchObject({ severity: 'error', logicalId: 'Hook' });
    expect(found?.message).toContain('is created after this, and the first deployment fails');
  });

  it.each<[string, JsonObject, JsonObject?]>([
    ['a dependency on the policy', { Hook: hook({ DependsOn: 'Publish' }), Publish: policy('sns:Publish') }],
    ['a policy of something else', { Hook: hook(), Publish: policy('s3:GetObject') }],
    ['a role that states the permission', { Hook: hook(), Publish: policy('sns:Publish') }, inline('sns:*')],
    [
      'a role with a managed policy that is not known',
      { Hook: hook(), Publish: policy('sns:Publish') },
      { ManagedPolicyArns: ['arn:aws:iam::482731905566:policy/fleet'] },
    ],
    ['another policy that is there first', { Hook: hook({ DependsOn: 'First' }), First: policy('sns:*'), Publish: policy('sns:Publish') }],
    ['no policy at all', { Hook: hook() }],
  ])('ignores %s', (_, resources, role) => {
    expect(findingsIn(app(resources, role), check)).toEqual([]);
  });

  it('asks of a policy of the bucket only where both start together', () => {
    const bucketPolicy = {
      Type: 'AWS::S3::BucketPolicy',
      Properties: {
        Bucket: { Ref: 'Logs' },
        PolicyDocument: {
          Statement: [{ Effect: 'Allow', Principal: { Service: 'cloudtrail.amazonaws.com' }, Action: 's3:*', Resource: '*' }],
        },
      },
    };
    const trail = (more: JsonObject): JsonObject => ({
      Type: 'AWS::CloudTrail::Trail',
      Properties: { IsLogging: true, S3BucketName: { Ref: 'Logs' } },
      ...more,
    });
    const severities = (more: JsonObject) =>
      findingsIn(app({ Logs: { Type: 'AWS::S3::Bucket' }, LogsPolicy: bucketPolicy, Trail: trail(more) }), check).map(
        ({ severity, logicalId }) => [severity, logicalId],
      );
    expect(severities({})).toEqual([['warning', 'Trail']]);
    expect(severities({ DependsOn: 'LogsPolicy' })).toEqual([]);
    // What takes longer than the policy.
    expect(severities({ DependsOn: 'Role' })).toEqual([]);
  });
});
