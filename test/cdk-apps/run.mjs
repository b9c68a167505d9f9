// `npm run test:cdk`: installs the CDK versions that the plugin is tested with, builds the plugin, and synthesizes apps for real.
// They are 400 MB and take minutes, so they are no part of `npm test`. They are put outside of the repository, where no other tool stumbles over them.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const work = join(tmpdir(), 'synthcheck-cdk-apps');
const run = (cwd, command, args, env = {}) => execFileSync(command, args, { cwd, stdio: 'inherit', env: { ...process.env, ...env } });

for (const app of ['newest', 'older']) {
  const folder = join(work, app);
  mkdirSync(folder, { recursive: true });
  cpSync(fileURLToPath(new URL(app, import.meta.url)), folder, { recursive: true });
  run(folder, 'npm', ['install', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts']);
  const link = join(folder, 'node_modules', 'synthcheck');
  rmSync(link, { force: true, recursive: true });
  symlinkSync(repository, link, 'junction');
}
run(repository, 'npm', ['run', 'build']);
run(repository, 'npx', ['vitest', 'run', 'test/cdk'], { CDK_APPS: work });
