import type { Json, JsonObject, Stack } from '../../assembly/model.js';
import { attributesOf } from '../../facts/attributes.js';
import { isCustomResource } from '../../facts/custom-resources.js';
import { NAMED_TYPES, NAMING_PROPERTIES } from '../../facts/resource-names.js';
import { ssmNamesIn } from '../evaluate/dynamic-references.js';
import { parseJsonText } from '../evaluate/json-text.js';
import { substitutions } from '../evaluate/string-functions.js';
import { parseArn } from '../model/arn.js';
import { getAttArguments, intrinsicOf, own } from '../model/json.js';
import type { LinkKind, OutputPlace, Unresolved } from '../model/link.js';
import type { Property } from '../model/property.js';
import { Resource } from '../model/resource.js';
import type { FoundLinks, Produced, ResourceGraph } from '../model/resource-graph.js';
import { NO_ASSUMPTIONS, type Scope, WITH_DEFAULTS } from '../model/scope.js';
import {
  type Boundary,
  describeUnknown,
  IN_PLACE,
  nameOfUnknown,
  type Reference,
  referencesIn,
  type Unknown,
  unknown,
  type Value,
} from '../model/value.js';

/** Of a reference that a custom resource follows. */
const CUSTOM: readonly Boundary[] = ['custom-resource'];

/** Finds every link of a resource or output in one walk over what its template says. */
export class LinkFinder {
  readonly #graph: ResourceGraph;
  readonly #found: FoundLinks;
  readonly #path: (string | number)[] = [];
  readonly #from: Resource | OutputPlace;
  readonly #scope: Scope;
  /** Conditions of the undecided `Fn::If`s around the current place. */
  readonly #conditions: string[] = [];

  constructor(graph: ResourceGraph, from: Resource | OutputPlace, found: FoundLinks) {
    this.#graph = graph;
    this.#from = from;
    this.#found = found;
    this.#scope = { stack: from.stack, assumptions: NO_ASSUMPTIONS };
  }

  /** Walks the parts of a resource's entry that refer to others. */
  visitResource(raw: JsonObject): void {
    const dependsOn = own(raw, 'DependsOn');
    if (typeof dependsOn === 'string') this.#at(['DependsOn'], () => this.#named(dependsOn, undefined, 'depends-on'));
    if (Array.isArray(dependsOn)) {
      for (const [index, name] of dependsOn.entries())
        if (typeof name === 'string') this.#at(['DependsOn', index], () => this.#named(name, undefined, 'depends-on'));
    }
    this.#step('Properties', own(raw, 'Properties'));
    if (this.#from instanceof Resource && isCustomResource(this.#from.type)) this.#customReads(this.#from);
    if (this.#from instanceof Resource) for (const at of jsonTextsOf(this.#from)) this.#at(at.path, () => this.#jsonText(at.value));
  }

  /** What a custom resource reads of other stacks when it is created. */
  #customReads(resource: Resource): void {
    const { custom } = this.#graph.producers;
    for (const read of custom.readsOf(resource)) {
      const found = custom.find(read);
      this.#at(read.path, () => {
        if (found.kind === 'unknown') this.#unresolved('custom-resource', found);
        else this.#stackLink('custom-resource', found.stack, read.name);
        if (found.kind === 'produced' && 'parameter' in found)
          this.#link('custom-resource', { kind: 'reference', resource: found.parameter, attribute: undefined, via: CUSTOM });
      });
    }
  }

  /** Names and ARNs in a JSON text. Expressions in it are links by themselves. */
  #jsonText(text: Value): void {
    const visit = (value: Value): void => {
      if (value.kind === 'list') value.items.forEach(visit);
      else if (value.kind === 'map') for (const entry of value.entries.values()) visit(entry);
      else if (value.kind === 'literal' && typeof value.value === 'string') this.#text(value.value);
    };
    const json = parseJsonText(text);
    if (json !== undefined) visit(json);
  }

  visitOutput(raw: JsonObject): void {
    this.#step('Value', own(raw, 'Value'));
  }

  #at(path: readonly (string | number)[], visit: () => void): void {
    this.#path.push(...path);
    visit();
    this.#path.length -= path.length;
  }

  #step(key: string | number, raw: Json | undefined): void {
    if (raw === undefined) return;
    this.#path.push(key);
    this.#walk(raw);
    this.#path.pop();
  }

  #walk(raw: Json): void {
    if (typeof raw === 'string') {
      this.#text(raw);
    } else if (Array.isArray(raw)) {
      for (let index = 0; index < raw.length; index++) if (this.#mayNameResource(raw[index])) this.#step(index, raw[index]);
    } else if (typeof raw === 'object' && raw !== null) {
      const intrinsic = intrinsicOf(raw);
      if (intrinsic !== undefined) this.#intrinsic(raw as JsonObject, intrinsic[0], intrinsic[1]);
      else
        for (const key in raw as JsonObject) if (this.#mayNameResource((raw as JsonObject)[key])) this.#step(key, (raw as JsonObject)[key]);
    }
  }

  /** Most of a template are texts that name nothing. */
  #mayNameResource(raw: Json | undefined): boolean {
    if (typeof raw === 'string')
      return (
        raw.startsWith('arn:') ||
        this.#graph.names.has(raw) ||
        (this.#scope.stack.template.hasDynamicReferences && raw.includes('{{resolve:'))
      );
    return typeof raw === 'object';
  }

  #intrinsic(raw: JsonObject, name: string, argument: Json): void {
    switch (name) {
      case 'Ref':
        if (typeof argument === 'string') this.#named(argument, undefined, 'ref');
        return;
      case 'Fn::GetAtt': {
        const [logicalId, attribute] = getAttArguments(argument) ?? [];
        if (logicalId !== undefined) this.#named(logicalId, attribute, 'get-att');
        return;
      }
      case 'Fn::Sub':
        this.#substitution(raw, argument);
        return;
      case 'Fn::Join':
        this.#step(name, argument);
        this.#resolvedString(raw, Array.isArray(argument) && Array.isArray(argument[1]) ? argument[1] : []);
        return;
      case 'Fn::If':
        this.#if(argument);
        return;
      case 'Fn::ImportValue': {
        this.#import(argument);
        this.#step(name, argument);
        return;
      }
      case 'Fn::GetStackOutput': {
        const found = this.#graph.producers.findStackOutput(this.#graph.evaluator.evaluate(argument, this.#scope), this.#scope.stack);
        this.#boundary('stack-output', found);
        return;
      }
      case 'Fn::FindInMap': {
        const value = this.#graph.evaluator.evaluate(raw, this.#scope);
        if (value.kind === 'unknown' && value.reason === 'mapping') this.#unresolved('mapping', value);
        this.#step(name, argument);
        return;
      }
      default:
        this.#step(name, argument);
    }
  }

  #import(argument: Json): void {
    const { evaluator, producers } = this.#graph;
    const { stack } = this.#scope;
    const found = producers.findImport(evaluator.evaluate(argument, this.#scope), stack);
    const assumed = found.kind === 'unknown' ? evaluator.evaluate(argument, { stack, assumptions: WITH_DEFAULTS }) : undefined;
    const expected = assumed && producers.findExpectedImport(assumed, stack);
    if (expected === undefined) {
      this.#boundary('import', found);
      return;
    }
    this.#stackLink('name', expected.stack, expected.name);
    for (const reference of referencesIn(expected.value)) this.#link('name', reference);
  }

  #substitution(raw: JsonObject, argument: Json): void {
    const variables = substitutions(argument);
    for (const variable of variables) this.#walk(variable);
    if (Array.isArray(argument)) this.#at(['Fn::Sub'], () => this.#step(1, argument[1] as Json | undefined));
    this.#resolvedString(raw, variables);
  }

  #if(argument: Json): void {
    if (!Array.isArray(argument)) return;
    const branch = this.#graph.evaluator.branch(argument, this.#scope);
    const indexes = branch === undefined ? [1, 2] : [branch.index];
    if (branch === undefined) this.#conditions.push(String(argument[0]));
    for (const index of indexes) this.#at(['Fn::If'], () => this.#step(index, argument[index] as Json | undefined));
    if (branch === undefined) this.#conditions.pop();
  }

  /** A logical id of this template: a resource, a parameter, or nothing. */
  #named(name: string, attribute: Json | undefined, kind: 'ref' | 'get-att' | 'depends-on'): void {
    if (name.startsWith('AWS::')) return;
    const { stack } = this.#scope;
    const resource = this.#graph.resource(stack, name);
    if (resource === undefined) {
      const parameter = kind === 'ref' ? stack.template.parameters.get(name) : undefined;
      if (parameter !== undefined) this.#parameter(name, parameter);
      else if (!this.#graph.isRemoved(stack, name))
        this.#found.unresolved.push({
          from: this.#from,
          path: [...this.#path],
          kind,
          class: 'unknown',
          reason: 'undeclared',
          name,
          label: name,
        });
      return;
    }
    if (typeof attribute === 'string') {
      if (resource.type === 'AWS::CloudFormation::Stack' && attribute.startsWith('Outputs.')) {
        this.#nestedOutput(resource, attribute);
        return;
      }
      if (resource.type === 'Custom::CrossRegionExportReader') {
        this.#boundary('cross-region-export', this.#graph.producers.findCrossRegionExport(attribute, stack));
        return;
      }
      if (isCustomResource(resource.type)) {
        const read = this.#graph.producers.custom.findAttribute(resource, attribute);
        if (read === undefined) this.#unresolved('get-att', unknown('custom-resource', `${name}.${attribute}`));
        else this.#boundary('custom-resource', read);
      }
      if (attributesOf(resource.type)?.includes(attribute.split('.', 1)[0] ?? '') === false)
        this.#unresolved('get-att', unknown('attribute', `${name}.${attribute}`));
    }
    this.#link(kind, { kind: 'reference', resource, attribute: typeof attribute === 'string' ? attribute : undefined, via: IN_PLACE });
  }

  #nestedOutput(resource: Resource, attribute: string): void {
    const value = this.#graph.evaluator.evaluate({ 'Fn::GetAtt': [resource.logicalId, attribute] }, this.#scope);
    const nested = this.#graph.nestedStack(resource.stack, resource.logicalId);
    if (value.kind === 'unknown' && value.reason === 'nested-output') this.#unresolved('nested-output', value);
    else if (nested !== undefined)
      this.#boundary('nested-output', { kind: 'produced', name: `${resource.logicalId}.${attribute}`, stack: nested, value });
  }

  #parameter(name: string, declaration: JsonObject): void {
    const { stack } = this.#scope;
    // Legacy asset parameters say where code is uploaded; they are nobody's reference.
    if (name.startsWith('AssetParameters')) return;
    const type = own(declaration, 'Type');
    if (typeof type === 'string' && type.startsWith('AWS::SSM::Parameter::Value') && stack.parent === undefined) {
      const parameterName = stack.parameterValues.get(name) ?? own(declaration, 'Default');
      if (typeof parameterName === 'string') this.#ssm(parameterName);
      return;
    }
    const value = this.#graph.evaluator.evaluate({ Ref: name }, this.#scope);
    if (stack.parent !== undefined && !(value.kind === 'unknown' && value.reason === 'parameter')) {
      this.#boundary('nested-parameter', { kind: 'produced', name, stack: stack.parent.stack, value });
    } else if (value.kind === 'unknown') this.#openParameter(value, own(declaration, 'Default'));
  }

  /** A default may be overridden, but it says what is meant. */
  #openParameter(value: Unknown, otherwise: Json | undefined): void {
    const { length } = this.#found.links;
    if (typeof otherwise === 'string' && value.reason === 'parameter') this.#text(otherwise);
    if (this.#found.links.length === length && !nameOfUnknown(value)?.startsWith('AssetParameters')) this.#unresolved('parameter', value);
  }

  #ssm(name: string): void {
    const { producers } = this.#graph;
    const found = producers.findSsm(name, this.#scope.stack);
    // CDK's reader takes its values from parameters that the writer of another region makes.
    const written = found.kind === 'unknown' ? producers.findCrossRegionExport(name, this.#scope.stack) : undefined;
    if (written?.kind === 'produced') {
      this.#boundary('cross-region-export', written);
      return;
    }
    if (found.kind === 'unknown') {
      this.#unresolved('ssm', found);
      return;
    }
    this.#stackLink('ssm', found.stack, found.name);
    this.#link('ssm', { kind: 'reference', resource: found.parameter, attribute: undefined, via: ['ssm'] });
  }

  #text(text: string): void {
    if (text.includes('{{resolve:')) for (const name of ssmNamesIn(text)) this.#ssm(name);
    if (text.startsWith('arn:')) this.#arn({ kind: 'literal', value: text });
    else this.#name(text);
  }

  /** `Fn::Sub` and `Fn::Join` that give an ARN or a name as a whole. What is put around a resource here is a link by its reference already. */
  #resolvedString(raw: JsonObject, pieces: readonly Json[]): void {
    if (pieces.some((piece) => this.#cannotNameResource(piece))) return;
    const value = this.#graph.evaluator.evaluate(raw, this.#scope);
    if (value.kind === 'literal' && typeof value.value === 'string') this.#text(value.value);
    else if (value.kind === 'concatenation') {
      const { length } = this.#found.links;
      this.#arn(value);
      const hasParameter = value.parts.some((part) => typeof part === 'object' && part.kind === 'unknown' && part.reason === 'parameter');
      if ((hasParameter || this.#graph.names.expectsAny) && this.#found.links.length === length) this.#expected(raw);
    }
  }

  /** A name or ARN with a parameter that has a default, or with the account of a stack without one. */
  #expected(raw: JsonObject): void {
    const { stack } = this.#scope;
    const value = this.#graph.evaluator.evaluate(raw, { stack, assumptions: WITH_DEFAULTS });
    if (value.kind === 'literal') {
      this.#text(String(value.value));
      return;
    }
    const isArn = parseArn(value) !== undefined;
    const types = isArn ? undefined : this.#typesNamed();
    if (isArn || types !== undefined) this.#inferred(isArn ? 'arn' : 'name', this.#graph.names.findExpected(value, stack, types), value);
  }

  #cannotNameResource(raw: Json): boolean {
    // The policies that AWS manages (`arn:aws:iam::aws:policy/…`) are nobody's resource.
    if (typeof raw === 'string') return raw.includes(':iam::aws:');
    const [name, argument] = intrinsicOf(raw) ?? [];
    if (name === 'Ref') return typeof argument === 'string' && this.#graph.resource(this.#scope.stack, argument) !== undefined;
    return name === 'Fn::GetAtt';
  }

  #arn(value: Value): void {
    const arn = parseArn(value);
    // An ARN around a reference is already a link by that reference.
    if (arn === undefined || referencesIn(arn.resource).length > 0) return;
    const { names } = this.#graph;
    this.#inferred(
      'arn',
      names.findArn(arn) ?? (value.kind === 'literal' ? names.findExpected(value, this.#scope.stack) : undefined),
      value,
    );
  }

  #name(text: string): void {
    if (!this.#graph.names.has(text)) return;
    const types = this.#typesNamed();
    if (types === undefined && !isDistinctive(text)) return;
    const { names } = this.#graph;
    const { stack } = this.#scope;
    const value: Value = { kind: 'literal', value: text };
    this.#inferred('name', names.find(text, types, stack.environment) ?? names.findExpected(value, stack, types), value);
  }

  /** The types of resources that the current property names, when it is known for one. */
  #typesNamed(): readonly string[] | undefined {
    const key = this.#path.findLast((step) => typeof step === 'string' && !step.startsWith('Fn::'));
    return NAMING_PROPERTIES.get(String(key));
  }

  #inferred(kind: 'arn' | 'name', resource: Resource | undefined, value: Value): void {
    if (resource === undefined || resource === this.#from || this.#isOwnName(kind)) return;
    this.#stackLink(kind, resource.stack, value.kind === 'literal' ? String(value.value) : '');
    this.#link(kind, { kind: 'reference', resource, attribute: undefined, via: IN_PLACE });
  }

  /** The property that gives a resource its own name refers to nobody. */
  #isOwnName(kind: 'arn' | 'name'): boolean {
    if (kind === 'arn' || !(this.#from instanceof Resource)) return false;
    const naming = NAMED_TYPES.get(this.#from.type)?.property;
    return naming !== undefined && this.#path.slice(1).join('.') === naming;
  }

  #boundary(kind: Boundary, found: Produced | Unknown): void {
    if (found.kind === 'unknown') {
      this.#unresolved(kind, found);
      return;
    }
    this.#stackLink(kind, found.stack, found.name);
    for (const reference of referencesIn(found.value)) this.#link(kind, reference);
  }

  #stackLink(kind: LinkKind, to: Stack, name: string): void {
    this.#found.stackLinks.push({ from: this.#from, path: [...this.#path], to, kind, name });
  }

  #link(kind: LinkKind, { resource, attribute, via }: Reference): void {
    if (!(this.#from instanceof Resource)) return;
    this.#found.links.push({ from: this.#from, path: [...this.#path], to: resource, attribute, kind, via, condition: this.#conditions[0] });
  }

  #unresolved(kind: Unresolved['kind'], value: Unknown): void {
    const { reason } = value;
    const name = nameOfUnknown(value);
    if (reason === 'ssm' && name?.startsWith('/cdk-bootstrap/')) return;
    const [path, label] = [[...this.#path], describeUnknown(value)];
    this.#found.unresolved.push({ from: this.#from, path, kind, class: classOf(reason, name), reason, name, label });
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

/** Long and structured enough not to be a word that two templates share by chance. */
function isDistinctive(text: string): boolean {
  return text.length >= 8 && text.length <= 255 && /^[\w./-]+$/.test(text) && /[-_./]/.test(text);
}
