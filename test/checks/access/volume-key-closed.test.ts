import { describe, expect, it } from 'vitest';
import check from '../../../checks/access/volume-key-closed.js';
import type { Json, JsonObject } from '../../../src/assembly/model.js';
import { findingsIn, reports } from '../../support/findings-in.js';

const SCALING = 'arn:aws:iam::482731905566:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling';
const app = (principal: Json, group: JsonObject = { LaunchTemplate: { LaunchTemplateId: { Ref: 'Template' } } }) => ({
  Workers: {
    region: 'us-east-1',
    resources: {
      Key: {
        Type: 'AWS::KMS::Key',
        Properties: { KeyPolicy: { Statement: [{ Effect: 'Allow', Principal: principal, Action: 'kms:*', Resource: '*' }] } },
      },
      Template: {
        Type: 'AWS::EC2::LaunchTemplate',
        Properties: { LaunchTemplateData: { BlockDeviceMappings: [{ Ebs: { Encrypted: true, KmsKeyId: { Ref: 'Key' } } }] } },
      },
      Group: { Type: 'AWS::AutoScaling::AutoScalingGroup', Properties: group },
    },
  },
});

describe('access/volume-key-closed', () => {
  it('reports the launch template of the group', () =>
    reports(check, {
      example: app({ AWS: 'arn:aws:iam::482731905566:root' }),
      problems: [
        {
          severity: 'warning',
          stack: 'Workers',
          logicalId: 'Group',
          propertyPath: 'LaunchTemplate.LaunchTemplateId',
          message:
            'Its volumes are encrypted with Key, whose policy does not name the role AWSServiceRoleForAutoScaling: no instance can be launched.',
          related: [
            {
              stack: 'Workers',
              logicalId: 'Template',
              propertyPath: 'LaunchTemplateData.BlockDeviceMappings.0.Ebs.KmsKeyId',
              message: 'This names the key.',
            },
            { stack: 'Workers', logicalId: 'Key', message: 'This is the key.' },
          ],
        },
      ],
    }));

  it.each<[string, Json, JsonObject?]>([
    ['a key that names the role', { AWS: SCALING }],
    ['a key for everybody', '*'],
    ['a principal that only deployment knows', { AWS: { Ref: 'Role' } }],
    [
      'another service-linked role',
      { AWS: '482731905566' },
      { LaunchTemplate: { LaunchTemplateId: { Ref: 'Template' } }, ServiceLinkedRoleARN: { Ref: 'Role' } },
    ],
  ])('ignores %s', (_, principal, group) => {
    expect(findingsIn(app(principal, group), check)).toEqual([]);
  });
});
