import type { Json } from '../assembly/model.js';
import { isCustomResource } from '../facts/custom-resources.js';
import { getAttArguments, intrinsicOf, own, stepInto } from '../graph/model/json.js';
import type { Resource } from '../graph/model/resource.js';
import type { Steps } from './steps-of.js';

/**
 * Whether everything at the path below `Properties` is absent, a reference to a resource of the same template, or a policy that AWS manages. A
 * look at what is written there, without a place or a value for each: most resources name nothing else. False where that takes more than a look.
 */
export function namesOwnStackOnly(resource: Resource, steps: Steps): boolean {
  return staysInStack(resource, own(resource.raw, 'Properties'), steps, 0);
}

function staysInStack(resource: Resource, raw: Json | undefined, steps: Steps, index: number): boolean {
  if (raw === undefined) return true;
  const step = steps[index];
  const intrinsic = intrinsicOf(raw);
  if (intrinsic !== undefined)
    return step === undefined && (namesResource(resource, intrinsic[0], intrinsic[1]) || namesPolicyOfAws(intrinsic[0], intrinsic[1]));
  if (step === undefined || step === '{}') return false;
  if (step !== '*') return staysInStack(resource, stepInto(raw, step), steps, index + 1);
  return Array.isArray(raw) && raw.every((item: Json) => staysInStack(resource, item, steps, index + 1));
}

/** Nested stacks and custom resources hand on values from elsewhere. */
function namesResource({ graph, stack }: Resource, name: string, argument: Json): boolean {
  const id = name === 'Ref' ? argument : name === 'Fn::GetAtt' ? getAttArguments(argument)?.[0] : undefined;
  const type = typeof id === 'string' ? graph.resource(stack, id)?.type : undefined;
  return type !== undefined && type !== 'AWS::CloudFormation::Stack' && !isCustomResource(type);
}

/** `arn:${AWS::Partition}:iam::aws:policy/…`, as the CDK writes it: nobody's resource. */
function namesPolicyOfAws(name: string, argument: Json): boolean {
  const pieces = name === 'Fn::Join' && Array.isArray(argument) ? argument[1] : undefined;
  return Array.isArray(pieces) && pieces.length === 3 && typeof pieces[2] === 'string' && pieces[2].startsWith(':iam::aws:policy/');
}
