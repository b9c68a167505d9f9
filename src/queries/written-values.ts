import type { Json } from '../assembly/model.js';
import { handsOnValues } from '../facts/custom-resources.js';
import { getAttArguments, intrinsicOf, own, stepInto } from '../graph/model/json.js';
import type { Resource } from '../graph/model/resource.js';
import type { Steps } from './steps-of.js';

/**
 * Whether one of the values at the path below `Properties` may be meant, by what the template writes, without a place or a value for each:
 * most are not. True as well where a function stands on the way.
 */
export function someWritten(resource: Resource, steps: Steps, mayBe: (raw: Json) => boolean): boolean {
  return someBelow(own(resource.raw, 'Properties'), steps, 0, mayBe);
}

function someBelow(raw: Json | undefined, steps: Steps, index: number, mayBe: (raw: Json) => boolean): boolean {
  if (raw === undefined) return false;
  const step = steps[index];
  if (step === undefined) return mayBe(raw);
  if (intrinsicOf(raw) !== undefined) return true;
  if (step !== '*' && step !== '{}') return someBelow(stepInto(raw, step), steps, index + 1, mayBe);
  if (typeof raw !== 'object' || raw === null) return true;
  return Object.values(raw).some((item: Json) => someBelow(item, steps, index + 1, mayBe));
}

/** Whether everything at the path is absent, a reference to a resource of the same template, or a policy that AWS manages. False where that takes more than a look. */
export function namesOwnStackOnly(resource: Resource, steps: Steps): boolean {
  return !someWritten(resource, steps, (raw) => {
    const [name, argument] = intrinsicOf(raw) ?? [];
    return name === undefined || argument === undefined || !(namesResource(resource, name, argument) || namesPolicyOfAws(name, argument));
  });
}

function namesResource({ graph, stack }: Resource, name: string, argument: Json): boolean {
  const id = name === 'Ref' ? argument : name === 'Fn::GetAtt' ? getAttArguments(argument)?.[0] : undefined;
  const type = typeof id === 'string' ? graph.resource(stack, id)?.type : undefined;
  return type !== undefined && !handsOnValues(type);
}

/** `arn:${AWS::Partition}:iam::aws:policy/…`, as the CDK writes it: nobody's resource. */
function namesPolicyOfAws(name: string, argument: Json): boolean {
  const pieces = name === 'Fn::Join' && Array.isArray(argument) ? argument[1] : undefined;
  return Array.isArray(pieces) && pieces.length === 3 && typeof pieces[2] === 'string' && pieces[2].startsWith(':iam::aws:policy/');
}
