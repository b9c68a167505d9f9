import { cpSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readPack, writePack } from '../../src/assembly/pack/tar.js';
import { temporaryFolder } from '../support/assembly-builder.js';
import { BROKEN, SOUND, writeProject } from '../support/project.js';
import { runMain } from '../support/run-main.js';

const SAMPLES = fileURLToPath(new URL('../../samples/', import.meta.url));
const DR = 'payments-dr/broken/cdk.out';

/** A folder with packs of samples, by name. */
async function packs(samples: Readonly<Record<string, string>>): Promise<string> {
  const cwd = temporaryFolder();
  for (const [name, sample] of Object.entries(samples)) {
    const { code, stdout } = await runMain(['pack', join(SAMPLES, sample), '--app', name], { cwd });
    expect([code, stdout]).toEqual([0, expect.stringMatching(new RegExp(`^Wrote ${name}\\.synth\\.tgz: \\d+ stacks, \\d+ KiB\\.\\n$`))]);
  }
  return cwd;
}

async function json(cwd: string, ...argv: readonly string[]) {
  const { stdout } = await runMain([...argv, '--format', 'json'], { cwd });
  return JSON.parse(stdout);
}

/** Without where files are. */
function withoutPlaces(report: object, ...paths: readonly string[]): unknown {
  const text = JSON.stringify(report, (key, value) => (key === 'source' ? undefined : value));
  return JSON.parse(paths.reduce((shown, path) => shown.replaceAll(path, 'PATH'), text));
}

describe('a pack', () => {
  test('is checked as the assembly that it was made of', async () => {
    const cwd = await packs({ dr: DR });
    const folder = join(SAMPLES, DR);
    const config = ['--config', join(SAMPLES, 'payments-dr/broken/synthcheck.config.json'), '--lint', 'never'];
    const [one, other] = [await json(cwd, 'check', 'dr.synth.tgz', ...config), await json(cwd, 'check', folder, ...config)];
    expect(one.findings.length).toBeGreaterThan(15);
    expect(withoutPlaces(one.findings, 'dr.synth.tgz')).toEqual(withoutPlaces(other.findings, folder));
    expect(one.summary).toEqual(other.summary);
    expect(one.findings[0].template.file).toMatch(/\.template\.json$/);
  });

  test('is compared, drawn and assessed as the assembly', async () => {
    const cwd = await packs({ before: 'payments-diff/before/cdk.out', after: 'payments-diff/after/cdk.out' });
    const folders = ['before', 'after'].map((name) => join(SAMPLES, `payments-diff/${name}/cdk.out`));
    const [one, other] = [await json(cwd, 'diff', 'before.synth.tgz', 'after.synth.tgz'), await json(cwd, 'diff', ...folders)];
    expect(one.summary).toEqual(other.summary);
    expect(one.deployment.problems.map(({ kind }: { kind: string }) => kind)).toEqual(
      other.deployment.problems.map(({ kind }: { kind: string }) => kind),
    );
    const [drawn, expected] = [await json(cwd, 'graph', 'after.synth.tgz'), await json(cwd, 'graph', folders[1] as string)];
    expect(withoutPlaces(drawn, 'after.synth.tgz')).toEqual(withoutPlaces(expected, folders[1] as string));
  });

  test('several are one graph', async () => {
    const cwd = await packs({ before: 'payments-diff/before/cdk.out', dr: DR });
    const { assemblies } = await json(cwd, 'check', 'before.synth.tgz', 'dr.synth.tgz', '--lint', 'never');
    expect(assemblies.map(({ path, stacks }: { path: string; stacks: number }) => [path, stacks])).toEqual([
      ['before.synth.tgz', 7],
      ['dr.synth.tgz', 9],
    ]);
    expect((await runMain(['check', 'dr.synth.tgz', 'dr.synth.tgz'], { cwd })).stderr).toContain('dr.synth.tgz is given twice');
  });

  test('has the same bytes wherever and whenever it is written', async () => {
    const cwd = await packs({ app: DR });
    const copy = temporaryFolder();
    cpSync(join(SAMPLES, DR), join(copy, 'elsewhere/cdk.out'), { recursive: true });
    utimesSync(join(copy, 'elsewhere/cdk.out/manifest.json'), 1, 1);
    await runMain(['pack', join(copy, 'elsewhere'), '--app', 'app'], { cwd: copy });
    expect(readFileSync(join(copy, 'app.synth.tgz')).equals(readFileSync(join(cwd, 'app.synth.tgz')))).toBe(true);
  });

  test('holds manifests, templates and metadata, who it is of, and no assets', async () => {
    const cwd = temporaryFolder();
    await runMain(
      ['pack', join(SAMPLES, DR), '--app', 'payments', '--commit', 'abc', '--time', '2026-01-31T12:00:00+01:00', '-o', 'p.tgz'],
      {
        cwd,
      },
    );
    const files = readPack(readFileSync(join(cwd, 'p.tgz')));
    const names = 'value' in files ? [...files.value.keys()] : [];
    expect(names).toEqual(expect.arrayContaining(['manifest.json', 'payments-traffic.template.json', 'payments-traffic.metadata.json']));
    // What the CDK's writer of exports does depends on its version, and decides what a deployment can do.
    expect(names.filter((name) => name.startsWith('asset.'))).toEqual([expect.stringMatching(/^asset\.[0-9a-f]{64}\/index\.js$/)]);
    expect(names.filter((name) => name.includes('tree.json'))).toEqual([]);
    const info = 'value' in files ? JSON.parse(String(files.value.get('synthcheck-pack.json'))) : {};
    expect(info).toEqual({ version: 1, application: 'payments', commit: 'abc', time: '2026-01-31T11:00:00.000Z' });
  });

  test('says what it cannot take', async () => {
    const cwd = writeProject(SOUND);
    expect((await runMain(['pack', '-o', 'x.zip'], { cwd })).stderr).toContain('--output: the name of a pack ends in .tgz');
    expect((await runMain(['pack', '--time', 'yesterday'], { cwd })).stderr).toContain('--time takes a date');
    expect((await runMain(['pack', 'nowhere'], { cwd })).code).toBe(2);
  });
});

describe('tar', () => {
  test('keeps long names, empty files and every byte', () => {
    const files = new Map([
      [`${'assembly-Stage/'.repeat(8)}Some.template.json`, Buffer.from('{"a":"ä"}')],
      ['empty.json', Buffer.alloc(0)],
      ['block.json', Buffer.alloc(512, 7)],
    ]);
    const read = readPack(writePack(files));
    expect('value' in read && [...read.value].sort()).toEqual([...files].sort());
  });
});

/** One file of a tar file, as somebody else may write it. */
function entry(name: string, kind = '0', content = '{}', size = content.length): Buffer {
  const block = Buffer.alloc(512);
  block.write(name, 0, 100);
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  block.write(kind, 156);
  block.write('ustar\x0000', 257);
  block.fill(32, 148, 156);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([block, Buffer.from(content), Buffer.alloc((512 - (content.length % 512)) % 512)]);
}

const END = Buffer.alloc(1024);
const manifest = entry('manifest.json', '0', '{"version":"55.0.0","artifacts":{}}');

describe('a pack of somebody who means harm is rejected in one line, and the others are checked:', () => {
  test.each<[what: string, bytes: Buffer, problem: string]>([
    ['no archive', Buffer.from('not a pack'), 'is not compressed with gzip, or is damaged'],
    ['cut off', gzipSync(Buffer.concat([manifest, END])).subarray(0, 60), 'is not compressed with gzip, or is damaged'],
    ['no tar', gzipSync(Buffer.alloc(2048, 65)), 'is not a tar file, or is damaged'],
    ['without an end', gzipSync(manifest), 'is cut off'],
    ['a bomb', gzipSync(Buffer.alloc(600 * 1024 * 1024)), 'unpacks to more than 512 MiB'],
    ['a file larger than there is', gzipSync(Buffer.concat([entry('a.json', '0', '{}', 10_000), END])), 'is not a tar file, or is damaged'],
    ['a path that leads out', gzipSync(Buffer.concat([manifest, entry('../evil.json'), END])), 'holds a file whose name leads elsewhere'],
    ['an absolute path', gzipSync(Buffer.concat([manifest, entry('/etc/passwd'), END])), 'holds a file whose name leads elsewhere'],
    ['a path of Windows', gzipSync(Buffer.concat([manifest, entry('C:\\evil.json'), END])), 'holds a file whose name leads elsewhere'],
    [
      'a name with control characters',
      gzipSync(Buffer.concat([manifest, entry('a\u001b[31m.json'), END])),
      'holds a file whose name leads elsewhere',
    ],
    [
      'a link',
      gzipSync(Buffer.concat([manifest, entry('link.json', '2', ''), END])),
      'holds links or other things that are not regular files',
    ],
    [
      'a device',
      gzipSync(Buffer.concat([manifest, entry('null', '3', ''), END])),
      'holds links or other things that are not regular files',
    ],
    ['a file twice', gzipSync(Buffer.concat([manifest, manifest, END])), 'holds a file twice'],
    [
      'very many files',
      gzipSync(Buffer.concat([...Array.from({ length: 20_001 }, (_, index) => entry(`${index}.json`, '0', '')), END])),
      'holds more than 20,000 files',
    ],
    ['no manifest', gzipSync(Buffer.concat([entry('other.json'), END])), 'holds no manifest.json, as `synthcheck pack` writes it'],
  ])('%s', async (_, bytes, problem) => {
    const cwd = writeProject(BROKEN);
    writeFileSync(join(cwd, 'evil.tgz'), bytes);
    const { code, stdout, stderr } = await runMain(['check', 'cdk.out', 'evil.tgz', '--lint', 'never', '--format', 'json'], { cwd });
    const report = JSON.parse(stdout);
    expect(code).toBe(2);
    expect(report.diagnostics).toContainEqual({ severity: 'error', message: `The pack cannot be read: it ${problem}.`, file: 'evil.tgz' });
    expect(report.findings.length).toBeGreaterThan(0);
    expect(stderr).not.toContain('defect');
  });

  test('a manifest that names files outside', async () => {
    const cwd = temporaryFolder();
    const artifacts = {
      Evil: {
        type: 'aws:cloudformation:stack',
        environment: 'aws://unknown-account/us-east-1',
        properties: { templateFile: '../../etc/passwd' },
      },
    };
    const text = JSON.stringify({ version: '55.0.0', artifacts });
    writeFileSync(join(cwd, 'evil.tgz'), gzipSync(Buffer.concat([entry('manifest.json', '0', text), END])));
    const { diagnostics } = await json(cwd, 'check', 'evil.tgz', '--lint', 'never');
    expect(JSON.stringify(diagnostics)).toContain('only files in it are read');
  });
});
