import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../support/built.js';
import { BROKEN, BROKEN_SOURCE, writeProject } from '../support/project.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cli = join(root, 'dist/src/cli.js');

function run(cwd: string, ...argv: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...argv], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, stdout, stderr };
}

beforeAll(ensureBuilt, 180_000);

describe('the built program', () => {
  const broken = writeProject(BROKEN, BROKEN_SOURCE);

  test('checks, and ends with the exit code', () => {
    const { status, stdout, stderr } = run(broken);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toMatch(/^error dynamodb\/replica-sse-partial\n\n {2}lib\/data\.ts:3:5 /);
  });

  test('says what is wrong with the arguments', () => {
    expect(run(broken, 'nowhere')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'synthcheck: nowhere does not exist: run `cdk synth` first\n',
    });
  });

  test('does not mind a reader that has seen enough', () => {
    const { status, stderr } = spawnSync('sh', ['-c', '"$0" "$1" checks | head -c 1; echo', process.execPath, cli], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('reads a configuration in TypeScript, or says what that needs', () => {
    const cwd = writeProject(BROKEN, { 'synthcheck.config.ts': "export default { failOn: 'never' as const };" });
    const { status, stdout, stderr } = run(cwd);
    if ('typescript' in process.features && process.features.typescript)
      expect({ status, stdout: stdout.slice(0, 5) }).toEqual({ status: 0, stdout: 'error' });
    else {
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(/^synthcheck: synthcheck\.config\.ts: Node \S+ does not load TypeScript: use Node 22\.18 or newer, .*\n$/);
    }
  });

  test('can be required by a CommonJS app', () => {
    const script = `const { loadAssembly, buildGraph, runChecks } = require(${JSON.stringify(join(root, 'dist/src/index.js'))});
      console.log(runChecks(buildGraph([loadAssembly('cdk.out')])).map(({ checkId }) => checkId).join());`;
    const { stdout } = spawnSync(process.execPath, ['-e', script], { cwd: broken, encoding: 'utf8' });
    expect(stdout).toBe('dynamodb/replica-sse-partial\n');
  });

  test('`npm start` checks the broken sample and succeeds', () => {
    const { status, stdout } = spawnSync(process.execPath, ['samples/start.js'], { cwd: root, encoding: 'utf8' });
    expect(status).toBe(0);
    expect(stdout).toContain('route53/set-identifier-missing');
  });
});
