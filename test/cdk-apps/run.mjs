// `npm run test:cdk`: packs synthcheck, installs it beside the CDK versions that the plugin is tested with, and synthesizes apps for real.
// They are 400 MB and take minutes, so they are no part of `npm test`. They are put outside of the repository, where no other tool stumbles over them.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const work = join(tmpdir(), 'synthcheck-cdk-apps');
const run = (cwd, command, args, env = {}) => execFileSync(command, args, { cwd, stdio: 'inherit', env: { ...process.env, ...env } });

run(repository, 'npm', ['run', 'build']);
mkdirSync(work, { recursive: true });
run(repository, 'npm', ['pack', '--ignore-scripts', '--pack-destination', work]);
const { name, version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
const tarball = join(work, `${name}-${version}.tgz`);

for (const app of ['newest', 'older']) {
  const folder = join(work, app);
  mkdirSync(folder, { recursive: true });
  cpSync(fileURLToPath(new URL(app, import.meta.url)), folder, { recursive: true });
  // One that was unpacked before would stay: its version is the same.
  rmSync(join(folder, 'node_modules', name), { force: true, recursive: true });
  run(folder, 'npm', ['install', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts', tarball]);
}
run(repository, 'npx', ['vitest', 'run', 'test/cdk'], { CDK_APPS: work });
