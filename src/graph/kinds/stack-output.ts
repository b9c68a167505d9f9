import type { Json } from '../../assembly/model.js';
import { lookup } from './kind.js';
import type { Walk } from './walk.js';

export const STACK_OUTPUT = lookup('stack output');

/** `Fn::GetStackOutput`. */
export function visitStackOutput(argument: Json, walk: Walk): void {
  walk.boundary('stack-output', walk.graph.producers.findStackOutput(walk.evaluate(argument), walk.stack));
}
