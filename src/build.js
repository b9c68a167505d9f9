// biome-ignore-all lint/style/noRestrictedImports: runs when synthcheck is built
// Writes the program into dist/ as a few files: Node takes longer to find and compile hundreds of small ones than to check most assemblies.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../', import.meta.url);
const parts = new URL('dist/parts/', root);
const doors = ['cli.ts', 'index.ts', 'testing.ts', 'cdk/plugin.ts', 'action/cli.ts', 'lint/engine-worker.js'];
/** Installed beside synthcheck: they are large, and most runs need none of them. */
const installed = ['@aws-cdk/cloudformation-diff', '@aws/cloudformation-validate', 'aws-cdk-lib', 'yaml'];

const { metafile } = await build({
  absWorkingDir: fileURLToPath(root),
  entryPoints: doors.map((door) => `./src/${door}`),
  outbase: '.',
  outdir: 'dist',
  chunkNames: 'parts/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  external: installed.flatMap((name) => [name, `${name}/*`]),
  // Three versions of `string-width` come with yargs. Each makes a segmenter and large regular expressions at start, 20 ms for a help text in ASCII.
  alias: { 'string-width': 'fast-string-width' },
  metafile: true,
  logLevel: 'warning',
});

const written = new Set(Object.keys(metafile.outputs).map((file) => basename(file)));
for (const file of readdirSync(parts)) if (!written.has(file)) rmSync(new URL(file, parts));

/** What their licenses ask for: the packages that are bundled, each with its text. */
function licenses() {
  const folders = Object.keys(metafile.inputs).flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
  return [...new Set(folders)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(new URL(`${folder}/package.json`, root), 'utf8'));
    const file = readdirSync(new URL(folder, root)).find((file) => /^licen[cs]e/i.test(file));
    if (file === undefined) throw new Error(`${folder} comes without the text of its license`);
    return `${name} ${version} (${license})\n\n${readFileSync(new URL(`${folder}/${file}`, root), 'utf8').trim()}\n`;
  });
}
writeFileSync(new URL('dist/LICENSES.txt', root), licenses().join(`\n${'-'.repeat(80)}\n\n`));
