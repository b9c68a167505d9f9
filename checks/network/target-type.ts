import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { TARGET_TYPES, type TargetTypeRow } from '../../src/facts/target-types.js';
import type { Resource } from '../../src/graph/model/resource.js';

const service = (TargetType: string) => ({
  Web: stack('us-east-1', {
    Group: resource('AWS::ElasticLoadBalancingV2::TargetGroup', { TargetType, VpcId: 'vpc-0d8f3a7b21c4e5f60', Port: 80, Protocol: 'HTTP' }),
    Task: resource('AWS::ECS::TaskDefinition', { NetworkMode: 'awsvpc', ContainerDefinitions: [] }),
    Service: resource('AWS::ECS::Service', {
      TaskDefinition: { Ref: 'Task' },
      LoadBalancers: [{ ContainerName: 'web', ContainerPort: 80, TargetGroupArn: { Ref: 'Group' } }],
    }),
  }),
});

export default defineCheck({
  id: 'network/target-type',
  title: 'Target group of the wrong target type: ip or instance',
  severity: 'error',
  types: [...new Set(TARGET_TYPES.map(({ type }) => type))],
  docs: {
    why: 'Tasks with the network mode awsvpc, such as all of Fargate, have addresses of their own and need a target group of type ip; tasks on host ports and instances of an Auto Scaling group need one of type instance, which is the default. ECS and Auto Scaling reject the other one.',
    fix: 'Set `targetType: elbv2.TargetType.IP` (or `INSTANCE`) on the target group, or let `listener.addTargets(…)` create it.',
    sources: TARGET_TYPES.flatMap(({ sources }) => sources),
    templateFix: 'Set `TargetType: ip` (or `instance`) on the target group.',
    bad: service('instance'),
    good: service('ip'),
  },
  *resource(resource) {
    for (const row of TARGET_TYPES.filter((row) => row.type === resource.type && hasMode(row, resource))) {
      for (const item of resource.property(row.list).items ?? []) {
        const at = row.element === undefined ? item : item.get(row.element);
        const place = at.target('AWS::ElasticLoadBalancingV2::TargetGroup')?.property('TargetType');
        const type = place?.isAbsent ? 'instance' : place?.text;
        if (place === undefined || type === undefined || type === row.needs) continue;
        yield {
          at,
          message: `${place.resource.displayName} has the target type ${type}, and this needs ${row.needs}: "${row.says}"`,
          related: [{ at: place, message: 'The target type.' }],
        };
      }
    }
  },
});

function hasMode({ networkModes }: TargetTypeRow, resource: Resource): boolean {
  const mode = resource.property('TaskDefinition').target('AWS::ECS::TaskDefinition')?.property('NetworkMode');
  return networkModes === undefined || (mode !== undefined && networkModes.includes(mode.isAbsent ? '' : (mode.text ?? '')));
}
