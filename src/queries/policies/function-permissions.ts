import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import { ResourceMap } from '../../graph/model/resource-map.js';
import { allOf, anyOf, type Maybe } from './maybe.js';
import { covers, equals, isCovered, type Text } from './pattern.js';
import { textAt } from './texts.js';

/** A service that invokes a function. */
export interface Invocation {
  readonly service: string;
  /** What it sends as `aws:SourceArn` and `aws:SourceAccount`, where that is documented. */
  readonly source: Text | undefined;
  readonly account: Text | undefined;
}

/**
 * Whether an `AWS::Lambda::Permission`, in any stack, lets a service invoke a function, alias or version. One for the function does not count
 * for its aliases and versions, nor the other way round.
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
 */
export function mayInvoke(callee: Resource, invocation: Invocation): Maybe {
  const { byCallee, isComplete } = callee.graph.memo(functionPermissions);
  const allowed = anyOf(byCallee.get(callee) ?? [], (permission) => admits(permission, invocation));
  return isComplete || allowed === true ? allowed : undefined;
}

/** The permissions that may let a service invoke it. */
export function permissionsFor(callee: Resource, invocation: Invocation): readonly Resource[] {
  const granted = callee.graph.memo(functionPermissions).byCallee.get(callee) ?? [];
  return granted.filter((one) => admits(one, invocation) !== false).map(({ permission }) => permission.base);
}

/** Whether everybody, or a service, may do something with a function, by its permissions in any stack. */
export function mayCall(callee: Resource, action: string, service?: string): Maybe {
  const { byCallee, isComplete } = callee.graph.memo(functionPermissions);
  const allowed = anyOf(byCallee.get(callee) ?? [], ({ permission, isCertain }) =>
    allOf(
      [
        () => (isCertain && permission.existence === 'certain' ? true : undefined),
        () => test(permission.property('Action'), (text) => isCovered(text.toLowerCase(), action.toLowerCase())),
        () => test(permission.property('Principal'), (text) => text === '*' || (service !== undefined && text.startsWith(`${service}.`))),
      ],
      (answer) => answer(),
    ),
  );
  return isComplete || allowed === true ? allowed : undefined;
}

function admits({ permission, isCertain }: Granted, { service, source, account }: Invocation): Maybe {
  const tests: readonly (() => Maybe)[] = [
    () => (isCertain && permission.existence === 'certain' ? true : undefined),
    () => test(permission.property('Action'), (text) => isCovered(text.toLowerCase(), 'lambda:invokefunction')),
    () => test(permission.property('Principal'), (text) => text === '*' || text.startsWith(`${service}.`)),
    () => within(permission.property('SourceArn'), source, covers),
    () => within(permission.property('SourceAccount'), account, equals),
  ];
  return allOf(tests, (answer) => answer());
}

function test({ text }: Property, isMeant: (text: string) => boolean): Maybe {
  return text === undefined ? undefined : isMeant(text);
}

function within(limit: Property, actual: Text | undefined, compare: (limit: Text, actual: Text) => Maybe): Maybe {
  if (limit.isAbsent) return true;
  return actual === undefined ? undefined : compare(textAt(limit), actual);
}

interface Granted {
  readonly permission: Resource;
  /** Whether it is for this function for certain, and not for an alias or version of it. */
  readonly isCertain: boolean;
}

interface FunctionPermissions {
  readonly byCallee: ReadonlyMap<Resource, readonly Granted[]>;
  /** False when it is not known to which function one of them belongs. */
  readonly isComplete: boolean;
}

const INVOKED = ['AWS::Lambda::Function', 'AWS::Lambda::Alias', 'AWS::Lambda::Version'];

function functionPermissions(graph: ResourceGraph): FunctionPermissions {
  const byCallee = new ResourceMap<Granted[]>();
  let isComplete = !graph.mayLackResources();
  const add = (callee: Resource, granted: Granted) => byCallee.set(callee, [...(byCallee.get(callee) ?? []), granted]);
  for (const permission of graph.resourcesOfType('AWS::Lambda::Permission')) {
    const name = permission.property('FunctionName');
    const { reference } = name;
    if (reference !== undefined && INVOKED.includes(reference.resource.type)) {
      add(reference.resource, { permission, isCertain: true });
      continue;
    }
    const mentioned = mentionedIn(name);
    for (const callee of mentioned) add(callee, { permission, isCertain: name.text !== undefined && !hasQualifier(name.text) });
    if (mentioned.length === 0 && name.text === undefined) isComplete = false;
  }
  return { byCallee, isComplete };
}

/** The function of an ARN or a name, and whatever else it is put together from. */
function mentionedIn(name: Property): readonly Resource[] {
  const target = name.target(...INVOKED);
  if (target !== undefined) return [target];
  const references = (name.parts ?? []).flatMap((part) => (typeof part !== 'string' && part.kind === 'reference' ? [part.resource] : []));
  return references.flatMap((resource) => {
    const lambda = resource.property('FunctionName').target('AWS::Lambda::Function');
    return INVOKED.includes(resource.type) ? [resource, ...(lambda === undefined ? [] : [lambda])] : [];
  });
}

/** `orders:live`, `arn:aws:lambda:us-east-1:111122223333:function:orders:live` */
function hasQualifier(name: string): boolean {
  return name.startsWith('arn:') ? name.split(':').length > 7 : name.includes(':');
}
