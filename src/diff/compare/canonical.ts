import { refArnOf } from '../../facts/ref-arns.js';
import { partitionOf } from '../../facts/regions.js';
import { NAMED_TYPES } from '../../facts/resource-names.js';
import type { Resource } from '../../graph/model/resource.js';
import { describeUnknown, nameOfUnknown, partsOf, type Reference, type Unknown, type Value } from '../../graph/model/value.js';

/** How resources are called, so that one of before and its partner of after have one name. */
export type Naming = (resource: Resource) => string;

export interface Canonical {
  readonly text: string;
  /** Whether equal texts prove equal values. */
  readonly isExact: boolean;
}

/** A text that is equal for values that CloudFormation resolves to the same, however they are written. */
export function canonicalOf(value: Value, naming: Naming): Canonical {
  let isExact = true;
  const write = (value: Value | string): string => {
    if (typeof value === 'string') return value;
    switch (value.kind) {
      case 'absent':
        return '';
      case 'literal':
        return String(value.value);
      case 'reference':
        return writeReference(value, naming);
      case 'unknown':
        isExact &&= isTelling(value);
        return `\${?${value.reason} ${describeUnknown(value)}${value.from.map((reference) => ` ${writeReference(reference, naming)}`).join('')}}`;
      case 'concatenation':
        return (partsOf(value) ?? []).map(write).join('');
      case 'list':
        return `[${value.items.map((item) => JSON.stringify(write(item))).join()}]`;
      case 'map':
        return `{${[...value.entries]
          .map(([key, entry]) => `${JSON.stringify(key)}:${JSON.stringify(write(entry))}`)
          .sort()
          .join()}}`;
    }
  };
  const text = write(value);
  return { text, isExact };
}

const TELLING: ReadonlySet<Unknown['reason']> = new Set([
  'parameter',
  'pseudo-parameter',
  'import',
  'stack-output',
  'cross-region-export',
  'nested-output',
]);

/** Whether the name says all that the value is made from. */
function isTelling(value: Unknown): boolean {
  return TELLING.has(value.reason) && nameOfUnknown(value) !== undefined;
}

/** Types whose `Ref` is the name that the template gives them. Source: "Return values" of each type's page in the Template Reference. */
const REF_IS_NAME: ReadonlySet<string> = new Set([
  'AWS::CloudWatch::Alarm',
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::ECR::Repository',
  'AWS::Events::EventBus',
  'AWS::IAM::Role',
  'AWS::Kinesis::Stream',
  'AWS::KMS::Alias',
  'AWS::Lambda::Function',
  'AWS::Logs::LogGroup',
  'AWS::S3::Bucket',
  'AWS::SSM::Parameter',
]);

/** By the name that the template gives, when it gives one: a reference and the name written out are then the same. */
function writeReference({ resource, attribute }: Reference, naming: Naming): string {
  const name = resource.physicalName;
  const isRef = attribute === undefined;
  if (name !== undefined && isRef && REF_IS_NAME.has(resource.type)) return name;
  const isArn = isRef ? refArnOf(resource.type) !== undefined : attribute === 'Arn' || attribute === 'TopicArn';
  if (name !== undefined && isArn) return arnOf(resource, name) ?? `\${${naming(resource)}.Arn}`;
  return isArn ? `\${${naming(resource)}.Arn}` : `\${${naming(resource)}.${attribute ?? 'Ref'}}`;
}

function arnOf(resource: Resource, name: string): string | undefined {
  const { type, account, region } = resource;
  const named = NAMED_TYPES.get(type);
  if (named?.service === undefined || region === undefined) return undefined;
  if (type.startsWith('AWS::IAM::')) {
    const path = resource.property('Path');
    const isKnown = account !== undefined && (path.isAbsent || path.text !== undefined);
    return isKnown ? `arn:${partitionOf(region)}:iam::${account}:${named.prefix}${(path.text ?? '/').slice(1)}${name}` : undefined;
  }
  const isGlobal = named.scope === 'partition';
  if (!isGlobal && account === undefined) return undefined;
  const place = isGlobal ? ':' : `${region}:${account}`;
  const path = named.prefix.endsWith('/') && name.startsWith('/') ? name.slice(1) : name;
  return `arn:${partitionOf(region)}:${named.service}:${place}:${named.prefix}${path}`;
}
