import { expect, it } from 'vitest';
import shared from '../../../checks/network/target-group-shared.js';
import targetType from '../../../checks/network/target-type.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const of = (Type: string, Properties: object) => ({ Type: `AWS::${Type}`, Properties });
const one = (resources: object) => ({ Web: { region: 'us-east-1', resources } }) as Example;
const group = (TargetType?: unknown) => of('ElasticLoadBalancingV2::TargetGroup', { ...(TargetType !== undefined && { TargetType }) });
const service = (NetworkMode: string | undefined) => ({
  Task: of('ECS::TaskDefinition', { ...(NetworkMode && { NetworkMode }) }),
  Service: of('ECS::Service', { TaskDefinition: { Ref: 'Task' }, LoadBalancers: [{ TargetGroupArn: { Ref: 'Group' } }] }),
});

it.each<[string, object, number]>([
  ['awsvpc with the default', { Group: group(), ...service('awsvpc') }, 1],
  ['awsvpc with addresses', { Group: group('ip'), ...service('awsvpc') }, 0],
  ['bridge with addresses', { Group: group('ip'), ...service('bridge') }, 1],
  ['a network mode that is not set', { Group: group('ip'), ...service(undefined) }, 0],
  ['a type that is not known', { Group: group({ 'Fn::ImportValue': 'type' }), ...service('awsvpc') }, 0],
  [
    'an Auto Scaling group with addresses',
    { Group: group('ip'), Fleet: of('AutoScaling::AutoScalingGroup', { TargetGroupARNs: [{ Ref: 'Group' }] }) },
    1,
  ],
  [
    'an Auto Scaling group with instances',
    { Group: group('instance'), Fleet: of('AutoScaling::AutoScalingGroup', { TargetGroupARNs: [{ Ref: 'Group' }] }) },
    0,
  ],
])('compares the target type with what registers targets: %s', (_, resources, count) => {
  expect(findingsIn(one(resources), targetType)).toHaveLength(count);
});

const forward = (name: string) => [{ Type: 'forward', TargetGroupArn: { Ref: name } }];
const listener = (LoadBalancerArn: unknown, actions: unknown = forward('Group')) =>
  of('ElasticLoadBalancingV2::Listener', { LoadBalancerArn, DefaultActions: actions });
const rule = (ListenerArn: unknown, Actions: unknown = forward('Group')) =>
  of('ElasticLoadBalancingV2::ListenerRule', { ListenerArn, Actions });
const balancers = {
  One: of('ElasticLoadBalancingV2::LoadBalancer', {}),
  Two: of('ElasticLoadBalancingV2::LoadBalancer', {}),
  Group: group(),
};
const ARN = 'arn:aws:elasticloadbalancing:us-east-1:123456789012';

it.each<[string, object, readonly string[]]>([
  ['two listeners of one', { A: listener({ Ref: 'One' }), B: listener({ Ref: 'One' }) }, []],
  ['listeners of two', { A: listener({ Ref: 'One' }), B: listener({ Ref: 'Two' }) }, ['B']],
  ['a rule and a listener', { A: listener({ Ref: 'One' }), L: listener({ Ref: 'Two' }, []), R: rule({ Ref: 'L' }) }, ['R']],
  [
    'a weighted action',
    {
      A: listener({ Ref: 'One' }),
      B: listener({ Ref: 'Two' }, [{ Type: 'forward', ForwardConfig: { TargetGroups: [{ TargetGroupArn: { Ref: 'Group' } }] } }]),
    },
    ['B'],
  ],
  ['rules of two listeners of one', { A: rule(`${ARN}:listener/app/web/1/2`), B: rule(`${ARN}:listener/app/web/1/3`) }, []],
  ['rules of two that are looked up', { A: rule(`${ARN}:listener/app/web/1/2`), B: rule(`${ARN}:listener/app/web/4/5`) }, ['B']],
  ['one that is declared and one that is looked up', { A: listener({ Ref: 'One' }), B: listener(`${ARN}:loadbalancer/app/web/1`) }, []],
])('finds a target group behind two load balancers: %s', (_, resources, expected) => {
  expect(findingsIn(one({ ...balancers, ...resources }), shared).map(({ logicalId }) => logicalId)).toEqual(expected);
});
