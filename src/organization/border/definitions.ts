import type { Json, Stack } from '../../assembly/model.js';
import { NAMED_TYPES } from '../../facts/resource-names.js';
import { STATEFUL_TYPES } from '../../facts/stateful-types.js';
import { UNIQUE_NAMES } from '../../facts/unique-names.js';
import { writesOf } from '../../graph/links/custom-resource-reads.js';
import { own } from '../../graph/model/json.js';
import type { OutputPlace } from '../../graph/model/link.js';
import type { Resource } from '../../graph/model/resource.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import { NO_ASSUMPTIONS } from '../../graph/model/scope.js';
import { copiesIn } from '../../queries/copied-resources.js';
import { identitiesOf } from '../../queries/identities.js';
import { allRecords } from '../../queries/record-sets.js';
import { addressHosts } from './hosts.js';
import { exportKey, hostKey, type Key, nameKey, outputKey, scopeOfNames } from './keys.js';

/** Something that an application makes under a name which others can use. */
export interface Definition {
  readonly key: Key;
  readonly scope: 'region' | 'account' | 'global';
  /** Whether a second one of this key is rejected, or replaces this one. */
  readonly isExclusive: boolean;
  readonly from: Resource | OutputPlace;
  /** In place of the stack's. */
  readonly region?: string | undefined;
  /** What others read of it, as it stands in the template. */
  readonly value?: Json | undefined;
}

/** All that others can name, in the order of kinds and of the templates. */
export function definitionsIn(graph: ResourceGraph): readonly Definition[] {
  return [...outputs(graph), ...names(graph), ...writtenParameters(graph), ...hosts(graph), ...identities(graph)];
}

function* outputs(graph: ResourceGraph): Generator<Definition> {
  for (const stack of graph.stacks) {
    for (const [output, declaration] of stack.template.outputs) {
      const from = { kind: 'output', stack, output } as const;
      const value = own(declaration, 'Value');
      const name = exportName(own(own(declaration, 'Export'), 'Name'), stack, graph);
      if (name !== undefined) yield { key: exportKey(name), scope: 'region', isExclusive: true, from, value };
      if (stack.parent === undefined && !stack.isNameAssumed)
        yield { key: outputKey(stack.name, output), scope: 'region', isExclusive: false, from, value };
    }
  }
}

function exportName(raw: Json | undefined, stack: Stack, graph: ResourceGraph): string | undefined {
  if (raw === undefined) return undefined;
  const name = graph.evaluator.evaluate(raw, { stack, assumptions: NO_ASSUMPTIONS });
  return name.kind === 'literal' ? String(name.value) : undefined;
}

const NAMING_TYPES: ReadonlySet<string> = new Set([...NAMED_TYPES.keys(), ...UNIQUE_NAMES.keys()]);

function* names(graph: ResourceGraph): Generator<Definition> {
  const copies = copiedTo(graph);
  for (const type of NAMING_TYPES) {
    const unique = UNIQUE_NAMES.get(type);
    for (const resource of graph.resourcesOfType(type)) {
      const name = resource.physicalName ?? resource.property(...(unique?.steps ?? [])).text;
      if (name === undefined || (unique === undefined && resource.physicalName === undefined)) continue;
      const within = unique?.within && (resource.property(unique.within.property).text ?? unique.within.default);
      const key = nameKey(type, within === undefined || within === unique?.within?.default ? name : `${within}/${name}`);
      const value = type === 'AWS::SSM::Parameter' ? own(own(resource.raw, 'Properties'), 'Value') : undefined;
      const definition = { key, scope: scopeOfNames(type), isExclusive: unique?.isTaken !== true, from: resource, value };
      for (const region of copies.get(resource) ?? [undefined]) yield { ...definition, region };
    }
  }
}

/** All regions of secrets and tables that are copied to other regions. */
function copiedTo(graph: ResourceGraph): ReadonlyMap<Resource, readonly (string | undefined)[]> {
  const copies = new Map<Resource, (string | undefined)[]>();
  for (const { resource, regions } of [...graph.memo(copiesIn).values()].flat()) copies.set(resource, [...regions]);
  for (const replica of graph.resourcesOfType('Custom::DynamoDBReplica')) {
    const table = replica.property('TableName').target('AWS::DynamoDB::Table');
    const region = replica.property('Region').text;
    if (table !== undefined && region !== undefined) copies.set(table.base, [...(copies.get(table.base) ?? [table.region]), region]);
  }
  return copies;
}

/** Parameters that custom resources put. */
function* writtenParameters(graph: ResourceGraph): Generator<Definition> {
  for (const type of graph.types()) {
    if (type !== 'Custom::AWS') continue;
    for (const resource of graph.resourcesOfType(type)) {
      for (const { name, environment } of writesOf(resource)) {
        const key = nameKey('AWS::SSM::Parameter', name);
        yield { key, scope: 'region', isExclusive: false, from: resource, region: environment.region };
      }
    }
  }
}

function* hosts(graph: ResourceGraph): Generator<Definition> {
  for (const record of graph.memo(allRecords)) {
    const name = record.get('Name').text;
    if (name !== undefined) yield { key: hostKey(name), scope: 'global', isExclusive: false, from: record.resource };
  }
  for (const { host, resource } of addressHosts(graph)) yield { key: hostKey(host), scope: 'global', isExclusive: false, from: resource };
}

function* identities(graph: ResourceGraph): Generator<Definition> {
  for (const type of graph.types()) {
    // Their names are keys already.
    if (NAMING_TYPES.has(type)) continue;
    for (const resource of graph.certainResourcesOfType(type)) {
      for (const { row, parts, isPortable, scope } of identitiesOf(resource)) {
        const isExclusive = row.isCertain && (row.second === 'rejected' || row.second === 'overwrites');
        if (!isPortable || !isExclusive) continue;
        yield { key: { kind: 'identity', type: row.space, name: parts.join(' ').trimEnd() }, scope, isExclusive, from: resource };
      }
    }
  }
}

/** Whether deleting what it is made by deletes data. */
export function isStateful({ from }: Definition): boolean {
  return !('kind' in from) && STATEFUL_TYPES.get(from.type) === 'data';
}
