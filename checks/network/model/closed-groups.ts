import { OUTBOUND } from '../../../src/facts/security-group-rules.js';
import type { Property } from '../../../src/graph/model/property.js';
import type { Resource } from '../../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../../src/graph/model/resource-graph.js';

/** The rule that the CDK writes for `allowAllOutbound: false`, which no packet fits. */
const NOWHERE = '255.255.255.255/32';

/** The security groups of a list when none of them lets anything out; undefined otherwise, and when that is not known. */
export function closedGroupsAt(list: Property): readonly Resource[] | undefined {
  const groups = list.items?.map((item) => item.reference?.resource);
  if (groups === undefined || groups.length === 0) return undefined;
  return groups.every((group) => group !== undefined && isClosed(group)) ? groups.filter((group) => group !== undefined) : undefined;
}

/** Without rules of its own a group lets everything out. */
function isClosed(group: Resource): boolean {
  const rules = group.type === 'AWS::EC2::SecurityGroup' ? (group.property(OUTBOUND.list).items ?? []) : [];
  if (rules.length === 0 || !rules.every((rule) => rule.get('CidrIp').text === NOWHERE)) return false;
  const { groups, isKnown } = group.graph.memo(furtherRules);
  return isKnown && !groups.has(group.base);
}

interface FurtherRules {
  /** Those that rules of their own let out. */
  readonly groups: ReadonlySet<Resource>;
  /** False when one is about a group that is not known. */
  readonly isKnown: boolean;
}

function furtherRules(graph: ResourceGraph): FurtherRules {
  const groups = graph.resourcesOfType(OUTBOUND.type).map((rule) => rule.property('GroupId'));
  return {
    groups: new Set(groups.flatMap(({ reference }) => reference?.resource.base ?? [])),
    isKnown: !groups.some(({ isUnknown }) => isUnknown),
  };
}
