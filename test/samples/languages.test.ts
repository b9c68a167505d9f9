import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/finding/report.js';
import { temporaryFolder } from '../support/assembly-builder.js';
import { runMain } from '../support/run-main.js';

const folder = join(import.meta.dirname, '../../samples/languages');

async function check(app: string): Promise<Report> {
  const { stdout } = await runMain([
    '--lint',
    'never',
    '--config',
    join(app, 'synthcheck.config.json'),
    '--format',
    'json',
    join(app, 'cdk.out'),
  ]);
  return JSON.parse(stdout);
}

/** `near go/data.go:39`, from the language's folder on. */
function places({ findings }: Report, prefix: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    findings.map(({ checkId, source }) => [
      checkId,
      source === null ? '' : `${source.approximate ? 'near ' : ''}${source.file.replace(prefix, '')}:${source.line}`,
    ]),
  );
}

/** The table of the page: for each language what is reported where. */
function table(): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const rows = readFileSync(join(folder, 'README.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));
  const [head = [], ...lines] = rows;
  return new Map(
    head.slice(1).map((cell, index) => {
      const language = /\[(\w+)\]/.exec(cell)?.[1] ?? '';
      const root = /`(.*)`/.exec(cell)?.[1];
      const place = (text: string) => text.replace(/`(.*)`/, root === undefined ? '$1' : `${root}/$1`);
      return [language, Object.fromEntries(lines.map((line) => [line[0]?.replaceAll('`', ''), place(line[index + 1] ?? '')]))];
    }),
  );
}

describe('one app in five languages', () => {
  test.each([...table()])('%s: each mistake is reported at the line of the page, and nothing else is', async (language, expected) => {
    const report = await check(join(folder, language));
    expect(places(report, `samples/languages/${language}/`)).toEqual(expected);
    expect(report.findings).toHaveLength(5);
    expect(report.diagnostics).toEqual([]);
  });

  test.each([
    ['typescript', undefined],
    ['javascript', undefined],
    ['python', 'versioned=True'],
    ['java', '.versioned(true)'],
    ['go', 'Versioned: jsii.Bool(true)'],
  ])('%s: the fix is code of the language', async (language, code) => {
    const { findings } = await check(join(folder, language));
    const examples = findings.map(({ fixExample }) => fixExample?.language);
    expect(new Set(examples)).toEqual(new Set([code === undefined ? undefined : language]));
    const missing = findings.find(({ checkId }) => checkId === 's3/replication-destination-missing');
    if (code !== undefined) expect(missing?.fixExample?.text).toContain(code);
  });

  test('formats for people and for code scanning show it', async () => {
    const app = join(folder, 'python');
    for (const format of ['terminal', 'markdown', 'html', 'sarif', 'json']) {
      const { stdout } = await runMain([
        '--lint',
        'never',
        '--config',
        join(app, 'synthcheck.config.json'),
        '--format',
        format,
        join(app, 'cdk.out'),
      ]);
      expect(stdout, format).toContain('replication_rules=[s3.ReplicationRule(destination=backup, priority=1)]');
    }
  });

  test('code scanning has the fix in every language, that of the app first', async () => {
    const app = join(folder, 'go');
    const { stdout } = await runMain([
      '--lint',
      'never',
      '--config',
      join(app, 'synthcheck.config.json'),
      '--format',
      'sarif',
      join(app, 'cdk.out'),
    ]);
    const { rules } = (JSON.parse(stdout) as Log).runs[0]?.tool.driver ?? {};
    const help = rules?.find(({ id }) => id === 's3/replication-destination-missing')?.help?.markdown ?? '';
    expect([...help.matchAll(/^```(\w+)$/gm)].map(([, language]) => language)).toEqual(['go', 'typescript', 'python', 'java', 'csharp']);
    expect(help).toContain('Go:\n\n```go\nawss3.NewBucket(');
  });

  test.each([
    ['python', '`removal_policy=RemovalPolicy.RETAIN`'],
    ['java', '`.removalPolicy(RemovalPolicy.RETAIN)`'],
    ['go', '`RemovalPolicy: awscdk.RemovalPolicy_RETAIN`'],
    ['typescript', '`removalPolicy: RemovalPolicy.RETAIN`'],
  ])('%s: fixes of a diff are in the words of the language', async (language, code) => {
    const after = join(temporaryFolder(), language);
    cpSync(join(folder, language), after, { recursive: true });
    const file = join(after, 'cdk.out/ledger-standby-data.template.json');
    const template = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      template.replaceAll('acme-ledger-receipts-standby', 'acme-ledger-receipts-second').replaceAll('"Retain"', '"Delete"'),
    );
    const { stdout } = await runMain(['diff', join(folder, language, 'cdk.out'), join(after, 'cdk.out')]);
    expect(stdout.replace(/\s+/g, ' ')).toContain(code);
  });

  /** A copy of the app, with the frames of its traces changed. */
  function withFrames(language: string, change: (frames: readonly string[]) => readonly string[]): string {
    const copy = join(temporaryFolder(), language);
    cpSync(join(folder, language), copy, { recursive: true });
    for (const file of readdirSync(join(copy, 'cdk.out')).filter((name) => name.endsWith('.metadata.json'))) {
      const path = join(copy, 'cdk.out', file);
      const metadata: Record<string, { type: string; data: unknown }[]> = JSON.parse(readFileSync(path, 'utf8'));
      for (const entry of Object.values(metadata).flat())
        if (entry.type === 'aws:cdk:creationStack') entry.data = change(entry.data as string[]);
      writeFileSync(path, JSON.stringify(metadata));
    }
    return copy;
  }

  /** The app as it is synthesized without the traces of its own language. */
  const withoutTraces = (language: string): string => withFrames(language, (frames) => frames.slice(0, 2));

  test.each(['typescript', 'javascript', 'python'])('%s: the lines of an assembly from Windows', async (language) => {
    const copy = withFrames(language, (frames) =>
      frames.map((frame) => frame.replace(/\(([\w./]+)(?=:\d)/, (_, path: string) => `(D:\\a\\${language}\\${path.replaceAll('/', '\\')}`)),
    );
    expect(places(await check(copy), '')).toEqual(table().get(language));
  });

  const HINT = {
    severity: 'info',
    message: expect.stringMatching(/has no stack traces of the app: places are found by .* Set JSII_HOST_STACK_TRACES=1 for `cdk synth`/),
  };

  test('python without traces: by the ids of the constructs, and a note says how to have the lines', async () => {
    const report = await check(withoutTraces('python'));
    expect(places(report, '')).toEqual({
      'dynamodb/replica-sse-without-table-sse': 'near ledger/data.py:34',
      's3/replication-destination-missing': 'near ledger/data.py:49',
      'route53/health-check-host-malformed': 'near ledger/traffic.py:30',
      'route53/set-identifier-missing': 'near ledger/traffic.py:27',
      'deletion/protection-blocks-delete': 'near ledger/traffic.py:16',
    });
    expect(report.diagnostics).toEqual([HINT]);
  });

  test('java without traces', async () => {
    const report = await check(withoutTraces('java'));
    const inPackage = (place: string) => `near src/main/java/com/acme/ledger/${place}`;
    expect(places(report, '')).toEqual({
      'dynamodb/replica-sse-without-table-sse': inPackage('PrimaryDataStack.java:26'),
      's3/replication-destination-missing': inPackage('PrimaryDataStack.java:41'),
      'route53/health-check-host-malformed': inPackage('TrafficStack.java:44'),
      'route53/set-identifier-missing': inPackage('TrafficStack.java:40'),
      'deletion/protection-blocks-delete': inPackage('TrafficStack.java:31'),
    });
    expect(report.diagnostics).toEqual([HINT]);
  });
});
