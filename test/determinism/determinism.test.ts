import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { DIFF_FORMATS, FINDING_FORMATS, GRAPH_FORMATS, namesOf } from '../../src/report/formats.js';
import { temporaryFolder, writeAssembly } from '../support/assembly-builder.js';
import { ensureBuilt } from '../support/built.js';
import { BROKEN } from '../support/project.js';
import { runMain } from '../support/run-main.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SAMPLE = join(ROOT, 'samples/payments-dr/broken/cdk.out');
const OTHER = join(ROOT, 'samples/payments-dr/fixed/cdk.out');

const FORMATS: readonly (readonly string[])[] = [
  ...namesOf(FINDING_FORMATS).map((format) => ['check', 'cdk.out', '--lint', 'never', '--format', format]),
  ...[...namesOf(GRAPH_FORMATS), 'html'].map((format) => ['graph', 'cdk.out', '--format', format]),
  ...namesOf(DIFF_FORMATS).map((format) => ['diff', 'cdk.out', 'other.out', '--format', format]),
];

interface Place {
  /** Writes the files of the assembly in this order. */
  readonly order?: (files: readonly string[]) => readonly string[];
  readonly folder?: string;
}

/** A copy of the sample in a folder of its own. */
function copy({ order = (files) => files, folder = 'project' }: Place = {}): string {
  const project = join(temporaryFolder(), folder);
  for (const [source, target] of [
    [SAMPLE, 'cdk.out'],
    [OTHER, 'other.out'],
  ] as const) {
    const files = readdirSync(source, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const paths = files.map((entry) => join(entry.parentPath, entry.name).slice(source.length + 1)).sort();
    for (const path of order(paths)) {
      mkdirSync(dirname(join(project, target, path)), { recursive: true });
      writeFileSync(join(project, target, path), readFileSync(join(source, path)));
    }
    // It must not be older than the manifest, whenever that was written.
    cpSync(join(source, 'validation-report.json'), join(project, target, 'validation-report.json'));
  }
  writeFileSync(join(project, 'cdk.json'), '{}');
  return project;
}

describe.each(FORMATS)('%s %s %s %s %s %s', (...argv) => {
  const command = argv.filter((word) => word !== undefined);
  let expected: unknown;
  beforeAll(async () => {
    expected = await runMain(command, { cwd: copy() });
  });

  test('is the same each time', async () => {
    const project = copy();
    expect(await runMain(command, { cwd: project })).toEqual(expected);
    expect(await runMain(command, { cwd: project })).toEqual(expected);
  });

  test('whatever the order of the files on disk', async () => {
    expect(await runMain(command, { cwd: copy({ order: (files) => files.toReversed() }) })).toEqual(expected);
  });

  test('in a folder with a name in another script', async () => {
    expect(await runMain(command, { cwd: copy({ folder: 'проект İstanbul' }) })).toEqual(expected);
  });
});

describe('whatever the machine', () => {
  beforeAll(ensureBuilt, 180_000);
  const project = copy();
  const cli = join(ROOT, 'dist/src/cli.js');
  const run = (argv: readonly string[], env: Readonly<Record<string, string>>): unknown => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...argv], {
      cwd: project,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, ...env },
      maxBuffer: 64 * 1024 * 1024,
    });
    return { status, stdout, stderr };
  };
  const usual = { LC_ALL: 'en_US.UTF-8', TZ: 'UTC' };
  const places: readonly Readonly<Record<string, string>>[] = [
    { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'Asia/Kolkata' },
    { LC_ALL: 'C', TZ: 'Pacific/Kiritimati' },
    { LC_ALL: 'ar_EG.UTF-8', TZ: 'America/St_Johns', NODE_OPTIONS: '--max-old-space-size=200' },
    { LC_ALL: 'sv_SE.UTF-8', TZ: 'Antarctica/Troll', UV_THREADPOOL_SIZE: '1' },
  ];
  test.each(FORMATS.filter((argv) => argv.includes('terminal') || argv.includes('json')))('%s %s %s %s %s %s', (...argv) => {
    const command = argv.filter((word) => word !== undefined);
    const expected = run(command, usual);
    for (const env of places) expect(run(command, env)).toEqual(expected);
  });
});

test('several assemblies have the same findings in whatever order they are given', async () => {
  const project = copy();
  const other = writeAssembly(BROKEN);
  const findings = async (...assemblies: readonly string[]): Promise<readonly string[]> => {
    const { stdout } = await runMain(['check', ...assemblies, '--lint', 'never', '--format', 'json'], { cwd: project });
    const report = JSON.parse(stdout) as { readonly findings: readonly { readonly fingerprint: string }[] };
    return report.findings.map(({ fingerprint }) => fingerprint);
  };
  const both = await findings('cdk.out', other);
  expect(await findings('cdk.out', other)).toEqual(both);
  expect((await findings(other, 'cdk.out')).toSorted()).toEqual(both.toSorted());
});
