import type { Json, JsonObject, Stack } from '../../assembly/model.js';
import { partitionOf, urlSuffixOf } from '../../facts/regions.js';
import { getAttArguments, intrinsicOf, own } from '../model/json.js';
import type { Evaluator, GraphIndex } from '../model/resource-graph.js';
import { NO_ASSUMPTIONS, type Scope } from '../model/scope.js';
import { ABSENT, type Boundary, beyondLimit, IN_PLACE, literal, sizeOf, throughBoundary, unknown, type Value } from '../model/value.js';
import { Conditions } from './conditions.js';
import { evaluateDynamicReferences } from './dynamic-references.js';
import { join, select, split, substitute } from './string-functions.js';

/** Chains through templates (nested output → export → import → nested parameter …) add to the depth of the templates themselves. */
const MAX_DEPTH = 500;
/** The largest value that one place takes from another: CloudFormation's parameters have 4,096 characters, its exports 1,024. */
const MAX_SHARED_WEIGHT = 1_000;
/** All values that are taken from elsewhere together, each counted where it is used. */
const MAX_TOTAL_WEIGHT = 10_000_000;

interface Shared {
  readonly value: Value;
  readonly weight: number;
}

/**
 * Evaluates expressions as far as the synthesized output allows: intrinsic functions, parameters, and values that come
 * from other stacks. What it does not hold becomes `unknown`, never a guess.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export class TemplateEvaluator implements Evaluator {
  readonly conditions: Conditions = new Conditions(this);
  readonly #index: GraphIndex;
  readonly #known = new Map<string, Shared>();
  readonly #underway = new Set<string>();
  /** By stack: of `Fn::Sub` by its text, which CDK repeats in resource after resource, of `Fn::Join` by its place, which check after check looks at. */
  readonly #resolvedStrings = new Map<Stack, Map<Json, Value>>();
  #depth = 0;
  #totalWeight = 0;

  constructor(index: GraphIndex) {
    this.#index = index;
  }

  evaluate(raw: Json | undefined, scope: Scope): Value {
    if (raw === undefined) return ABSENT;
    if (typeof raw === 'string') return this.#text(raw, scope);
    if (typeof raw !== 'object' || raw === null) return literal(raw);
    if (this.#depth >= MAX_DEPTH) return beyondLimit('an expression that is too deep');
    this.#depth++;
    try {
      if (Array.isArray(raw)) {
        return { kind: 'list', items: raw.map((item) => this.evaluate(item, scope)).filter((item) => item.kind !== 'absent') };
      }
      const intrinsic = intrinsicOf(raw);
      return intrinsic === undefined ? this.#dictionary(raw as JsonObject, scope) : this.#intrinsic(intrinsic[0], intrinsic[1], scope);
    } finally {
      this.#depth--;
    }
  }

  /** The value of an output, as a stack of the graph that reads it sees it. */
  output(stack: Stack, key: string, boundary: Boundary): Value | undefined {
    const output = stack.template.outputs.get(key);
    if (output === undefined) return undefined;
    return throughBoundary(
      boundary,
      this.shared(`${this.#index.idOf(stack)} Outputs ${key}`, () =>
        this.evaluate(own(output, 'Value'), { stack, assumptions: NO_ASSUMPTIONS }),
      ),
    );
  }

  /** Which branch of an `Fn::If` counts: the path to it and its expression; undefined when its condition is open. */
  branch(argument: Json, scope: Scope): { readonly index: 1 | 2; readonly raw: Json | undefined } | undefined {
    if (!Array.isArray(argument) || typeof argument[0] !== 'string') return undefined;
    const holds = this.conditions.named(argument[0], scope);
    if (holds === undefined) return undefined;
    return holds ? { index: 1, raw: argument[1] } : { index: 2, raw: argument[2] };
  }

  /** A value that several places use: evaluated once. One that needs itself is unknown, and so is one that would grow without end. */
  shared(key: string, evaluate: () => Value): Value {
    let known = this.#known.get(key);
    if (known === undefined) {
      if (this.#underway.has(key)) return unknown('cycle', key);
      if (this.#depth >= MAX_DEPTH) return beyondLimit('an expression that is too deep');
      this.#underway.add(key);
      this.#depth++;
      try {
        const value = evaluate();
        const weight = sizeOf(value, MAX_SHARED_WEIGHT);
        known = weight > MAX_SHARED_WEIGHT ? { value: beyondLimit('a value that is too large'), weight: 1 } : { value, weight };
        this.#known.set(key, known);
      } finally {
        this.#depth--;
        this.#underway.delete(key);
      }
    }
    this.#totalWeight += known.weight;
    return this.#totalWeight > MAX_TOTAL_WEIGHT ? beyondLimit('more values than are followed') : known.value;
  }

  #text(raw: string, scope: Scope): Value {
    // CDK's marker for a lookup that was not done (https://docs.aws.amazon.com/cdk/v2/guide/context.html).
    if (raw.startsWith('dummy-value-for-')) return unknown('lookup', raw);
    return raw.includes('{{resolve:') ? evaluateDynamicReferences(literal(raw), scope.stack, this.#index.producers) : literal(raw);
  }

  #dictionary(raw: JsonObject, scope: Scope): Value {
    const entries = new Map<string, Value>();
    for (const key of Object.keys(raw)) {
      const value = this.evaluate(raw[key], scope);
      if (value.kind !== 'absent') entries.set(key, value);
    }
    return { kind: 'map', entries };
  }

  #intrinsic(name: string, argument: Json, scope: Scope): Value {
    // By far the most.
    if (name === 'Ref' && typeof argument === 'string') return this.#ref(argument, scope);
    if (name === 'Fn::GetAtt') return this.#getAtt(argument, scope);
    if (name === 'Fn::Sub') return this.#textOf(substitute, argument, scope);
    if (name === 'Fn::Join') return this.#textOf(join, argument, scope);
    const evaluate = (raw: Json | undefined): Value => this.evaluate(raw, scope);
    switch (name) {
      case 'Fn::Split':
        return split(argument, evaluate);
      case 'Fn::Select':
        return select(argument, evaluate);
      case 'Fn::If':
        return this.#if(argument, scope);
      case 'Fn::FindInMap':
        return this.#findInMap(argument, scope);
      case 'Fn::ImportValue':
        return this.#index.producers.imported(evaluate(argument), scope.stack);
      case 'Fn::GetStackOutput':
        return this.#index.producers.stackOutput(evaluate(argument), scope.stack);
      default:
        return unknown('function', name, [evaluate(argument)]);
    }
  }

  #textOf(write: typeof join, argument: Json, scope: Scope): Value {
    const known = scope.assumptions === NO_ASSUMPTIONS ? this.#resolvedStringsIn(scope.stack) : undefined;
    let value = known?.get(argument);
    if (value === undefined) {
      const written = write(argument, (raw) => this.evaluate(raw, scope));
      value = scope.stack.template.hasDynamicReferences ? evaluateDynamicReferences(written, scope.stack, this.#index.producers) : written;
      known?.set(argument, value);
    }
    return value;
  }

  #resolvedStringsIn(stack: Stack): Map<Json, Value> {
    const known = this.#resolvedStrings.get(stack);
    if (known !== undefined) return known;
    const none = new Map<Json, Value>();
    this.#resolvedStrings.set(stack, none);
    return none;
  }

  #ref(name: string, scope: Scope): Value {
    if (name.startsWith('AWS::')) return pseudoParameter(name, scope.stack);
    const resource = this.#index.resource(scope.stack, name);
    if (resource !== undefined) return { kind: 'reference', resource, attribute: undefined, via: IN_PLACE };
    const parameter = scope.stack.template.parameters.get(name);
    if (parameter === undefined) return unknown('undeclared', name);
    return this.shared(`${this.#index.idOf(scope.stack)} Parameters ${name} ${scope.assumptions.defaults}`, () =>
      this.#parameter(name, parameter, scope),
    );
  }

  #parameter(name: string, declaration: JsonObject, { stack, assumptions }: Scope): Value {
    const type = own(declaration, 'Type');
    const typed = (text: Json | undefined): Value => {
      if (typeof text !== 'string' && typeof text !== 'number') return unknown('parameter', name);
      if (typeof type === 'string' && type.startsWith('AWS::SSM::Parameter::Value')) return this.#index.producers.ssm(String(text), stack);
      if (type !== 'CommaDelimitedList' && !String(type).startsWith('List<')) return this.#text(String(text), { stack, assumptions });
      return {
        kind: 'list',
        items: String(text)
          .split(',')
          .map((item) => literal(item.trim())),
      };
    };
    if (stack.parent !== undefined) {
      const { stack: parent, logicalId } = stack.parent;
      const given = own(own(own(parent.template.resources.get(logicalId)?.raw, 'Properties'), 'Parameters'), name);
      if (given !== undefined) return throughBoundary('nested-parameter', this.evaluate(given, { stack: parent, assumptions }));
      return typed(own(declaration, 'Default'));
    }
    const given = stack.parameterValues.get(name);
    if (given !== undefined) return typed(given);
    const byName = typeof type === 'string' && type.startsWith('AWS::SSM::');
    // A default may be overridden at deployment; the *name* of an SSM parameter hardly ever is, and CDK writes it there.
    return assumptions.defaults || byName ? typed(own(declaration, 'Default')) : unknown('parameter', name);
  }

  #getAtt(argument: Json, scope: Scope): Value {
    const [logicalId, expression] = getAttArguments(argument) ?? [];
    if (logicalId === undefined) return unknown('function', 'Fn::GetAtt');
    const attribute = typeof expression === 'string' ? literal(expression) : this.evaluate(expression, scope);
    const resource = this.#index.resource(scope.stack, logicalId);
    if (resource === undefined) return unknown('undeclared', logicalId);
    if (attribute.kind !== 'literal')
      return unknown('function', 'Fn::GetAtt', [{ kind: 'reference', resource, attribute: undefined, via: IN_PLACE }]);
    const name = String(attribute.value);
    if (resource.type === 'AWS::CloudFormation::Stack' && name.startsWith('Outputs.')) {
      const nested = this.#index.nestedStack(scope.stack, logicalId);
      const output = nested && this.output(nested, name.slice('Outputs.'.length), 'nested-output');
      return output ?? unknown('nested-output', `${logicalId}.${name}`, [{ kind: 'reference', resource, attribute: name, via: IN_PLACE }]);
    }
    if (resource.type === 'Custom::CrossRegionExportReader') return this.#index.producers.crossRegionExport(name, scope.stack);
    const read = this.#index.producers.custom.findAttribute(resource, name);
    if (read !== undefined) return read.value;
    return { kind: 'reference', resource, attribute: name, via: IN_PLACE };
  }

  #if(argument: Json, scope: Scope): Value {
    const branch = this.branch(argument, scope);
    if (branch !== undefined) return this.evaluate(branch.raw, scope);
    if (!Array.isArray(argument)) return unknown('function', 'Fn::If');
    const [whenTrue, whenFalse] = [this.evaluate(argument[1], scope), this.evaluate(argument[2], scope)];
    if (whenTrue.kind === 'literal' && whenFalse.kind === 'literal' && whenTrue.value === whenFalse.value) return whenTrue;
    if (whenTrue.kind === 'absent' && whenFalse.kind === 'absent') return ABSENT;
    return unknown('condition', String(argument[0]), [whenTrue, whenFalse]);
  }

  #findInMap(argument: Json, scope: Scope): Value {
    if (!Array.isArray(argument)) return unknown('function', 'Fn::FindInMap');
    const keys = argument.slice(0, 3).map((key) => this.evaluate(key, scope));
    const open = keys.find((key) => key.kind !== 'literal');
    if (open !== undefined || keys.length < 3) return unknown('function', 'Fn::FindInMap', keys);
    const [map, top, second] = keys.map((key) => (key.kind === 'literal' ? String(key.value) : '')) as [string, string, string];
    const found = own(own(scope.stack.template.mappings.get(map), top), second);
    if (typeof found === 'object')
      return this.shared(
        `${this.#index.idOf(scope.stack)} Mappings ${JSON.stringify([map, top, second, scope.assumptions.defaults])}`,
        () => this.evaluate(found, scope),
      );
    if (found !== undefined) return this.evaluate(found, scope);
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-findinmap-enhancements.html
    const otherwise = own(argument[3], 'DefaultValue');
    return otherwise === undefined ? unknown('mapping', `${map}.${top}.${second}`) : this.evaluate(otherwise, scope);
  }
}

function pseudoParameter(name: string, stack: Stack): Value {
  if (name === 'AWS::NoValue') return ABSENT;
  const text = pseudoParameterText(name, stack);
  return text === undefined ? unknown('pseudo-parameter', name) : literal(text);
}

function pseudoParameterText(name: string, stack: Stack): string | undefined {
  const { account, region } = stack.environment;
  switch (name) {
    case 'AWS::Region':
      return region;
    case 'AWS::AccountId':
      return account;
    case 'AWS::Partition':
      return region && partitionOf(region);
    case 'AWS::URLSuffix':
      return region && urlSuffixOf(region);
    case 'AWS::StackName':
      return stack.parent === undefined ? stack.name : undefined;
    default:
      return undefined;
  }
}
