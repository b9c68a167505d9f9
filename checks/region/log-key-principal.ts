import { defineCheck } from '../../src/check/check.js';
import { policy, resource, stack } from '../../src/check/example-parts.js';
import { isRegion } from '../../src/facts/regions.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { oncePerResource } from '../../src/graph/once-per-resource.js';
import { policiesAbout } from '../../src/queries/policies/about.js';
import { decide, isAllowed } from '../../src/queries/policies/decide.js';
import { arnOf } from '../../src/queries/policies/texts.js';

const example = (region: string) => ({
  Logging: stack('us-west-2', {
    Key: resource('AWS::KMS::Key', {
      KeyPolicy: policy(
        { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::482731905566:root' }, Action: 'kms:*', Resource: '*' },
        {
          Effect: 'Allow',
          Principal: { Service: `logs.${region}.amazonaws.com` },
          Action: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
          Resource: '*',
        },
      ),
    }),
    Group: resource('AWS::Logs::LogGroup', { KmsKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } }),
  }),
});

export default defineCheck({
  id: 'region/log-key-principal',
  title: 'KMS key policy does not allow CloudWatch Logs in this region',
  severity: 'error',
  types: ['AWS::Logs::LogGroup'],
  docs: {
    why: "CloudWatch Logs encrypts as the service of its region, and the key's policy must name just that one. Without it the log group is rejected: \"The specified KMS key does not exist or is not allowed to be used with Arn 'arn:aws:logs:us-west-2:…:log-group:…'\".",
    fix: "Let the region's service use the key: `` key.grantEncryptDecrypt(new iam.ServicePrincipal(`logs.${cdk.Stack.of(this).region}.amazonaws.com`)) ``.",
    sources: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html'],
    templateFix:
      'Let the service of the region use the key: `Principal: { Service: !Sub logs.${AWS::Region}.amazonaws.com }` in `KeyPolicy`.',
    bad: example('us-east-1'),
    good: example('us-west-2'),
  },
  needs: ['KmsKeyId'],
  *resource(group) {
    const at = group.property('KmsKeyId');
    const key = at.target('AWS::KMS::Key', 'AWS::KMS::ReplicaKey');
    if (key === undefined || group.region === undefined || key.region !== group.region) return;
    const policy = key.property('KeyPolicy');
    const principals = servicesAllowed(key, group.region);
    if (principals === undefined) return;
    if (principals.some((name) => name === '*' || isLogsOf(name, group.region as string))) {
      if (!mayLogsUse(key, group))
        yield {
          at,
          message: `The policy of ${key.displayNameFrom(group)} allows logs.${group.region}.amazonaws.com under conditions that do not hold for this log group (${LOG_GROUP_ARN} is its ARN): it is rejected with "The specified KMS key does not exist or is not allowed to be used".`,
          related: [{ at: policy, message: 'No statement here covers the ARN of the log group.' }],
        };
      return;
    }
    const others = principals.filter((name) => name.startsWith('logs.'));
    yield {
      at,
      message: `The policy of ${key.displayNameFrom(group)} allows ${others[0] ?? 'no log service'}, and this log group is in ${group.region}: it is rejected with "The specified KMS key does not exist or is not allowed to be used".`,
      related: [{ at: policy, message: `Here logs.${group.region}.amazonaws.com is missing.` }],
    };
  },
});

/** False where no statement holds for the log group: CloudWatch Logs sends its ARN, without `:*`, as encryption context. */
function mayLogsUse(key: Resource, group: Resource): boolean {
  const policies = policiesAbout(key);
  if (policies === undefined) return true;
  const context = new Map([[LOG_GROUP_ARN.toLowerCase(), arnOf(group)]]);
  return ['logs', `logs.${group.region}`].some((service) => {
    const principal = { kind: 'service', service, accounts: undefined } as const;
    return isAllowed(decide(policies, { action: 'kms:GenerateDataKey', principal, resource: arnOf(key), context })) !== false;
  });
}

function isLogsOf(principal: string, region: string): boolean {
  return principal === 'logs.amazonaws.com' || principal.startsWith(`logs.${region}.`);
}

/** Whether a statement is about the logs of another region, by the encryption context that CloudWatch Logs sends: the ARN of the log group. */
function isOfOtherRegion(statement: Property, region: string): boolean {
  const values = (statement.get('Condition').entries ?? []).flatMap(([, keys]) => keys.get(LOG_GROUP_ARN).items ?? []);
  const regions = values.map(({ arn }) => arn?.region);
  return regions.length > 0 && regions.every((found) => found !== undefined && isRegion(found) && found !== region);
}

const LOG_GROUP_ARN = 'kms:EncryptionContext:aws:logs:arn';

/** By region: many log groups have one key. */
const readPolicies = oncePerResource((_: Resource): Map<string, readonly string[] | undefined> => new Map());

function servicesAllowed(key: Resource, region: string): readonly string[] | undefined {
  const known = readPolicies(key);
  if (!known.has(region)) known.set(region, servicesIn(key.property('KeyPolicy'), region));
  return known.get(region);
}

/** The services that a key policy allows something in a region, `*` for everybody; undefined when not all is known. */
function servicesIn(policy: Property, region: string): readonly string[] | undefined {
  const services: (string | undefined)[] = [];
  for (const statement of policy.get('Statement').items ?? [undefined]) {
    if (statement === undefined || statement.value.kind === 'unknown') return undefined;
    if (statement.get('Effect').text === 'Deny' || isOfOtherRegion(statement, region)) continue;
    const principal = statement.get('Principal');
    if (principal.value.kind !== 'map') {
      services.push(principal.text);
      continue;
    }
    for (const text of principal.get('Service').items?.map((item) => item.text) ?? [undefined]) services.push(text);
    if ((principal.get('AWS').items ?? []).some(({ text }) => text === '*')) services.push('*');
  }
  return policy.isAbsent || services.includes(undefined) ? undefined : (services as string[]);
}
