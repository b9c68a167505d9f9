import { defineCheck } from '../../src/check/check.js';
import { LOG_ATTRIBUTES, LOG_BUCKETS } from '../../src/facts/log-buckets.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { placesAt } from '../../src/queries/region-of.js';

const BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
const app = (region: string) => ({
  Audit: {
    region: 'us-east-1',
    resources: { Logs: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'contoso-audit-logs', AccessControl: 'LogDeliveryWrite' } } },
  },
  Store: {
    region,
    dependencies: ['Audit'],
    resources: {
      Orders: {
        Type: 'AWS::S3::Bucket',
        Properties: { LoggingConfiguration: { DestinationBucketName: 'contoso-audit-logs' } },
      },
    },
  },
});

export default defineCheck({
  id: 'region/log-bucket-region',
  title: 'Logs for a bucket in another region',
  severity: 'error',
  types: [...Object.keys(LOG_BUCKETS), BALANCER],
  docs: {
    why: 'S3 and Elastic Load Balancing write their logs to a bucket in the same region only: "Both the source and target buckets must be in the same AWS Region and owned by the same account", "The bucket must be located in the same Region as the load balancer". One log bucket cannot serve the stacks of several regions.',
    fix: "Declare a log bucket in each region, in the stack that logs or one beside it: `serverAccessLogsBucket: new s3.Bucket(this, 'Logs')`, `loadBalancer.logAccessLogs(logs)`. To collect them in one place, replicate those buckets.",
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html',
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html',
    ],
    bad: app('us-west-2'),
    good: app('us-east-1'),
  },
  *resource(resource) {
    for (const { at, what, answer } of resource.type === BALANCER ? attributesOf(resource) : propertiesOf(resource)) {
      const bucket = at.target('AWS::S3::Bucket');
      if (resource.region === undefined || bucket?.region === undefined || bucket.region === resource.region) continue;
      yield {
        at,
        message: `The bucket for the ${what} is in ${bucket.region}, and what is logged in ${resource.region}: they must be in one region${answer === undefined ? '' : ` ("${answer}")`}.`,
        related: [{ at: bucket, message: `The bucket, in ${bucket.region}.` }],
      };
    }
  },
});

interface LogTarget {
  readonly at: Property;
  readonly what: string;
  readonly answer?: string;
}

function propertiesOf(resource: Resource): readonly LogTarget[] {
  return (LOG_BUCKETS[resource.type] ?? []).flatMap(({ path, ...rest }) => placesAt(resource, path).map((at) => ({ at, ...rest })));
}

function attributesOf(balancer: Resource): readonly LogTarget[] {
  return (balancer.property('LoadBalancerAttributes').items ?? []).flatMap((attribute) => {
    const what = LOG_ATTRIBUTES.get(attribute.get('Key').text ?? '');
    return what === undefined ? [] : [{ at: attribute.get('Value'), what }];
  });
}
