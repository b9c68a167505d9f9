import type { Json } from '../../assembly/model.js';
import { IN_PLACE, unknown } from '../model/value.js';
import { exact } from './kind.js';
import type { Walk } from './walk.js';

export const DEPENDS_ON = exact('DependsOn');

/** Logical ids in `DependsOn`: one, or a list. */
export function visitDependsOn(raw: Json | undefined, walk: Walk): void {
  if (typeof raw === 'string') walk.at(['DependsOn'], () => visitName(raw, walk));
  if (!Array.isArray(raw)) return;
  for (const [index, name] of raw.entries()) if (typeof name === 'string') walk.at(['DependsOn', index], () => visitName(name, walk));
}

function visitName(name: string, walk: Walk): void {
  if (name.startsWith('AWS::')) return;
  const resource = walk.graph.resource(walk.stack, name);
  if (resource !== undefined) walk.link('depends-on', { kind: 'reference', resource, attribute: undefined, via: IN_PLACE });
  else if (!walk.graph.isRemoved(walk.stack, name)) walk.unresolved('depends-on', unknown('undeclared', name));
}
