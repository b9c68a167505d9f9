import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checks } from '../../checks/index.js';
import { print } from '../../src/commands/io.js';
import { COMMAND_NAMES } from '../../src/commands/names.js';
import { main } from '../../src/main.js';
import { FakeStream, runMain } from '../support/run-main.js';

test('--version', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(await runMain(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

describe('--help', () => {
  test('lists commands and options', async () => {
    const { code, stdout, stderr } = await runMain(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const word of ['synthcheck explain <id>', '--format', '--fail-on', '--strict']) expect(stdout).toContain(word);
    const listed = [...stdout.matchAll(/^ {2}synthcheck (\S+)/gm)].map(([, name]) => name);
    expect(listed).toEqual(COMMAND_NAMES);
  });

  test('is as wide as the terminal', async () => {
    const { stdout } = await runMain(['--help'], { terminal: 70 });
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(70);
  });
});

describe('completion', () => {
  test.each(['bash', 'zsh', 'fish'])('prints a script for %s', async (shell) => {
    const { code, stdout, stderr } = await runMain(['completion', shell]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('synthcheck --get-yargs-completions');
  });

  test.each([
    [[], '`synthcheck completion` needs the name of a shell: bash, zsh or fish'],
    [['zsch'], 'the shell "zsch" is none of bash, zsh, fish: did you mean `zsh`?'],
  ])('of %j says what is missing', async (words, message) => {
    const { code, stderr } = await runMain(['completion', ...words]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('a misspelt value', () => {
  test.each([
    [['--format', 'sarf'], '--format "sarf" is none of'],
    [['--fail-on', 'eror'], 'did you mean `error`?'],
    [['--lint', 'Alwys'], 'did you mean `always`?'],
    [['--report', 'sarf=out.sarif'], 'did you mean `sarif`?'],
    [['--only', 'route54'], 'unknown check `route54`: did you mean `route53`?'],
    [['explain', 'S3'], 'unknown check `S3`: did you mean `s3`?'],
    [['diff', 'one'], '`synthcheck diff --help` lists the options'],
  ])('%j', async (argv, message) => {
    const { code, stderr } = await runMain([...argv, ...(argv[0] === '--only' ? ['samples/payments-dr/broken/cdk.out'] : [])]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

test.each([['check'], ['diff', 'one', 'other'], ['graph'], ['resilience'], ['org']])(
  '%s does not print a page into a terminal',
  async (...argv) => {
    const { code, stdout, stderr } = await runMain([...argv, '--format', 'html'], { terminal: 80 });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`--format html is a page for a browser: name a file with --output (\`synthcheck ${argv[0]} --help\``);
  },
);

test('explain takes a rule of cfn-lint with its prefix, as in findings, or without', async () => {
  const { code, stdout } = await runMain(['explain', 'E3012']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^cfn-lint\/E3012\nA rule of cfn-lint/);
  expect((await runMain(['explain', 'cfn-lint/E3012'])).stdout).toBe(stdout);
});

test('checks lists every check with its severity', async () => {
  const { code, stdout } = await runMain(['checks']);
  expect(code).toBe(0);
  for (const { id, severity } of checks) expect(stdout).toMatch(new RegExp(`^${severity} +${id} +\\S`, 'm'));
});

describe('explain', () => {
  test('tells all of one check', async () => {
    const { code, stdout } = await runMain(['explain', 'route53/set-identifier-missing']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^error route53\/set-identifier-missing\n/);
    for (const heading of ['Fix:', 'Sources:\n  https://', 'Suppress:\n', 'Example:']) expect(stdout).toContain(heading);
  });

  test.each(checks.map(({ id }) => id))('%s', async (id) => {
    const { code, stdout } = await runMain(['explain', id]);
    expect(code).toBe(0);
    // This one is about texts that say so.
    if (id !== 'reference/token-unresolved') expect(stdout).not.toMatch(/undefined|\[object/);
  });
});

describe('a reader that goes away', () => {
  class ClosedPipe extends FakeStream {
    readonly #code: string;

    constructor(code: string) {
      super(undefined);
      this.#code = code;
    }

    override write(_: string, done: (error?: Error | null) => void): boolean {
      const error = Object.assign(new Error('write failed'), { code: this.#code });
      // As a stream does: the callback first, then the event.
      done(error);
      this.emit('error', error);
      return false;
    }
  }

  test('is no failure', async () => {
    const stderr = new FakeStream(undefined);
    expect(await main(['checks'], { stdout: new ClosedPipe('EPIPE'), stderr, env: {}, cwd: process.cwd() })).toBe(0);
    expect(stderr.text).toBe('');
  });

  test('is another problem than a disk that is full', async () => {
    const stderr = new FakeStream(undefined);
    expect(await main(['checks'], { stdout: new ClosedPipe('ENOSPC'), stderr, env: {}, cwd: process.cwd() })).toBe(2);
    expect(stderr.text).toBe('synthcheck: the output cannot be written (write failed)\n');
  });

  test('leaves no listener behind when all went well', async () => {
    const stream = new FakeStream(undefined);
    await print(stream, 'x');
    expect(stream.listenerCount('error')).toBe(0);
  });
});
