import type { Model, PageNode } from './model.js';

/** What the part of an address after `#` names: `resource=Orders.Table3F2A`, by id or construct path, or `stack=Orders`. */
export type Named = { readonly node: PageNode } | { readonly missing: string };

export function readAddress(hash: string, model: Model): Named | undefined {
  const words = new URLSearchParams(hash.slice(1));
  const resource = words.get('resource');
  const stack = words.get('stack');
  const name = resource ?? stack;
  if (name === null) return undefined;
  const nodes: readonly PageNode[] = resource === null ? model.stacks : model.resources;
  const node =
    nodes.find(({ id }) => id === name) ??
    nodes.find(({ constructPath }) => constructPath === name) ??
    nodes.find((other) => (other.kind === 'stack' ? other.name : other.physicalName) === name);
  return node === undefined ? { missing: `There is no ${resource === null ? 'stack' : 'resource'} ${name} in this graph.` } : { node };
}

/** Empty for nothing. */
export function addressOf(node: PageNode | undefined): string {
  // Slashes and dots need no escape after a number sign, and paths are read by people.
  return node === undefined ? '' : `#${node.kind}=${encodeURIComponent(node.id).replaceAll('%2F', '/')}`;
}
