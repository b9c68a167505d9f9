// Writes the program into dist/ as a few files: Node takes longer to find and compile hundreds of small ones than to check most assemblies.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { rolldown } from 'rolldown';
import { documentationPlugin } from './documentation-plugin.js';
import { withOwnPackage } from './own-package.js';

const root = new URL('../', import.meta.url);
const pathOf = (file) => fileURLToPath(new URL(file, root));
/** What the command line loads, and what others load by name. */
const PROGRAM = 'main';
const entries = ['index', 'testing', 'cdk/plugin', 'action/cli', 'external/cfn-lint/engine-worker'];
const nameOf = (entry) => entry.replaceAll('/', '-');

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
const COMMANDS = ['src/main.ts'];
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

// No other module of the program does anything but define what others import.
const treeshake = {
  moduleSideEffects: (id) =>
    !/^(?:checks|src|scripts)[\\/](?!optimize-later|(?:action[\\/]cli|external[\\/]cfn-lint[\\/]engine-worker)\.)/.test(
      relative(pathOf('.'), id),
    ),
};

/** V8 keeps a text with one other character in twice the memory, and Node takes longer to read it. Nothing here is tagged as raw. */
const ascii = {
  name: 'ascii',
  generateBundle(_options, files) {
    for (const file of Object.values(files)) {
      if ('code' in file) file.code = file.code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    }
  },
};

const bundle = await rolldown({
  cwd: pathOf('.'),
  input: Object.fromEntries(
    [PROGRAM, ...entries].map((entry) => [nameOf(entry), `./src/${entry}${entry === 'external/cfn-lint/engine-worker' ? '.js' : '.ts'}`]),
  ),
  platform: 'node',
  plugins: [
    documentationPlugin(await evaluateChecks(), pathOf('scripts/documentation-of.js')),
    // yargs looks at the types of what it is called with, parsing a text that says which for each call: the compiler has done so.
    {
      name: 'no-argsert',
      load: { filter: { id: /[\\/]yargs[\\/]build[\\/]lib[\\/]argsert\.js$/ }, handler: () => 'export const argsert = () => {};' },
    },
    { name: 'own-package', transform: { filter: { id: /[\\/]src[\\/]version\.ts$/ }, handler: withOwnPackage } },
    ascii,
  ],
  // Installed beside synthcheck: they are large, and most runs need none of them.
  external: [/^@aws\/cloudformation-validate/, /^aws-cdk-lib/],
  // Three versions of `string-width` come with yargs. Each makes a segmenter and large regular expressions at start, 20 ms for a help text in ASCII.
  resolve: {
    alias: {
      'string-width': 'fast-string-width',
      assert: pathOf('scripts/small-assert.js'),
      chalk: pathOf('scripts/no-colors.js'),
      // yargs reads whole folders from the working directory up, `/tmp` among them, for a `package.json` with the version, which it is told.
      'escalade/sync': pathOf('scripts/no-package.js'),
      // Its CommonJS form requires its own files at run time.
      'jsonc-parser': fileURLToPath(import.meta.resolve('jsonc-parser/lib/esm/main.js')),
    },
  },
  // yargs reads configurations that extend others, which is not used here, with `import.meta.resolve`.
  checks: { emptyImportMeta: false },
  treeshake,
});
// V8 can keep what it has compiled of scripts (src/compiled-files.ts), but not of modules: the files are CommonJS.
const { output } = await bundle.write({
  dir: pathOf('dist/parts'),
  format: 'cjs',
  exports: 'named',
  entryFileNames: '[name]-[hash].cjs',
  chunkFileNames: '[name]-[hash].cjs',
  codeSplitting: {
    groups: [
      { name: (id) => (id === pathOf('src/import-module.ts') ? 'import-module' : null), debugName: 'import-module', priority: 3 },
      { name: (id, modules) => (isBase(id, modules) ? 'base' : null), debugName: 'base', priority: 2 },
      { name: (id, modules) => (isOfEngine(id, modules) ? 'engine' : null), debugName: 'engine', priority: 1 },
    ],
  },
});
await bundle.close();

/** From one folder of `dist` to the file with what an entry exports. */
function pathFrom(folder, entry) {
  const { fileName } = partOf(entry);
  return JSON.stringify(relative(pathOf(`dist/${folder}`), pathOf(`dist/parts/${fileName}`)).replaceAll('\\', '/'));
}
const partOf = (entry) => output.find(({ isEntry, name }) => isEntry && name === nameOf(entry));

// What others load by name: modules that export the same.
for (const entry of entries) {
  const file = `src/${entry}.js`;
  const path = pathFrom(dirname(file), entry);
  const names = partOf(entry).exports.toSorted();
  mkdirSync(dirname(pathOf(`dist/${file}`)), { recursive: true });
  const text = names.length === 0 ? `import ${path};\n` : `import all from ${path};\nexport const { ${names.join(', ')} } = all;\n`;
  writeFileSync(pathOf(`dist/${file}`), text);
}

const commandLine = await rolldown({
  cwd: pathOf('.'),
  input: './src/cli.ts',
  platform: 'node',
  transform: { define: { PROGRAM: pathFrom('src', PROGRAM) } },
  treeshake,
});
await commandLine.write({ file: pathOf('dist/src/cli.js'), format: 'esm' });
await commandLine.close();

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
