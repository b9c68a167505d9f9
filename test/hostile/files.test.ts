import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type AssemblySketch, writeAssembly, writeFiles } from '../support/assembly-builder.js';
import { BROKEN, writeProject } from '../support/project.js';
import { runMain } from '../support/run-main.js';

const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
const CONTENTS = {
  'cut off': '{"a":',
  'no object': '[]',
  'nested 10,000 levels deep': `{"a":${deep}}`,
  'invalid UTF-8': Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]),
  'UTF-16': Buffer.from('\ufeff{}', 'utf16le'),
  'a NUL': '{"a":"\0"}',
} as const;

const PROBLEMS: Readonly<Record<keyof typeof CONTENTS, string>> = {
  'cut off': 'is not valid JSON',
  'no object': 'does not hold an object',
  'nested 10,000 levels deep': 'is nested more than 200 levels deep',
  'invalid UTF-8': 'is not UTF-8 text',
  'UTF-16': 'is not UTF-8 text',
  'a NUL': 'is not valid JSON',
};

/** Each file of an assembly, and what is said when it cannot be read. The rest is checked all the same. */
const FILES: Readonly<Record<string, { readonly code: number; say(problem: string): string }>> = {
  'manifest.json': { code: 2, say: (problem) => `synthcheck: cdk.out/manifest.json ${problem}: run \`cdk synth\` again\n` },
  'Data.template.json': {
    code: 2,
    say: (problem) =>
      `synthcheck: error: cdk.out/Data.template.json: The template ${problem}: it is not checked.${problem.includes('UTF-8') || problem.includes('MiB') ? '' : ' Run `cdk synth` again.'}\n`,
  },
  'Data.metadata.json': {
    code: 1,
    say: (problem) =>
      `synthcheck: warning: cdk.out/Data.metadata.json: Stack \`Data\`: its metadata file ${problem}. Construct paths and source lines are not known.\n`,
  },
  'Data.assets.json': {
    code: 1,
    say: (problem) =>
      `synthcheck: warning: cdk.out/Data.assets.json: Asset manifest \`Data.assets\`: the file ${problem}. Its assets are not checked.\n`,
  },
  'validation-report.json': {
    code: 1,
    say: (problem) => `synthcheck: info: cdk.out/validation-report.json: The validation report ${problem}: it is left out.\n`,
  },
};

async function notesOf(folder: string): Promise<{ readonly code: number; readonly notes: string }> {
  const { code, stderr } = await runMain(['--lint', 'never', '--format', 'json'], { cwd: folder });
  return { code, notes: stderr };
}

describe.each(Object.entries(FILES))('%s', (file, { code, say }) => {
  test.each(Object.entries(CONTENTS))('with %s', async (name, content) => {
    const folder = writeProject(BROKEN);
    writeFiles(join(folder, 'cdk.out'), { [file]: content });
    expect(await notesOf(folder)).toEqual({ code, notes: say(PROBLEMS[name as keyof typeof CONTENTS]) });
  });

  test('of more than 64 MiB', async () => {
    const folder = writeProject(BROKEN);
    truncateSync(join(folder, 'cdk.out', file), 64 * 1024 * 1024 + 1);
    expect(await notesOf(folder)).toEqual({ code, notes: say('is larger than 64 MiB') });
  });
});

describe('takes, and finds the same', () => {
  const text = (sketch: AssemblySketch): string => JSON.stringify(sketch);
  test.each([
    ['a byte order mark', (json: string) => `\ufeff${json}`],
    ['keys that stand twice', (json: string) => json.replace('{', '{"Resources":{},"artifacts":{},')],
    [
      '__proto__ and constructor',
      (json: string) => json.replace('{', '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},'),
    ],
    ['lone surrogates', (json: string) => json.replace('{', '{"\\ud800":"\\udc00",')],
    [
      'numbers without measure',
      (json: string) => json.replace('{', '{"a":1e999,"b":-1e999,"c":1e-999,"d":123456789012345678901234567890,'),
    ],
    ['white space', (json: string) => `\r\n\t ${json} \r\n`],
  ])('%s', async (_, change) => {
    expect(text(BROKEN)).not.toBe('');
    const folder = writeProject(BROKEN);
    const before = await runMain(['--lint', 'never', '--format', 'junit'], { cwd: folder });
    const { readFileSync } = await import('node:fs');
    for (const file of Object.keys(FILES))
      writeFiles(join(folder, 'cdk.out'), { [file]: change(readFileSync(join(folder, 'cdk.out', file), 'utf8')) });
    const after = await runMain(['--lint', 'never', '--format', 'junit'], { cwd: folder });
    const withoutLines = (output: string): string => output.replace(/:\d+:\d+/g, '').replace(/ line="\d+"/g, '');
    expect({ ...after, stdout: withoutLines(after.stdout) }).toEqual({ ...before, stdout: withoutLines(before.stdout) });
    expect(before.code).toBe(1);
    expect('polluted' in {}).toBe(false);
  });
});

describe('a configuration with', () => {
  const doublings = Array.from({ length: 40 }, (_, n) => `k${n + 1}: &k${n + 1} [*k${n}, *k${n}]`).join('\n');
  test.each([
    ['hostile aliases', 'synthcheck.config.yaml', `k0: &k0 [x]\n${doublings}`, /^synthcheck: synthcheck\.config\.yaml .*\n$/],
    ['tags', 'synthcheck.config.yaml', '!!js/function "x"', /^synthcheck: synthcheck\.config\.yaml.* .*\n$/],
    ['an unknown directive', 'synthcheck.config.yaml', '%::error::injected\n---\n{}', /^synthcheck: synthcheck\.config\.yaml .*\n$|^$/],
    ['10,000 levels', 'synthcheck.config.json', `{"a":${deep}}`, /^synthcheck: synthcheck\.config\.json.* .*\n$/],
    ['an empty glob', 'synthcheck.config.json', '{"only":[""]}', /^synthcheck: synthcheck\.config\.json: `only`: unknown check `` *.*\n$/],
    [
      'a prototype',
      'synthcheck.config.json',
      '{"__proto__":{"failOn":"never"}}',
      /^synthcheck: synthcheck\.config\.json:1:2: .*__proto__.*\n$/,
    ],
    [
      'globs that are bombs',
      'synthcheck.config.json',
      JSON.stringify({ skip: [`${'*a'.repeat(500)}b`] }),
      /^synthcheck: synthcheck\.config\.json: `skip`: unknown check .*\n$/,
    ],
  ])('%s', async (_, file, content, says) => {
    const folder = writeProject(BROKEN, { [file]: content });
    const { code, stdout, stderr } = await runMain(['--lint', 'never', '--format', 'json'], { cwd: folder });
    expect(stderr).toMatch(says);
    if (stderr !== '') expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

test('growth by Fn::ForEach is not followed, and reported', async () => {
  const loop = (inner: unknown): unknown => ({
    'Fn::ForEach::Loop': ['X', Array.from({ length: 1_000 }, (_, index) => `${index}`), inner],
  });
  const resources = { A: { Type: 'AWS::SQS::Queue' }, ...(loop(loop(loop(loop({ 'Q${X}': { Type: 'AWS::SQS::Queue' } })))) as object) };
  const path = writeAssembly({ stacks: { Data: { region: 'us-east-1', resources } } });
  const { code, stdout } = await runMain(['graph', path, '--explain-links']);
  expect(code).toBe(0);
  expect(stdout).toContain('Fn::ForEach::Loop');
});
