import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { isRegion } from '../../src/facts/regions.js';
import { placesAt, regionOf } from '../../src/queries/region-of.js';

const TYPES = ['AWS::ElasticLoadBalancingV2::LoadBalancer'];
const example = (region: string) => ({
  Edge: stack('us-east-1', {
    Group: resource('AWS::GlobalAccelerator::EndpointGroup', {
      ListenerArn: 'arn:aws:globalaccelerator::482731905566:accelerator/7c1a/listener/9f2b',
      EndpointGroupRegion: region,
      EndpointConfigurations: [
        { EndpointId: 'arn:aws:elasticloadbalancing:us-west-2:482731905566:loadbalancer/app/orders/50dc6c495c0c9188' },
      ],
    }),
  }),
});

export default defineCheck({
  id: 'global/accelerator-endpoint-region',
  title: 'Global Accelerator endpoint is in another region than its endpoint group',
  severity: 'error',
  types: ['AWS::GlobalAccelerator::EndpointGroup'],
  docs: {
    why: 'An endpoint group is for one region, and its load balancers are looked for there. One of another region is not found.',
    fix: "Make a group for each region: `listener.addEndpointGroup('us-west-2', { region: 'us-west-2', endpoints: [new ga_endpoints.ApplicationLoadBalancerEndpoint(alb)] })`.",
    sources: ['https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoint-groups.html'],
    templateFix:
      'Declare an `AWS::GlobalAccelerator::EndpointGroup` for each region, with `EndpointGroupRegion` and the endpoints of that region.',
    bad: example('us-east-1'),
    good: example('us-west-2'),
  },
  *resource(group) {
    const region = group.property('EndpointGroupRegion').text;
    if (region === undefined) return;
    for (const at of placesAt(group, 'EndpointConfigurations.*.EndpointId')) {
      const found = regionOf(at, TYPES, ['elasticloadbalancing']);
      if (found === undefined || !isRegion(found) || found === region) continue;
      yield {
        at,
        fill: { 'us-west-2': found },
        message: `The endpoint group is for ${region}, this load balancer is in ${found}.`,
        ...(at.reference && { related: [{ at: at.reference.resource, message: `The load balancer, in ${found}.` }] }),
      };
    }
  },
});
