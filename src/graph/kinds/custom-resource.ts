import { isCustomResource } from '../../facts/custom-resources.js';
import type { Resource } from '../model/resource.js';
import { type Boundary, unknown } from '../model/value.js';
import { lookup } from './kind.js';
import type { Walk } from './walk.js';

export const CUSTOM_RESOURCE = lookup('read by a custom resource');

const VIA: readonly Boundary[] = ['custom-resource'];

/** What a custom resource reads of other stacks when it is created. */
export function visitCustomReads(resource: Resource, walk: Walk): void {
  if (!isCustomResource(resource.type)) return;
  const { custom } = walk.graph.producers;
  for (const read of custom.readsOf(resource)) {
    const found = custom.find(read);
    walk.at(read.path, () => {
      if (found.kind === 'unknown') walk.unresolved('custom-resource', found);
      else walk.stackLink('custom-resource', found.stack, read.name);
      if (found.kind === 'produced' && 'parameter' in found)
        walk.link('custom-resource', { kind: 'reference', resource: found.parameter, attribute: undefined, via: VIA });
    });
  }
}

/** An attribute of a custom resource: what it has read, or what only its handler knows. */
export function visitCustomAttribute(resource: Resource, attribute: string, walk: Walk): void {
  const read = walk.graph.producers.custom.findAttribute(resource, attribute);
  if (read === undefined) walk.unresolved('get-att', unknown('custom-resource', `${resource.logicalId}.${attribute}`));
  else walk.boundary('custom-resource', read);
}
