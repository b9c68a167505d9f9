import { stringify } from 'yaml';
import type { Example, ExampleStack } from '../../check/example.js';

/** One stack of an example, as a person would write it down. */
export interface StackText {
  /** `Data in us-east-1, deployed after Keys`. */
  readonly heading: string;
  readonly yaml: string;
}

/** The stacks of an example, each as the YAML of its template. */
export function exampleInYaml(example: Example): readonly StackText[] {
  return Object.entries(example).flatMap(([id, stack]) => stackTexts(id, headingOf(id, stack), stack));
}

function stackTexts(id: string, heading: string, stack: ExampleStack): readonly StackText[] {
  const template = {
    ...(stack.parameters && { Parameters: stack.parameters }),
    ...(stack.mappings && { Mappings: stack.mappings }),
    ...(stack.conditions && { Conditions: stack.conditions }),
    Resources: stack.resources ?? {},
    ...(stack.outputs && { Outputs: stack.outputs }),
  };
  const yaml = stringify(template, { lineWidth: 0, aliasDuplicateObjects: false });
  const nested = Object.entries(stack.nested ?? {}).flatMap(([logicalId, child]) =>
    stackTexts(`${id}/${logicalId}`, `${id}/${logicalId}, nested in ${id}`, child),
  );
  return [{ heading, yaml }, ...nested];
}

function headingOf(id: string, stack: ExampleStack): string {
  const { name, region, account, dependencies, terminationProtection, metadata, assets, missingContext } = stack;
  const files = Object.entries(assets ?? {}).map(([file, isThere]) => `${file} (${isThere ? 'there' : 'missing'})`);
  const notes = Object.entries(metadata ?? {}).flatMap(([path, entries]) =>
    entries.map(({ type, data }) => `${String(type)} "${String(data)}" at ${path}`),
  );
  return [
    id,
    name === undefined ? '' : `, named ${name}`,
    region === undefined ? '' : ` in ${region}`,
    account === undefined ? '' : `, account ${account}`,
    dependencies?.length ? `, deployed after ${dependencies.join(' and ')}` : '',
    terminationProtection ? ', with termination protection' : '',
    files.length > 0 ? `, with the assets ${files.join(' and ')}` : '',
    notes.length > 0 ? `, with the metadata ${notes.join(' and ')}` : '',
    missingContext?.length ? `, without the context ${missingContext.join(' and ')}` : '',
  ].join('');
}
