import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const PAGES = [
  'README.md',
  'SECURITY.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'docs/api.md',
  'docs/resilience.md',
  'docs/rules.md',
  'docs/organization.md',
  'docs/agents.md',
  'docs/editors.md',
  'packaging/README.md',
  ...['azure', 'bitbucket', 'codebuild', 'gitlab', 'jenkins', 'pre-commit'].map((name) => `docs/ci/${name}.md`),
  'skills/synthcheck/SKILL.md',
  'llms.txt',
  'docs/without-the-cdk.md',
  'docs/index-format.md',
  'bench/README.md',
  'bench/FUZZING.md',
];

test('the README says what each folder of the program is for', () => {
  const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const named = [...read('README.md').matchAll(/`src\/([a-z]+)`/g)].map(([, name]) => name);
  expect([...new Set(named)].sort()).toEqual(folders.map(({ name }) => name).sort());
});

test.each(PAGES)('%s names commands and files that are there', (page) => {
  const { scripts } = JSON.parse(read('package.json'));
  for (const [, script = ''] of read(page).matchAll(/npm run ([a-z:-]+)/g)) expect(Object.keys(scripts)).toContain(script);
  for (const [, target = ''] of read(page).matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g))
    expect({ target, isThere: existsSync(join(ROOT, dirname(page), target)) }).toEqual({ target, isThere: true });
});

test('the finding in the README is printed so', () => {
  const [, finding = ''] = /```text\n(error [\s\S]*?)```/.exec(read('README.md')) ?? [];
  expect(finding).toMatch(/^error route53\//);
  expect(read('samples/payments-dr/expected/broken.txt')).toContain(finding);
});
