import { policy, resource } from '../../src/check/example-parts.js';
import { isRegion } from '../../src/facts/regions.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { referencesIn } from '../../src/graph/model/value.js';
import { keyRegionOf } from '../../src/queries/kms-keys.js';
import { hyphenated, otherRegionsIn } from '../../src/queries/region-words.js';
import { bucketName, destinationRegionOf, hasObjectLock } from './model/bucket-replication.js';
import { replicationExample } from './model/replication-example.js';
import { ruleCheck } from './model/rule-check.js';

const POLICY = resource('AWS::S3::BucketPolicy', {
  Bucket: { Ref: 'Copies' },
  PolicyDocument: policy({
    Effect: 'Allow',
    Action: ['s3:ReplicateObject', 's3:ObjectOwnerOverrideToBucketOwner'],
    Principal: { AWS: 'arn:aws:iam::482731905566:role/replication' },
    Resource: 'arn:aws:s3:::orders-copies/*',
  }),
});
const ownedBy = (account: string) =>
  replicationExample({
    archive: { account: '590184027316' },
    besideCopies: { Policy: POLICY },
    destination: { Account: account, AccessControlTranslation: { Owner: 'Destination' } },
  });

export const replicationDestinationAccount = ruleCheck({
  id: 's3/replication-destination-account',
  title: 'Replication names the wrong account of the destination bucket',
  severity: 'error',
  docs: {
    why: '"The AWS account specified in the <Account> element must match the destination bucket owner." The bucket belongs to the account that its stack is deployed to.',
    fix: 'Leave `Account` to the CDK, which takes it from the bucket: `replicationRules: [{ destination: otherStack.bucket, accessControlTransition: true }]`; on `CfnBucket` write the account of the destination’s stack.',
    sources: ['https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ReplicationErrorCodeList'],
    templateFix: "Write the account of the destination's stack into `Account` of the `Destination`.",
    bad: ownedBy('482731905566'),
    good: ownedBy('590184027316'),
  },
  *ofRule({ rule, target }) {
    const account = rule.get('Destination', 'Account');
    if (target?.account === undefined || !/^\d{12}$/.test(account.text ?? '') || account.text === target.account) return;
    yield {
      at: account,
      message: `The rule says that the destination bucket "${bucketName(target)}" belongs to account ${account.text}, but it is created in ${target.account}. S3 rejects it: "The AWS account specified in the <Account> element must match the destination bucket owner."`,
      related: [{ at: target, message: `The bucket is in ${target.stack.displayName}, which is deployed to ${target.account}.` }],
    };
  },
});

const locking = (copies: { readonly ObjectLockEnabled?: boolean }) =>
  replicationExample({
    orders: { ObjectLockEnabled: true, VersioningConfiguration: { Status: 'Enabled' } },
    copies: { ...copies, VersioningConfiguration: { Status: 'Enabled' } },
  });

export const replicationDestinationObjectLock = ruleCheck({
  id: 's3/replication-destination-object-lock',
  title: 'Locked objects replicated to a bucket without Object Lock',
  severity: 'error',
  docs: {
    why: '"If the source bucket has S3 Object Lock enabled, the destination buckets must also have S3 Object Lock enabled." Otherwise no object is replicated; the reason given is DstBucketObjectLockConfigMissing.',
    fix: 'Write `objectLockEnabled: true` on the destination `Bucket` as well.',
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-requirements.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-failure-codes.html',
    ],
    templateFix: 'Write `ObjectLockEnabled: true` on the destination bucket as well.',
    bad: locking({}),
    good: locking({ ObjectLockEnabled: true }),
  },
  isOfDestination: true,
  *ofRule({ destination, target }, bucket) {
    if (hasObjectLock(bucket) !== true || target?.existence !== 'certain' || hasObjectLock(target) !== false) return;
    yield {
      at: destination,
      message: `The bucket has Object Lock, but the destination "${bucketName(target)}" in ${target.stack.displayName} does not. S3 does not replicate to it.`,
      related: [{ at: target, message: 'This bucket is declared without Object Lock.' }],
    };
  },
});

const encryptedWith = (region: string) =>
  replicationExample({
    rule: { SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status: 'Enabled' } } },
    destination: { EncryptionConfiguration: { ReplicaKmsKeyID: `arn:aws:kms:${region}:482731905566:key/93d2` } },
  });

export const replicationKeyRegion = ruleCheck({
  id: 's3/replication-key-region',
  title: 'Replica KMS key is in another region',
  severity: 'error',
  docs: {
    why: 'S3 encrypts a replica in the region of the destination bucket, with a key of that region; a multi-region key counts only by the ARN that it has there. Neither the CDK nor S3 looks at it when the rule is set: the deployment succeeds, but then no encrypted object is replicated (replication status FAILED).',
    fix: 'Create the `Key` in the stack of the destination bucket and pass that one: `replicationRules: [{ destination, kmsKey: otherStack.key, sseKmsEncryptedObjects: true }]`.',
    sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html'],
    templateFix: 'Create the `AWS::KMS::Key` in the template of the destination bucket, and name that one in `ReplicaKmsKeyID`.',
    bad: encryptedWith('us-east-1'),
    good: encryptedWith('us-west-2'),
  },
  *ofRule(replication) {
    const key = replication.rule.get('Destination', 'EncryptionConfiguration', 'ReplicaKmsKeyID');
    const [keyRegion, region] = [keyRegionOf(key), destinationRegionOf(replication)];
    if (keyRegion === undefined || !isRegion(keyRegion) || region === undefined || keyRegion === region) return;
    const declared = referencesIn(key.value).find(({ resource }) => resource.type.startsWith('AWS::KMS::'))?.resource;
    const { target, name } = replication;
    yield {
      at: key,
      message: `The destination bucket "${target === undefined ? name : bucketName(target)}" is in ${region}, but its replicas are to be encrypted with a key of ${keyRegion}. S3 accepts the rule, but does not replicate objects that KMS encrypts.`,
      related: [
        ...(target ? [{ at: target, message: `The destination bucket is created in ${region}.` }] : []),
        ...(declared ? [{ at: declared, message: `This key is created in ${keyRegion}.` }] : []),
      ],
    };
  },
});

const inRegion = (region: string) => replicationExample({ archive: { region }, rule: { Id: 'disaster-recovery' } });

export const replicationSameRegion = ruleCheck({
  id: 's3/replication-same-region',
  title: 'Replica bucket in the same region as its source',
  severity: 'warning',
  docs: {
    why: 'Replication inside one region has its uses: to collect logs in one bucket, or to keep test data like the live data. It does not protect from the failure of the region. Where names call the destination a replica, a backup or a copy, or name another region, a copy in another region is very probably what is meant.',
    fix: 'Create the destination in a stack of another region: `new BackupStack(app, "Backup", { env: { account, region: otherRegion } })`, deployed before the source, and pass its bucket to `replicationRules`. Where replication inside the region is meant, suppress this with a reason.',
    sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html'],
    templateFix:
      'Declare the destination in a template of another region, deployed before the source: a bucket is always in the region of its stack. Where replication inside the region is meant, suppress this with a reason.',
    bad: inRegion('us-east-1'),
    good: inRegion('us-west-2'),
  },
  isOfDestination: true,
  *ofRule({ rule, destination, target }, source) {
    if (target === undefined || source.is(target) || !isSamePlace(source, target)) return;
    const names = [target.physicalName, pathInStack(target), rule.get('Id').text].filter((name) => name !== undefined);
    const reason = reasonIn(names, source.region);
    if (reason === undefined) return;
    yield {
      at: destination,
      message: `${bucketName(source)} replicates to ${bucketName(target)}, which is in the same region${source.region === undefined ? '' : `, ${source.region}`}, although ${reason}: when the region fails, the copy is not available either.`,
      related: [{ at: target, message: 'The destination.' }],
    };
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
