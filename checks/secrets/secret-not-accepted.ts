import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { SECRET_REQUIREMENTS } from '../../src/facts/secret-requirements.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { placesAt } from '../../src/queries/region-of.js';

const SECRET = 'AWS::SecretsManager::Secret';

const app = (Name: string) => ({
  Images: stack('us-east-1', {
    Login: resource(SECRET, { Name }),
    Cache: resource('AWS::ECR::PullThroughCacheRule', {
      EcrRepositoryPrefix: 'docker-hub',
      UpstreamRegistryUrl: 'registry-1.docker.io',
      CredentialArn: { Ref: 'Login' },
    }),
  }),
});

export default defineCheck({
  id: 'secrets/secret-not-accepted',
  title: 'Secret whose name or key the service does not accept',
  severity: 'error',
  types: Object.keys(SECRET_REQUIREMENTS),
  docs: {
    why: 'Some services read only secrets whose names begin with a prefix of theirs: `AmazonMSK_` for users of a Kafka cluster, `ecr-pullthroughcache/` for upstream registries. MSK also rejects secrets that are encrypted with the key of Secrets Manager, which is the default. The CDK generates other names, and sets no key.',
    fix: 'Name the secret (`secretName: "AmazonMSK_orders"`, `secretName: "ecr-pullthroughcache/docker-hub"`), and for MSK give it a key (`encryptionKey: new kms.Key(…)`).',
    sources: Object.values(SECRET_REQUIREMENTS).flatMap((rows) => rows.map(({ source }) => source)),
    templateFix: 'Set `Name` of the secret with the prefix, and for MSK `KmsKeyId` with a key of your own.',
    bad: app('docker-hub'),
    good: app('ecr-pullthroughcache/docker-hub'),
  },
  *resource(resource) {
    for (const { path, service, prefix, needsOwnKey, says } of SECRET_REQUIREMENTS[resource.type] ?? []) {
      for (const at of placesAt(resource, path)) {
        const secret = at.target(SECRET);
        if (secret?.existence !== 'certain') continue;
        const name = secret.displayNameFrom(resource);
        const related = [{ at: secret, message: 'This is the secret.' }];
        if (lacksPrefix(secret, prefix))
          yield {
            at,
            message: `The name of the secret ${name}${secret.hasProperty('Name') ? '' : ', which CloudFormation generates,'} does not begin with ${prefix}, and ${service} rejects it: "${says}"`,
            related,
          };
        else if (needsOwnKey && hasDefaultKey(secret))
          yield {
            at,
            message: `The secret ${name} is encrypted with the key of Secrets Manager, and ${service} rejects it: "${says}"`,
            related,
          };
      }
    }
  },
});

/** False also where the beginning of the name is not known. */
function lacksPrefix(secret: Resource, prefix: string): boolean {
  const name = secret.property('Name');
  if (name.isAbsent) return true;
  const start = name.text ?? name.parts?.[0];
  if (typeof start !== 'string') return false;
  return !start.startsWith(prefix) && (name.text !== undefined || !prefix.startsWith(start));
}

function hasDefaultKey(secret: Resource): boolean {
  const key = secret.property('KmsKeyId');
  return key.isAbsent || /^(?:.*:)?alias\/aws\/secretsmanager$/.test(key.text ?? '');
}
