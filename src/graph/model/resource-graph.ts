import type { CloudAssembly, Environment, Json, Stack } from '../../assembly/model.js';
import type { Arn } from './arn.js';
import type { Link, OutputPlace, StackLink, Unresolved } from './link.js';
import type { TemplatePath } from './property.js';
import type { Resource } from './resource.js';
import type { Assumptions, Scope } from './scope.js';
import type { Boundary, Reference, Unknown, Value } from './value.js';

/** A value that one stack offers to others under a name. */
export interface Produced {
  readonly kind: 'produced';
  readonly name: string;
  readonly stack: Stack;
  /** The value, as its reader sees it. */
  readonly value: Value;
}

/** A parameter of Parameter Store, and the resource that writes it. */
export interface FoundParameter extends Produced {
  readonly parameter: Resource;
}

/** An export of a stack: unique in an account and region. */
export interface Export extends OutputPlace {
  readonly name: string;
}

/** What the search for links found, in the order of the templates. */
export interface FoundLinks {
  readonly links: Link[];
  readonly stackLinks: StackLink[];
  readonly unresolved: Unresolved[];
}

/** Turns expressions of a template into values, as far as the synthesized output allows. */
export interface Evaluator {
  readonly conditions: {
    /** Whether the condition of this name in the scope's template holds; undefined where it cannot be decided. */
    named(name: string, scope: Scope): boolean | undefined;
    /** The comparisons that the condition depends on and that cannot be decided. */
    undecided(name: string, scope: Scope): ReadonlySet<string>;
  };
  evaluate(raw: Json | undefined, scope: Scope): Value;
  /** The value of an output, as a stack of the graph that reads it sees it. */
  output(stack: Stack, key: string, boundary: Boundary): Value | undefined;
  /** Which branch of an `Fn::If` counts: the path to it and its expression; undefined when its condition is open. */
  branch(argument: Json, scope: Scope): { readonly index: 1 | 2; readonly raw: Json | undefined } | undefined;
  /** A value that several places use: evaluated once. */
  shared(key: string, evaluate: () => Value): Value;
}

/** What a custom resource reads when it is created, and where. */
export interface CustomRead {
  readonly kind: 'parameter' | 'path' | 'stack';
  /** Of the parameter, what the parameters begin with, or of the stack. */
  readonly name: string;
  readonly environment: Environment;
  /** Where the name stands, from the resource's entry in the template. */
  readonly path: TemplatePath;
  /** Whether an attribute has the value: of the parameter, or of the output with this key. */
  returns(attribute: string): boolean;
}

/** What custom resources read across stacks and regions. */
export interface CustomReads {
  readsOf(resource: Resource): readonly CustomRead[];
  /** The stack that offers what is read, and for a parameter the resource that writes it. */
  find(read: CustomRead): Produced | FoundParameter | Unknown;
  /** What an attribute of a custom resource has read; undefined when that is not known. */
  findAttribute(resource: Resource, attribute: string): Produced | undefined;
}

/** What stacks offer one another by name: exports, outputs, SSM parameters, and CDK's cross-region exports. */
export interface Producers {
  exportsNamed(name: string): readonly Export[];
  exportNames(): Iterable<string>;
  ssmParametersNamed(name: string): readonly Resource[];
  stacksNamed(name: string): readonly Stack[];
  findImport(name: Value, reader: Stack): Produced | Unknown;
  /** An export by the name that is expected of it: with the defaults of parameters, which may be overridden. */
  findExpectedImport(name: Value, reader: Stack): Produced | undefined;
  findStackOutput(call: Value, reader: Stack): Produced | Unknown;
  findSsm(nameAndVersion: string, reader: Stack): FoundParameter | Unknown;
  findParameter(name: string, environment: Environment): FoundParameter | Unknown;
  /** What custom resources read and write. */
  readonly custom: CustomReads;
  findCrossRegionExport(name: string, reader: Stack): Produced | Unknown;
  imported(name: Value, reader: Stack): Value;
  stackOutput(call: Value, reader: Stack): Value;
  ssm(name: string, reader: Stack): Value;
  crossRegionExport(name: string, reader: Stack): Value;
}

/** Resources by physical name and ARN. */
export interface Names {
  physicalNameOf(resource: Resource): string | undefined;
  /** Whether any resource has this name, or is expected to have it. */
  has(name: string): boolean;
  /** Whether any resource has a name that holds a parameter with a default, or the account of a stack without one. */
  readonly expectsAny: boolean;
  /** Whether any holds the account or region of a stack without one. */
  readonly expectsEnvironments: boolean;
  /** All resources of these types with this name, in any account and region. */
  named(name: string, types: readonly string[]): readonly Resource[];
  /** The resource that this name means when it is used in this environment. */
  find(name: string, types: readonly string[] | undefined, from: Environment): Resource | undefined;
  findArn(arn: Arn, types?: readonly string[]): Resource | undefined;
  /** The resource that a value means: by reference, ARN, or name; under assumptions also by a name that is expected. */
  target(value: Value, reader: Stack, types: readonly string[], assumptions: Assumptions): Resource | undefined;
  /** The resource that a value means if parameters keep their defaults, and the stacks of an app that name no account go to one. */
  findExpected(value: Value, reader: Stack, types?: readonly string[]): Resource | undefined;
  /** The ARN that a reference gives, as far as it is known; undefined when the attribute is no ARN. */
  arnOf(reference: Reference): Arn | undefined;
}

/** What is deployed before what: stacks by the manifest, resources inside a stack by their references. */
export interface DeploymentOrder {
  /** Whether the manifest makes `first` deploy before `second`. False for one stack and itself. */
  precedes(first: Stack, second: Stack): boolean;
  /** Whether it is known which of the two is deployed first, if any is: of templates without a manifest nothing may say so. */
  isKnown(one: Stack, other: Stack): boolean;
  /** All stacks that the manifest makes deploy before this one, over any number of steps. */
  stacksBefore(stack: Stack): ReadonlySet<Stack>;
  /** Whether `first` exists for certain when CloudFormation creates `second`. Both may be in different templates. */
  createdBefore(first: Resource, second: Resource): boolean;
}

/** What evaluation and the search for names need of the graph. */
export interface GraphIndex {
  /** Parents before their nested stacks, otherwise in the order of the manifests. */
  readonly stacks: readonly Stack[];
  readonly evaluator: Evaluator;
  readonly producers: Producers;
  /** The stack's id; with the assembly's path before it when several assemblies have a stack of this id. */
  idOf(stack: Stack): string;
  resource(stack: Stack, logicalId: string): Resource | undefined;
  nestedStack(stack: Stack, logicalId: string): Stack | undefined;
  /** Resources of a type that may be there: ask this to say that something is missing. */
  resourcesOfType(type: string): readonly Resource[];
}

/** Every resource of one or more cloud assemblies, across all stacks and regions, and how they refer to one another. */
export interface ResourceGraph extends GraphIndex, Readonly<FoundLinks> {
  readonly assemblies: readonly CloudAssembly[];
  readonly names: Names;
  readonly order: DeploymentOrder;
  /** Whether the template declares it under a condition that does not hold. */
  isRemoved(stack: Stack, logicalId: string): boolean;
  /** All resources, by stack, in the order of the templates. */
  resources(): readonly Resource[];
  resourcesOf(stack: Stack): Iterable<Resource>;
  /** Resources of these types that are certainly there: ask this to say that something is wrong with them. */
  certainResourcesOfType(...types: readonly string[]): readonly Resource[];
  types(): Iterable<string>;
  /** Whether templates of this stack may hold resources that synthesis does not show (macros, `Fn::ForEach`). */
  hasUnexpandedMacros(stack: Stack): boolean;
  /**
   * Whether something may be deployed that the graph does not have: a template could not be read, or one of these stacks (any, when they are left out) has
   * macros that are not expanded or a nested stack that is not here. Ask this before saying that something is missing.
   */
  mayLackResources(stacks?: Iterable<Stack>): boolean;
  linksTo(resource: Resource): readonly Link[];
  linksFrom(resource: Resource): readonly Link[];
  /** What a function finds in this graph, found once. The function itself is the key: an arrow function in the call would be a new one each time. */
  memo<T>(find: (graph: ResourceGraph) => T): T;
}
