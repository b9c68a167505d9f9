import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { temporaryFolder } from '../support/assembly-builder.js';
import { ensureBuilt } from '../support/built.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (page: string): string => readFileSync(join(ROOT, 'docs', page), 'utf8');

function blocks(page: string, language: string): readonly string[] {
  return [...read(page).matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, text = '']) => text);
}

/** The commands of each example, as its platform runs them. */
const EXAMPLES: Readonly<Record<string, () => readonly string[]>> = {
  gitlab: () => parse(blocks('ci/gitlab.md', 'yaml')[0] ?? '').synthcheck.script,
  azure: () => parse(blocks('ci/azure.md', 'yaml')[0] ?? '').steps.flatMap(({ script }: { readonly script?: string }) => script ?? []),
  jenkins: () => [...(blocks('ci/jenkins.md', 'groovy')[0] ?? '').matchAll(/\bsh '([^']+)'/g)].map(([, command = '']) => command),
  codebuild: () => {
    const { install, build } = parse(blocks('ci/codebuild.md', 'yaml')[0] ?? '').phases;
    return [...install.commands, ...build.commands];
  },
  bitbucket: () => parse(blocks('ci/bitbucket.md', 'yaml')[0] ?? '').pipelines['pull-requests']['**'][0].step.script,
};

/** A program in front of the real one. */
function shim(folder: string, name: string, script: string): void {
  writeFileSync(join(folder, name), `#!/usr/bin/env bash\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
}

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly cwd: string;
  readonly requests: string;
}

/** Runs an example in a copy of the sample, without a network: what installs does nothing, and `curl` writes down what it would send. */
function run(commands: readonly string[]): Run {
  const [cwd, bin] = [temporaryFolder(), temporaryFolder()];
  cpSync(join(ROOT, 'samples/payments-dr/broken'), cwd, { recursive: true });
  // cfn-lint's engine has tests of its own, and takes a while.
  const config = join(cwd, 'synthcheck.config.json');
  writeFileSync(config, JSON.stringify({ ...JSON.parse(readFileSync(config, 'utf8')), lint: { mode: 'never' } }));
  const requests = join(bin, 'requests.txt');
  writeFileSync(requests, '');
  for (const name of ['npm', 'apt-get']) shim(bin, name, 'exit 0');
  shim(bin, 'npx', `[ "$1" = cdk ] && exit 0\nshift\nexec "${process.execPath}" "${join(ROOT, 'dist/src/cli.js')}" "$@"`);
  shim(bin, 'curl', `printf '%s\\n' "$*" >> "${requests}"\ncat >> "${requests}"\nprintf '\\n' >> "${requests}"`);
  mkdirSync(join(cwd, 'node_modules'), { recursive: true });
  // Each command is a step that ends the job when it fails, in one shell.
  const { status, stdout } = spawnSync('bash', ['-euc', commands.join('\n')], {
    cwd,
    encoding: 'utf8',
    env: {
      PATH: `${bin}${delimiter}${process.env.PATH}`,
      HOME: cwd,
      CI: 'true',
      BITBUCKET_REPO_FULL_NAME: 'acme/payments',
      BITBUCKET_COMMIT: '0123456',
    },
  });
  return { status, stdout, cwd, requests: readFileSync(requests, 'utf8') };
}

describe('the example for', () => {
  beforeAll(ensureBuilt, 180_000);

  test.each([
    ['gitlab', ['gl-code-quality-report.json', 'synthcheck.xml']],
    ['azure', ['synthcheck.xml', 'synthcheck.md']],
    ['jenkins', ['synthcheck.checkstyle.xml', 'synthcheck.xml', 'synthcheck.html']],
    ['codebuild', ['synthcheck.xml', 'synthcheck.html']],
    ['bitbucket', ['insights.json']],
  ])('%s fails for the broken sample, and writes what the platform reads', (name, files) => {
    const { status, cwd } = run(EXAMPLES[name]?.() ?? []);
    expect(status).toBe(1);
    for (const file of files) expect(existsSync(join(cwd, file))).toBe(true);
    // Every file that the page tells the platform to read is written.
    for (const [, file = ''] of read(`ci/${name}.md`).matchAll(
      /(?:codequality: |junit: |testResultsFiles: |pattern: '|junit '|Artifacts ')([\w.-]+)/g,
    ))
      if (file !== 'synthcheck.sarif') expect(files).toContain(file);
  });

  test('azure prints logging commands', () => {
    expect(run(EXAMPLES.azure?.() ?? []).stdout).toMatch(/^##vso\[task\.logissue type=error;sourcepath=\S+;linenumber=\d+;/m);
  });

  test('bitbucket sends the report, and its annotations by the hundred', () => {
    const { requests } = run(EXAMPLES.bitbucket?.() ?? []);
    const url = 'http://api.bitbucket.org/2.0/repositories/acme/payments/commit/0123456/reports/synthcheck';
    const [report = '', annotations = ''] = requests.split(/^--proxy .*--request /m).slice(1);
    expect(report.startsWith(`PUT ${url}\n`)).toBe(true);
    expect(JSON.parse(report.slice(report.indexOf('\n')))).toMatchObject({ result: 'FAILED' });
    expect(annotations.startsWith(`POST ${url}/annotations\n`)).toBe(true);
    expect(JSON.parse(annotations.slice(annotations.indexOf('\n'))).length).toBeGreaterThan(10);
  });
});

describe('the problem matcher of the page about editors', () => {
  beforeAll(ensureBuilt, 180_000);

  test('reads each line of the format', () => {
    const [task] = JSON.parse(blocks('editors.md', 'json')[0] ?? '').tasks;
    const { regexp, file, line, severity, code } = task.problemMatcher.pattern;
    const lines = run(['npx synthcheck --format compact --fail-on never']).stdout.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(10);
    for (const text of lines) {
      const found = new RegExp(regexp).exec(text);
      expect(found?.[file]).toMatch(/^[\w./-]+$/);
      expect([
        Number(found?.[line]) > 0,
        ['error', 'warning', 'info'].includes(found?.[severity] ?? ''),
        found?.[code]?.includes('/'),
      ]).toEqual([true, true, true]);
    }
  });
});

test('the hooks for pre-commit have what it asks for', () => {
  const hooks = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8'));
  for (const hook of hooks) {
    expect(hook).toMatchObject({
      id: expect.any(String),
      name: expect.any(String),
      entry: expect.stringMatching(/^synthcheck /),
      language: 'node',
    });
    expect(() => new RegExp(hook.files)).not.toThrow();
  }
  expect(hooks.map(({ id }: { readonly id: string }) => id)).toEqual(['synthcheck', 'synthcheck-templates']);
});
