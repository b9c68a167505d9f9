import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import { type Change, isReborn } from '../changes.js';
import { compareVersions, isMajorUpgrade } from './engine-versions.js';
import type { DiffContext, Problem } from './problem.js';

/** An update in place that a service rejects although both templates are valid. Each row gives AWS's own words and where they were read. */
interface RefusedUpdate {
  readonly type: string;
  /** What is wrong, as the start of a sentence; undefined when the update is accepted or a value is unknown. */
  readonly find: (before: Resource, after: Resource) => string | undefined;
  readonly answer: string;
  readonly fix: string;
  /** Whether the row is about a replacement, in which the new resource is created while the old one exists. */
  readonly isReplacement?: true;
}

const ROWS: readonly RefusedUpdate[] = [
  {
    // https://github.com/aws/aws-cdk/issues/14920
    type: 'AWS::DynamoDB::Table',
    find: (before, after) => {
      const [old, current] = [
        namesIn(before, 'GlobalSecondaryIndexes', 'IndexName'),
        namesIn(after, 'GlobalSecondaryIndexes', 'IndexName'),
      ];
      if (old === undefined || current === undefined) return undefined;
      const changed = [...current.filter((name) => !old.includes(name)), ...old.filter((name) => !current.includes(name))];
      return changed.length > 1
        ? `One update creates or deletes ${changed.length} global secondary indexes (${changed.join(', ')})`
        : undefined;
    },
    answer: 'Cannot perform more than one GSI creation or deletion in a single update',
    fix: 'Deploy once for each index that is added or removed.',
  },
  {
    // https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/430
    type: 'AWS::RDS::DBInstance',
    find: (before, after) => {
      const [old, current] = [before.property('AllocatedStorage').number, after.property('AllocatedStorage').number];
      const isMember = !after.property('DBClusterIdentifier').isAbsent;
      return old !== undefined && current !== undefined && current < old && !isMember
        ? `\`AllocatedStorage\` is reduced from ${old} to ${current} GiB`
        : undefined;
    },
    answer: 'Invalid storage size for engine name',
    fix: 'Keep `allocatedStorage` at the deployed size or higher; for a smaller one, create a new instance and migrate the data.',
  },
  ...['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'].map((type) => ({
    // https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-rds/pull/202
    type,
    find: (before: Resource, after: Resource) => {
      const [old, current] = versionsOf(before, after) ?? [];
      return old !== undefined && current !== undefined && compareVersions(current, old) < 0
        ? `\`EngineVersion\` is lowered from ${old} to ${current}`
        : undefined;
    },
    answer: 'Cannot upgrade',
    fix: 'Keep the deployed engine version or a later one; for an earlier one, create a new database and migrate the data.',
  })),
  {
    // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBInstance.html
    type: 'AWS::RDS::DBInstance',
    find: (before, after) => {
      const [old, current] = versionsOf(before, after) ?? [];
      const flag = after.property('AllowMajorVersionUpgrade');
      const isOff = flag.isAbsent || flag.boolean === false;
      const engine = after.property('Engine').text ?? '';
      return isOff && after.property('DBClusterIdentifier').isAbsent && old && current && isMajorUpgrade(engine, old, current)
        ? `\`EngineVersion\` goes from ${old} to the new major version ${current} without \`AllowMajorVersionUpgrade\``
        : undefined;
    },
    answer: 'The AllowMajorVersionUpgrade flag must be present when upgrading to a new major version.',
    fix: 'Set `allowMajorVersionUpgrade: true` on the instance.',
  },
  {
    // https://github.com/aws-amplify/amplify-android/issues/2570, https://github.com/aws/aws-cdk/issues/8585
    type: 'AWS::Cognito::UserPool',
    find: changedAttribute,
    answer: 'Existing schema attributes cannot be modified or deleted',
    fix: 'Keep existing attributes as they are and add a new optional one, or create a new user pool and migrate the users.',
  },
  {
    // https://github.com/aws/aws-cdk/issues/6683
    type: 'AWS::EC2::Subnet',
    isReplacement: true,
    find: (before, after) => {
      const [old, current] = [before.property('AvailabilityZone').text, after.property('AvailabilityZone').text];
      const [range, newRange] = [before.property('CidrBlock').text, after.property('CidrBlock').text];
      const [vpc, newVpc] = [before.property('VpcId').text, after.property('VpcId').text];
      const isMoved = old !== undefined && current !== undefined && old !== current;
      return isMoved && range !== undefined && range === newRange && vpc !== undefined && vpc === newVpc
        ? `It is replaced to move from ${old} to ${current} and keeps the range ${range}, which the old subnet still has`
        : undefined;
    },
    answer: 'The CIDR conflicts with another subnet',
    fix: 'Give the subnet an unused CIDR range, or remove the old subnet in a deployment of its own first.',
  },
];

const BY_TYPE: ReadonlyMap<string, readonly RefusedUpdate[]> = new Map(
  [...new Set(ROWS.map(({ type }) => type))].map((type) => [type, ROWS.filter((row) => row.type === type)]),
);

export function* refusedUpdates({ changes }: DiffContext): Generator<Problem> {
  for (const change of changes) yield* problemsOf(change);
}

function* problemsOf(change: Change): Generator<Problem> {
  const { before, after, kind } = change;
  if (before === undefined || after === undefined || before.type !== after.type || kind === 'renamed' || kind === 'moved') return;
  for (const { find, answer, fix, isReplacement } of BY_TYPE.get(after.type) ?? []) {
    if (isReborn(change) !== (isReplacement ?? false)) continue;
    const what = find(before, after);
    if (what !== undefined) yield { kind: 'update-refused', level: 'blocked', at: after, message: `${what}: \`${answer}\`.`, fix };
  }
}

/** Names of a list's items; undefined when one is unknown. */
function namesIn(resource: Resource, list: string, key: string): readonly string[] | undefined {
  const names = resource.property(list).items?.map((item) => item.get(key).text);
  return names === undefined || names.includes(undefined) ? undefined : (names as readonly string[]);
}

/** Engine versions of a database whose engine stays the same. */
function versionsOf(before: Resource, after: Resource): readonly [string, string] | undefined {
  const [old, current] = [before.property('EngineVersion').text, after.property('EngineVersion').text];
  const engine = after.property('Engine').text;
  const isSameEngine = engine !== undefined && engine === before.property('Engine').text;
  return isSameEngine && old !== undefined && current !== undefined ? [old, current] : undefined;
}

/** The first attribute of the deployed schema that is removed or changed. */
function changedAttribute(before: Resource, after: Resource): string | undefined {
  const [old, current] = [attributesOf(before), attributesOf(after)];
  if (old === undefined || current === undefined) return undefined;
  for (const [name, attribute] of old) {
    const now = current.get(name);
    // A standard attribute exists whether the template lists it or not, so that only one with a data type is a custom one.
    if (now === undefined && !attribute.get('AttributeDataType').isAbsent) return `The attribute ${name} is removed from \`Schema\``;
    if (now !== undefined && SETTINGS.some((path) => isOther(attribute.get(...path), now.get(...path))))
      return `The attribute ${name} of \`Schema\` changes`;
  }
  return undefined;
}

const SETTINGS: readonly (readonly string[])[] = [
  ['AttributeDataType'],
  ['Mutable'],
  ['Required'],
  ['StringAttributeConstraints', 'MaxLength'],
  ['StringAttributeConstraints', 'MinLength'],
  ['NumberAttributeConstraints', 'MaxValue'],
  ['NumberAttributeConstraints', 'MinValue'],
];

function isOther({ text: before }: Property, { text: after }: Property): boolean {
  return before !== undefined && after !== undefined && before !== after;
}

function attributesOf(pool: Resource): ReadonlyMap<string, Property> | undefined {
  const attributes = pool.property('Schema').items?.map((item) => [item.get('Name').text, item] as const);
  return attributes === undefined || attributes.some(([name]) => name === undefined)
    ? undefined
    : new Map(attributes as readonly (readonly [string, Property])[]);
}
