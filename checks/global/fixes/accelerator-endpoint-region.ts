import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type * as globalaccelerator from 'aws-cdk-lib/aws-globalaccelerator';
import * as endpoints from 'aws-cdk-lib/aws-globalaccelerator-endpoints';

declare const listener: globalaccelerator.Listener;
declare const westernLoadBalancer: elbv2.ApplicationLoadBalancer;

/// !show
listener.addEndpointGroup('West', {
  region: 'us-west-2',
  endpoints: [new endpoints.ApplicationLoadBalancerEndpoint(westernLoadBalancer)],
});
