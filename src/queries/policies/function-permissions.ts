import type { Resource } from '../../graph/model/resource.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import { anyOf, type Maybe } from './maybe.js';
import { covers, type Text } from './pattern.js';
import { textAt } from './texts.js';

/** Whether an `AWS::Lambda::Permission`, in any stack, lets a service invoke a function. One for an alias or a version counts as well. */
export function mayInvoke(callee: Resource, service: string, sourceArn: Text | undefined): Maybe {
  const { byFunction, isComplete } = callee.graph.memo(functionPermissions);
  if (!isComplete) return undefined;
  return anyOf(byFunction.get(callee.base) ?? [], (permission) => {
    const principal = permission.property('Principal').text;
    if (principal !== undefined && principal !== '*' && !principal.startsWith(`${service}.`)) return false;
    const source = permission.property('SourceArn');
    const isFrom = source.isAbsent ? true : sourceArn === undefined ? undefined : covers(textAt(source), sourceArn);
    return isFrom === true && (principal === undefined || permission.existence !== 'certain') ? undefined : isFrom;
  });
}

interface FunctionPermissions {
  readonly byFunction: ReadonlyMap<Resource, readonly Resource[]>;
  /** False when it is not known to which function one of them belongs. */
  readonly isComplete: boolean;
}

function functionPermissions(graph: ResourceGraph): FunctionPermissions {
  const byFunction = new Map<Resource, Resource[]>();
  let isComplete = !graph.stacks.some((stack) => graph.hasUnexpandedMacros(stack));
  for (const permission of graph.resourcesOfType('AWS::Lambda::Permission')) {
    const name = permission.property('FunctionName');
    const named = name.target('AWS::Lambda::Function', 'AWS::Lambda::Alias', 'AWS::Lambda::Version');
    const callee = named?.type === 'AWS::Lambda::Function' ? named : named?.property('FunctionName').target('AWS::Lambda::Function');
    if (callee === undefined) isComplete &&= !name.isUnknown && name.reference === undefined;
    else byFunction.set(callee.base, [...(byFunction.get(callee.base) ?? []), permission]);
  }
  return { byFunction, isComplete };
}
