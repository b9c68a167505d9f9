import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, own, ownString, parseJson } from '../assembly/json.js';
import type { Json } from '../assembly/model.js';
import { MAX_TEXT_BYTES, MISSING, readRegularText } from '../files/read-file.js';
import { parseText } from '../template/parse.js';
import { STATE } from './serverless.js';

/** CloudFormation takes 1 MB: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const MAX_BYTES = 8 * 1024 * 1024;
const MAX_ENTRIES = 20_000;
const MAX_DEPTH = 12;
const ENDINGS = /\.(?:ya?ml|json|template)$/i;

export interface FoundTemplates {
  /** Absolute, in the order of their names. */
  readonly files: readonly string[];
  /** Whether the folder holds more than is looked at. */
  readonly isCut: boolean;
}

/** The templates in a folder and below it; not those in hidden folders, packages, and what `cdk synth` wrote. */
export function findTemplates(folder: string): FoundTemplates {
  return find(folder, isTemplate);
}

/** Files that may be templates by their names: nothing is read. */
export function findCandidates(folder: string): readonly string[] {
  return find(folder, () => true).files;
}

function find(folder: string, isFound: (path: string) => boolean): FoundTemplates {
  const files: string[] = [];
  let left = MAX_ENTRIES;
  const visit = (directory: string, depth: number): void => {
    for (const entry of entriesOf(directory)) {
      if (left-- <= 0) return;
      const path = join(directory, entry.name);
      if (entry.isDirectory()) {
        if (depth < MAX_DEPTH && !isLeftOut(entry.name, path)) visit(path, depth + 1);
      } else if (entry.isFile() && ENDINGS.test(entry.name) && isFound(path)) files.push(path);
    }
  };
  visit(folder, 0);
  return { files, isCut: left < 0 };
}

function entriesOf(directory: string) {
  try {
    return readdirSync(directory, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch {
    return [];
  }
}

const LEFT_OUT = new Set(['node_modules', 'cdk.out', 'site-packages']);

function isLeftOut(name: string, path: string): boolean {
  if (name.startsWith('.')) return !existsSync(join(path, STATE));
  return LEFT_OUT.has(name) || isCloudAssembly(path);
}

/** Whether `cdk synth` wrote the folder. Web applications have a `manifest.json`, too; one that cannot be read is the CDK's, and must not go unseen. */
export function isCloudAssembly(folder: string): boolean {
  const manifest = readRegularText(join(folder, 'manifest.json'), { maxBytes: MAX_TEXT_BYTES, within: folder });
  if (!('text' in manifest)) return manifest.problem !== MISSING;
  const { text } = manifest;
  if (text.includes('"artifacts"') || text.includes('\uFFFD')) return true;
  const content = parseJson(text);
  return 'problem' in content || !isObject(content.value);
}

/** Whether a file holds a template, or was meant to: one that has the sections of a template and cannot be parsed must not go unseen. */
function isTemplate(path: string): boolean {
  const read = readRegularText(path, { maxBytes: MAX_BYTES });
  if (!('text' in read) || !mayBeTemplate(read.text)) return false;
  const parsed = parseText(read.text, path);
  return 'problem' in parsed ? read.text.includes('AWSTemplateFormatVersion') : hasResources(parsed.value);
}

/** Cheap: a repository has thousands of other files. */
function mayBeTemplate(text: string): boolean {
  return text.includes('Resources') && text.includes('Type') && text.includes('::');
}

function hasResources(value: Json): boolean {
  const resources = isObject(value) ? own(value, 'Resources') : undefined;
  if (!isObject(resources)) return false;
  return Object.entries(resources).some(
    ([name, resource]) => name.startsWith('Fn::') || (isObject(resource) && (ownString(resource, 'Type')?.includes('::') ?? false)),
  );
}
