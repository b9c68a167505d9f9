import { defineCheck } from '../../src/check/check.js';
import { isRegion } from '../../src/facts/regions.js';
import { keyRegionOf } from '../../src/queries/kms-keys.js';
import { placesAt } from '../../src/queries/region-of.js';

const REPLICAS: Readonly<Record<string, string>> = {
  'AWS::SecretsManager::Secret': 'ReplicaRegions.*',
  'AWS::EFS::FileSystem': 'ReplicationConfiguration.Destinations.*',
};
const example = (keyRegion: string) => ({
  Secrets: {
    region: 'us-east-1',
    resources: {
      Login: {
        Type: 'AWS::SecretsManager::Secret',
        Properties: {
          GenerateSecretString: {},
          ReplicaRegions: [
            { Region: 'us-west-2', KmsKeyId: `arn:aws:kms:${keyRegion}:482731905566:key/0d9c7a52-4c1e-4a63-9d0b-6c1a2f7e8b34` },
          ],
        },
      },
    },
  },
});

export default defineCheck({
  id: 'global/replica-key-region',
  title: "Replica with a key of another region than the replica's",
  severity: 'error',
  types: Object.keys(REPLICAS),
  docs: {
    why: 'A replica is encrypted in its own region, with a key of that region. With any other key nothing is replicated: the original is created, and the replica fails.',
    fix: "Pass a key that lives in the replica's region: `replicaRegions: [{ region: 'us-west-2', encryptionKey: westernStack.key }]`.",
    sources: [
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html',
      'https://docs.aws.amazon.com/efs/latest/ug/API_DestinationToCreate.html',
    ],
    bad: example('us-east-1'),
    good: example('us-west-2'),
  },
  *resource(resource) {
    for (const replica of placesAt(resource, REPLICAS[resource.type] ?? '')) {
      const key = replica.get('KmsKeyId');
      const region = replica.get('Region').text;
      const keyRegion = keyRegionOf(key);
      if (region === undefined || keyRegion === undefined || !isRegion(keyRegion) || keyRegion === region) continue;
      yield {
        at: key,
        message: `The replica is in ${region} and its key in ${keyRegion}: nothing is replicated.`,
        ...(key.reference && { related: [{ at: key.reference.resource, message: `The key, in ${keyRegion}.` }] }),
      };
    }
  },
});
