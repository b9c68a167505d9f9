import type { Property } from '../../../graph/model/property.js';
import type { Resource } from '../../../graph/model/resource.js';
import { compareVersions, familyOf, isMajorUpgrade } from '../engine-versions.js';
import type { Update } from '../update.js';

/** Engine versions of a database whose engine stays the same. */
export function versionsOf({
  before,
  after,
}: Update): { readonly engine: string; readonly old: string; readonly current: string } | undefined {
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

/** CloudFormation sends the security groups of a DocumentDB cluster along with each update, changed or not. */
export function majorVersionWithSecurityGroups({ before, after }: Update): string | undefined {
  const [old, current] = [before.property('EngineVersion').text, after.property('EngineVersion').text];
  if (old === undefined || current === undefined || old.split('.')[0] === current.split('.')[0]) return undefined;
  return after.property('VpcSecurityGroupIds').isAbsent
    ? undefined
    : `\`EngineVersion\` goes from ${old} to ${current} of a cluster with \`VpcSecurityGroupIds\``;
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
    : `\`EngineVersion\` goes from ${old} to the new major version ${current}, and its instance ${member.from.displayNameFrom(after)} has a parameter group of its own`;
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
  const deployed = context.pairing.matches.originOf(instance);
  return deployed !== undefined && !deployed.property('DBParameterGroupName').isAbsent;
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
  const deployed = cluster && context.pairing.matches.originOf(cluster);
  const isClusterSame =
    deployed !== undefined &&
    deployed.property('EngineVersion').text !== undefined &&
    deployed.property('EngineVersion').text === cluster?.property('EngineVersion').text;
  return isClusterSame && !before.property('DBClusterIdentifier').isAbsent
    ? `\`EngineVersion\` changes from ${old} to ${current}, and that of its cluster does not`
    : undefined;
}
