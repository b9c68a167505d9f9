import { parseArn } from '../model/arn.js';
import { referencesIn, type Value } from '../model/value.js';
import { inferred } from './kind.js';
import { visitNamed } from './name.js';
import type { Walk } from './walk.js';

export const ARN = inferred('ARN');

/** An ARN that is written out. One around a reference is already a link by that reference. */
export function visitArn(value: Value, walk: Walk): void {
  const arn = parseArn(value);
  if (arn === undefined || referencesIn(arn.resource).length > 0) return;
  const { names } = walk.graph;
  visitNamed('arn', names.findArn(arn) ?? (value.kind === 'literal' ? names.findExpected(value, walk.stack) : undefined), value, walk);
}
