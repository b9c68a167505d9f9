import type { Json } from '../../assembly/model.js';
import type { Intrinsic } from './intrinsic.js';
import { join as joined, split as pieces, select as selected, substitute, substitutions } from './string-functions.js';

export const sub: Intrinsic = {
  evaluate: (argument, scope, evaluation) => evaluation.textOf(substitute, argument, scope),
  visit(argument, walk, raw) {
    const variables = substitutions(argument);
    for (const variable of variables) walk.visit(variable);
    if (Array.isArray(argument)) walk.at(['Fn::Sub'], () => walk.step(1, argument[1] as Json | undefined));
    walk.dynamicReferences(substitute, argument, []);
    walk.whole(raw, variables);
  },
};

export const join: Intrinsic = {
  evaluate: (argument, scope, evaluation) => evaluation.textOf(joined, argument, scope),
  visit(argument, walk, raw) {
    walk.step('Fn::Join', argument);
    const pieces = Array.isArray(argument) && Array.isArray(argument[1]) ? argument[1] : [];
    walk.dynamicReferences(joined, argument, pieces);
    walk.whole(raw, pieces);
  },
};

export const split: Intrinsic = {
  evaluate: (argument, scope, evaluation) => pieces(argument, (raw) => evaluation.evaluate(raw, scope)),
};

export const select: Intrinsic = {
  evaluate: (argument, scope, evaluation) => selected(argument, (raw) => evaluation.evaluate(raw, scope)),
};
