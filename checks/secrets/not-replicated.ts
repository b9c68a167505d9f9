import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { isRegion } from '../../src/facts/regions.js';
import { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { rootStackOf } from '../../src/graph/model/root-stack.js';
import { groupBy } from '../../src/group-by.js';
import { placeOfUse } from '../../src/queries/references.js';
import { placesOfSecret, regionsOfSecret, SECRET, type SecretUse, secretUses } from '../../src/queries/secrets.js';

/** What only hands a value on. */
const HANDING_ON = /^Custom::|^AWS::(?:CloudFormation|SecretsManager|SSM)::/;
const app = (properties: object) => ({
  East: stack('us-east-1', { Login: resource(SECRET, { Name: 'orders/login', ...properties }) }),
  West: stack('us-west-2', {
    Orders: {
      Type: 'AWS::RDS::DBInstance',
      DeletionPolicy: 'Snapshot',
      Properties: {
        DBInstanceClass: 'db.r6g.large',
        MasterUsername: 'orders',
        MasterUserPassword: '{{resolve:secretsmanager:orders/login:SecretString:password}}',
      },
    },
  }),
});

export default defineCheck({
  id: 'secrets/not-replicated',
  title: 'Secret is not replicated to the region that reads it',
  severity: 'warning',
  types: [SECRET],
  docs: {
    why: 'Secrets belong to a region, and a name is looked up in the region of the caller: "Secrets Manager can\'t find the specified secret". A secret is in other regions only as a replica. Where a stack reads the secret from another region by its ARN, this is reported as `info`: that works until the secret\'s region fails.',
    fix: "Replicate it: `new secretsmanager.Secret(this, 'Login', { secretName: 'orders/login', replicaRegions: [{ region: 'us-west-2' }] })`, and read the replica by its name, `Secret.fromSecretNameV2(this, 'Login', 'orders/login')`.",
    sources: [
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html',
    ],
    templateFix: 'Replicate it: `ReplicaRegions: [{ Region: us-west-2 }]`, and read the replica by its name.',
    bad: app({ GenerateSecretString: {} }),
    good: app({ GenerateSecretString: {}, ReplicaRegions: [{ Region: 'us-west-2' }] }),
  },
  *resource(secret, { graph }) {
    const regions = regionsOfSecret(secret);
    const { account, region } = secret;
    if (regions === undefined || region === undefined) return;
    const related = [{ at: secret, message: `The secret is declared here, in ${region}.` }];
    const places = secret.physicalName === undefined ? undefined : placesOfSecret(graph, secret.physicalName, account);
    // Two of one name have a check of their own.
    const first = places?.created.get(region);
    if (secret.physicalName !== undefined && first !== undefined && !secret.is(first)) return;
    const isReadable = (where: string): boolean => places !== undefined && (places.isOpen || places.reachable.has(where));
    const uses = [...usesByName(secret), ...usesByReference(secret)].filter(
      ({ at: { resource }, region }) =>
        isRegion(region) && isRegion(resource.region ?? '') && resource.account === account && !regions.has(resource.region ?? ''),
    );
    for (const [stack, [use]] of groupBy(uses, ({ at }) => rootStackOf(at.resource.stack))) {
      if (use === undefined) continue;
      const { at, region: where } = use;
      const fill = { 'us-west-2': at.resource.region, 'orders/login': secret.physicalName };
      const name = secret.physicalName ?? secret.displayNameFrom(at.resource);
      if (where === region) {
        const message = `${stack.displayName} in ${at.resource.region} reads the secret "${name}" in ${region}: when ${region} fails, it cannot.`;
        yield { at, severity: 'info', message, related, fill };
      } else if (!isReadable(where)) {
        const message = `${at.resource.displayName} looks for the secret "${name}" in ${where}, but it is in ${[...regions].join(', ')} only: "Secrets Manager can't find the specified secret".`;
        yield { at, message, related, fill };
      }
    }
  },
});

/** By the secret's name, in the region that the ARN says, or in the stack's own. */
function usesByName({ graph, physicalName }: Resource): readonly SecretUse[] {
  return secretUses(graph).get(physicalName ?? '') ?? [];
}

/** By the secret's ARN, which a reference to it is, in the secret's region. */
function usesByReference({ graph, base, region = '' }: Resource): readonly Omit<SecretUse, 'name'>[] {
  return graph.linksTo(base).flatMap((link) => {
    const { from, kind } = link;
    if (kind === 'depends-on' || from.existence !== 'certain' || HANDING_ON.test(from.type)) return [];
    const at = placeOfUse(link);
    return at instanceof Property ? [{ at, region }] : [];
  });
}
