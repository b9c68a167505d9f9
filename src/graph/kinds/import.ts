import type { Json } from '../../assembly/model.js';
import { WITH_DEFAULTS } from '../model/scope.js';
import { referencesIn } from '../model/value.js';
import { lookup } from './kind.js';
import type { Walk } from './walk.js';

export const IMPORT = lookup('import');

/** `Fn::ImportValue`. An export that only has the name with the defaults of parameters is joined by its name. */
export function visitImport(argument: Json, walk: Walk): void {
  const { graph, stack } = walk;
  const found = graph.producers.findImport(walk.evaluate(argument), stack);
  const expected = found.kind === 'unknown' ? graph.producers.findExpectedImport(walk.evaluate(argument, WITH_DEFAULTS), stack) : undefined;
  if (expected === undefined) {
    walk.boundary('import', found);
    return;
  }
  walk.stackLink('name', expected.stack, expected.name);
  for (const reference of referencesIn(expected.value)) walk.link('name', reference);
}
