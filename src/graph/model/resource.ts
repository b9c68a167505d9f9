import type { Json, JsonObject, Stack } from '../../assembly/model.js';
import type { ResourceGraph } from '../model/resource-graph.js';
import { displayNameFrom, displayNameOf } from './display-name.js';
import { own } from './json.js';
import { Property } from './property.js';
import { type Assumptions, NO_ASSUMPTIONS, WITH_DEFAULTS } from './scope.js';

/** Whether a resource is there when its stack is deployed: its condition holds, cannot be decided, or does not hold. */
export type Existence = 'certain' | 'conditional' | 'none';

/** One entry of a template's `Resources`, in its stack and environment. */
export class Resource {
  readonly graph: ResourceGraph;
  readonly stack: Stack;
  readonly logicalId: string;
  readonly type: string;
  readonly raw: JsonObject;
  readonly assumptions: Assumptions;
  /** The resource as the graph holds it, when this is a view of it under assumptions. */
  readonly base: Resource;
  /** Name of the condition that guards it. */
  readonly condition: string | undefined;
  /** What the template gives as its properties; undefined where that is no map. */
  readonly #declared: Json | undefined;
  #properties: Property | undefined;
  #id: string | undefined;
  #withDefaults: Resource | undefined;

  constructor(
    graph: ResourceGraph,
    stack: Stack,
    logicalId: string,
    declaration: { readonly type: string; readonly raw: JsonObject },
    assumptions: Assumptions = NO_ASSUMPTIONS,
    base?: Resource,
  ) {
    this.graph = graph;
    this.stack = stack;
    this.logicalId = logicalId;
    this.type = declaration.type;
    this.raw = declaration.raw;
    this.assumptions = assumptions;
    this.base = base ?? this;
    const condition = own(declaration.raw, 'Condition');
    this.condition = typeof condition === 'string' ? condition : undefined;
    this.#declared = own(declaration.raw, 'Properties');
  }

  /** Whether both are one resource of the graph, whatever is assumed of either. */
  is(other: Resource | undefined): boolean {
    return other !== undefined && this.base === other.base;
  }

  /** Unique in the graph. */
  get id(): string {
    this.#id ??= `${this.graph.idOf(this.stack)}.${this.logicalId}`;
    return this.#id;
  }
  get account(): string | undefined {
    return this.stack.environment.account;
  }
  get region(): string | undefined {
    return this.stack.environment.region;
  }
  /** Path of the construct that made it (`Payments/Table/Resource`), when the assembly says so. */
  get constructPath(): string | undefined {
    return this.stack.constructs.pathOf(this.logicalId);
  }
  /** What to call it in a message: the path of its construct inside its stack (`Payments/Table`); without a construct its logical ID. */
  get displayName(): string {
    return displayNameOf(this);
  }
  /** The same in a message about a place in another stack: the whole construct path where another stack has a resource of this name. */
  displayNameFrom({ stack }: { readonly stack: Stack }): string {
    return displayNameFrom(this, stack);
  }
  /** The name that the template gives it, when it does and the name is known. */
  get physicalName(): string | undefined {
    return this.graph.names.physicalNameOf(this);
  }

  /** A place below `Properties`. */
  property(step?: string | number, ...further: readonly (string | number)[]): Property {
    this.#properties ??= Property.of(this, 'Properties');
    return further.length === 0 ? this.#properties.get(step) : this.#properties.get(step, ...further);
  }

  /** Whether the template gives it a top-level property of this name, whatever its value. Cheaper than `property(name).isAbsent`. */
  hasProperty(property: string): boolean {
    return own(this.#declared, property) !== undefined;
  }

  /** A place beside `Properties`: `DeletionPolicy`, `Metadata`, … */
  attribute(name: string): Property {
    return Property.of(this, name);
  }

  /** Whether it is there when the stack is deployed. What is never there is not in the graph. */
  get existence(): Existence {
    const { parent } = this.stack;
    const around = parent === undefined ? 'certain' : (this.graph.resource(parent.stack, parent.logicalId)?.existence ?? 'none');
    if (this.condition === undefined || around === 'none') return around;
    const holds = this.graph.evaluator.conditions.named(this.condition, { stack: this.stack, assumptions: this.assumptions });
    if (holds === false) return 'none';
    return holds === true ? around : 'conditional';
  }

  /** The same resource with something taken for granted. With defaults it is one object, of which much is known once. */
  assuming(assumptions: Assumptions): Resource {
    if (assumptions !== WITH_DEFAULTS) return this.#under(assumptions);
    this.#withDefaults ??= this.#under(assumptions);
    return this.#withDefaults;
  }

  #under(assumptions: Assumptions): Resource {
    return new Resource(this.graph, this.stack, this.logicalId, this, assumptions, this.base);
  }
}
