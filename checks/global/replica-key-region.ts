import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { typesCheckedBy } from '../../src/facts/references/table.js';
import { resourcesNaming } from '../../src/queries/named-places.js';
import { placesOfOtherRegions } from '../../src/queries/other-region.js';

const ID = 'global/replica-key-region';
const example = (keyRegion: string) => ({
  Secrets: stack('us-east-1', {
    Login: resource('AWS::SecretsManager::Secret', {
      GenerateSecretString: {},
      ReplicaRegions: [{ Region: 'us-west-2', KmsKeyId: `arn:aws:kms:${keyRegion}:482731905566:key/0d9c7a52-4c1e-4a63-9d0b-6c1a2f7e8b34` }],
    }),
  }),
});

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_efs.ReplicationConfiguration.html */
const EFS_FIX =
  "Pass a key of the replica's region: `replicationConfiguration: efs.ReplicationConfiguration.regionalFileSystem('us-west-2', otherStack.key)`.";

export default defineCheck({
  id: ID,
  title: "Replica key is not in the replica's region",
  severity: 'error',
  types: typesCheckedBy(ID),
  docs: {
    why: 'A replica is encrypted in its own region, with a key of that region. With any other key nothing is replicated: the original is created, and the replica fails.',
    fix: "Pass a key of the replica's region: `replicaRegions: [{ region: 'us-west-2', encryptionKey: otherStack.key }]`.",
    sources: [
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html',
      'https://docs.aws.amazon.com/efs/latest/ug/API_DestinationToCreate.html',
    ],
    templateFix: "Name a key of the replica's region: `ReplicaRegions: [{ Region: us-west-2, KmsKeyId: KEY_ARN }]`.",
    bad: example('us-east-1'),
    good: example('us-west-2'),
  },
  among: (graph) => graph.memo(resourcesNaming),
  *resource(resource) {
    for (const { at, row, foundRegion, wantedRegion } of placesOfOtherRegions(resource, ID)) {
      yield {
        at,
        ...(resource.type === 'AWS::EFS::FileSystem' && { fix: EFS_FIX }),
        fill: { 'us-west-2': wantedRegion },
        message: `The ${row.what} is in ${wantedRegion} and its key in ${foundRegion}: nothing is replicated.`,
        ...(at.reference && { related: [{ at: at.reference.resource, message: `The key, in ${foundRegion}.` }] }),
      };
    }
  },
});
