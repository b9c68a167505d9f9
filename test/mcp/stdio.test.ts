import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from '../support/built.js';
import { runMain } from '../support/run-main.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

beforeAll(ensureBuilt, 180_000);

test('the built program answers over standard input and output, and ends with its client', async () => {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [join(ROOT, 'dist/src/cli.js'), 'mcp', join(ROOT, 'samples/payments-dr/broken')],
    stderr: 'pipe',
  });
  let said = '';
  transport.stderr?.on('data', (part: Buffer) => {
    said += part.toString();
  });
  const client = new Client({ name: 'test', version: '1.0.0' });
  await client.connect(transport);
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toContain('lose_region');
  const { structuredContent, content } = await client.callTool({ name: 'check', arguments: {} });
  expect(structuredContent).toMatchObject({
    passed: false,
    findings: expect.arrayContaining([expect.objectContaining({ severity: 'error' })]),
  });
  expect((content as readonly { readonly text: string }[])[0]?.text).toMatch(/^synthcheck: \d+ errors/);
  await client.close();
  expect(said).toBe('');
});

test('a folder that does not exist is reported before anything is answered', async () => {
  const { code, stderr } = await runMain(['mcp', 'nowhere'], {});
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'synthcheck: mcp needs standard input (`synthcheck mcp --help` lists the options)\n',
  });
});
