import { join } from 'node:path';
import { grouped } from '../counted.js';
import type { Diagnostic } from '../diagnostic.js';
import { type ParsedTemplate, parseTemplate } from '../template/parse.js';
import type { Attempt } from './attempt.js';
import type { AssemblyFiles, LocatedFile } from './files.js';
import { isObject, parseJson } from './json.js';
import type { CloudAssembly, JsonObject, MissingContext, Stack, Template } from './model.js';

/** A few files that name each other in a tree would otherwise stand for millions of nested stacks. AWS allows an account 2,000. */
const MAX_STACKS = 5000;
/** One large template may be named by many stacks. CloudFormation takes 1 MB of each; the largest real assemblies have 15 in all. */
const MAX_TEMPLATE_BYTES = 256 * 1024 * 1024;
/** Of each severity. A template may hold a million of what is no resource. */
const MAX_DIAGNOSTICS = 1_000;

/** The assembly while it is put together. */
export interface AssemblyDraft extends CloudAssembly {
  readonly stacks: Stack[];
  readonly missingContext: MissingContext[];
  readonly diagnostics: Diagnostic[];
  manifestVersion: string | undefined;
  isWhole: boolean;
}

/** What all steps of reading one assembly share: its files, and where their results and complaints go. */
export class Loading {
  readonly files: AssemblyFiles;
  readonly assembly: AssemblyDraft;
  readonly #ids = new Set<string>();
  readonly #folders = new Set<string>();
  readonly #counts = new Map<Diagnostic['severity'], number>();
  #templateBytes = 0;
  #isFull = false;
  readonly #templates = new Map<string, Template | undefined>();

  readonly #expand: (template: Template) => Template;

  /** `expand` adds what a transformation makes of a template. */
  constructor(files: AssemblyFiles, assembly: AssemblyDraft, expand = (template: Template) => template) {
    this.#expand = expand;
    this.files = files;
    this.assembly = assembly;
    this.#folders.add(files.root);
  }

  /** `path` is below the root. Also called after loading, by what is read lazily. */
  report(severity: Diagnostic['severity'], message: string, path: string): void {
    this.#add({ severity, message, file: this.shown(path) });
  }

  #add(diagnostic: Diagnostic): void {
    if (diagnostic.severity === 'error') this.assembly.isWhole = false;
    const count = (this.#counts.get(diagnostic.severity) ?? 0) + 1;
    this.#counts.set(diagnostic.severity, count);
    if (count <= MAX_DIAGNOSTICS) this.assembly.diagnostics.push(diagnostic);
    else if (count === MAX_DIAGNOSTICS + 1) {
      const message = `There is more of this kind than the ${grouped(MAX_DIAGNOSTICS)} that are listed.`;
      this.assembly.diagnostics.push({ severity: diagnostic.severity, message, file: this.shown('manifest.json') });
    }
  }

  /** A path as the user would write it. */
  shown(path: string): string {
    return join(this.assembly.path, path);
  }

  /** Says whether the folder is met for the first time: a manifest may name its own folder as a nested assembly. */
  enterFolder(folder: LocatedFile): boolean {
    const isNew = !this.#folders.has(folder.real);
    this.#folders.add(folder.real);
    return isNew;
  }

  /** Says whether there was room for it. */
  addStack(stack: Stack): boolean {
    this.#templateBytes += stack.template.bytes;
    if (!this.#isFull && (this.assembly.stacks.length >= MAX_STACKS || this.#templateBytes > MAX_TEMPLATE_BYTES)) {
      this.#isFull = true;
      const limits = `${MAX_STACKS} stacks or ${MAX_TEMPLATE_BYTES / 1024 / 1024} MiB of templates`;
      this.report('error', `The assembly has more than ${limits}: the rest is not checked.`, 'manifest.json');
    }
    if (this.#isFull) return false;
    this.#ids.add(stack.id);
    this.assembly.stacks.push(stack);
    return true;
  }

  /** The CDK makes ids unique over stages; other hands may not. */
  uniqueId(id: string, directory: string): string {
    const candidates = directory === '' ? [id] : [id, `${directory}/${id}`];
    for (let number = 2; ; number++) {
      const free = candidates.find((candidate) => !this.#ids.has(candidate));
      if (free !== undefined) return free;
      candidates.splice(0, candidates.length, `${id}#${number}`);
    }
  }

  readObject(file: LocatedFile): Attempt<JsonObject> {
    const text = this.files.read(file);
    if ('problem' in text) return text;
    const parsed = parseJson(text.value);
    if ('problem' in parsed) return parsed;
    return isObject(parsed.value) ? { value: parsed.value } : { problem: 'does not hold an object' };
  }

  /** Undefined when the file holds none; a diagnostic says why. Several stacks may share a file: it is parsed once. */
  readTemplate(file: LocatedFile): Template | undefined {
    if (this.#templates.has(file.real)) return this.#templates.get(file.real);
    const { template, diagnostics } = this.#parseTemplate(file);
    for (const diagnostic of diagnostics) this.#add(diagnostic);
    const expanded = template && this.#expand(template);
    this.#templates.set(file.real, expanded);
    return expanded;
  }

  #parseTemplate(file: LocatedFile): ParsedTemplate {
    const shown = this.shown(file.path);
    const text = this.files.read(file);
    if ('value' in text) return parseTemplate(text.value, shown, this.assembly.origin === 'cdk' ? ' Run `cdk synth` again.' : undefined);
    const message = `The template ${text.problem}: it is not checked.`;
    return { template: undefined, diagnostics: [{ severity: 'error', message, file: shown }] };
  }
}
