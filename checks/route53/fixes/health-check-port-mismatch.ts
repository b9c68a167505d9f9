import type { Stack } from 'aws-cdk-lib';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as route53 from 'aws-cdk-lib/aws-route53';

declare const stack: Stack;
declare const loadBalancer: elbv2.ApplicationLoadBalancer;

/// !show
new route53.HealthCheck(stack, 'Health', {
  type: route53.HealthCheckType.HTTPS,
  fqdn: loadBalancer.loadBalancerDnsName,
  port: 443,
});
