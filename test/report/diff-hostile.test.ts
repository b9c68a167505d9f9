import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { writeAssembly } from '../support/assembly-builder.js';
import { runMain } from '../support/run-main.js';

const EVIL = '</script><img src=x onerror=alert(1)>|`@all #1 ::error::x\n::warning::y\u001b[31m##[group]\u202e';
const template = (resources: string) => `{"Resources":${resources}}`;
const queue = (timeout: number) =>
  JSON.stringify({ Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: timeout, constructor: timeout, hasOwnProperty: timeout } });

function write(timeout: number): string {
  const resources = ['__proto__', 'constructor', 'hasOwnProperty', EVIL].map((name) => `${JSON.stringify(name)}:${queue(timeout)}`);
  return writeAssembly({
    stacks: { Evil: { region: 'us-east-1', name: EVIL, displayName: EVIL } },
    files: { 'Evil.template.json': template(`{${resources.join()}}`) },
  });
}

describe('an assembly of somebody who means harm', () => {
  const [before, after] = [write(1), write(2)];

  test.each(['terminal', 'markdown', 'html', 'github', 'json', 'sarif'])('%s stays what it is', async (format) => {
    const { code, stdout, stderr } = await runMain(['diff', before, after, '--format', format]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const character of ['\u{1b}', '\u{202e}']) expect(stdout).not.toContain(character);
    if (format !== 'json' && format !== 'sarif' && format !== 'markdown') expect(stdout).not.toMatch(/##\[/);
    if (format === 'html') expect(stdout).not.toMatch(/<img|onerror=alert\(1\)>/);
    if (format === 'markdown') expect(await marked(stdout, { gfm: true })).not.toMatch(/<img|<script/);
    for (const line of stdout.split('\n'))
      if (format === 'github' || format === 'terminal') expect(line).not.toMatch(/^\s*::(error|warning)::/);
  });

  test('all of it is compared', async () => {
    const { stdout } = await runMain(['diff', before, after, '--format', 'json']);
    expect(JSON.parse(stdout).summary.resources).toMatchObject({ changed: 4 });
  });

  test('a large diff fits into a comment, and says what is left out', async () => {
    const many = (timeout: number) =>
      writeAssembly({
        stacks: {
          Data: {
            resources: Object.fromEntries(
              Array.from({ length: 2_000 }, (_, index) => [
                `Queue${index}`,
                { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: timeout + index } },
              ]),
            ),
          },
        },
      });
    const { stdout } = await runMain(['diff', many(1), many(2), '--format', 'markdown']);
    expect(stdout.length).toBeLessThan(65_536);
    const left = Number(/([\d,]+) more entries are left out/.exec(stdout)?.[1]?.replace(',', ''));
    const shown = stdout.match(/^\| changed \|/gm)?.length ?? 0;
    expect(shown).toBe(50);
    expect(shown + left).toBe(2_000);
  });
});
