import { expect, it } from 'vitest';
import check from '../../../checks/codepipeline/bootstrap-role-region.js';
import type { Json } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const app = (action: { readonly [name: string]: Json }): Example => ({
  Delivery: {
    region: 'eu-central-1',
    parameters: { Where: { Type: 'String' } },
    resources: {
      Pipeline: { Type: 'AWS::CodePipeline::Pipeline', Properties: { Stages: [{ Name: 'D', Actions: [{ Name: 'A', ...action }] }] } },
    },
  },
});
const role = (kind: string, region: string): Json => ({
  'Fn::Sub': `arn:\${AWS::Partition}:iam::314159265358:role/cdk-hnb659fds-${kind}-role-314159265358-${region}`,
});

it('reports the role', () => {
  expect(findingsIn(check.docs.bad, check)).toEqual([
    {
      checkId: 'codepipeline/bootstrap-role-region',
      severity: 'warning',
      stack: 'Delivery',
      logicalId: 'Pipeline',
      propertyPath: 'Stages.0.Actions.0.RoleArn',
      message: 'This action is in us-east-1, and its role is that of eu-central-1: it has no access to keys and parameters of us-east-1.',
    },
  ]);
});

it.each<[string, Example, string]>([
  ['an action in the region of the pipeline', app({ RoleArn: role('deploy', 'us-east-1') }), 'RoleArn'],
  [
    'the role of CloudFormation',
    app({ Region: 'us-east-1', RoleArn: role('deploy', 'us-east-1'), Configuration: { RoleArn: role('cfn-exec', 'eu-central-1') } }),
    'Configuration.RoleArn',
  ],
  [
    'both once',
    app({ Region: 'us-east-1', RoleArn: role('deploy', 'eu-central-1'), Configuration: { RoleArn: role('cfn-exec', 'eu-central-1') } }),
    'RoleArn',
  ],
])('reports %s', (_, example, place) => {
  expect(findingsIn(example, check)).toMatchObject([{ propertyPath: `Stages.0.Actions.0.${place}` }]);
});

it.each<[string, Example]>([
  ['the role of the region', app({ Region: 'us-east-1', RoleArn: role('deploy', 'us-east-1') })],
  ['a role of the app', app({ Region: 'us-east-1', RoleArn: 'arn:aws:iam::314159265358:role/deploy-eu-central-1' })],
  ['a region that is not known', app({ Region: { Ref: 'Where' }, RoleArn: role('deploy', 'eu-central-1') })],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
