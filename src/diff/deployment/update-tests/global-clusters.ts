import type { Resource } from '../../../graph/model/resource.js';
import { declaredBy, membershipOf } from '../../../queries/global-clusters.js';
import { compareVersions, isMajorUpgrade } from '../engine-versions.js';
import type { Update } from '../update.js';
import { versionsOf } from './relational.js';

/** Only the global cluster can be upgraded to a new major version, and it upgrades its members; one that is updated before them has done so. */
export function majorVersionOfGlobalMember(update: Update): string | undefined {
  const { engine, old, current } = versionsOf(update) ?? { engine: '', old: '', current: '' };
  const { before, after, context } = update;
  if (!isMajorUpgrade(engine, old, current) || membershipOf(before) === undefined) return undefined;
  const declaration = membershipOf(after)?.globalCluster.declaration;
  if (declaration === undefined) return undefined;
  const [deployed, target] = [context.pairing.matches.originOf(declaration), declaration.property('EngineVersion')];
  const isUpgraded = target.text === undefined ? !target.isAbsent : isMajorUpgrade(engine, old, target.text);
  const wasUpgraded = deployed === undefined || isMajorUpgrade(engine, old, deployed.property('EngineVersion').text ?? old);
  if (wasUpgraded || (isUpgraded && context.after.order.createdBefore(declaration, after))) return undefined;
  return `\`EngineVersion\` of a member of the global cluster ${declaration.displayName} goes from ${old} to the new major version ${current}${isUpgraded ? ', before that of the global cluster' : ''}`;
}

/** The members lose the parameter groups that their templates give them. */
export function parameterGroupsOfMembers(update: Update): string | undefined {
  const { engine, old, current } = versionsOf(update) ?? { engine: '', old: '', current: '' };
  if (!isMajorUpgrade(engine, old, current)) return undefined;
  const member = declaredBy(update.after)?.members.find(({ cluster }) => !cluster.property('DBClusterParameterGroupName').isAbsent);
  return (
    member &&
    `\`EngineVersion\` goes from ${old} to the new major version ${current}, and ${member.cluster.displayName} has a parameter group of its own`
  );
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
      context.pairing.matches.isUpdatedInPlace(cluster.base) &&
      context.after.order.createdBefore(after, cluster) &&
      isLower(context.pairing.matches.originOf(cluster.base), current),
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
