/** The property that gives a record its routing policy, and the policy's name. Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html */
export const POLICIES = {
  Weight: 'weighted',
  Region: 'latency',
  Failover: 'failover',
  GeoLocation: 'geolocation',
  MultiValueAnswer: 'multivalue answer',
  CidrRoutingConfig: 'IP-based',
  GeoProximityLocation: 'geoproximity',
} as const;
export type Policy = (typeof POLICIES)[keyof typeof POLICIES];
