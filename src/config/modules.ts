import { createRequire } from 'node:module';
import { join } from 'node:path';
import { InputError } from '../diagnostic.js';

/** Loads a module of the user's at once. `path` is absolute, or a package's name to find from `folder`. */
export function requireModule(path: string, origin: string, folder: string = path): object {
  try {
    return createRequire(join(folder, 'synthcheck.cjs'))(path) as object;
  } catch (error) {
    throw describeModuleFailure(error, path, origin);
  }
}

/** One line on why a module cannot be loaded. What the user threw on purpose stays as it is. */
export function describeModuleFailure(error: unknown, path: string, origin: string): InputError {
  if (error instanceof InputError) return error;
  switch (codeOf(error)) {
    case 'ERR_UNKNOWN_FILE_EXTENSION':
      return new InputError(
        `${origin}: Node ${process.versions.node} does not load TypeScript: use Node 22.18 or newer, set NODE_OPTIONS="--import tsx" with tsx installed, or write JavaScript (.mjs)`,
      );
    case 'ERR_REQUIRE_ASYNC_MODULE':
      return new InputError(`${origin} uses \`await\` at its top level, and cannot be loaded here`);
    case 'ERR_MODULE_NOT_FOUND':
    case 'MODULE_NOT_FOUND':
      if (messageOf(error).includes(path)) return new InputError(`${origin} does not exist`);
  }
  return new InputError(`${origin} cannot be loaded: ${messageOf(error)}`);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
