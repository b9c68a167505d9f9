import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import { membershipOf } from '../../queries/global-clusters.js';
import { compareVersions, familyOf, isMajorUpgrade } from './engine-versions.js';
import type { Update } from './update.js';

/** Engine versions of a database whose engine stays the same. */
function versionsOf({ before, after }: Update): { readonly engine: string; readonly old: string; readonly current: string } | undefined {
  const [old, current] = [before.property('EngineVersion').text, after.property('EngineVersion').text];
  const engine = after.property('Engine').text;
  const isSameEngine = engine !== undefined && engine === before.property('Engine').text;
  return isSameEngine && old !== undefined && current !== undefined ? { engine, old, current } : undefined;
}

export function majorVersionWithoutFlag(update: Update): string | undefined {
  const { engine, old, current } = versionsOf(update) ?? { engine: '', old: '', current: '' };
  const flag = update.after.property('AllowMajorVersionUpgrade');
  const isOff = flag.isAbsent || flag.boolean === false;
  return isOff && update.after.property('DBClusterIdentifier').isAbsent && isMajorUpgrade(engine, old, current)
    ? `\`EngineVersion\` goes from ${old} to the new major version ${current} without \`AllowMajorVersionUpgrade\``
    : undefined;
}

/** A new major version needs another group for the instances, and only the cluster can give it. */
export function customParameterGroup(update: Update): string | undefined {
  const { engine, old, current } = versionsOf(update) ?? { engine: '', old: '', current: '' };
  const { after } = update;
  if (!isMajorUpgrade(engine, old, current) || !after.property('DBInstanceParameterGroupName').isAbsent) return undefined;
  const member = after.graph
    .linksTo(after)
    .find(
      ({ from, path }) =>
        path[1] === 'DBClusterIdentifier' && isCustomGroup(from.property('DBParameterGroupName')) && wasMember(from, update),
    );
  return member === undefined
    ? undefined
    : `\`EngineVersion\` goes from ${old} to the new major version ${current}, and its instance ${member.from.constructPath ?? member.from.logicalId} has a parameter group of its own`;
}

/** Also of a cluster: the group must be of the family of the new version. */
export function parameterGroupOfOldFamily(update: Update): string | undefined {
  const { engine, old, current } = versionsOf(update) ?? { engine: '', old: '', current: '' };
  const { after } = update;
  if (!isMajorUpgrade(engine, old, current) || (after.type === 'AWS::RDS::DBInstance' && !after.property('DBClusterIdentifier').isAbsent))
    return undefined;
  const isCluster = after.type === 'AWS::RDS::DBCluster';
  const name = isCluster ? 'DBClusterParameterGroupName' : 'DBParameterGroupName';
  const group = after.property(name).target(isCluster ? 'AWS::RDS::DBClusterParameterGroup' : 'AWS::RDS::DBParameterGroup');
  const family = group?.property('Family').text;
  const needed = familyOf(engine, current);
  return family === undefined || needed === undefined || family !== familyOf(engine, old) || family === needed
    ? undefined
    : `\`EngineVersion\` goes to ${current}, which needs parameters of the family ${needed}, and \`${name}\` is of ${family}`;
}

function isCustomGroup(group: Property): boolean {
  if (group.isAbsent) return false;
  return group.text === undefined ? group.target('AWS::RDS::DBParameterGroup') !== undefined : !group.text.startsWith('default.');
}

function wasMember(instance: Resource, { context }: Update): boolean {
  const deployed = context.pairing.partners.originOf(instance);
  return deployed !== undefined && !deployed.property('DBParameterGroupName').isAbsent;
}

export function primaryBeforeSecondary(update: Update): string | undefined {
  const { old, current } = versionsOf(update) ?? { old: '', current: '' };
  const { after, context } = update;
  if (current === '' || compareVersions(current, old) <= 0) return undefined;
  const membership = membershipOf(after);
  if (membership?.member.role !== 'primary') return undefined;
  const secondary = membership.globalCluster.members.find(
    ({ cluster, role }) =>
      role === 'secondary' &&
      context.pairing.partners.isUpdatedInPlace(cluster.base) &&
      context.after.order.createdBefore(after, cluster) &&
      isLower(context.pairing.partners.originOf(cluster.base), current),
  );
  return secondary === undefined
    ? undefined
    : `The primary cluster is upgraded from ${old} to ${current} before its secondary cluster in ${secondary.cluster.stack.name}`;
}

function isLower(deployed: Resource | undefined, version: string): boolean {
  const text = deployed?.property('EngineVersion').text;
  return text !== undefined && compareVersions(text, version) < 0;
}

export function minorVersionOfGlobalCluster(update: Update): string | undefined {
  const { engine, old, current } = versionsOf(update) ?? { engine: '', old: '', current: '' };
  if (!engine.startsWith('aurora') || compareVersions(current, old) === 0 || isMajorUpgrade(engine, old, current)) return undefined;
  return `\`EngineVersion\` of the global cluster goes from ${old} to the minor version ${current}`;
}

/** The first attribute of the deployed schema that is removed or changed. */
export function schemaAttributeChanged({ before, after }: Update): string | undefined {
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

export function indexWithoutCapacity({ before, after }: Update): string | undefined {
  const mode = after.property('BillingMode');
  const isSwitched = before.property('BillingMode').text === 'PAY_PER_REQUEST' && (mode.isAbsent || mode.text === 'PROVISIONED');
  if (!isSwitched || after.property('ProvisionedThroughput').isAbsent) return undefined;
  const index = after.property('GlobalSecondaryIndexes').items?.find((item) => item.get('ProvisionedThroughput').isAbsent);
  const name = index?.get('IndexName').text;
  return name === undefined ? undefined : `The table is switched to provisioned capacity, and its index ${name} has none`;
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBInstance.html: SQL Server takes any larger size. */
export function storageStep({ before, after }: Update): string | undefined {
  const [old, current] = [before.property('AllocatedStorage').number, after.property('AllocatedStorage').number];
  const engine = after.property('Engine').text;
  if (old === undefined || current === undefined || engine === undefined || engine.startsWith('sqlserver')) return undefined;
  const isMember = !after.property('DBClusterIdentifier').isAbsent;
  return !isMember && current > old && current < old * 1.1
    ? `\`AllocatedStorage\` is raised from ${old} to ${current} GiB, which is less than 10 %`
    : undefined;
}

export function versionOfMember(update: Update): string | undefined {
  const { old, current } = versionsOf(update) ?? { old: '', current: '' };
  const { before, after, context } = update;
  if (current === '' || compareVersions(old, current) === 0) return undefined;
  const cluster = after.property('DBClusterIdentifier').target('AWS::RDS::DBCluster');
  const deployed = cluster && context.pairing.partners.originOf(cluster);
  const isClusterSame =
    deployed !== undefined &&
    deployed.property('EngineVersion').text !== undefined &&
    deployed.property('EngineVersion').text === cluster?.property('EngineVersion').text;
  return isClusterSame && !before.property('DBClusterIdentifier').isAbsent
    ? `\`EngineVersion\` changes from ${old} to ${current}, and that of its cluster does not`
    : undefined;
}

/** Attributes that every user pool has: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html */
const STANDARD_ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    'address birthdate email family_name gender given_name locale middle_name name nickname phone_number picture preferred_username profile ' +
    'updated_at website zoneinfo'
  ).split(' '),
);

/** A standard attribute that the schema did not list is there, and optional. */
export function standardAttributeRequired({ before, after }: Update): string | undefined {
  const [old, current] = [attributesOf(before), attributesOf(after)];
  for (const [name, attribute] of current ?? []) {
    if (old !== undefined && !old.has(name) && STANDARD_ATTRIBUTES.has(name) && attribute.get('Required').boolean === true)
      return `The attribute ${name}, which every user pool has, is made required`;
  }
  return undefined;
}

/** Only its update policy keeps CloudFormation from replacing a domain whose version changes. */
export function replacedByUpgrade(update: Update): string | undefined {
  const { path, old, current } = domainVersionsOf(update);
  const isOff = policyOf(update).isAbsent || policyOf(update).boolean === false;
  return isOff && old !== undefined && current !== undefined && old !== current
    ? `\`${path}\` changes from ${old} to ${current}`
    : undefined;
}

export function domainDowngraded(update: Update): string | undefined {
  const { path, old, current } = domainVersionsOf(update);
  const isLowered = old !== undefined && current !== undefined && compareVersions(current, old) < 0;
  return isLowered && policyOf(update).boolean === true ? `\`${path}\` is lowered from ${old} to ${current}` : undefined;
}

function policyOf({ after }: Update): Property {
  return after.attribute('UpdatePolicy').get('EnableVersionUpgrade');
}

function domainVersionsOf({ before, after }: Update): { path: string; old: string | undefined; current: string | undefined } {
  const path = after.type === 'AWS::Elasticsearch::Domain' ? 'ElasticsearchVersion' : 'EngineVersion';
  return { path, old: before.property(path).text, current: after.property(path).text };
}
