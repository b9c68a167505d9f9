import { defineCheck } from '../../src/check/check.js';
import { policy, resource, stack, stackAfter } from '../../src/check/example-parts.js';
import { nameInSecretId, placesOfSecret, SECRET } from '../../src/queries/secrets.js';

const app = (region: string) => ({
  East: stack('us-east-1', {
    Login: resource(SECRET, { Name: 'orders/login', GenerateSecretString: {}, ReplicaRegions: [{ Region: 'us-west-2' }] }),
  }),
  Access: stackAfter('East', region, {
    Policy: resource('AWS::SecretsManager::ResourcePolicy', { SecretId: 'orders/login', ResourcePolicy: policy() }),
  }),
});

export default defineCheck({
  id: 'secrets/replica-changed',
  title: 'Policy or rotation on the replica of a secret',
  severity: 'error',
  types: ['AWS::SecretsManager::ResourcePolicy', 'AWS::SecretsManager::RotationSchedule', 'AWS::SecretsManager::SecretTargetAttachment'],
  docs: {
    why: 'A replica takes its value, its policy and its rotation from the primary secret, and "can\'t be updated independently from its primary secret, except for its encryption key": "Operation not permitted on a replica secret. Call must be made in primary secret\'s region."',
    fix: 'Put it into the stack of the primary secret (`secret.addToResourcePolicy(…)`, `secret.addRotationSchedule(…)`), and leave it out in the other regions: Secrets Manager carries it over.',
    sources: [
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/standalone-secret.html',
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html',
      'https://github.com/lgallard/terraform-aws-secrets-manager/issues/188',
    ],
    templateFix: 'Put it into the template of the primary secret, and leave it out in the other regions: Secrets Manager carries it over.',
    bad: app('us-west-2'),
    good: app('us-east-1'),
  },
  *resource(change, { graph }) {
    const { account, region } = change;
    const at = change.property('SecretId');
    const places = nameInSecretId(at).flatMap((name) => placesOfSecret(graph, name, account) ?? []);
    if (region === undefined || places.some(({ own }) => own.has(undefined) || own.has(region))) return;
    const primary = places.map(({ readable }) => readable.get(region)).find((secret) => secret !== undefined);
    if (primary === undefined) return;
    yield {
      at,
      message: `"${primary.physicalName}" is a replica in ${region}: "Operation not permitted on a replica secret. Call must be made in primary secret's region.", which is ${primary.region}.`,
      related: [{ at: primary, message: `The primary secret, in ${primary.region}.` }],
    };
  },
});
