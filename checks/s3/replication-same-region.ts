import { defineCheck } from '../../src/check/check.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { hyphenated, otherRegionsIn } from '../../src/queries/region-words.js';
import { bucketName, destinationsOf } from './model/bucket-replication.js';
import { replicationExample } from './model/replication-example.js';

const inRegion = (region: string) => replicationExample({ archive: { region }, rule: { Id: 'disaster-recovery' } });

export default defineCheck({
  id: 's3/replication-same-region',
  title: 'Replica bucket in the same region as its source',
  severity: 'warning',
  types: ['AWS::S3::Bucket'],
  docs: {
    why: 'Replication inside one region has its uses: to collect logs in one bucket, or to keep test data like the live data. It does not protect from the failure of the region. Where names call the destination a replica, a backup or a copy, or name another region, a copy in another region is very probably what is meant.',
    fix: 'Create the destination in a stack of another region: `new BackupStack(app, "Backup", { env: { account, region: otherRegion } })`, deployed before the source, and pass its bucket to `replicationRules`. Where replication inside the region is meant, suppress this with a reason.',
    sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html'],
    templateFix:
      'Declare the destination in a template of another region, deployed before the source: a bucket is always in the region of its stack. Where replication inside the region is meant, suppress this with a reason.',
    bad: inRegion('us-east-1'),
    good: inRegion('us-west-2'),
  },
  *resource(source) {
    for (const { rule, destination, target } of destinationsOf(source)) {
      if (target === undefined || source.is(target) || !isSamePlace(source, target)) continue;
      const names = [target.physicalName, pathInStack(target), rule.get('Id').text].filter((name) => name !== undefined);
      const reason = reasonIn(names, source.region);
      if (reason === undefined) continue;
      yield {
        at: destination,
        message: `${bucketName(source)} replicates to ${bucketName(target)}, which is in the same region${source.region === undefined ? '' : `, ${source.region}`}, although ${reason}: when the region fails, the copy is not available either.`,
        related: [{ at: target, message: 'The destination.' }],
      };
    }
  },
});

/** The name of a stack says little about one bucket in it. */
function pathInStack({ constructPath, logicalId, stack }: Resource): string {
  return constructPath?.startsWith(`${stack.displayName}/`) ? constructPath.slice(stack.displayName.length + 1) : logicalId;
}

/** Whether both buckets are in one account and region for certain. */
function isSamePlace(one: Resource, other: Resource): boolean {
  if (one.stack === other.stack) return true;
  return one.region !== undefined && one.region === other.region && one.account !== undefined && one.account === other.account;
}

const COPY =
  /(?<![a-z0-9])(?:replicas?|replicated|replication|backups?|copy|dr|disaster|recovery|failover|secondary|standby|crr|cross-region|target)(?![a-z0-9])/;

/** What says that the copy is meant for another region. Logs are often collected in one bucket of the region. */
function reasonIn(names: readonly string[], region: string | undefined): string | undefined {
  for (const name of names) {
    const [other] = region === undefined ? [] : otherRegionsIn(name, region);
    if (other !== undefined) return `"${name}" names another region`;
  }
  if (names.some((name) => /log|audit|trail/i.test(name))) return undefined;
  const name = names.find((name) => COPY.test(hyphenated(name)));
  return name === undefined ? undefined : `"${name}" says that it is a copy`;
}
