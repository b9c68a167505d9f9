import { basename, dirname } from 'node:path';
import { groupBy } from '../group-by.js';

/** What people and tools call a template that is the only one of its folder. */
const NAMELESS = new Set(['template', 'stack', 'main', 'index', 'cloudformation', 'cfn', 'packaged', 'packaged-template', 'output']);

/** Names of stacks by the paths of their templates: `infra/orders.yaml` is `orders`, and `orders/template.yaml` too. Equal names get the folder before them. */
export function assumedNames(paths: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [short, alike] of groupBy([...new Set(paths)], (path) => nameOf(partsOf(path).slice(-1)))) {
    for (const path of alike) {
      const parts = partsOf(path);
      const length = alike.length === 1 ? 1 : firstUnique(path, alike);
      names.set(path, length === 1 ? short : nameOf(parts.slice(-length)));
    }
  }
  return names;
}

/** The number of parts from the end that no other path has. */
function firstUnique(path: string, all: readonly string[]): number {
  const parts = partsOf(path);
  const others = all.filter((other) => other !== path).map(partsOf);
  for (let length = 1; length < parts.length; length++) {
    const end = parts.slice(-length).join('/');
    if (!others.some((other) => other.slice(-length).join('/') === end)) return length;
  }
  return parts.length;
}

/** Folders and the name of the file without its endings. */
function partsOf(path: string): readonly string[] {
  const folder = dirname(path);
  const name = basename(path)
    .replace(/\.(?:ya?ml|json|template)$/i, '')
    .replace(/\.(?:template|cfn|cf)$/i, '');
  const folders = folder === '.' ? [] : folder.split('/');
  return NAMELESS.has(name.toLowerCase()) && folders.length > 0 ? folders : [...folders, name];
}

/** Of letters that CloudFormation allows in the name of a stack. */
function nameOf(parts: readonly string[]): string {
  return (
    parts
      .join('-')
      .split(/[^A-Za-z0-9]/)
      .filter((word) => word !== '')
      .join('-') || 'stack'
  );
}
