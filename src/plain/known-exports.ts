import { isObject, own, ownList, ownString, parseJson } from '../assembly/json.js';
import type { Template } from '../assembly/model.js';
import { MAX_TEXT_BYTES, readRegularText } from '../files/read-file.js';
import { stackOf, type TemplateStack } from './template-stack.js';

/** The stack that exports something: `arn:aws:cloudformation:us-east-1:482731905566:stack/network/…`. */
const STACK_ARN = /^arn:[a-z-]+:cloudformation:([a-z0-9-]+):(\d{12}):stack\/([A-Za-z0-9-]+)(?:\/|$)/;

/**
 * The stacks of which `aws cloudformation list-exports` says what they export: imports of that are known then. Undefined for any other file.
 * https://docs.aws.amazon.com/cli/latest/reference/cloudformation/list-exports.html
 */
export function stacksOfExports(file: string): readonly TemplateStack[] | undefined {
  if (!file.toLowerCase().endsWith('.json')) return undefined;
  const read = readRegularText(file, { maxBytes: MAX_TEXT_BYTES });
  const parsed = 'text' in read && read.text.includes('"ExportingStackId"') ? parseJson(read.text) : undefined;
  if (parsed === undefined || 'problem' in parsed || !isObject(parsed.value) || own(parsed.value, 'Resources') !== undefined)
    return undefined;
  const stacks = new Map<string, TemplateStack & { readonly exports: Map<string, string> }>();
  for (const entry of ownList(parsed.value, 'Exports')) {
    const [id, name, value] = isObject(entry) ? ['ExportingStackId', 'Name', 'Value'].map((key) => ownString(entry, key)) : [];
    const [, region, account, stackName] = STACK_ARN.exec(id ?? '') ?? [];
    if (id === undefined || name === undefined || stackName === undefined) continue;
    const known = stacks.get(id) ?? {
      ...stackOf(file, { name: stackName, region, account, isDeclared: true }),
      exports: new Map<string, string>(),
    };
    stacks.set(id, known);
    known.exports.set(name, value ?? '');
  }
  return [...stacks.values()];
}

/** A template of which nothing but its exports is known. */
export function templateOfExports(exports: ReadonlyMap<string, string>): Template {
  const outputs = [...exports].map(([name, value], index) => [`Export${index}`, { Value: value, Export: { Name: name } }] as const);
  return {
    resources: new Map(),
    parameters: new Map(),
    outputs: new Map(outputs),
    conditions: new Map(),
    mappings: new Map(),
    metadata: {},
    transforms: [],
    generators: [],
    hasDynamicReferences: false,
    hasAccountNumbers: false,
    hasInferenceProfiles: false,
    mayHaveTokens: false,
    mayHaveOddArns: false,
    bytes: 0,
    format: 'json',
  };
}
