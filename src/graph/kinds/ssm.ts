import { type KindOfLink, lookup } from './kind.js';
import type { Walk } from './walk.js';

/** Inferred: the reader and the parameter have one name. */
export const SSM: KindOfLink = { ...lookup('SSM parameter'), class: 'inferred' };

/** A parameter of Parameter Store, by its name with or without a version. */
export function visitSsm(name: string, walk: Walk): void {
  const { producers } = walk.graph;
  const found = producers.findSsm(name, walk.stack);
  // CDK's reader takes its values from parameters that the writer of another region makes.
  const written = found.kind === 'unknown' ? producers.findCrossRegionExport(name, walk.stack) : undefined;
  if (written?.kind === 'produced') {
    walk.boundary('cross-region-export', written);
    return;
  }
  if (found.kind === 'unknown') {
    walk.unresolved('ssm', found);
    return;
  }
  walk.stackLink('ssm', found.stack, found.name);
  walk.link('ssm', { kind: 'reference', resource: found.parameter, attribute: undefined, via: ['ssm'] });
}
