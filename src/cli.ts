#!/usr/bin/env node
import './optimize-later.js';
import module from 'node:module';
import { cacheFolder } from './source/cache-folder.js';

const { env } = process;

/** https://nodejs.org/docs/latest-v22.x/api/module.html#moduleenablecompilecachecachedir, since Node 22.8. */
const { enableCompileCache } = module as { readonly enableCompileCache?: (folder: string) => unknown };
// In CI nothing is kept for the next run.
if (enableCompileCache !== undefined && !env.CI && !env.NODE_COMPILE_CACHE) {
  const folder = cacheFolder('compiled', process.cwd(), env);
  if (folder !== undefined) enableCompileCache(folder);
}

const { main } = await import('./main.js');
main(process.argv.slice(2), { stdin: () => process.stdin, stdout: process.stdout, stderr: process.stderr, env, cwd: process.cwd() }).then(
  (code) => {
    process.exitCode = code;
  },
);
