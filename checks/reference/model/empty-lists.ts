import type { Problem } from '../../../src/check/problem.js';
import type { Resource } from '../../../src/graph/model/resource.js';
import { rootStackOf } from '../../../src/graph/model/root-stack.js';

export const TARGET_GROUP = 'AWS::ElasticLoadBalancingV2::TargetGroup';

/** `loadBalancerArns` of a target group is empty until a listener sends to it. Source: https://github.com/aws/aws-cdk/issues/1213 */
export function* selectsOfEmptyLists(group: Resource): Generator<Problem> {
  const { graph } = group;
  const links = graph.linksTo(group.base);
  const listeners = links.map(({ from }) => from).filter(({ type }) => /^AWS::ElasticLoadBalancingV2::Listener(?:Rule)?$/.test(type));
  const [first] = listeners;
  for (const link of links) {
    const { from, attribute, path } = link;
    if (attribute !== 'LoadBalancerArns' || !path.includes('Fn::Select') || first === undefined) continue;
    if (rootStackOf(from.stack) !== rootStackOf(group.stack) || listeners.some((one) => graph.order.createdBefore(one, from))) continue;
    yield {
      at: from.property(...path.slice(1, path.indexOf('Fn::Select'))),
      message: `This needs the listener that sends to ${group.displayNameFrom(from)}, ${first.displayNameFrom(from)}, and nothing makes CloudFormation create it first: the deployment can fail with "Template error: Fn::Select cannot select nonexistent value at index 0".`,
      fix: 'Add the dependency: `alarm.node.addDependency(listener)`, or take the name from the load balancer itself: `loadBalancer.loadBalancerFullName`.',
      related: [{ at: first, message: 'This must be there first.' }],
    };
  }
}
