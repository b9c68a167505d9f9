import type { Json, JsonObject, Stack } from '../../assembly/model.js';
import { isCustomResource } from '../../facts/custom-resources.js';
import { NAMED_TYPES, NAMING_PLACES, NAMING_PROPERTIES } from '../../facts/resource-names.js';
import { ssmNamesIn } from '../evaluate/dynamic-references.js';
import { parseJsonText } from '../evaluate/json-text.js';
import { INTRINSICS } from '../intrinsics/intrinsics.js';
import { visitArn } from '../kinds/arn.js';
import { visitCustomReads } from '../kinds/custom-resource.js';
import { visitDependsOn } from '../kinds/depends-on.js';
import { visitName, visitNamed } from '../kinds/name.js';
import { visitSsm } from '../kinds/ssm.js';
import type { Walk } from '../kinds/walk.js';
import { parseArn } from '../model/arn.js';
import { intrinsicOf, own } from '../model/json.js';
import type { LinkKind, OutputPlace, Unresolved } from '../model/link.js';
import { lastKey, type Property } from '../model/property.js';
import { Resource } from '../model/resource.js';
import type { FoundLinks, Produced, ResourceGraph } from '../model/resource-graph.js';
import { type Assumptions, NO_ASSUMPTIONS, WITH_DEFAULTS } from '../model/scope.js';
import {
  ABSENT,
  type Boundary,
  describeUnknown,
  nameOfUnknown,
  type Reference,
  referencesIn,
  type Unknown,
  type Value,
} from '../model/value.js';

/** Finds every link of a resource or output in one walk over what its template says. */
export class LinkFinder implements Walk {
  readonly graph: ResourceGraph;
  readonly stack: Stack;
  readonly #found: FoundLinks;
  readonly #path: (string | number)[] = [];
  readonly #from: Resource | OutputPlace;
  /** Conditions of the undecided `Fn::If`s around the current place. */
  readonly #conditions: string[] = [];

  constructor(graph: ResourceGraph, from: Resource | OutputPlace, found: FoundLinks) {
    this.graph = graph;
    this.stack = from.stack;
    this.#from = from;
    this.#found = found;
  }

  /** Walks the parts of a resource's entry that refer to others. */
  visitResource(raw: JsonObject): void {
    visitDependsOn(own(raw, 'DependsOn'), this);
    this.step('Properties', own(raw, 'Properties'));
    if (!(this.#from instanceof Resource)) return;
    visitCustomReads(this.#from, this);
    for (const at of jsonTextsOf(this.#from)) this.at(at.path, () => this.#jsonText(at.value));
  }

  visitOutput(raw: JsonObject): void {
    this.step('Value', own(raw, 'Value'));
  }

  visit(raw: Json): void {
    if (typeof raw === 'string') {
      this.text(raw);
    } else if (Array.isArray(raw)) {
      for (let index = 0; index < raw.length; index++) if (this.#mayNameResource(raw[index])) this.step(index, raw[index]);
    } else if (typeof raw === 'object' && raw !== null) {
      const intrinsic = intrinsicOf(raw);
      if (intrinsic !== undefined) this.#intrinsic(raw as JsonObject, intrinsic[0], intrinsic[1]);
      else
        for (const key in raw as JsonObject) if (this.#mayNameResource((raw as JsonObject)[key])) this.step(key, (raw as JsonObject)[key]);
    }
  }

  step(key: string | number, raw: Json | undefined): void {
    if (raw === undefined) return;
    this.#path.push(key);
    this.visit(raw);
    this.#path.pop();
  }

  at(path: readonly (string | number)[], visit: () => void): void {
    this.#path.push(...path);
    visit();
    this.#path.length -= path.length;
  }

  under(condition: string, visit: () => void): void {
    this.#conditions.push(condition);
    visit();
    this.#conditions.pop();
  }

  evaluate(raw: Json, assumptions: Assumptions = NO_ASSUMPTIONS): Value {
    return this.graph.evaluator.evaluate(raw, { stack: this.stack, assumptions });
  }

  branch(argument: Json): { readonly index: 1 | 2 } | undefined {
    return this.graph.evaluator.branch(argument, { stack: this.stack, assumptions: NO_ASSUMPTIONS });
  }

  text(text: string): void {
    if (text.includes('{{resolve:')) for (const name of ssmNamesIn(text)) visitSsm(name, this);
    if (text.startsWith('arn:')) visitArn({ kind: 'literal', value: text }, this);
    else visitName(text, this);
  }

  /** `Fn::Sub` and `Fn::Join` that give an ARN or a name as a whole. What is put around a resource here is a link by its reference already. */
  whole(raw: JsonObject, pieces: readonly Json[]): void {
    if (pieces.some((piece) => this.#cannotNameResource(piece))) return;
    const value = this.evaluate(raw);
    if (value.kind === 'literal' && typeof value.value === 'string') this.text(value.value);
    if (value.kind !== 'concatenation') return;
    const { count } = this;
    visitArn(value, this);
    const hasParameter = value.parts.some((part) => typeof part === 'object' && part.kind === 'unknown' && part.reason === 'parameter');
    if ((hasParameter || this.graph.names.expectsAny) && this.count === count) this.#expected(raw);
  }

  dynamicReferences(
    put: (argument: Json, evaluate: (raw: Json | undefined) => Value) => Value,
    argument: Json,
    pieces: readonly Json[],
  ): void {
    if (!this.stack.template.hasDynamicReferences) return;
    // The evaluator would put the value of the parameter in place of the reference.
    const text = put(argument, (raw) => (raw === undefined ? ABSENT : this.evaluate(raw)));
    if (text.kind !== 'literal') return;
    const found = new Set(pieces.flatMap((piece) => (typeof piece === 'string' ? ssmNamesIn(piece) : [])));
    for (const name of ssmNamesIn(String(text.value))) if (!found.has(name)) visitSsm(name, this);
  }

  get count(): number {
    return this.#found.links.length;
  }

  get typesNamed(): readonly string[] | undefined {
    const key = lastKey(this.#path);
    const place = this.#from instanceof Resource ? NAMING_PLACES.get(`${this.#from.type} ${key}`) : undefined;
    return place ?? NAMING_PROPERTIES.get(String(key));
  }

  isSelf(resource: Resource): boolean {
    return resource === this.#from;
  }

  get isOwnName(): boolean {
    const naming = this.#from instanceof Resource ? NAMED_TYPES.get(this.#from.type)?.property : undefined;
    return naming !== undefined && this.#path.slice(1).join('.') === naming;
  }

  link(kind: LinkKind, { resource, attribute, via }: Reference): void {
    if (!(this.#from instanceof Resource)) return;
    this.#found.links.push({ from: this.#from, path: [...this.#path], to: resource, attribute, kind, via, condition: this.#conditions[0] });
  }

  stackLink(kind: LinkKind, to: Stack, name: string): void {
    this.#found.stackLinks.push({ from: this.#from, path: [...this.#path], to, kind, name });
  }

  unresolved(kind: Unresolved['kind'], value: Unknown): void {
    const { reason } = value;
    const name = nameOfUnknown(value);
    if (reason === 'ssm' && name?.startsWith('/cdk-bootstrap/')) return;
    const [path, label] = [[...this.#path], describeUnknown(value)];
    this.#found.unresolved.push({ from: this.#from, path, kind, class: classOf(reason, name), reason, name, label });
  }

  boundary(kind: Boundary, found: Produced | Unknown): void {
    if (found.kind === 'unknown') {
      this.unresolved(kind, found);
      return;
    }
    this.stackLink(kind, found.stack, found.name);
    for (const reference of referencesIn(found.value)) this.link(kind, reference);
  }

  #intrinsic(raw: JsonObject, name: string, argument: Json): void {
    const intrinsic = INTRINSICS.get(name);
    if (intrinsic?.visit === undefined) this.step(name, argument);
    else intrinsic.visit(argument, this, raw);
  }

  /** Most of a template are texts that name nothing. */
  #mayNameResource(raw: Json | undefined): boolean {
    if (typeof raw === 'string')
      return (
        raw.startsWith('arn:') || this.graph.names.has(raw) || (this.stack.template.hasDynamicReferences && raw.includes('{{resolve:'))
      );
    return typeof raw === 'object';
  }

  #cannotNameResource(raw: Json): boolean {
    // The policies that AWS manages (`arn:aws:iam::aws:policy/…`) are nobody's resource.
    if (typeof raw === 'string') return raw.includes(':iam::aws:');
    const [name, argument] = intrinsicOf(raw) ?? [];
    if (name === 'Ref') return typeof argument === 'string' && this.graph.resource(this.stack, argument) !== undefined;
    return name === 'Fn::GetAtt';
  }

  /** A name or ARN with a parameter that has a default, or with what a stack leaves to whoever deploys it. */
  #expected(raw: JsonObject): void {
    const value = this.evaluate(raw, WITH_DEFAULTS);
    if (value.kind === 'literal') {
      this.text(String(value.value));
      return;
    }
    const isArn = parseArn(value) !== undefined;
    const types = isArn ? undefined : this.typesNamed;
    if (isArn || types !== undefined)
      visitNamed(isArn ? 'arn' : 'name', this.graph.names.findExpected(value, this.stack, types), value, this);
  }

  /** Names and ARNs in a JSON text. Expressions in it are links by themselves. */
  #jsonText(text: Value): void {
    const visit = (value: Value): void => {
      if (value.kind === 'list') value.items.forEach(visit);
      else if (value.kind === 'map') for (const entry of value.entries.values()) visit(entry);
      else if (value.kind === 'literal' && typeof value.value === 'string') this.text(value.value);
    };
    const json = parseJsonText(text);
    if (json !== undefined) visit(json);
  }
}

const EXTERNAL: ReadonlySet<string> = new Set(['import', 'stack-output', 'cross-region-export', 'nested-output', 'ssm', 'secret']);

function classOf(reason: Unknown['reason'], name: string | undefined): Unresolved['class'] {
  if (reason === 'condition') return 'conditional';
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-public-parameters.html
  if (reason === 'ssm' && name?.startsWith('/aws/')) return 'public';
  return EXTERNAL.has(reason) ? 'external' : 'unknown';
}

/** Properties that hold JSON in which resources are named. */
function jsonTextsOf(resource: Resource): readonly Property[] {
  const properties = isCustomResource(resource.type)
    ? ['Create', 'Update', 'Delete']
    : resource.type === 'AWS::StepFunctions::StateMachine'
      ? ['DefinitionString']
      : [];
  return properties.filter((property) => resource.hasProperty(property)).map((property) => resource.property(property));
}
