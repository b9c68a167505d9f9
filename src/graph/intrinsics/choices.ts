import type { Json } from '../../assembly/model.js';
import { own } from '../model/json.js';
import { ABSENT, unknown } from '../model/value.js';
import type { Intrinsic } from './intrinsic.js';

export const ifCondition: Intrinsic = {
  evaluate(argument, scope, evaluation) {
    const branch = evaluation.branch(argument, scope);
    if (branch !== undefined) return evaluation.evaluate(branch.raw, scope);
    if (!Array.isArray(argument)) return unknown('function', 'Fn::If');
    const [whenTrue, whenFalse] = [evaluation.evaluate(argument[1], scope), evaluation.evaluate(argument[2], scope)];
    if (whenTrue.kind === 'literal' && whenFalse.kind === 'literal' && whenTrue.value === whenFalse.value) return whenTrue;
    if (whenTrue.kind === 'absent' && whenFalse.kind === 'absent') return ABSENT;
    return unknown('condition', String(argument[0]), [whenTrue, whenFalse]);
  },
  visit(argument, walk) {
    if (!Array.isArray(argument)) return;
    const visit = (index: number): void => walk.at(['Fn::If'], () => walk.step(index, argument[index] as Json | undefined));
    const branch = walk.branch(argument);
    if (branch !== undefined) visit(branch.index);
    else walk.under(String(argument[0]), () => [1, 2].forEach(visit));
  },
};

export const findInMap: Intrinsic = {
  evaluate(argument, scope, evaluation) {
    if (!Array.isArray(argument)) return unknown('function', 'Fn::FindInMap');
    const keys = argument.slice(0, 3).map((key) => evaluation.evaluate(key, scope));
    const open = keys.find((key) => key.kind !== 'literal');
    if (open !== undefined || keys.length < 3) return unknown('function', 'Fn::FindInMap', keys);
    const [map, top, second] = keys.map((key) => (key.kind === 'literal' ? String(key.value) : '')) as [string, string, string];
    const found = own(own(scope.stack.template.mappings.get(map), top), second);
    if (typeof found === 'object') {
      const key = `${evaluation.index.idOf(scope.stack)} Mappings ${JSON.stringify([map, top, second, scope.assumptions.defaults])}`;
      return evaluation.shared(key, () => evaluation.evaluate(found, scope));
    }
    if (found !== undefined) return evaluation.evaluate(found, scope);
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-findinmap-enhancements.html
    const otherwise = own(argument[3], 'DefaultValue');
    return otherwise === undefined ? unknown('mapping', `${map}.${top}.${second}`) : evaluation.evaluate(otherwise, scope);
  },
  visit(argument, walk, raw) {
    const value = walk.evaluate(raw);
    if (value.kind === 'unknown' && value.reason === 'mapping') walk.unresolved('mapping', value);
    walk.step('Fn::FindInMap', argument);
  },
};
