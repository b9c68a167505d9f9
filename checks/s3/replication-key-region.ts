import { defineCheck } from '../../src/check/check.js';
import { isRegion } from '../../src/facts/regions.js';
import { referencesIn } from '../../src/graph/model/value.js';
import { keyRegionOf } from '../../src/queries/kms-keys.js';
import { bucketName, destinationRegionOf, replicationsOf } from './model/bucket-replication.js';
import { replicationExample } from './model/replication-example.js';

const encryptedWith = (region: string) =>
  replicationExample({
    rule: { SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status: 'Enabled' } } },
    destination: { EncryptionConfiguration: { ReplicaKmsKeyID: `arn:aws:kms:${region}:482731905566:key/93d2` } },
  });

export default defineCheck({
  id: 's3/replication-key-region',
  title: 'Replica KMS key is in another region',
  severity: 'error',
  types: ['AWS::S3::Bucket'],
  docs: {
    why: 'S3 encrypts a replica in the region of the destination bucket, with a key of that region; a multi-region key counts only by the ARN that it has there. Neither CDK nor S3 looks at it when the rule is set: the deployment succeeds, and then every encrypted object stays behind with replication status FAILED.',
    fix: 'Create the `Key` in the stack of the destination bucket and pass that one: `replicationRules: [{ destination, kmsKey: otherStack.key, sseKmsEncryptedObjects: true }]`.',
    sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html'],
    templateFix: 'Create the `AWS::KMS::Key` in the template of the destination bucket, and name that one in `ReplicaKmsKeyID`.',
    bad: encryptedWith('us-east-1'),
    good: encryptedWith('us-west-2'),
  },
  *resource(bucket) {
    for (const replication of replicationsOf(bucket)) {
      const key = replication.rule.get('Destination', 'EncryptionConfiguration', 'ReplicaKmsKeyID');
      const [keyRegion, region] = [keyRegionOf(key), destinationRegionOf(replication)];
      if (keyRegion === undefined || !isRegion(keyRegion) || region === undefined || keyRegion === region) continue;
      const declared = referencesIn(key.value).find(({ resource }) => resource.type.startsWith('AWS::KMS::'))?.resource;
      const { target, name } = replication;
      yield {
        at: key,
        message: `The destination bucket "${target === undefined ? name : bucketName(target)}" is in ${region}, but its replicas are to be encrypted with a key of ${keyRegion}. S3 accepts the rule, and then fails to replicate every object that KMS encrypts.`,
        related: [
          ...(target ? [{ at: target, message: `The destination bucket is created in ${region}.` }] : []),
          ...(declared ? [{ at: declared, message: `This key is created in ${keyRegion}.` }] : []),
        ],
      };
    }
  },
});
