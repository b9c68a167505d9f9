import { NAMED_TYPES, type NameScope } from '../../facts/resource-names.js';
import { UNIQUE_NAMES } from '../../facts/unique-names.js';
import { tableOf } from '../../table-of.js';

/** What definitions and references have in common: two of one key, in one place, are the same thing. */
export interface Key {
  readonly kind: string;
  readonly type: string;
  readonly name: string;
}

/** Types whose names have a kind of their own. */
const KINDS: Readonly<Record<string, string>> = tableOf({
  'AWS::ECR::Repository': 'repository',
  'AWS::IAM::Role': 'principal',
  'AWS::IAM::User': 'principal',
  'AWS::SecretsManager::Secret': 'secret',
  'AWS::SSM::Parameter': 'parameter',
});

/** Types that share their names with another one, beside those of `UNIQUE_NAMES`. */
const SHARED: Readonly<Record<string, string>> = tableOf({
  'AWS::DocDB::GlobalCluster': 'AWS::RDS::GlobalCluster',
  'AWS::DynamoDB::GlobalTable': 'AWS::DynamoDB::Table',
  'AWS::Neptune::GlobalCluster': 'AWS::RDS::GlobalCluster',
});

const STACK = 'AWS::CloudFormation::Stack';

export function exportKey(name: string): Key {
  return { kind: 'export', type: STACK, name };
}

export function outputKey(stackName: string, output: string): Key {
  return { kind: 'output', type: STACK, name: `${stackName}.${output}` };
}

export function hostKey(host: string): Key {
  return { kind: 'host', type: 'AWS::Route53::RecordSet', name: host.toLowerCase().replace(/\.$/, '') };
}

/** The key of a physical name, whatever type of those that share their names it was given as. */
export function nameKey(type: string, name: string): Key {
  const { space = SHARED[type] ?? type, ignoresCase = false } = UNIQUE_NAMES.get(type) ?? {};
  const plain = type === 'AWS::SSM::Parameter' ? parameterName(name) : name;
  return { kind: KINDS[type] ?? 'name', type: space, name: ignoresCase ? plain.toLowerCase() : plain };
}

/**
 * ARNs hold one slash before the name of a parameter, whether the name begins with one or not. Names with a path begin with one:
 * https://docs.aws.amazon.com/sdk-for-kotlin/api/latest/ssm/aws.sdk.kotlin.services.ssm.model/-put-parameter-request/name.html
 */
function parameterName(name: string): string {
  const bare = name.replace(/^\//, '');
  return bare.includes('/') ? `/${bare}` : bare;
}

/** Where a name of a type is unique, in the words of the index. */
export function scopeOfNames(type: string): 'region' | 'account' | 'global' {
  const scope: NameScope = UNIQUE_NAMES.get(type)?.scope ?? NAMED_TYPES.get(type)?.scope ?? 'region';
  return scope === 'partition' ? 'global' : scope;
}
