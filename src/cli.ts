#!/usr/bin/env node
import './optimize-later.js';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { CompiledFiles } from './compiled-files.js';
import { cacheFolder } from './source/cache-folder.js';

/** The rest of the program, from here: the build puts the path in. */
declare const PROGRAM: string;

const { env } = process;
const path = fileURLToPath(new URL(PROGRAM, import.meta.url));

/** In CI nothing is kept for the next run, nor where Node's own cache is not wanted (https://nodejs.org/api/cli.html#node_disable_compile_cache1). */
const folder = env.CI || env.NODE_DISABLE_COMPILE_CACHE ? undefined : cacheFolder('compiled', process.cwd(), env);
const files = folder === undefined ? undefined : new CompiledFiles(folder);
const { main } = (files ? files.load(path) : createRequire(import.meta.url)(path)) as typeof import('./main.js');

main(process.argv.slice(2), { stdin: () => process.stdin, stdout: process.stdout, stderr: process.stderr, env, cwd: process.cwd() }).then(
  (code) => {
    process.exitCode = code;
    if (files !== undefined) process.once('exit', () => files.keep());
  },
);
