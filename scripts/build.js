// Writes the program into dist/ as a few files: Node takes longer to find and compile hundreds of small ones than to check most assemblies.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = new URL('../', import.meta.url);
const entries = ['cli', 'index', 'testing', 'cdk/plugin', 'action/cli', 'external/cfn-lint/engine-worker'];

const ENGINE = /^(?:checks|src[\\/](?:assembly|template|graph|facts|queries|resilience|check|finding|source|suppress))[\\/]/;

const bundle = await rolldown({
  cwd: fileURLToPath(root),
  input: Object.fromEntries(
    entries.map((entry) => [`src/${entry}`, `./src/${entry}${entry === 'external/cfn-lint/engine-worker' ? '.js' : '.ts'}`]),
  ),
  platform: 'node',
  // Installed beside synthcheck: they are large, and most runs need none of them.
  external: [/^@aws-cdk\/cloudformation-diff/, /^@aws\/cloudformation-validate/, /^aws-cdk-lib/, /^yaml$/],
  // Three versions of `string-width` come with yargs. Each makes a segmenter and large regular expressions at start, 20 ms for a help text in ASCII.
  resolve: {
    alias: {
      'string-width': 'fast-string-width',
      // Its CommonJS form requires its own files at run time.
      'jsonc-parser': fileURLToPath(import.meta.resolve('jsonc-parser/lib/esm/main.js')),
    },
  },
});
const { output } = await bundle.write({
  dir: fileURLToPath(new URL('dist', root)),
  entryFileNames: '[name].js',
  chunkFileNames: 'parts/[name]-[hash].js',
  // What every check needs, in one file.
  codeSplitting: { groups: [{ name: 'engine', test: (file) => ENGINE.test(relative(fileURLToPath(root), file)) }] },
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
