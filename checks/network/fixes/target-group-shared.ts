import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';

declare const service: ecs.FargateService;
declare const publicTargets: elbv2.ApplicationTargetGroup;
declare const internalTargets: elbv2.ApplicationTargetGroup;

/// !show
service.attachToApplicationTargetGroup(publicTargets);
service.attachToApplicationTargetGroup(internalTargets);
