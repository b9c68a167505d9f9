// Synthesizes the app of each language, or of those named, and replaces its committed cdk.out: node samples/languages/synth.mjs [python java …]
// It needs the languages' own tools and registries, and works in a temporary folder, so that no path of this machine stays in the output.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyOutput } from '../copy-output.mjs';

/** What installs the packages that `cdk synth` needs. */
const languages = {
  typescript: ['npm install --no-package-lock --no-audit --no-fund'],
  javascript: ['npm install --no-package-lock --no-audit --no-fund'],
  python: ['python3 -m venv .venv', '.venv/bin/pip install --quiet --requirement requirements.txt'],
  java: ['mvn --quiet --batch-mode compile'],
  go: ['go build ./...'],
};
const written = ['cdk.out', 'node_modules', '.venv', 'target'];

const samples = dirname(fileURLToPath(import.meta.url));
const work = realpathSync(mkdtempSync(join(tmpdir(), 'samples-')));
try {
  mkdirSync(join(work, 'cli'));
  run('npm install --no-package-lock --no-audit --no-fund aws-cdk@2.1148.1', join(work, 'cli'));
  for (const language of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(languages)) synthesize(language);
} finally {
  rmSync(work, { recursive: true, force: true });
}

function synthesize(language) {
  const source = join(samples, language);
  const app = join(work, language);
  cpSync(source, app, { recursive: true, filter: (path) => !written.includes(basename(path)) });
  for (const command of languages[language]) run(command, app);
  run('cdk synth --quiet --no-notices', app);
  rmSync(join(source, 'cdk.out'), { recursive: true, force: true });
  copyOutput(join(app, 'cdk.out'), join(source, 'cdk.out'), work, app);
}

/** Without credentials and without settings that would change the output; with the traces of the languages that have them. */
function run(command, cwd) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(AWS_|CDK_|JSII_|NODE_OPTIONS$)/.test(name)));
  const PATH = [join(cwd, '.venv/bin'), join(work, 'cli/node_modules/.bin'), env.PATH].join(':');
  const settings = { PATH, CDK_DISABLE_CLI_TELEMETRY: 'true', JSII_HOST_STACK_TRACES: '1' };
  execFileSync('sh', ['-c', command], { cwd, env: { ...env, ...settings }, stdio: ['ignore', 'ignore', 'inherit'] });
}
