import { Buffer } from 'node:buffer';
import type { Attempt } from '../assembly/attempt.js';
import { isObject, own, ownObject, ownString, parseJson, withoutByteOrderMark } from '../assembly/json.js';
import type { Json, JsonObject, ResourceDeclaration, Template } from '../assembly/model.js';
import type { Diagnostic } from '../diagnostic.js';
import { parseYaml, type YamlOddities } from './parse-yaml.js';
import { textFeaturesOf } from './text-features.js';

export interface ParsedTemplate {
  /** Undefined when the text is not a template at all; a diagnostic says why. */
  readonly template: Template | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a template. Whatever in it is malformed becomes a diagnostic, and the rest is kept. `file` is how the user calls it, `advice` what to do about one that cannot be read. */
export function parseTemplate(text: string, file: string, advice = ''): ParsedTemplate {
  const diagnostics: Diagnostic[] = [];
  const warn = (message: string) => diagnostics.push({ severity: 'warning', message, file });
  const parsed = parseText(text, file);
  const problem = 'problem' in parsed ? parsed.problem : isObject(parsed.value) ? undefined : 'does not hold an object';
  if ('problem' in parsed || !isObject(parsed.value)) {
    diagnostics.push({ severity: 'error', message: `The template ${problem}: it is not checked.${advice}`, file });
    return { template: undefined, diagnostics };
  }
  const [root, at] = bodyOf(parsed.value);
  diagnostics.push(...describeOddities(parsed, file));
  if (!isObjectOrAbsent(own(root, 'Resources')))
    diagnostics.push({ severity: 'error', message: `\`Resources\` of the template is not an object: it is not checked.${advice}`, file });
  const { resources, generators } = readResources(root, warn);
  const template: Template = {
    resources,
    generators,
    parameters: readObjects(root, 'Parameters', warn),
    outputs: readObjects(root, 'Outputs', warn),
    conditions: new Map(entriesOf(root, 'Conditions', warn).filter(([name]) => !isMacro(name))),
    mappings: readObjects(root, 'Mappings', warn),
    metadata: ownObject(root, 'Metadata') ?? {},
    ...(Object.hasOwn(root, 'Globals') && { globals: ownObject(root, 'Globals') ?? {} }),
    transforms: [...readTransforms(own(root, 'Transform')), ...readTransforms(own(root, 'Fn::Transform'))],
    ...textFeaturesOf(text),
    bytes: Buffer.byteLength(text),
    format: isYaml(text, file) ? 'yaml' : 'json',
    ...(at.length > 0 && { at }),
  };
  return { template, diagnostics };
}

/** What `aws cloudformation get-template` prints holds the template, as text when that is YAML. */
function bodyOf(root: JsonObject): readonly [JsonObject, readonly string[]] {
  const body = own(root, 'Resources') === undefined && own(root, 'StagesAvailable') !== undefined ? own(root, 'TemplateBody') : undefined;
  const parsed = typeof body === 'string' ? parseText(body, '') : { value: body ?? null };
  return 'value' in parsed && isObject(parsed.value) ? [parsed.value, ['TemplateBody']] : [root, []];
}

/** The value that a JSON or YAML text stands for, with CloudFormation's short forms written out. */
export function parseText(text: string, file: string): Attempt<Json> & Partial<YamlOddities> {
  return isYaml(text, file) ? parseYaml(withoutByteOrderMark(text)) : parseJson(text);
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html */
function describeOddities({ repeated = [], alias }: Partial<YamlOddities>, file: string): readonly Diagnostic[] {
  const twice = repeated.map(({ key, line }): Diagnostic => {
    return { severity: 'warning', message: `\`${key}\` is written twice in one map (line ${line}): the last one counts here.`, file };
  });
  if (alias === undefined) return twice;
  const advice = 'CloudFormation accepts neither: `aws cloudformation package` and `sam build` write them out';
  return [...twice, { severity: 'info', message: `The template has YAML aliases or merge keys (line ${alias}). ${advice}.`, file }];
}

type Warn = (message: string) => void;

/** The CDK writes JSON only, whatever a file is called; YAML comes from tools around it and from hand-written nested templates. */
function isYaml(text: string, file: string): boolean {
  const start = /[^\s\uFEFF]/.exec(text)?.[0];
  return start !== '{' && (/\.(ya?ml|template)$/i.test(file) || !/\.json$/i.test(file));
}

function readResources(root: JsonObject, warn: Warn): Pick<Template, 'resources' | 'generators'> {
  const resources = new Map<string, ResourceDeclaration>();
  const generators: string[] = [];
  for (const [logicalId, raw] of entriesOf(root, 'Resources', warn)) {
    if (isMacro(logicalId)) {
      generators.push(logicalId);
    } else if (!isObject(raw)) {
      warn(`Resource \`${logicalId}\` is not an object and is not checked.`);
    } else {
      const type = ownString(raw, 'Type');
      if (type === undefined) warn(`Resource \`${logicalId}\` has no \`Type\` and is not checked.`);
      else resources.set(logicalId, { type, raw });
    }
  }
  return { resources, generators };
}

/** `Fn::ForEach::Name` and `Fn::Transform` stand where names stand: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html */
function isMacro(name: string): boolean {
  return name.startsWith('Fn::ForEach') || name === 'Fn::Transform';
}

function readObjects(root: JsonObject, section: string, warn: Warn): ReadonlyMap<string, JsonObject> {
  const objects = new Map<string, JsonObject>();
  for (const [name, value] of entriesOf(root, section, warn)) {
    if (isMacro(name)) continue;
    if (isObject(value)) objects.set(name, value);
    else warn(`\`${name}\` in \`${section}\` is not an object and is left out.`);
  }
  return objects;
}

function isObjectOrAbsent(value: Json | undefined): boolean {
  return value === undefined || value === null || isObject(value);
}

function entriesOf(root: JsonObject, section: string, warn: Warn): readonly (readonly [string, Json])[] {
  const value = own(root, section);
  if (isObject(value)) return Object.entries(value);
  // Of resources it is an error.
  if (!isObjectOrAbsent(value) && section !== 'Resources') warn(`\`${section}\` is not an object: the section is left out.`);
  return [];
}

/** A name, `{ Name: … }` (`AWS::Include`), or a list of both. */
function readTransforms(value: Json | undefined): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(readTransforms);
  if (typeof value === 'string') return [value];
  const name = isObject(value) ? ownString(value, 'Name') : undefined;
  return name === undefined ? [] : [name];
}
