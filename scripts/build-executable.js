// Writes the command line as one file that needs no Node and no npm: `node scripts/build-executable.js [file]`. https://nodejs.org/api/single-executable-applications.html
// For the platform and the version of the Node that runs this. cfn-lint's engine is not in it (20 MB of WebAssembly): `--lint` takes what `cdk synth` found.
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { inject } from 'postject';
import { withOwnPackage } from './own-package.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const isMac = process.platform === 'darwin';
const target = resolve(process.argv[2] ?? join(root, 'build', process.platform === 'win32' ? 'synthcheck.exe' : 'synthcheck'));
/** Node's own: where it looks for what is injected. */
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

/** What is looked up beside the program while it runs is not there in one file. */
const inOneFile = {
  name: 'in-one-file',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      const contents = withOwnPackage(readFileSync(path, 'utf8')).replaceAll(/createRequire\(import\.meta\.url\)\(\s*'/g, "require('");
      return { contents, loader: 'ts' };
    });
  },
};

const folder = mkdtempSync(join(tmpdir(), 'synthcheck-'));
try {
  const main = join(folder, 'synthcheck.cjs');
  await build({
    entryPoints: [join(root, 'src/executable.ts')],
    outfile: main,
    bundle: true,
    minify: true,
    // Names of functions and classes stand in messages.
    keepNames: true,
    legalComments: 'none',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['@aws/cloudformation-validate', '@duckdb/node-api', 'aws-cdk-lib'],
    define: { 'import.meta.url': '__moduleUrl' },
    banner: { js: "const __moduleUrl = require('node:url').pathToFileURL(process.execPath).href;" },
    alias: { 'string-width': 'fast-string-width', 'jsonc-parser': fileURLToPath(import.meta.resolve('jsonc-parser/lib/esm/main.js')) },
    plugins: [inOneFile],
    logLevel: 'warning',
  });
  const [config, blob] = [join(folder, 'sea.json'), join(folder, 'sea.blob')];
  writeFileSync(
    config,
    JSON.stringify({
      main,
      output: blob,
      disableExperimentalSEAWarning: true,
      useCodeCache: true,
    }),
  );
  execFileSync(process.execPath, ['--experimental-sea-config', config], { stdio: ['ignore', 'ignore', 'inherit'] });
  mkdirSync(dirname(target), { recursive: true });
  rmSync(target, { force: true });
  copyFileSync(process.execPath, target);
  chmodSync(target, 0o755);
  if (isMac) execFileSync('codesign', ['--remove-signature', target]);
  await inject(target, 'NODE_SEA_BLOB', readFileSync(blob), {
    sentinelFuse: FUSE,
    ...(isMac && { machoSegmentName: 'NODE_SEA' }),
  });
  if (isMac) execFileSync('codesign', ['--sign', '-', target]);
  console.log(
    `${target}: ${(readFileSync(target).length / 1e6).toFixed(0)} MB, of which the program is ${(readFileSync(main).length / 1e6).toFixed(1)} MB`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
