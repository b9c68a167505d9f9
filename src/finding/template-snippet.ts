import { createRequire } from 'node:module';
import { isObject, own, ownString } from '../assembly/json.js';
import type { Json, JsonObject, Template } from '../assembly/model.js';
import type { Docs } from '../check/check.js';
import type { Example } from '../check/example.js';

/** A part of a template, as one would write it. */
export interface TemplateSnippet {
  readonly language: Template['format'];
  readonly text: string;
}

/** A longer one shows a whole template rather than a change. */
const MAX_LINES = 24;
const MAX_LENGTH = 1_200;

/**
 * What the good example of a check has and its bad one has not, as a part of a template: the resource with the changed properties alone.
 * Under the name of the resource that the problem is in, when it is of that type. Undefined where something is only taken out.
 */
export function fixSnippet(
  { bad, good }: Pick<Docs, 'bad' | 'good'>,
  language: Template['format'],
  resource: { readonly type: string; readonly logicalId: string } | undefined,
): TemplateSnippet | undefined {
  const changes = changedResources(bad, good);
  // A resource of another type helps when it was missing: the policy that lets the service in.
  const change = resource && (changes.find(({ type }) => type === resource.type) ?? changes.find(({ isNew }) => isNew));
  if (change === undefined) return undefined;
  const name = change.type === resource?.type ? resource.logicalId : change.logicalId;
  const section = { [name]: change.part };
  const text = language === 'json' ? JSON.stringify(section, undefined, 2) : toYaml(section);
  return text.length > MAX_LENGTH || text.split('\n').length > MAX_LINES ? undefined : { language, text };
}

interface ChangedResource {
  readonly logicalId: string;
  readonly type: string;
  readonly part: JsonObject;
  readonly isNew: boolean;
}

function changedResources(bad: Example, good: Example): readonly ChangedResource[] {
  return Object.entries(good).flatMap(([id, { resources = {} }]) =>
    Object.entries(resources).flatMap(([logicalId, after]) => {
      const before = own(bad[id]?.resources ?? {}, logicalId);
      const part = changedPart(before, after);
      const type = isObject(after) ? ownString(after, 'Type') : undefined;
      if (type === undefined || !isObject(part)) return [];
      const { Type: _, ...rest } = part;
      return Object.keys(rest).length === 0 ? [] : [{ logicalId, type, part: { Type: type, ...rest }, isNew: before === undefined }];
    }),
  );
}

/** What of a value is new, with what says where it is; undefined when nothing is. */
function changedPart(before: Json | undefined, after: Json): Json | undefined {
  if (isSame(before, after)) return undefined;
  if (Array.isArray(after)) {
    if (!Array.isArray(before) || before.length !== after.length) return after;
    return after.flatMap((item: Json, index) => changedItem(before[index], item) ?? []);
  }
  if (!isObject(after) || !isObject(before) || isCall(after)) return after;
  const entries = Object.entries(after).flatMap(([key, value]) => {
    const part = changedPart(own(before, key), value);
    return part === undefined ? [] : [[key, part] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** An element of a list is known by its texts: `Region: us-west-2`. */
function changedItem(before: Json | undefined, after: Json): Json | undefined {
  const part = changedPart(before, after);
  if (!isObject(part) || !isObject(after) || isCall(after)) return part;
  return Object.fromEntries(
    Object.entries(after).flatMap(([key, value]) =>
      typeof value === 'string' || Object.hasOwn(part, key) ? [[key, own(part, key) ?? value]] : [],
    ),
  );
}

function isSame(one: Json | undefined, other: Json): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** `{ Ref: … }`, `{ 'Fn::GetAtt': … }`: one value. */
function isCall(object: JsonObject): boolean {
  const [key, ...others] = Object.keys(object);
  return others.length === 0 && (key === 'Ref' || key?.startsWith('Fn::') === true);
}

function toYaml(section: JsonObject): string {
  const yaml = createRequire(import.meta.url)('yaml') as typeof import('yaml');
  const document = new yaml.Document(section);
  yaml.visit(document, {
    Map(_, map) {
      const [pair, ...others] = map.items;
      if (pair === undefined || others.length > 0 || !yaml.isScalar(pair.key)) return undefined;
      const text = shortForm(String(pair.key.value), yaml.isNode(pair.value) ? pair.value.toJS(document) : undefined);
      if (text === undefined) return undefined;
      const scalar = new yaml.Scalar(text.argument);
      scalar.tag = text.tag;
      return scalar;
    },
  });
  return document.toString({ lineWidth: 0 }).trimEnd();
}

/** The short forms that people use; others may not stand in one another. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html */
function shortForm(name: string, argument: unknown): { readonly tag: string; readonly argument: string } | undefined {
  if ((name === 'Ref' || name === 'Fn::Sub') && typeof argument === 'string') return { tag: `!${name.replace('Fn::', '')}`, argument };
  if (name === 'Fn::GetAtt' && Array.isArray(argument) && argument.every((part) => typeof part === 'string'))
    return { tag: '!GetAtt', argument: argument.join('.') };
  return undefined;
}
