import { denseEntriesOf } from './generate-dense.js';
import { type Entry, type StackContent, writeAssembly } from './write-stack.js';

const CONDITION = 'IsProduction';

/** Every other resource under a condition, and the first property of each in a branch of it. */
function conditional(stack: number): StackContent {
  const entries = denseEntriesOf(stack).map(([id, type, properties, rest = {}], index): Entry => {
    const [first] = Object.entries(properties);
    const branched = first && { [first[0]]: { 'Fn::If': [CONDITION, first[1], { Ref: 'AWS::NoValue' }] } };
    return [id, type, { ...properties, ...branched }, index % 2 === 0 ? rest : { ...rest, Condition: CONDITION }];
  });
  const parameters = { Environment: { Type: 'String', Default: 'production' } };
  const conditions = { [CONDITION]: { 'Fn::Equals': [{ Ref: 'Environment' }, 'production'] } };
  return { entries, outputs: {}, parameters, conditions };
}

/** What is named after the service comes from a parameter with a default. */
function parametrized(stack: number): StackContent {
  const parameters: Record<string, object> = {};
  const entries = denseEntriesOf(stack).map(([id, type, properties, rest = {}], index): Entry => {
    const replaced = Object.entries(properties).map(([key, value]) => {
      if (typeof value !== 'string' || !value.includes('payments')) return [key, value];
      parameters[`${key}${index}`] = { Type: 'String', Default: value };
      return [key, { Ref: `${key}${index}` }];
    });
    return [id, type, Object.fromEntries(replaced), rest];
  });
  return { entries, outputs: {}, parameters };
}

/** Names hold the region of a stack that names none. */
function agnostic(stack: number): StackContent {
  const entries = denseEntriesOf(stack).map(([id, type, properties, rest = {}]): Entry => {
    const text = JSON.stringify(properties).replace(/"(payments-[^"]*-)(?:us|eu)-[a-z]+-\d"/g, '{"Fn::Sub":"$1${AWS::Region}"}');
    return [id, type, JSON.parse(text), rest];
  });
  return { entries, outputs: {}, isAgnostic: true };
}

const MAKES = [conditional, parametrized, agnostic] as const;

/** Writes the assembly of `generateDense` with what synthesis leaves open: conditions, defaults of parameters, stacks for any account and region. */
export function generateOpen(folder: string, stacks: number): void {
  writeAssembly(folder, stacks, (stack) => (MAKES[stack % MAKES.length] as (stack: number) => StackContent)(stack));
}
