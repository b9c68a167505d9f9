import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import { Ajv } from 'ajv';
import { Marked } from 'marked';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { escapeControlCharacters, LOG_COMMAND } from '../../src/report/text/escape.js';
import { writeProject } from '../support/project.js';
import { runMain } from '../support/run-main.js';
import { ATTACKS, hostileAssembly } from './hostile-assembly.js';
import { problemsOf } from './sarif-multitool.js';

/** Nothing that moves a cursor or turns text around, in any format. */
const ACTIVE = /[^\n\P{Cc}]|\p{Cf}|\p{Zl}|\p{Zp}/u;

const cwd = writeProject(hostileAssembly());
// What cfn-lint's rules say is in every report, and is found once.
mkdirSync(join(cwd, 'node_modules'));
const report = async (format: string, ...argv: string[]): Promise<string> => {
  const { stdout, code } = await runMain(['--format', format, ...argv], { cwd });
  expect(code).not.toBe(0);
  const own = stdout.replace(/<script>[\s\S]*?<\/script>/g, '');
  const orders = format === 'azure' ? own.replace(/^##vso\[task\.logissue /gm, '') : own;
  expect([ACTIVE.exec(own)?.[0], orders.search(/##\w*\[/), format === 'github' ? undefined : /^\s*::.*/m.exec(own)?.[0]]).toEqual([
    undefined,
    -1,
    undefined,
  ]);
  return stdout;
};

test('json holds every name as it is', async () => {
  const { findings } = JSON.parse(await report('json'));
  const names = findings.map((finding: { resource: { logicalId: string } | null }) => finding.resource?.logicalId);
  for (const attack of ATTACKS) expect(names).toContain(attack);
});

test('terminal shows every name', async () => {
  const text = await report('terminal');
  for (const attack of ATTACKS) expect(text).toContain(escapeControlCharacters(attack).replace(LOG_COMMAND, '#\\u{23}'));
});

test('github: each line is one of our annotations, or text', async () => {
  const lines = (await report('github')).trimEnd().split('\n');
  for (const line of lines.slice(0, -1))
    expect(line).toMatch(/^::(error|warning|notice) (file=[^,:]+,line=\d+(,col=\d+)?,)?title=[^,:]+::[^\n]*$/);
  expect(lines.at(-1)).toMatch(/^synthcheck: /);
  for (const kind of ['error', 'warning', 'notice'])
    expect(lines.filter((line) => line.startsWith(`::${kind} `)).length).toBeLessThanOrEqual(10);
});

test.each(['agent', 'compact', 'checkstyle', 'gitlab', 'bitbucket', 'rdjson'])(
  '%s has nothing that a log, a terminal or a parser obeys',
  async (format) => {
    const text = await report(format);
    if (format !== 'agent' && format !== 'compact' && format !== 'checkstyle') expect(() => JSON.parse(text)).not.toThrow();
    if (format === 'checkstyle') expect(text).not.toMatch(/<(?!\/?(?:checkstyle|file|error)[\s>]|\?xml )/);
  },
);

test('agent stays within its bound, whatever the names', async () => {
  expect(Buffer.byteLength(await report('agent', '--max-tokens', '250'))).toBeLessThanOrEqual(1_000);
  expect(Buffer.byteLength(await report('agent'))).toBeLessThanOrEqual(16_000);
});

test('azure: each command is an error or a warning of ours', async () => {
  for (const line of (await report('azure')).split('\n').filter((line) => line.startsWith('##vso')))
    expect(line).toMatch(
      /^##vso\[task\.logissue type=(error|warning);(sourcepath=[^;\]]+;linenumber=\d+;(columnnumber=\d+;)?)?(code=[^;\]]+;)?\]/,
    );
});

describe('sarif', () => {
  test('is accepted, and has no links or arguments in its messages', async () => {
    const text = await report('sarif');
    const { runs } = JSON.parse(text) as Log;
    const results = runs[0]?.results ?? [];
    expect(results.length).toBeGreaterThan(ATTACKS.length);
    for (const { message, locations } of results) {
      expect(message.text).not.toMatch(/\]\(|\{\d+\}/);
      const uri = locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
      expect(uri).toMatch(/^[\w.~!*'()%/-]+$/);
      expect(uri.startsWith('/') || uri.split('/').includes('..')).toBe(false);
    }
    expect(problemsOf(text)).toEqual([]);
  });
});

test('junit is well-formed, and holds elements of its own only', async () => {
  const errors: string[] = [];
  const xml = await report('junit');
  const parser = new DOMParser({ onError: (_level, message) => errors.push(message) });
  const document = parser.parseFromString(xml, 'text/xml');
  expect(errors).toEqual([]);
  expect(xml).not.toMatch(/<!(?!\?)/);
  const names = new Set([...document.getElementsByTagName('*')].map(({ tagName }) => tagName));
  expect([...names].sort()).toEqual(['failure', 'system-out', 'testcase', 'testsuite', 'testsuites'].filter((name) => names.has(name)));
  const messages = [...document.getElementsByTagName('failure')].map((failure) => failure.getAttribute('message')).join();
  expect(messages).toContain('<script>window.attacked=1</script>');
});

describe.each([[[]], [['--show-values']]])('markdown %s', (argv) => {
  test('renders to elements of its own only', async () => {
    const html = await new Marked({ gfm: true }).parse(await report('markdown', ...argv));
    const tags = new Set([...html.matchAll(/<([a-z!][\w-]*)/gi)].map(([, tag]) => tag));
    const own = [
      '!--',
      'details',
      'summary',
      'b',
      'code',
      'p',
      'ul',
      'ol',
      'li',
      'strong',
      'em',
      'h2',
      'table',
      'thead',
      'tbody',
      'tr',
      'th',
      'td',
      'pre',
    ];
    expect([...tags].filter((tag) => !own.includes(tag as string))).toEqual([]);
    expect(html.match(/<details>/g)?.length).toBe(html.match(/<\/details>/g)?.length);
    expect(html.match(/<h2>/g)).toHaveLength(1);
  });

  test('mentions nobody, and refers to nothing', async () => {
    const html = await new Marked({ gfm: true }).parse(await report('markdown', ...argv));
    // As GitHub looks for them: in the text of each node that is no code, after Markdown.
    const texts = html
      .replace(/<code[^>]*>[\s\S]*?<\/code>/g, '')
      .split(/<[^>]*>/)
      .map((text) => text.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
    for (const text of texts) expect(text).not.toMatch(/@\w|#\d|\bGH-\d|https?:\/\/|www\.|:\w+:/);
  });

  test('fits into a comment', async () => {
    expect(Buffer.byteLength(await report('markdown', ...argv))).toBeLessThan(65_536);
  });
});

test('the schema holds for what is hostile, too', async () => {
  const schema = JSON.parse(readFileSync(new URL('../../schemas/report.schema.json', import.meta.url), 'utf8'));
  expect(new Ajv({ allowUnionTypes: true }).validate(schema, JSON.parse(await report('json')))).toBe(true);
});
