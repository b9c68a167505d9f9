import { NAMED_TYPES_BY_SERVICE, type NamedType } from '../../facts/resource-names.js';
import { type Arn, parseArn } from '../../graph/model/arn.js';
import { literal, type Value } from '../../graph/model/value.js';
import { type Key, nameKey } from './keys.js';

/** What an ARN means, and where. */
export interface Target {
  readonly key: Key;
  readonly account: string | undefined;
  readonly region: string | undefined;
}

const ACCOUNT = /^\d{12}$/;
/** Roles, buckets and repositories that `cdk bootstrap` makes are in every account: https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html */
const BOOTSTRAP = /^cdk-[a-z0-9]{1,10}-/;
/** `arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/ARN/invocations` calls a function. */
const INVOCATION = /\/functions\/(arn:[^/]+)\/invocations$/;

/**
 * What the ARN names, when that has a name which a template can give; undefined for patterns, for what AWS owns, and for ids that only a
 * service knows.
 */
export function arnTarget(value: Value): Target | undefined {
  const arn = parseArn(value);
  if (arn?.service === undefined || arn.resource.kind !== 'literal') return undefined;
  const resource = String(arn.resource.value);
  const called = INVOCATION.exec(resource)?.[1];
  if (called !== undefined) return arnTarget(literal(called));
  if (!isOfCustomer(arn, resource)) return undefined;
  const place = { account: arn.account || undefined, region: arn.region || undefined };
  if (arn.service === 'secretsmanager') {
    const name = secretName(resource);
    return name === undefined ? undefined : { key: nameKey('AWS::SecretsManager::Secret', name), ...place };
  }
  const named = (NAMED_TYPES_BY_SERVICE.get(arn.service) ?? []).find(({ prefix }) => resource.startsWith(prefix));
  const name = named === undefined ? undefined : nameIn(resource.slice(named.prefix.length), named);
  return named === undefined || name === undefined ? undefined : { key: nameKey(named.type, name), ...place };
}

/** `arn:aws:iam::aws:policy/…` and what services make by themselves are nobody's resource. */
function isOfCustomer({ account }: Arn, resource: string): boolean {
  return (account === undefined || account === '' || ACCOUNT.test(account)) && !resource.includes('/aws-service-role/');
}

function nameIn(rest: string, { type, end }: NamedType): string | undefined {
  // Of the service's ARNs only those of aliases hold a name.
  if (type === 'AWS::KMS::Alias' && !rest.startsWith('alias/')) return undefined;
  const whole = end === undefined ? rest.replace(/:\*$/, '') : (rest.split(end, 1)[0] ?? '');
  const name = type.startsWith('AWS::IAM::') ? whole.slice(whole.lastIndexOf('/') + 1) : whole;
  return isName(name) ? name : undefined;
}

/** Secrets Manager adds six characters to the name: https://docs.aws.amazon.com/sdk-for-kotlin/api/latest/secretsmanager/aws.sdk.kotlin.services.secretsmanager.model/-create-secret-response/arn.html */
function secretName(resource: string): string | undefined {
  const [kind, rest = ''] = resource.split(':');
  const name = rest.replace(/-(?:\?{6}|\*|(?=[A-Za-z0-9]*[A-Z0-9])[A-Za-z0-9]{6})$/, '');
  return kind === 'secret' && isName(name) ? name : undefined;
}

function isName(name: string): boolean {
  return name !== '' && !/[*?${}\s]/.test(name) && !BOOTSTRAP.test(name);
}
