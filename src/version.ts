import { createRequire } from 'node:module';

/** By the package's own name, since this file stands at another depth in `dist`. */
export function ownVersion(): string {
  return createRequire(import.meta.url)('synthcheck/package.json').version;
}
