// `npm run test:cdk`: installs the CDK versions that the plugin is tested with, builds the plugin, and synthesizes apps for real.
// They are 400 MB and take minutes, so they are no part of `npm test`.
import { execFileSync } from 'node:child_process';
import { rmSync, symlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const run = (cwd, command, args, env = {}) => execFileSync(command, args, { cwd, stdio: 'inherit', env: { ...process.env, ...env } });

for (const app of ['newest', 'older']) {
  const folder = fileURLToPath(new URL(app, import.meta.url));
  run(folder, 'npm', ['install', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts']);
  const link = `${folder}/node_modules/synthcheck`;
  rmSync(link, { force: true, recursive: true });
  symlinkSync(repository, link, 'junction');
}
run(repository, 'npm', ['run', 'build']);
run(repository, 'npx', ['vitest', 'run', 'test/cdk'], { TEST_CDK: '1' });
