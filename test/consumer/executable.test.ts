import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/assembly-builder.js';
import { ensureBuilt } from '../support/built.js';
import { runMain } from '../support/run-main.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SAMPLES = join(ROOT, 'samples');
const executable = join(temporaryFolder(), 'synthcheck');

function run(cwd: string, ...argv: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(executable, argv, { cwd, encoding: 'utf8', env: { HOME: cwd } });
  return { code: status, stdout, stderr };
}

describe('the single-file executable', { timeout: 180_000 }, () => {
  beforeAll(async () => {
    await ensureBuilt();
    execFileSync(process.execPath, ['scripts/build-executable.js', executable], { cwd: ROOT, stdio: 'ignore' });
  }, 180_000);

  test('knows its version', () => {
    expect(run(ROOT, '--version').stdout).toBe(`${JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version}\n`);
  });

  test.each([
    ['check', join(SAMPLES, 'payments-dr/broken'), ['--lint', 'never', '--format', 'json']],
    ['explain', ROOT, ['explain', 's3']],
    ['diff', join(SAMPLES, 'payments-dr'), ['diff', 'broken/cdk.out', 'fixed/cdk.out', '--format', 'json']],
    ['graph', join(SAMPLES, 'payments-dr/broken'), ['graph', '--format', 'html']],
    ['templates in YAML', join(SAMPLES, 'plain/broken'), ['--lint', 'never', '.']],
  ])('%s prints what the package prints', async (_, cwd, argv) => {
    expect(run(cwd, ...argv)).toEqual(await runMain(argv, { cwd, env: { HOME: cwd } }));
  });

  test('is a server for coding agents', async () => {
    const client = new Client({ name: 'test', version: '1.0.0' });
    await client.connect(new StdioClientTransport({ command: executable, args: ['mcp', join(SAMPLES, 'payments-dr/broken')] }));
    const { structuredContent } = await client.callTool({ name: 'lose_region', arguments: { region: 'us-east-1' } });
    expect(structuredContent).toMatchObject({ region: 'us-east-1' });
    await client.close();
  });
});
