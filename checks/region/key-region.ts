import { defineCheck } from '../../src/check/check.js';
import { typesCheckedBy } from '../../src/facts/references/table.js';
import { membershipOf } from '../../src/queries/global-clusters.js';
import { resourcesNaming } from '../../src/queries/named-places.js';
import { placesOfOtherRegions } from '../../src/queries/other-region.js';

const ID = 'region/key-region';

const example = (keyRegion: string) => ({
  Messages: {
    region: 'eu-west-1',
    resources: {
      Queue: {
        Type: 'AWS::SQS::Queue',
        Properties: { KmsMasterKeyId: `arn:aws:kms:${keyRegion}:482731905566:key/0d9c7a52-4c1e-4a63-9d0b-6c1a2f7e8b34` },
      },
    },
  },
});

export default defineCheck({
  id: ID,
  title: 'KMS key is in another region',
  severity: 'error',
  types: typesCheckedBy(ID),
  docs: {
    why: 'A KMS key works in the region where it was created and nowhere else; a service looks for it in its own region and finds nothing. The replica of a multi-region key has an ARN of its own in each region, and that one is to be used.',
    fix: "Create a `kms.Key` in a stack of the same region, or replicate a multi-region key there with `kms.CfnReplicaKey` and use the replica's ARN.",
    sources: [
      'https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html',
      'https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html',
    ],
    templateFix:
      'Create an `AWS::KMS::Key` in a stack of the same region, or replicate a multi-region key there with `AWS::KMS::ReplicaKey`, and name that.',
    bad: example('us-east-1'),
    good: example('eu-west-1'),
  },
  among: (graph) => graph.memo(resourcesNaming),
  *resource(resource) {
    for (const { at, row, foundRegion } of placesOfOtherRegions(resource, ID)) {
      // Secondaries of global databases have a check of their own.
      if (membershipOf(resource)?.member.role === 'secondary') return;
      yield {
        at,
        ...(row.source === undefined && { severity: 'warning' }),
        message: `This key is in ${foundRegion}, and what it encrypts in ${resource.region}: a KMS key can be used in its own region only.`,
        ...(at.reference && { related: [{ at: at.reference.resource, message: `The key, in ${foundRegion}.` }] }),
      };
    }
  },
});
