import names from './names.json' with { type: 'json' };

/** How a constructor or method is called. */
export interface Call {
  /** Parameters, those that may be left out too; -1 for any number. */
  readonly arity: number;
  /** The parameter that is a structure, and which: `2`, `aws_s3.BucketProps`. */
  readonly at?: number;
  readonly struct?: string;
}

/** A class or an enumeration of the CDK's library. */
export interface CdkClass {
  /** `aws_s3`, or `''` for the library itself. */
  readonly module: string;
  readonly call?: Call;
  /** Static members that texts name. */
  readonly own?: Readonly<Record<string, 'enum' | 'property' | Call>>;
}

/** `''` for no structure; `[` and `{` before lists and maps of a structure. */
type StructName = string;

interface Names {
  readonly classes: Readonly<Record<string, readonly CdkClass[]>>;
  readonly structs: Readonly<Record<string, Readonly<Record<string, StructName>>>>;
  readonly properties: Readonly<Record<string, readonly StructName[]>>;
  readonly members: readonly string[];
  readonly methods: Readonly<Record<string, readonly Call[]>>;
}

const { classes, structs, properties, members, methods }: Names = names as Names;
const CLASSES = new Map(Object.entries(classes));
const STRUCTS = new Map(Object.entries(structs).map(([name, fields]) => [name, new Map(Object.entries(fields))]));
const PROPERTIES = new Map(Object.entries(properties));
const MEMBERS: ReadonlySet<string> = new Set(members);
const METHODS = new Map(Object.entries(methods));

/** Modules by the names that examples import them by, where that is not `aws-` and the name. */
const ALIASES: ReadonlyMap<string, readonly string[]> = new Map([
  ['cdk', ['']],
  ['acm', ['aws_certificatemanager']],
  ['elbv2', ['aws_elasticloadbalancingv2']],
  ['ga_endpoints', ['aws_globalaccelerator_endpoints']],
  ['targets', ['aws_route53_targets', 'aws_events_targets']],
  ['actions', ['aws_cloudwatch_actions']],
  ['subscriptions', ['aws_sns_subscriptions']],
  ['tasks', ['aws_stepfunctions_tasks']],
]);

/** Classes of this name, in the module of `namespace` when there is one. */
export function classesOf(name: string, namespace: string | undefined): readonly CdkClass[] {
  const found = CLASSES.get(name) ?? [];
  return namespace === undefined ? found : found.filter(({ module }) => modulesOf(namespace).includes(module));
}

export function modulesOf(namespace: string): readonly string[] {
  return ALIASES.get(namespace) ?? [`aws_${namespace}`];
}

export function isNamespace(name: string): boolean {
  return ALIASES.has(name) || [...CLASSES.values()].some((found) => found.some(({ module }) => module === `aws_${name}`));
}

export function fieldsOf(struct: string): ReadonlyMap<string, StructName> | undefined {
  return STRUCTS.get(struct);
}

/** What a property is, in each of the structures that have it; undefined for a name that none has. */
export function structsOfProperty(name: string): readonly StructName[] | undefined {
  return PROPERTIES.get(name);
}

/** `node` is of the library `constructs`, which every construct has. */
export function isMember(name: string): boolean {
  return name === 'node' || MEMBERS.has(name);
}

const NODE_METHODS: ReadonlyMap<string, readonly Call[]> = new Map([
  ['addDependency', [{ arity: -1 }]],
  ['getContext', [{ arity: 1 }]],
]);

/** How the methods of this name are called; undefined for a name that no class has. */
export function methodsOf(name: string, isOfNode: boolean): readonly Call[] | undefined {
  return isOfNode ? NODE_METHODS.get(name) : METHODS.get(name);
}
