import type { Property } from '../../../src/graph/model/property.js';
import type { Resource } from '../../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../../src/graph/model/resource-graph.js';

/** A port that a load balancer listens on. */
export interface Listener {
  readonly at: Resource | Property;
  readonly port: number;
  /** `HTTP`, `HTTPS`, `TCP`, `TLS`, … */
  readonly protocol: string | undefined;
}

/** The listeners of a load balancer, in any stack; undefined when it is not known which there are. */
export function listenersOf(balancer: Resource): readonly Listener[] | undefined {
  if (balancer.type === 'AWS::ElasticLoadBalancing::LoadBalancer') {
    return known(balancer.property('Listeners').items?.map((at) => listener(at, at.get('LoadBalancerPort'), at.get('Protocol'))));
  }
  const { byBalancer, open } = balancer.graph.memo(indexListeners);
  if (open) return undefined;
  return known((byBalancer.get(balancer.id) ?? []).map((at) => listener(at, at.property('Port'), at.property('Protocol'))));
}

function listener(at: Resource | Property, port: Property, protocol: Property): Listener | undefined {
  return port.number === undefined ? undefined : { at, port: port.number, protocol: protocol.text?.toUpperCase() };
}

function known(listeners: readonly (Listener | undefined)[] | undefined): readonly Listener[] | undefined {
  return listeners?.every((one) => one !== undefined) ? (listeners as readonly Listener[]) : undefined;
}

function indexListeners(graph: ResourceGraph): { readonly byBalancer: ReadonlyMap<string, readonly Resource[]>; readonly open: boolean } {
  const byBalancer = new Map<string, Resource[]>();
  let open = false;
  for (const at of graph.resourcesOfType('AWS::ElasticLoadBalancingV2::Listener')) {
    const arn = at.property('LoadBalancerArn');
    const balancer = arn.target('AWS::ElasticLoadBalancingV2::LoadBalancer');
    // A listener of a load balancer that is not known may be one of any.
    open ||= balancer === undefined && arn.isUnknown;
    if (balancer === undefined) continue;
    const listeners = byBalancer.get(balancer.id);
    if (listeners === undefined) byBalancer.set(balancer.id, [at]);
    else listeners.push(at);
  }
  return { byBalancer, open };
}
