import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import { ResourceMap } from '../../graph/model/resource-map.js';
import { groupBy } from '../../group-by.js';
import { memoize } from '../../memoize.js';
import { allOf, anyOf, type Maybe } from './maybe.js';
import { covers, equals, isCovered, type Text } from './pattern.js';
import { MOST_STATEMENTS } from './statement.js';
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
  return anyPermission(callee, (granted) => admits(granted, invocation));
}

/** Undefined when it may have others; and when there are more than a policy can hold, which nobody deploys. */
function anyPermission(callee: Resource, test: (granted: Granted) => Maybe): Maybe {
  const { byCallee, isComplete } = callee.graph.memo(functionPermissions);
  const granted = byCallee.get(callee) ?? [];
  if (granted.length > MOST_STATEMENTS) return undefined;
  const allowed = anyOf(granted, test);
  return isComplete || allowed === true ? allowed : undefined;
}

/** The permissions that may let a service invoke it. */
export function permissionsFor(callee: Resource, invocation: Invocation): readonly Resource[] {
  const granted = callee.graph.memo(functionPermissions).byCallee.get(callee) ?? [];
  if (granted.length > MOST_STATEMENTS) return [];
  return granted.filter((one) => admits(one, invocation) !== false).map(({ permission }) => permission.base);
}

/** Whether everybody, or a service, may do something with a function, by its permissions in any stack. */
export function mayCall(callee: Resource, action: string, service?: string): Maybe {
  return anyPermission(callee, ({ isCertain, allows }) => {
    const { action: pattern, principal } = allows();
    return allOf(
      [
        () => (isCertain ? true : undefined),
        () => known(pattern, (text) => isCovered(text, action.toLowerCase())),
        () => known(principal, (text) => text === '*' || (service !== undefined && text.startsWith(`${service}.`))),
      ],
      (answer) => answer(),
    );
  });
}

/** Whether something of another account may invoke a function; undefined when it may invoke an alias or version, which an ARN of the function may mean. */
export function mayInvokeFrom(callee: Resource, account: string): Maybe {
  const others = callee.graph.memo(qualified).get(callee) ?? [];
  const allowed = mayAccountInvoke(callee, account);
  return allowed === false && others.some((one) => mayAccountInvoke(one, account) !== false) ? undefined : allowed;
}

function mayAccountInvoke(callee: Resource, account: string): Maybe {
  return anyPermission(callee, ({ isCertain, allows }) => {
    const { action: pattern, principal } = allows();
    return allOf(
      [
        () => (isCertain ? true : undefined),
        () => known(pattern, (text) => isCovered(text, 'lambda:invokefunction')),
        () => known(principal, (text) => text === '*' || text.includes(account)),
      ],
      (answer) => answer(),
    );
  });
}

function admits({ isCertain, allows }: Granted, { service, source, account }: Invocation): Maybe {
  const { action, principal, sourceArn, sourceAccount } = allows();
  const tests: readonly (() => Maybe)[] = [
    () => (isCertain ? true : undefined),
    () => known(action, (text) => isCovered(text, 'lambda:invokefunction')),
    () => known(principal, (text) => text === '*' || text.startsWith(`${service}.`)),
    () => within(sourceArn, source, covers),
    () => within(sourceAccount, account, equals),
  ];
  return allOf(tests, (answer) => answer());
}

function known(text: string | undefined, isMeant: (text: string) => boolean): Maybe {
  return text === undefined ? undefined : isMeant(text);
}

function within(limit: Text | undefined, actual: Text | undefined, compare: (limit: Text, actual: Text) => Maybe): Maybe {
  if (limit === undefined) return true;
  return actual === undefined ? undefined : compare(limit, actual);
}

interface Granted {
  readonly permission: Resource;
  /** Whether it is there, and for this function and not for an alias or version of it, for certain. */
  readonly isCertain: boolean;
  readonly allows: () => Allowed;
}

/** What a permission allows; a text is undefined when it is not known, a limit when there is none. */
interface Allowed {
  /** In lower case. */
  readonly action: string | undefined;
  readonly principal: string | undefined;
  readonly sourceArn: Text | undefined;
  readonly sourceAccount: Text | undefined;
}

function allowedBy(permission: Resource): Allowed {
  const limit = (name: string) => {
    const at = permission.property(name);
    return at.isAbsent ? undefined : textAt(at);
  };
  return {
    action: permission.property('Action').text?.toLowerCase(),
    principal: permission.property('Principal').text,
    sourceArn: limit('SourceArn'),
    sourceAccount: limit('SourceAccount'),
  };
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
  for (const permission of graph.resourcesOfType('AWS::Lambda::Permission')) {
    const allows = memoize(() => allowedBy(permission));
    const isThere = permission.existence === 'certain';
    const add = (callee: Resource, isMeant: boolean) => {
      const granted = byCallee.get(callee) ?? [];
      granted.push({ permission, isCertain: isMeant && isThere, allows });
      byCallee.set(callee, granted);
    };
    const name = permission.property('FunctionName');
    const { reference } = name;
    if (reference !== undefined && INVOKED.includes(reference.resource.type)) {
      add(reference.resource, true);
      continue;
    }
    const mentioned = mentionedIn(name);
    const isWhole = name.text !== undefined && !hasQualifier(name.text);
    for (const callee of mentioned) add(callee, isWhole);
    // `orders:live`: which of them it is, is not compared.
    if (!isWhole) for (const callee of mentioned) for (const other of graph.memo(qualified).get(callee) ?? []) add(other, false);
    if (mentioned.length === 0 && name.text === undefined) isComplete = false;
  }
  return { byCallee, isComplete };
}

/** The function of an ARN or a name, and whatever else it is put together from. */
function mentionedIn(name: Property): readonly Resource[] {
  const target = name.target(...INVOKED) ?? namedInPart(name);
  if (target !== undefined) return [target];
  const references = (name.parts ?? []).flatMap((part) => (typeof part !== 'string' && part.kind === 'reference' ? [part.resource] : []));
  return references.flatMap((resource) => {
    const lambda = resource.property('FunctionName').target('AWS::Lambda::Function');
    return INVOKED.includes(resource.type) ? [resource, ...(lambda === undefined ? [] : [lambda])] : [];
  });
}

/** Of a name, a partial ARN or an ARN, before a qualifier. Source: https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html */
const FUNCTION_NAME = /^(?:(?:\d{12}:)?function:|arn:(?:[^:]*:){5})?([\w-]+)(:[\w$-]+)?$/;

/** `orders:live`, `111122223333:function:orders` */
function namedInPart({ text, resource }: Property): Resource | undefined {
  const [, name] = FUNCTION_NAME.exec(text ?? '') ?? [];
  return name === undefined ? undefined : resource.graph.names.find(name, ['AWS::Lambda::Function'], resource.stack.environment);
}

/** `orders:live`, `arn:aws:lambda:us-east-1:111122223333:function:orders:live` */
function hasQualifier(name: string): boolean {
  const [, , qualifier] = FUNCTION_NAME.exec(name) ?? [];
  return qualifier !== undefined;
}

/** The aliases and versions of each function. */
function qualified(graph: ResourceGraph): ReadonlyMap<Resource | undefined, readonly Resource[]> {
  const all = ['AWS::Lambda::Alias', 'AWS::Lambda::Version'].flatMap((type) => graph.resourcesOfType(type));
  return groupBy(all, (one) => one.property('FunctionName').target('AWS::Lambda::Function')?.base);
}
