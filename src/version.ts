import { createRequire } from 'node:module';

export function ownVersion(): string {
  return ownPackage().version;
}

/** The project's address, when it has one. */
export function ownHomepage(): string | undefined {
  return ownPackage().homepage;
}

/** By the package's own name, since this file stands at another depth in `dist`. */
function ownPackage(): { readonly version: string; readonly homepage?: string } {
  return createRequire(import.meta.url)('synthcheck/package.json');
}
