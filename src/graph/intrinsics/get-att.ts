import { visitGetAtt } from '../kinds/get-att.js';
import { getAttArguments } from '../model/json.js';
import { IN_PLACE, literal, unknown } from '../model/value.js';
import type { Intrinsic } from './intrinsic.js';

export const getAtt: Intrinsic = {
  evaluate(argument, scope, evaluation) {
    const [logicalId, expression] = getAttArguments(argument) ?? [];
    if (logicalId === undefined) return unknown('function', 'Fn::GetAtt');
    const { index } = evaluation;
    const attribute = typeof expression === 'string' ? literal(expression) : evaluation.evaluate(expression, scope);
    const resource = index.resource(scope.stack, logicalId);
    if (resource === undefined) return unknown('undeclared', logicalId);
    if (attribute.kind !== 'literal')
      return unknown('function', 'Fn::GetAtt', [{ kind: 'reference', resource, attribute: undefined, via: IN_PLACE }]);
    const name = String(attribute.value);
    if (resource.type === 'AWS::CloudFormation::Stack' && name.startsWith('Outputs.')) {
      const nested = index.nestedStack(scope.stack, logicalId);
      const output = nested && evaluation.output(nested, name.slice('Outputs.'.length), 'nested-output');
      return output ?? unknown('nested-output', `${logicalId}.${name}`, [{ kind: 'reference', resource, attribute: name, via: IN_PLACE }]);
    }
    if (resource.type === 'Custom::CrossRegionExportReader') return index.producers.crossRegionExport(name, scope.stack);
    const read = index.producers.custom.findAttribute(resource, name);
    return read === undefined ? { kind: 'reference', resource, attribute: name, via: IN_PLACE } : read.value;
  },
  visit: visitGetAtt,
};
