import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/finding/report.js';
import { reportAgent } from '../../src/report/findings/agent.js';
import { contextOf } from '../support/context.js';
import { BROKEN, BROKEN_SOURCE, SOUND, writeProject } from '../support/project.js';
import { findingOf, relatedOf, reportOf } from '../support/report.js';
import { runMain } from '../support/run-main.js';

const SAMPLE = fileURLToPath(new URL('../../samples/payments-dr/broken/', import.meta.url));

test('a finding is its place, its message, related places and the fix; the last lines say what to run', () => {
  const report = reportOf([findingOf({ related: [relatedOf()] })]);
  expect(reportAgent(report, contextOf())).toBe(`synthcheck: 1 error in 3 stacks (1 nested, 9 resources) in us-east-1 and us-west-2.

error s3/replication-destination-unversioned
lib/data.ts:31 Data/Bucket ReplicationConfiguration.Rules[0].Destination (us-east-1)
  The destination is not versioned: S3 rejects the replication.
  see near lib/standby.ts:8: This is the destination.
  fix: Set \`versioned: true\`.

Check again: npx cdk synth --quiet && npx synthcheck
One check alone: --only ID. Why, other fixes, an example, how to accept it: synthcheck explain s3/replication-destination-unversioned
`);
});

test('without findings it says so, and how to check again', () => {
  expect(reportAgent(reportOf([]), contextOf())).toBe(
    'synthcheck: no findings in 3 stacks (1 nested, 9 resources) in us-east-1 and us-west-2.\n\nCheck again: npx cdk synth --quiet && npx synthcheck\n',
  );
});

const at = (line: number, parts: Partial<Finding> = {}): Finding =>
  findingOf({ source: { file: 'lib/data.ts', line, column: 5, approximate: false }, ...parts });

describe('says once', () => {
  test('what one line of the app makes in many places', () => {
    const elsewhere = findingOf({ stack: { id: 'B', name: 'B', account: null, region: 'eu-west-1', assembly: 'cdk.out' } });
    expect(reportAgent(reportOf([findingOf(), elsewhere, elsewhere]), contextOf())).toContain(
      '(3)\nlib/data.ts:31 Data/Bucket ReplicationConfiguration.Rules[0].Destination (us-east-1), also 2 more places in 1 stack\n  The',
    );
  });

  test('the same message of several lines, and the fix of a check', () => {
    const text = reportAgent(reportOf([at(1), at(2), at(3, { message: 'Another.' })]), contextOf());
    expect(text).toMatch(/data\.ts:1 .*\nlib\/data\.ts:2 .*\n {2}The destination .*\nlib\/data\.ts:3 .*\n {2}Another\.\n {2}fix: /);
    expect(text.match(/fix: /g)).toHaveLength(1);
  });
});

test('of a long fix the first sentences are left: explain has the rest', () => {
  const fix = `${'Write this. '.repeat(30)}End.`;
  expect(/fix: (.*)/.exec(reportAgent(reportOf([findingOf({ fix })]), contextOf()))?.[1]?.length).toBeLessThanOrEqual(180);
});

test('the code of a fix is shown where there is room', () => {
  const report = reportOf(
    Array.from({ length: 10 }, (_, index) =>
      at(index, { checkId: `s3/${index}`, fixExample: { language: 'yaml', text: `- A: 1\n+ A: ${'2'.repeat(50)}` } }),
    ),
  );
  const text = reportAgent(report, contextOf());
  expect(text).toContain('  fix: Set `versioned: true`.\n    - A: 1\n    + A: 222');
  const shorter = reportAgent(report, contextOf({ bytes: Buffer.byteLength(text) - 500 }));
  expect(shorter).toContain('error s3/9\n');
  expect(shorter).not.toContain('A: 22');
});

test('what could not be read is part of it', () => {
  const diagnostics = Array.from({ length: 7 }, (_, index) => ({
    severity: 'error' as const,
    message: 'It is no JSON.',
    file: `${index}.json`,
  }));
  const text = reportAgent(reportOf([], diagnostics), contextOf());
  expect(text).toContain('\nerror: 0.json: It is no JSON.\n');
  expect(text).toContain('\n2 more messages about the assembly and the run: `--format json` has them.\n');
});

describe('with a budget', () => {
  const many = Array.from({ length: 400 }, (_, index) =>
    at(index + 1, { checkId: `s3/check-${index % 40}`, message: `Message ${index}.`, severity: index < 20 ? 'error' : 'warning' }),
  );

  test.each([1_000, 2_000, 4_000, 16_000, 60_000, 1_000_000])('of %i bytes it fits, and shown and not shown are all findings', (bytes) => {
    const text = reportAgent(reportOf(many), contextOf({ bytes }));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(bytes);
    const shown = text.match(/^lib\/data\.ts:/gm)?.length ?? 0;
    const left = [...text.matchAll(/^ {2}(\d+) more: --only/gm)].reduce((sum, [, count]) => sum + Number(count), 0);
    const hidden = [...text.matchAll(/^(\d+) (?:error|warning) s3|^(\d+) of \d+ more checks$/gm)];
    const listed = hidden.reduce((sum, [, count, rest]) => sum + Number(count ?? rest), 0);
    expect(shown + left + listed).toBe(many.length);
    expect(text).toContain('Check again: ');
  });

  test('the worst are shown first, and what is not shown is counted by check', () => {
    const text = reportAgent(reportOf(many), contextOf({ bytes: 4_000 }));
    expect(text).toMatch(/^error s3\/check-0\n/m);
    expect(text).toMatch(/\nNot shown: \d+ findings\. --only ID shows those of one check:\n\d+ (error|warning) s3\/check-/);
  });

  test('of a command line it is given in tokens, of four bytes each', async () => {
    const { stdout } = await runMain(['--format', 'agent', '--max-tokens', '500', '--lint', 'never'], { cwd: SAMPLE });
    expect(Buffer.byteLength(stdout)).toBeLessThanOrEqual(2_000);
    expect(await runMain(['--max-tokens', '10'], { cwd: SAMPLE })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'synthcheck: --max-tokens takes a number from 250 on (`synthcheck check --help` lists the options)\n',
    });
  });
});

test('the findings of the sample take less than 9,000 bytes', async () => {
  const { stdout, code } = await runMain(['--format', 'agent'], { cwd: SAMPLE });
  expect(code).toBe(1);
  expect(Buffer.byteLength(stdout)).toBeLessThan(9_000);
  expect(stdout).not.toContain('Not shown');
});

describe('is chosen', () => {
  const cwd = writeProject(BROKEN, BROKEN_SOURCE);
  const isAgent = async (options: Parameters<typeof runMain>[1], ...argv: string[]): Promise<boolean> =>
    (await runMain(argv, { cwd, ...options })).stdout.startsWith('synthcheck: ');

  test.each(['CLAUDECODE', 'CURSOR_AGENT', 'GEMINI_CLI', 'CODEX_THREAD_ID', 'AI_AGENT'])('when %s is set', async (name) => {
    expect(await isAgent({ env: { [name]: '1' } })).toBe(true);
    expect(await isAgent({ env: { [name]: '0' } })).toBe(false);
  });

  test('by SYNTHCHECK_FORMAT, which also turns it off', async () => {
    expect(await isAgent({ env: { SYNTHCHECK_FORMAT: 'agent' } })).toBe(true);
    expect(await isAgent({ env: { SYNTHCHECK_FORMAT: 'terminal', CLAUDECODE: '1' } })).toBe(false);
    expect((await runMain([], { cwd, env: { SYNTHCHECK_FORMAT: 'jsn' } })).stderr).toMatch(
      /^synthcheck: SYNTHCHECK_FORMAT jsn is none of terminal, /,
    );
  });

  test('not where another format is asked for, a person looks at the terminal, or nothing says so', async () => {
    expect(await isAgent({ env: { CLAUDECODE: '1' } }, '--format', 'terminal')).toBe(false);
    expect(await isAgent({ env: { CLAUDECODE: '1' }, terminal: 80 })).toBe(false);
    expect(await isAgent({})).toBe(false);
  });
});

test('the command that checks again has the words of this one', async () => {
  const cwd = writeProject(SOUND, {
    'pnpm-lock.yaml': '',
    'package.json': { devDependencies: { 'aws-cdk': '2', synthcheck: '0' } },
    'my config.json': {},
  });
  const { stdout } = await runMain(['-f', 'agent', 'cdk.out', '--config', 'my config.json', '--stack', 'Qu*'], { cwd });
  expect(stdout).toContain(
    "Check again: pnpm exec cdk synth --quiet && pnpm exec synthcheck cdk.out --config 'my config.json' --stack 'Qu*'\n",
  );
});
