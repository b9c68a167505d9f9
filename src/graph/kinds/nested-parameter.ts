import type { Json, JsonObject } from '../../assembly/model.js';
import { own } from '../model/json.js';
import { nameOfUnknown, type Unknown } from '../model/value.js';
import { exact } from './kind.js';
import { visitSsm } from './ssm.js';
import type { Walk } from './walk.js';

export const NESTED_PARAMETER = exact('nested parameter');

/** A parameter of the template: of a nested stack, one of Parameter Store, or one that a deployment gives a value. */
export function visitParameter(name: string, declaration: JsonObject, walk: Walk): void {
  const { stack } = walk;
  // Legacy asset parameters say where code is uploaded; they are nobody's reference.
  if (name.startsWith('AssetParameters')) return;
  const type = own(declaration, 'Type');
  if (typeof type === 'string' && type.startsWith('AWS::SSM::Parameter::Value') && stack.parent === undefined) {
    const parameterName = stack.parameterValues.get(name) ?? own(declaration, 'Default');
    if (typeof parameterName === 'string') visitSsm(parameterName, walk);
    return;
  }
  const value = walk.evaluate({ Ref: name });
  if (stack.parent !== undefined && !(value.kind === 'unknown' && value.reason === 'parameter'))
    walk.boundary('nested-parameter', { kind: 'produced', name, stack: stack.parent.stack, value });
  else if (value.kind === 'unknown') visitOpen(value, own(declaration, 'Default'), walk);
}

/** A default may be overridden, but it says what is meant. */
function visitOpen(value: Unknown, otherwise: Json | undefined, walk: Walk): void {
  const { count } = walk;
  if (typeof otherwise === 'string' && value.reason === 'parameter') walk.text(otherwise);
  if (walk.count === count && !nameOfUnknown(value)?.startsWith('AssetParameters')) walk.unresolved('parameter', value);
}
