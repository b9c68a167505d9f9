import { visitImport } from '../kinds/import.js';
import { visitStackOutput } from '../kinds/stack-output.js';
import type { Intrinsic } from './intrinsic.js';

export const importValue: Intrinsic = {
  evaluate: (argument, scope, evaluation) => evaluation.index.producers.imported(evaluation.evaluate(argument, scope), scope.stack),
  visit(argument, walk) {
    visitImport(argument, walk);
    walk.step('Fn::ImportValue', argument);
  },
};

export const getStackOutput: Intrinsic = {
  evaluate: (argument, scope, evaluation) => evaluation.index.producers.stackOutput(evaluation.evaluate(argument, scope), scope.stack),
  visit: visitStackOutput,
};
