import { type Call, type CdkClass, classesOf, fieldsOf, isMember, isNamespace, methodsOf, modulesOf, structsOfProperty } from './names.js';
import type { Entry, Node } from './parse.js';
import { untranslatable } from './untranslatable.js';

/** A piece of code with what its names are in the CDK's library. */
export type Code =
  | { readonly kind: 'text' | 'number'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'template'; readonly parts: readonly (string | Code)[] }
  | { readonly kind: 'rest' }
  | { readonly kind: 'self' }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'property'; readonly of: Code; readonly name: string }
  | { readonly kind: 'method'; readonly of: Code; readonly name: string; readonly given: readonly Code[]; readonly arity: number }
  | { readonly kind: 'new'; readonly type: TypeName; readonly given: readonly Code[]; readonly arity: number; readonly isBuilt: boolean }
  | { readonly kind: 'constant'; readonly type: TypeName; readonly name: string; readonly isEnum: boolean }
  | { readonly kind: 'static'; readonly type: TypeName; readonly name: string; readonly given?: readonly Code[]; readonly arity: number }
  | { readonly kind: 'struct'; readonly type: TypeName; readonly fields: readonly Field[] }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [string, Code])[] }
  | { readonly kind: 'list'; readonly items: readonly Code[] }
  | { readonly kind: 'fields'; readonly fields: readonly Field[] };

export interface Field {
  /** Undefined for `…`. */
  readonly name: string | undefined;
  readonly value: Code;
}

export interface TypeName {
  /** As it is imported in the example: `s3`. */
  readonly namespace?: string | undefined;
  /** `aws_s3`, `''` for the library itself, undefined for a class of the app or one whose module is not known. */
  readonly module: string | undefined;
  /** `CfnGlobalTable.ReplicaSpecificationProperty` */
  readonly name: string;
}

/**
 * Throws `Untranslatable` when something is not known of the library: nothing is guessed. `mentioned` are classes that the sentence names: what their
 * properties are is meant where several classes have one.
 */
export function resolveCode(node: Node, mentioned: ReadonlySet<string>): Code {
  if (node.kind !== 'pairs') return resolve(node, undefined);
  return { kind: 'fields', fields: node.entries.map((entry) => pair(entry, mentioned)) };
}

function pair({ key, value }: Entry, mentioned: ReadonlySet<string>): Field {
  if (key === undefined) return { name: undefined, value: { kind: 'rest' } };
  const structs = structsOfProperty(key) ?? untranslatable();
  const keys = keysIn(value);
  if (keys === undefined) return { name: key, value: resolve(value, undefined) };
  const fitting = structs.filter((struct) => hasFields(struct.replace(/^[[{]/, ''), keys));
  const own = fitting.filter((struct) => mentioned.has(struct.split('.')[1] ?? ''));
  const ofConstructs = fitting.filter((struct) => !struct.includes('.Cfn'));
  const [only] = [own, fitting, ofConstructs].find(({ length }) => length === 1) ?? [];
  return { name: key, value: resolve(value, only ?? untranslatable()) };
}

/** The keys of an object, or of the first in a list; undefined for another value, and for a map. */
function keysIn(node: Node): readonly string[] | undefined {
  const object = node.kind === 'array' ? node.items[0] : node;
  if (object?.kind !== 'object' || object.entries.every(({ isQuoted }) => isQuoted)) return undefined;
  return object.entries.flatMap(({ key }) => key ?? []);
}

function hasFields(struct: string, keys: readonly string[]): boolean {
  const known = fieldsOf(struct);
  return known !== undefined && keys.every((key) => known.has(key));
}

/** `struct`: what an object here is, with `[` or `{` before it for a list or a map. */
function resolve(node: Node, struct: string | undefined, namespace?: string): Code {
  switch (node.kind) {
    case 'text':
      return node;
    case 'literal':
      return /^\d/.test(node.value) ? { kind: 'number', value: node.value } : { kind: 'boolean', value: node.value === 'true' };
    case 'rest':
      return node;
    case 'name':
      if (node.name === 'this') return { kind: 'self' };
      return /^[a-z]/.test(node.name) ? { kind: 'variable', name: node.name } : untranslatable();
    case 'template':
      return { kind: 'template', parts: node.parts.map((part) => (typeof part === 'string' ? part : resolve(part, undefined))) };
    case 'array':
      return {
        kind: 'list',
        items: node.items.map((item) => resolve(item, struct?.startsWith('[') ? struct.slice(1) : undefined, namespace)),
      };
    case 'object':
      return object(node.entries, struct, namespace);
    case 'member':
      return member(node);
    case 'call':
      return call(node);
    case 'new':
      return made(node);
    default:
      return untranslatable();
  }
}

function object(entries: readonly Entry[], struct: string | undefined, namespace: string | undefined): Code {
  const isMap = entries.length > 0 && entries.every(({ isQuoted }) => isQuoted);
  if (isMap)
    return {
      kind: 'map',
      entries: entries.map(({ key = '', value }) => [key, resolve(value, struct?.startsWith('{') ? struct.slice(1) : undefined)]),
    };
  if (struct === undefined || /^(?:$|[[{])/.test(struct)) return untranslatable();
  return { kind: 'struct', type: typeOf(struct, namespace), fields: fields(entries, struct, namespace) };
}

function fields(entries: readonly Entry[], struct: string, namespace: string | undefined): readonly Field[] {
  const known = fieldsOf(struct) ?? untranslatable();
  return entries.map(({ key, isQuoted, value }) => {
    if (key === undefined) return { name: undefined, value: { kind: 'rest' } };
    const own = known.get(key) ?? untranslatable();
    return isQuoted ? untranslatable() : { name: key, value: resolve(value, own, namespace) };
  });
}

/** `aws_dynamodb.CfnGlobalTable.SSESpecificationProperty` is of a module, `Environment` of the library itself. */
function typeOf(struct: string, namespace: string | undefined): TypeName {
  const [first = '', ...rest] = struct.split('.');
  if (!/^[a-z]/.test(first)) return { module: '', name: struct };
  const isThere = namespace === undefined || modulesOf(namespace).includes(first);
  return isThere ? { namespace, module: first, name: rest.join('.') } : untranslatable();
}

interface ClassPath {
  readonly name: string;
  readonly namespace: string | undefined;
}

/** `s3.Bucket`, `Bucket`, `cloudfront.experimental.EdgeFunction` not. */
function classPath(node: Node): ClassPath | undefined {
  if (node.kind === 'name' && /^[A-Z]/.test(node.name)) return { name: node.name, namespace: undefined };
  if (node.kind !== 'member' || node.of.kind !== 'name' || !/^[A-Z]/.test(node.name) || !isNamespace(node.of.name)) return undefined;
  return { name: node.name, namespace: node.of.name };
}

function member(node: Extract<Node, { kind: 'member' }>): Code {
  const path = classPath(node.of);
  if (path === undefined)
    return isMember(node.name) ? { kind: 'property', of: resolve(node.of, undefined), name: node.name } : untranslatable();
  const { type, own } = ownOf(path, node.name);
  return typeof own === 'string'
    ? { kind: 'constant', type, name: node.name, isEnum: own === 'enum' }
    : { kind: 'static', type, name: node.name, arity: own.arity };
}

function ownOf(path: ClassPath, name: string): { readonly type: TypeName; readonly own: 'enum' | 'property' | Call } {
  const [found, ...others] = classesOf(path.name, path.namespace).filter(({ own }) => own !== undefined && Object.hasOwn(own, name));
  const own = found?.own?.[name];
  return found === undefined || own === undefined || others.length > 0
    ? untranslatable()
    : { type: { ...path, module: found.module }, own };
}

function call({ callee, given }: Extract<Node, { kind: 'call' }>): Code {
  if (callee.kind !== 'member') return untranslatable();
  const path = classPath(callee.of);
  if (path !== undefined) {
    const { type, own } = ownOf(path, callee.name);
    if (typeof own === 'string') return untranslatable();
    return { kind: 'static', type, name: callee.name, given: passed(given, own, path.namespace), arity: own.arity };
  }
  const isOfNode = callee.of.kind === 'member' && callee.of.name === 'node';
  const how = methodFor(methodsOf(callee.name, isOfNode) ?? untranslatable(), given);
  return { kind: 'method', of: resolve(callee.of, undefined), name: callee.name, given: passed(given, how, undefined), arity: how.arity };
}

/** The arity is -2 where methods of this name have several. */
function methodFor(known: readonly Call[], given: readonly Node[]): Call {
  const fitting = known.filter((how) => takes(how, given));
  const [first] = fitting;
  if (first === undefined) return untranslatable();
  const isOne = fitting.every(({ struct }) => struct === first.struct) || !given.some(({ kind }) => kind === 'object');
  if (!isOne) return untranslatable();
  return fitting.every(({ arity }) => arity === first.arity) ? first : { ...first, arity: -2 };
}

function passed(given: readonly Node[], { at, struct }: Call, namespace: string | undefined): readonly Code[] {
  return given.map((node, index) => resolve(node, index === at ? struct : undefined, namespace));
}

/** What an app calls its own stacks. */
const STACK: Call = { arity: 3, at: 2, struct: 'StackProps' };

function made({ path, given }: Extract<Node, { kind: 'new' }>): Code {
  const own = classPath(path) ?? untranslatable();
  const { call: how, module } = constructorOf(own, given);
  const isBuilt = given.some((node, index) => index === how.at && node.kind === 'object');
  return {
    kind: 'new',
    type: { ...own, module },
    given: passed(given, how, own.namespace),
    arity: how.arity,
    isBuilt: isBuilt && module !== undefined,
  };
}

function constructorOf(own: ClassPath, given: readonly Node[]): { readonly call: Call; readonly module: string | undefined } {
  const found = classesOf(own.name, own.namespace).filter((type): type is CdkClass & { readonly call: Call } => fits(type, given));
  const [only] = found;
  if (only !== undefined) return found.length === 1 ? only : untranslatable();
  return own.name.endsWith('Stack') && classesOf(own.name, undefined).length === 0 ? { call: STACK, module: undefined } : untranslatable();
}

function fits({ call: how }: CdkClass, given: readonly Node[]): boolean {
  return how !== undefined && takes(how, given);
}

/** Whether there are so many parameters, and the structure has the properties that it is given. */
function takes(how: Call, given: readonly Node[]): boolean {
  if (how.arity >= 0 && given.length > how.arity) return false;
  return given.every((node, index) => {
    const keys = keysIn(node);
    return node.kind !== 'object' || keys === undefined || (index === how.at && how.struct !== undefined && hasFields(how.struct, keys));
  });
}
