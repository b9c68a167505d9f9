// Writes the program into dist/ as a few files: Node takes longer to find and compile hundreds of small ones than to check most assemblies.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { rolldown } from 'rolldown';
import { documentationPlugin } from './documentation-plugin.js';

const root = new URL('../', import.meta.url);
const pathOf = (file) => fileURLToPath(new URL(file, root));
const entries = ['cli', 'index', 'testing', 'cdk/plugin', 'action/cli', 'external/cfn-lint/engine-worker'];

const OWN = /^(?:checks|src|scripts)[\\/]/;
const isOwn = (id) => OWN.test(relative(pathOf('.'), id));

/** What every run of `check` needs, in one file. What some runs load besides (languages, configurations, `diff`) stays out of it. */
const ENGINE = ['src/run/check-assemblies.ts', 'checks/index.ts'];
/** What the report of `check` in a terminal needs besides. */
const REPORT = ['src/run/report-context.ts', 'src/report/findings/terminal.ts'];
let ofEngine;
let ofReport;
function isOfEngine(id, modules) {
  ofEngine ??= closureOf(ENGINE, modules);
  ofReport ??= closureOf(REPORT, modules);
  // What does without the engine is for commands, too, that never load it.
  return isOwn(id) && (ofEngine.has(id) || (ofReport.has(id) && needsEngine(id, modules)));
}

function needsEngine(id, modules) {
  return [...closureOf([id], modules)].some((needed) => ofEngine.has(needed) && !isOfCommands(needed, modules));
}

/** The checks as they are, for what they say of themselves. */
async function evaluateChecks() {
  const outfile = pathOf('dist/checks.mjs');
  await build({ entryPoints: [pathOf('checks/index.ts')], outfile, bundle: true, format: 'esm', platform: 'node', packages: 'external' });
  const { checks } = await import(new URL('dist/checks.mjs', root));
  rmSync(outfile);
  return checks;
}

/** What the command line needs before it knows what it is asked for, and small parts of reports: `--version` needs no more. */
const COMMANDS = ['src/cli.ts', 'src/main.ts'];
let ofCommands;
function isOfCommands(id, modules) {
  ofCommands ??= closureOf(COMMANDS, modules);
  return ofCommands.has(id);
}
function isBase(id, modules) {
  if (!isOwn(id) || COMMANDS.some((file) => id === pathOf(file))) return false;
  ofReport ??= closureOf(REPORT, modules);
  return isOfCommands(id, modules) || (ofReport.has(id) && !isOfEngine(id, modules));
}

/** What files import, directly or by way of others, but not with `import()`; the files themselves as well. */
function closureOf(files, modules) {
  const found = new Set(files.map((file) => pathOf(file)));
  for (const file of found) for (const imported of modules.getModuleInfo(file)?.importedIds ?? []) found.add(imported);
  return found;
}

const bundle = await rolldown({
  cwd: pathOf('.'),
  input: Object.fromEntries(
    entries.map((entry) => [`src/${entry}`, `./src/${entry}${entry === 'external/cfn-lint/engine-worker' ? '.js' : '.ts'}`]),
  ),
  platform: 'node',
  plugins: [documentationPlugin(await evaluateChecks(), pathOf('scripts/documentation-of.js'))],
  // Installed beside synthcheck: they are large, and most runs need none of them.
  external: [/^@aws-cdk\/cloudformation-diff/, /^@aws\/cloudformation-validate/, /^aws-cdk-lib/, /^@duckdb\/node-api$/, /^yaml$/],
  // Three versions of `string-width` come with yargs. Each makes a segmenter and large regular expressions at start, 20 ms for a help text in ASCII.
  resolve: {
    alias: {
      'string-width': 'fast-string-width',
      assert: pathOf('scripts/small-assert.js'),
      // yargs reads whole folders from the working directory up, `/tmp` among them, for a `package.json` with the version, which it is told.
      'escalade/sync': pathOf('scripts/no-package.js'),
      // Its CommonJS form requires its own files at run time.
      'jsonc-parser': fileURLToPath(import.meta.resolve('jsonc-parser/lib/esm/main.js')),
    },
  },
  // No other module of the program does anything but define what others import.
  treeshake: { moduleSideEffects: (id) => !/^(?:checks|src|scripts)[\\/](?!optimize-later)/.test(relative(pathOf('.'), id)) },
});
const { output } = await bundle.write({
  dir: fileURLToPath(new URL('dist', root)),
  entryFileNames: '[name].js',
  chunkFileNames: 'parts/[name]-[hash].js',
  codeSplitting: {
    groups: [
      { name: (id, modules) => (isBase(id, modules) ? 'base' : null), debugName: 'base', priority: 2 },
      { name: (id, modules) => (isOfEngine(id, modules) ? 'engine' : null), debugName: 'engine', priority: 1 },
    ],
  },
});
await bundle.close();

/** What their licenses ask for: the packages that are bundled, each with its text. */
function licenses() {
  const files = output.flatMap((part) => ('moduleIds' in part ? part.moduleIds : []));
  const folders = files.flatMap((file) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0] ?? []);
  return [...new Set(folders)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const file = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
    if (file === undefined) throw new Error(`${folder} comes without the text of its license`);
    return `${name} ${version} (${license})\n\n${readFileSync(`${folder}/${file}`, 'utf8').trim()}\n`;
  });
}
writeFileSync(new URL('dist/LICENSES.txt', root), licenses().join(`\n${'-'.repeat(80)}\n\n`));
