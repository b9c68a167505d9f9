import { isCustomResource } from '../facts/custom-resources.js';
import { sdkCallsOf } from '../graph/links/sdk-calls.js';
import type { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { groupBy } from '../group-by.js';
import { normalName } from './dns-names.js';
import { namespacesInManifests } from './kubernetes-names.js';
import { namesInText } from './names-in-text.js';
import { zoneByName } from './record-zones.js';
import { namedHere } from './regional-calls.js';
import { SECRET, secretUses } from './secrets.js';

/** A place that names a resource in a way that is no link, and that must exist when the place is deployed. */
export interface NamedFirst {
  readonly at: Property;
  readonly target: Resource;
  readonly name: string;
  /** What the service answers when it does not exist yet; empty where that is not known. */
  readonly answer: string;
  /** Whether CloudFormation itself reads it. */
  readonly isRead?: true;
}

export function namedFirst(graph: ResourceGraph): readonly NamedFirst[] {
  return graph.memo(findNamedFirst);
}

function findNamedFirst(graph: ResourceGraph): readonly NamedFirst[] {
  return [...readSecrets(graph), ...calledByName(graph), ...zonesByName(graph), ...namesInText(graph), ...namespacesInManifests(graph)];
}

/** `{{resolve:secretsmanager:name}}`, where one secret has the name. */
function readSecrets(graph: ResourceGraph): readonly NamedFirst[] {
  const secrets = groupBy(graph.resourcesOfType(SECRET), (secret) => `${secret.account} ${secret.region} ${secret.physicalName}`);
  return [...secrets.values()].flatMap(([target, ...others]) => {
    const { physicalName: name } = target;
    // Of two with one name the second is rejected.
    if (name === undefined || others.length > 0) return [];
    const uses = secretUses(graph).get(name) ?? [];
    return uses
      .filter(({ at, region }) => at.arn === undefined && region === target.region && at.resource.account === target.account)
      .map(({ at }) => ({ at, target, name, answer: 'ResourceNotFoundException', isRead: true as const }));
  });
}

/** Calls that read what another resource is; those that write may create it themselves. */
const READING = /^(?:get|describe|invoke|start|send|publish)/;

/** What a call of `AwsCustomResource` names. */
function calledByName(graph: ResourceGraph): readonly NamedFirst[] {
  const custom = [...graph.types()].filter(isCustomResource).flatMap((type) => graph.resourcesOfType(type));
  const calls = custom
    .flatMap((resource) => sdkCallsOf(resource))
    .filter(({ event, action, mayFail }) => event === 'Create' && !mayFail && READING.test(action));
  return calls.flatMap((call) =>
    namedHere(call).map((target) => ({ at: call.at, target, name: target.physicalName ?? target.displayName, answer: '' })),
  );
}

/** Records that name their zone. */
function zonesByName(graph: ResourceGraph): readonly NamedFirst[] {
  return graph.resourcesOfType('AWS::Route53::RecordSet').flatMap((record) => {
    const at = record.property('HostedZoneName');
    const name = at.text;
    const target = name === undefined ? undefined : zoneByName(record, normalName(name)).resource;
    return name === undefined || target === undefined ? [] : [{ at, target, name, answer: 'No hosted zone found' }];
  });
}
