import type { Stack } from 'aws-cdk-lib';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as targets from 'aws-cdk-lib/aws-route53-targets';

declare const stack: Stack;
declare const zone: route53.IHostedZone;
declare const loadBalancer: elbv2.ApplicationLoadBalancer;

/// !show
new route53.ARecord(stack, 'Apex', {
  zone: zone,
  target: route53.RecordTarget.fromAlias(new targets.LoadBalancerTarget(loadBalancer)),
});
