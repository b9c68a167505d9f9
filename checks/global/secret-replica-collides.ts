import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { placesOfSecret } from '../../src/queries/secrets.js';

const SECRET = 'AWS::SecretsManager::Secret';
const secret = (properties: object) => resource(SECRET, { Name: 'orders/login', ...properties });
const east = stack('us-east-1', { Login: secret({ GenerateSecretString: {}, ReplicaRegions: [{ Region: 'us-west-2' }] }) });

export default defineCheck({
  id: 'global/secret-replica-collides',
  title: 'Secret has the name of a replicated secret',
  severity: 'error',
  types: [SECRET],
  docs: {
    why: 'A replica has the name of its original. If a stack in the replica\'s region creates a secret of that name, the one that is created second fails: the secret "already exists", or it is not replicated, because existing secrets are not overwritten.',
    fix: "Create the secret in one region, and use its replica in the other: `secretsmanager.Secret.fromSecretNameV2(this, 'Login', 'orders/login')`.",
    sources: [
      'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ReplicateSecretToRegions.html',
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html',
    ],
    templateFix: 'Create the secret in one region, and use its replica, which has the same name, in the other.',
    bad: { East: east, West: stack('us-west-2', { Login: secret({ GenerateSecretString: {} }) }) },
    good: { East: east, West: stack('us-west-2', { Other: resource(SECRET, { Name: 'orders/west', GenerateSecretString: {} }) }) },
  },
  *resource(original, { graph }) {
    const name = original.property('Name').text;
    if (name === undefined) return;
    for (const replica of original.property('ReplicaRegions').items ?? []) {
      const at = replica.get('Region');
      const other = placesOfSecret(graph, name, original.account)?.created.get(at.text);
      if (other === undefined || original.is(other)) continue;
      yield {
        at,
        message: `A replica of "${name}" is created in ${at.text}, where stack ${other.stack.displayName} creates a secret of the same name: the one that is created second fails.`,
        ...(original.account === undefined && { severity: 'warning' as const }),
        related: [{ at: other.property('Name'), message: `The other secret, in ${at.text}.` }],
      };
    }
  },
});
