import { readdirSync, statSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import picomatch from 'picomatch';
import { InputError } from '../../diagnostic.js';
import { isInside } from '../../files/inside.js';
import { MAX_TEXT_BYTES, readRegularText } from '../../files/read-file.js';
import { findRepository, toSlashes } from '../../source/project-root.js';
import type { RuleSource } from './engine-messages.js';

export interface RulePacks {
  readonly regoRules: readonly RuleSource[];
  readonly guardRules: readonly RuleSource[];
}

/** Reads rule files, given by name or glob. `folder` is what they are relative to. */
export function readRulePacks(globs: readonly string[], folder: string, origin: string): RulePacks {
  const inRules = `${origin}: \`lint.rules\``;
  const files = [...new Set(globs.flatMap((glob) => filesOf(glob, folder, inRules)))].sort();
  const sources = files.map((file) => ({ name: toSlashes(relative(folder, file)), content: readRule(file, folder, inRules) }));
  const ofKind = (extension: string): readonly RuleSource[] => sources.filter(({ name }) => extname(name) === extension);
  const other = sources.find(({ name }) => !['.rego', '.guard'].includes(extname(name)));
  if (other !== undefined) throw new InputError(`${origin}: \`lint.rules\`: ${other.name} is neither .rego nor .guard`);
  return { regoRules: ofKind('.rego'), guardRules: ofKind('.guard') };
}

/** What is wrong with a rule is quoted: a link that someone committed must not bring in another file. What the user names elsewhere is the user's. */
function readRule(file: string, folder: string, origin: string): string {
  const root = findRepository(folder) ?? folder;
  const read = readRegularText(file, { maxBytes: MAX_TEXT_BYTES, within: isInside(file, root) ? root : undefined });
  if ('problem' in read) throw new InputError(`${origin}: ${toSlashes(relative(folder, file))} ${read.problem}`);
  return read.text;
}

function filesOf(glob: string, folder: string, origin: string): readonly string[] {
  const { base, glob: pattern } = picomatch.scan(glob.replace(/^\.\//, ''));
  const start = join(folder, base);
  let names: readonly string[];
  try {
    if (pattern === '') {
      // A link to nothing is a name of no file.
      statSync(start);
      return [start];
    }
    names = readdirSync(start, { recursive: true, encoding: 'utf8' });
  } catch {
    throw new InputError(`${origin}: \`${glob}\` names no file`);
  }
  const matches = picomatch(pattern);
  const found = names.filter((name) => matches(toSlashes(name)));
  if (found.length === 0) throw new InputError(`${origin}: \`${glob}\` fits no file`);
  return found.map((name) => join(start, name));
}
