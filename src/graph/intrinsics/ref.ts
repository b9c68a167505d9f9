import type { Json, JsonObject, Stack } from '../../assembly/model.js';
import { partitionOf, urlSuffixOf } from '../../facts/regions.js';
import { visitRef } from '../kinds/ref.js';
import { own } from '../model/json.js';
import type { Scope } from '../model/scope.js';
import { ABSENT, IN_PLACE, literal, throughBoundary, unknown, type Value } from '../model/value.js';
import type { Evaluation, Intrinsic } from './intrinsic.js';

export const ref: Intrinsic = {
  evaluate(name, scope, evaluation) {
    if (typeof name !== 'string') return unknown('function', 'Ref', [evaluation.evaluate(name, scope)]);
    if (name.startsWith('AWS::')) return pseudoParameter(name, scope);
    const { index } = evaluation;
    const resource = index.resource(scope.stack, name);
    if (resource !== undefined) return { kind: 'reference', resource, attribute: undefined, via: IN_PLACE };
    const parameter = scope.stack.template.parameters.get(name);
    if (parameter === undefined) return unknown('undeclared', name);
    return evaluation.shared(`${index.idOf(scope.stack)} Parameters ${name} ${scope.assumptions.defaults}`, () =>
      parameterValue(name, parameter, scope, evaluation),
    );
  },
  visit(name, walk) {
    if (typeof name === 'string') visitRef(name, walk);
  },
};

function parameterValue(name: string, declaration: JsonObject, scope: Scope, evaluation: Evaluation): Value {
  const { stack, assumptions } = scope;
  const type = own(declaration, 'Type');
  const typed = (text: Json | undefined): Value => {
    if (typeof text !== 'string' && typeof text !== 'number') return unknown('parameter', name);
    if (typeof type === 'string' && type.startsWith('AWS::SSM::Parameter::Value'))
      return evaluation.index.producers.ssm(String(text), stack);
    if (type !== 'CommaDelimitedList' && !String(type).startsWith('List<')) return evaluation.text(String(text), scope);
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
    if (given !== undefined) return throughBoundary('nested-parameter', evaluation.evaluate(given, { stack: parent, assumptions }));
    return typed(own(declaration, 'Default'));
  }
  const given = stack.parameterValues.get(name);
  if (given !== undefined) return typed(given);
  const byName = typeof type === 'string' && type.startsWith('AWS::SSM::');
  // A default may be overridden at deployment; the *name* of an SSM parameter hardly ever is, and CDK writes it there.
  return assumptions.defaults || byName ? typed(own(declaration, 'Default')) : unknown('parameter', name);
}

function pseudoParameter(name: string, { stack, assumptions }: Scope): Value {
  if (name === 'AWS::NoValue') return ABSENT;
  const isOpen = name === 'AWS::StackName' && stack.isNameAssumed && !assumptions.defaults;
  const text = isOpen ? undefined : pseudoParameterText(name, stack);
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
