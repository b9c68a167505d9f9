import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { placesAt } from '../../src/queries/region-of.js';
import { tableOf } from '../../src/table-of.js';

const REPLICAS: Readonly<Record<string, string>> = tableOf({
  'AWS::SecretsManager::Secret': 'ReplicaRegions.*',
  'AWS::ECR::ReplicationConfiguration': 'ReplicationConfiguration.Rules.*.Destinations.*',
});
const example = (region: string) => ({
  Secrets: stack('us-east-1', {
    Login: resource('AWS::SecretsManager::Secret', { GenerateSecretString: {}, ReplicaRegions: [{ Region: region }] }),
  }),
});

export default defineCheck({
  id: 'global/replica-own-region',
  title: 'Replica in the region of the original',
  severity: 'error',
  types: Object.keys(REPLICAS),
  docs: {
    why: 'Secrets Manager and ECR replicate into other regions. The region of the original is rejected as a destination: "Invalid replica region."',
    fix: 'Name another region (`replicaRegions: [{ region: otherRegion }]`). In a stack that is deployed to several regions, leave out its own: `regions.filter((region) => region !== this.region)`.',
    sources: [
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html',
      'https://docs.aws.amazon.com/AmazonECR/latest/userguide/replication.html',
      'https://github.com/getmoto/moto/pull/7270',
    ],
    templateFix:
      'Name another region in `ReplicaRegions`. In a template that is deployed to several regions, choose the other one with a mapping of `AWS::Region`.',
    bad: example('us-east-1'),
    good: example('us-west-2'),
  },
  *resource(resource) {
    if (resource.region === undefined) return;
    for (const replica of placesAt(resource, REPLICAS[resource.type] ?? '')) {
      const at = replica.get('Region');
      // Images may be copied to another account's registry in the same region.
      const registry = replica.get('RegistryId');
      if (at.text !== resource.region || (!registry.isAbsent && (registry.text === undefined || registry.text !== resource.account)))
        continue;
      yield { at, message: `This stack is in ${resource.region} itself: a replica must be in another region.` };
    }
  },
});
