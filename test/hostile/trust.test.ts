import { renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { code, prose } from '../../src/report/text/markdown.js';
import { writeAssembly, writeFiles } from '../support/assembly-builder.js';
import { WRONG_RECORD } from '../support/planted.js';
import { BROKEN, writeProject } from '../support/project.js';
import { runMain } from '../support/run-main.js';

const FORMATS = ['terminal', 'json', 'sarif', 'markdown', 'html', 'junit', 'github'];
const never = ['--lint', 'never'];
const acknowledge = (path: string, rules: Readonly<Record<string, string>>) => ({
  [path]: [{ type: 'aws:cdk:acknowledged-rules', data: rules }],
});
const summaryOf = async (args: readonly string[], cwd?: string) => {
  const { stdout } = await runMain(
    [...args, ...never, '--only', 'route53/set-identifier-missing', '--format', 'json'],
    cwd === undefined ? {} : { cwd },
  );
  const { error, suppressed } = JSON.parse(stdout).summary;
  return { error, suppressed };
};

describe.each(FORMATS)('%s names a configuration that was downloaded with the assembly', (format) => {
  test.each([
    [{ skip: ['dynamodb/*'] }, 'dynamodb/*'],
    [{ checks: { 'dynamodb/replica-sse-partial': 'off' } }, 'dynamodb/replica-sse-partial'],
    [{ suppressions: [{ id: 'dynamodb/*', construct: 'Data/**', reason: 'x' }] }, 'dynamodb/*'],
  ])('with %j', async (config, named) => {
    const cwd = writeProject(BROKEN);
    writeFiles(cwd, { 'artifact/synthcheck.config.json': config });
    renameSync(join(cwd, 'cdk.out'), join(cwd, 'artifact', 'cdk.out'));
    const { stdout } = await runMain(['artifact/cdk.out', ...never, '--format', format], { cwd });
    const text = stdout.replaceAll(/<code>|<\/code>/g, '').replace(/\s+/g, ' ');
    expect(text).toContain('synthcheck.config.json');
    expect(text).toContain('turns off');
    expect(text.replaceAll('\\', '')).toContain(named);
  });
});

test('the JSON report names the configuration of the working directory and what it turns off', async () => {
  const cwd = writeProject(BROKEN, { 'synthcheck.config.json': { skip: ['dynamodb/*'], lint: { mode: 'never' } } });
  const { stdout } = await runMain(['--format', 'json'], { cwd });
  expect(JSON.parse(stdout).configuration).toEqual({ file: 'synthcheck.config.json', off: ['checks `dynamodb/*`', "cfn-lint's rules"] });
});

describe('an acknowledgement', () => {
  const region = 'us-east-1';
  const one = { region, resources: { R: WRONG_RECORD } };

  test('of one stack counts for no other', async () => {
    const metadata = { ...acknowledge('S', { 'synthcheck::**': 'x' }), ...acknowledge('', { 'synthcheck::**': 'x' }) };
    const root = writeAssembly({ stacks: { S: one, Z: { region, resources: {}, metadata } } });
    expect(await summaryOf([root])).toEqual({ error: 1, suppressed: 0 });
  });

  test('of another assembly with a stack of the same name counts for none here', async () => {
    const other = writeAssembly({
      stacks: { S: { region: 'eu-west-1', resources: {}, metadata: acknowledge('S', { 'synthcheck::**': 'x' }) } },
    });
    expect(await summaryOf([writeAssembly({ stacks: { S: one } }), other])).toEqual({ error: 1, suppressed: 0 });
  });

  test('and Metadata are ignored with --no-assembly-suppressions; the configuration counts', async () => {
    const metadata = acknowledge('S', { 'synthcheck::**': 'x' });
    const ignore = { Metadata: { synthcheck: { ignore: [{ id: 'route53/*', reason: 'x' }] } } };
    const root = writeAssembly({
      stacks: { S: { ...one, metadata }, T: { region: 'eu-west-1', resources: { R: { ...WRONG_RECORD, ...ignore } } } },
    });
    const cwd = dirname(root);
    expect(await summaryOf(['cdk.out'], cwd)).toEqual({ error: 0, suppressed: 2 });
    expect(await summaryOf(['cdk.out', '--no-assembly-suppressions'], cwd)).toEqual({ error: 2, suppressed: 0 });
    writeFileSync(join(cwd, 'synthcheck.config.json'), '{"suppressions":[{"id":"route53/*","stack":"S","reason":"x"}]}');
    expect(await summaryOf(['cdk.out', '--no-assembly-suppressions'], cwd)).toEqual({ error: 1, suppressed: 1 });
  });
});

describe('bounds', () => {
  test('findings: the worst are listed, all are counted', async () => {
    const resources = Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`R${index}`, WRONG_RECORD]));
    const stacks = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`S${index}`, { region: 'us-east-1', resources }]));
    const { stdout, code: exit } = await runMain([writeAssembly({ stacks }), ...never, '--format', 'json']);
    const { summary, findings, diagnostics } = JSON.parse(stdout);
    expect(exit).toBe(1);
    expect(findings).toHaveLength(10_000);
    expect(summary.error).toBe(12_000);
    expect(diagnostics.at(-1).message).toMatch(/^And 2,000 more findings/);
  });

  test('messages about suppressions', async () => {
    const R = { ...WRONG_RECORD, Metadata: { synthcheck: { ignore: Array(5_000).fill(1) } } };
    const { stdout } = await runMain([
      writeAssembly({ stacks: { S: { region: 'us-east-1', resources: { R } } } }),
      ...never,
      '--format',
      'json',
    ]);
    const { diagnostics } = JSON.parse(stdout);
    expect(diagnostics).toHaveLength(1_000);
    expect(diagnostics.at(-1).message).toBe('And 4,001 more messages of this severity.');
  });
});

const markdownIt = new MarkdownIt({ html: true, linkify: true });

describe.each([
  ['marked', (text: string) => marked.parse(text) as string],
  ['markdown-it', (text: string) => markdownIt.render(text)],
])('Markdown, as %s renders it,', (_, render) => {
  const ELEMENT = '<img src=x onerror=alert(1)>';
  const texts = [`x\\|${ELEMENT}`, `x\\\\|${ELEMENT}`, `|\\|\\\\\\|${ELEMENT}`, `\`\\|${ELEMENT}`, `\\`, `a\\|`, `\ud800|${ELEMENT}`];

  test.each(texts)('keeps %j in its cell', (text) => {
    const html = render(`| a | b |\n|---|---|\n| ${code(text)} | ${prose(text)} |\n`);
    expect(html).not.toContain('<img');
    expect(html.match(/<td/g)).toHaveLength(2);
  });

  test.each(['_www.evil.example', '*www.evil.example', '(www.evil.example', 'xGH-1', '_GH-1', '_@user', '_https://evil.example'])(
    'makes no link of %j',
    (text) => {
      expect(render(prose(text))).not.toContain('<a ');
      expect(prose(text)).not.toMatch(/www\.|GH-\d|@user|:\/\//);
    },
  );
});

test.each(['lib/\ud800.ts', '\udfff/a.ts', 'lib/a\udc00\ud800b.ts'])('a lone surrogate in a trace: %j', async (file) => {
  const metadata = {
    'S/R': [
      { type: 'aws:cdk:logicalId', data: 'R' },
      { type: 'aws:cdk:creationStack', data: [`f (${file}:1:1)`] },
    ],
  };
  const root = writeAssembly({ stacks: { S: { region: 'us-east-1', resources: { R: WRONG_RECORD }, metadata } } });
  const env = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'a/b', GITHUB_SHA: 'a'.repeat(40) };
  for (const format of FORMATS) {
    const { code: exit, stdout } = await runMain([root, ...never, '--format', format], { env });
    expect(exit).toBe(1);
    expect(stdout).not.toMatch(/\p{Cs}/u);
  }
});
