import { defineCheck } from '../../src/check/check.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { bucketName, destinationsOf } from './model/bucket-replication.js';
import { replicationExample } from './model/replication-example.js';

const inRegion = (region: string) => replicationExample({ archive: { region }, rule: { Id: 'disaster-recovery' } });

export default defineCheck({
  id: 's3/replication-same-region',
  title: 'Disaster recovery copy in the same region',
  severity: 'warning',
  types: ['AWS::S3::Bucket'],
  docs: {
    why: 'A bucket is created in the region of its stack; no property puts it elsewhere. Replication inside one region is allowed and has its uses, but a copy that is named after disaster recovery does not outlive a failure of the region there.',
    fix: 'Declare the destination in a stack with the `env` of the other region, and pass it to `replicationRules`.',
    sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html'],
    bad: inRegion('us-east-1'),
    good: inRegion('us-west-2'),
  },
  *resource(bucket) {
    const { region } = bucket;
    for (const { rule, destination, target } of destinationsOf(bucket)) {
      if (region === undefined || target === undefined || bucket.is(target) || target.region !== region) continue;
      const word = recoveryWord(rule.get('Id').text) ?? recoveryWord(target.physicalName) ?? recoveryWord(ownPath(target));
      if (word === undefined) continue;
      yield {
        at: destination,
        message: `The destination bucket "${bucketName(target)}" is meant for recovery ("${word}"), but it is created in ${region}, the region of the source.`,
        related: [{ at: target, message: `The destination is in ${target.stack.displayName}, which is deployed to ${region}.` }],
      };
    }
  },
});

/** Without the names of apps and stages, which say nothing of the bucket. */
function ownPath({ constructPath, logicalId }: Resource): string {
  return constructPath?.split('/').slice(1).join('/') ?? logicalId;
}

/** Words in camel case, or between dashes, dots and slashes. */
function recoveryWord(name: string | undefined): string | undefined {
  const words = name
    ?.replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z]+/);
  return words?.find((word) => /^(?:dr|crr|disaster|recovery|failover|standby|secondary|crossregion)$/.test(word));
}
