import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';

const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';
const RULE = 'AWS::ElasticLoadBalancingV2::ListenerRule';
const listener = (balancer: string, group: string) =>
  resource(LISTENER, {
    LoadBalancerArn: { Ref: balancer },
    Port: 80,
    Protocol: 'TCP',
    DefaultActions: [{ Type: 'forward', TargetGroupArn: { Ref: group } }],
  });
const balancer = resource('AWS::ElasticLoadBalancingV2::LoadBalancer', { Type: 'network', Subnets: ['subnet-0a1b2c3d4e5f60718'] });
const group = resource('AWS::ElasticLoadBalancingV2::TargetGroup', { Port: 80, Protocol: 'TCP', VpcId: 'vpc-0d8f3a7b21c4e5f60' });
const app = (second: string) => ({
  Web: stack('us-east-1', {
    Public: balancer,
    Internal: balancer,
    Group: group,
    Other: group,
    FromPublic: listener('Public', 'Group'),
    FromInternal: listener('Internal', second),
  }),
});

export default defineCheck({
  id: 'network/target-group-shared',
  title: 'Target group behind two load balancers',
  severity: 'error',
  types: [LISTENER, RULE],
  docs: {
    why: 'A target group belongs to one load balancer. A listener of another one that forwards to it is rejected: "The following target groups cannot be associated with more than one load balancer".',
    fix: 'Create a target group for each load balancer, and register the targets with both: `service.attachToApplicationTargetGroup(…)` accepts several.',
    sources: [
      'https://github.com/hashicorp/terraform-provider-aws/issues/22005',
      'https://github.com/Reckon-Limited/containerless/issues/1',
    ],
    templateFix: 'Declare an `AWS::ElasticLoadBalancingV2::TargetGroup` for each load balancer, and register the targets with both.',
    bad: app('Group'),
    good: app('Other'),
  },
  *resource(resource, { graph }) {
    const balancer = balancerOf(resource);
    if (balancer === undefined) return;
    for (const at of targetGroupsOf(resource)) {
      const first = graph.memo(firstUses).get(idOf(at) ?? '');
      // A declared one may be the one that an ARN names.
      if (first === undefined || first.balancer === balancer || first.balancer.startsWith('arn:') !== balancer.startsWith('arn:')) continue;
      yield {
        at,
        message: `${first.at.resource.displayNameFrom(resource)} of another load balancer forwards to this target group: "The following target groups cannot be associated with more than one load balancer".`,
        related: [{ at: first.at, message: 'The other load balancer forwards to it here.' }],
      };
      return;
    }
  },
});

interface Use {
  readonly at: Property;
  readonly balancer: string;
}

/** By target group: the first place that forwards to it. */
function firstUses(graph: ResourceGraph): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>();
  for (const resource of graph.certainResourcesOfType(LISTENER, RULE)) {
    const balancer = balancerOf(resource);
    if (balancer === undefined) continue;
    for (const at of targetGroupsOf(resource)) {
      const group = idOf(at);
      if (group !== undefined && !uses.has(group)) uses.set(group, { at, balancer });
    }
  }
  return uses;
}

/** The load balancer of a listener or rule: its id here, or its ARN. */
function balancerOf(resource: Resource): string | undefined {
  if (resource.type === LISTENER) return idOf(resource.property('LoadBalancerArn'));
  const at = resource.property('ListenerArn');
  const listener = at.target(LISTENER);
  if (listener !== undefined) return idOf(listener.property('LoadBalancerArn'));
  return at.text?.replace(/^([^/]*:)listener\/((?:app|net|gwy)\/[^/]+\/[^/]+)\/.*$/, '$1loadbalancer/$2');
}

function idOf(place: Property): string | undefined {
  return place.reference?.resource.id ?? (place.text?.startsWith('arn:') ? place.text : undefined);
}

function targetGroupsOf(resource: Resource): readonly Property[] {
  return (resource.property(resource.type === RULE ? 'Actions' : 'DefaultActions').items ?? []).flatMap((action) => {
    const weighted = (action.get('ForwardConfig', 'TargetGroups').items ?? []).map((group) => group.get('TargetGroupArn'));
    return [action.get('TargetGroupArn'), ...weighted].filter((at) => !at.isAbsent);
  });
}
