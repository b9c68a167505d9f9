import { defineCheck } from '../../src/check/check.js';
import { typesCheckedBy } from '../../src/facts/references/table.js';
import { resourcesNaming } from '../../src/queries/named-places.js';
import { placesOfOtherRegions, problemOfOtherRegion } from '../../src/queries/other-region.js';

const ID = 'region/log-bucket-region';
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
  id: ID,
  title: 'Log bucket is in another region',
  severity: 'error',
  types: typesCheckedBy(ID),
  docs: {
    why: 'S3, Elastic Load Balancing and Redshift write their logs to a bucket in the same region only: "Both the source and target buckets must be in the same AWS Region and owned by the same account", "The bucket must be located in the same Region as the load balancer". One log bucket cannot serve the stacks of several regions.',
    fix: "Declare a log bucket in each region, in the stack that logs or one beside it: `serverAccessLogsBucket: new s3.Bucket(this, 'Logs')`, `loadBalancer.logAccessLogs(logs)`. To collect them in one place, replicate those buckets.",
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html',
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html',
    ],
    templateFix: 'Declare a log bucket in each region. To collect the logs in one place, replicate those buckets.',
    bad: app('us-west-2'),
    good: app('us-east-1'),
  },
  among: (graph) => graph.memo(resourcesNaming),
  *resource(resource) {
    for (const place of placesOfOtherRegions(resource, ID)) {
      const { fix: _, ...problem } = problemOfOtherRegion(place);
      yield problem;
    }
  },
});
