/**
 * What decides that traffic leaves a region, and how long it takes at least. Times are in seconds.
 * Endpoint health checks: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html
 * Defaults of their settings: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html
 */
export const HEALTH_CHECK = { requestInterval: 30, failureThreshold: 3 } as const;

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-globalaccelerator-endpointgroup.html */
export const ENDPOINT_GROUP = { interval: 30, threshold: 3 } as const;

/** "return to normal routing in about 30 seconds": https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoints-endpoint-weights.unhealthy-endpoints.html */
export const ACCELERATOR_ROUTE = 30;

/** The names of load balancers live for 60 seconds: https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html */
export const LOAD_BALANCER_TTL = 60;

/** Of one attempt to reach an origin: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html */
export const ORIGIN = { connectionAttempts: 3, connectionTimeout: 10 } as const;

/** Methods for which CloudFront tries the second origin of a group; the page above. */
export const METHODS_THAT_FAIL_OVER: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The prescribed alarm waits for five minutes; AWS states 360 seconds as usual: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-global-endpoints.html */
export const EVENT_ENDPOINT = { least: 240, usual: 360 } as const;
