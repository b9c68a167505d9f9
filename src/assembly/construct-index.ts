import { posix } from 'node:path';
import { memoize } from '../memoize.js';
import { ownObject, ownString } from './json.js';
import type { ConstructMetadata, MentionedType } from './metadata.js';
import { type EntriesByPath, withoutLeadingSlash } from './metadata-entries.js';
import type { StackMetadata } from './metadata-file.js';
import type { Template } from './model.js';

/** Path of the construct whose template is meant, the empty string for the top-level stack, undefined when it is not known. */
type Scope = string | undefined;

/**
 * Construct paths of a top-level stack and of all stacks nested in it. The CDK writes all their elements into one list, in
 * which logical ids collide, so each path is first given to its template: that of the nearest nested stack above it.
 */
export class ConstructIndex {
  readonly entries: () => EntriesByPath;
  readonly mentions: (type: MentionedType) => boolean;
  readonly #templateFile: string;
  readonly #paths: () => ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly #nested: () => NestedScopes;

  constructor(metadata: StackMetadata, templateFile: string) {
    this.entries = memoize(metadata.entries);
    this.mentions = metadata.mentions;
    this.#templateFile = templateFile;
    this.#nested = memoize(() => findNestedScopes(this.entries(), this.#templateFile));
    this.#paths = memoize(() => groupByScope(this.entries(), this.#nested().all));
  }

  /** The view of one template. */
  view(template: Template, scope: () => Scope): ConstructMetadata {
    const pathOf = (logicalId: string): string | undefined => {
      const found = scope();
      const path = found === undefined ? undefined : this.#paths().get(found)?.get(logicalId);
      return path ?? pathInTemplate(template, logicalId);
    };
    return { pathOf, entries: this.entries, mentions: this.mentions };
  }

  /**
   * The construct behind a nested stack: known by the name of its resource, else by its file (written since CDK 2.276). Two nested
   * stacks with the same content are one asset with the file of one of them, so the file alone may tell the wrong one.
   */
  scopeOf(templateFile: string, resourcePath: string | undefined): Scope {
    const scope = resourcePath === undefined ? undefined : scopeOfResource(resourcePath);
    return scope ?? this.#nested().byFile.get(posix.basename(templateFile));
  }

  /** The file that `aws:cdk:templateFile` tells for the nested stack whose resource has this path. */
  templateFileOf(resourcePath: string): string | undefined {
    const scope = scopeOfResource(resourcePath);
    const entry = this.entries()
      .get(scope ?? '')
      ?.find(({ type }) => type === 'aws:cdk:templateFile');
    return typeof entry?.data === 'string' ? entry.data : undefined;
  }
}

interface NestedScopes {
  readonly all: ReadonlySet<string>;
  readonly byFile: ReadonlyMap<string, string>;
}

function findNestedScopes(entries: EntriesByPath, ownTemplate: string): NestedScopes {
  const all = new Set<string>();
  const byFile = new Map<string, string>();
  for (const [path, list] of entries) {
    const scope = scopeOfResource(path);
    if (scope !== undefined) all.add(scope);
    for (const { type, data } of list) {
      if (type !== 'aws:cdk:templateFile' || typeof data !== 'string') continue;
      const file = posix.basename(data.replaceAll('\\', '/'));
      // The top-level stack has such an entry as well.
      if (file === posix.basename(ownTemplate)) continue;
      all.add(path);
      byFile.set(file, path);
    }
  }
  return { all, byFile };
}

const RESOURCE_SUFFIX = '.NestedStackResource';
const SCOPE_SUFFIX = '.NestedStack';

/** `A/Data.NestedStack/Data.NestedStackResource` is the resource of the nested stack `A/Data`. */
export function scopeOfResource(path: string): string | undefined {
  if (!path.endsWith(RESOURCE_SUFFIX)) return undefined;
  const slash = path.lastIndexOf('/');
  const parent = path.slice(0, slash);
  const id = path.slice(slash + 1, -RESOURCE_SUFFIX.length);
  const isPair = parent === id + SCOPE_SUFFIX || parent.endsWith(`/${id}${SCOPE_SUFFIX}`);
  return isPair ? parent.slice(0, -SCOPE_SUFFIX.length) : undefined;
}

function groupByScope(entries: EntriesByPath, scopes: ReadonlySet<string>): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const groups = new Map<string, Map<string, string>>();
  for (const [path, list] of entries) {
    for (const { type, data } of list) {
      if (type !== 'aws:cdk:logicalId' || typeof data !== 'string') continue;
      const scope = scopes.size === 0 ? '' : nearestScope(path, scopes);
      const group = groups.get(scope) ?? new Map<string, string>();
      groups.set(scope, group);
      if (!group.has(data)) group.set(data, path);
    }
  }
  return groups;
}

/** Keeps a hostile path of a million slashes from costing their square. */
const MAX_PATH_DEPTH = 200;

function nearestScope(path: string, scopes: ReadonlySet<string>): string {
  let slash = path.lastIndexOf('/');
  for (let steps = 0; slash > 0 && steps < MAX_PATH_DEPTH; steps++, slash = path.lastIndexOf('/', slash - 1)) {
    const ancestor = path.slice(0, slash);
    if (scopes.has(ancestor)) return ancestor;
  }
  return '';
}

/** Written when the CLI synthesizes, not when the app is run on its own. */
export function pathInTemplate(template: Template, logicalId: string): string | undefined {
  const resource = template.resources.get(logicalId)?.raw;
  const metadata = resource === undefined ? undefined : ownObject(resource, 'Metadata');
  const path = metadata === undefined ? undefined : ownString(metadata, 'aws:cdk:path');
  return path === undefined ? undefined : withoutLeadingSlash(path);
}
