import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const PAGES = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  'llms.txt',
  ...['bench', 'checks', 'docs', 'packaging', 'samples', 'skills'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md') && !/(?:^|[\\/])(?:node_modules|cdk\.out)[\\/]/.test(name))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  ),
];

test('the README says what each folder of the program is for', () => {
  const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const named = [...read('README.md').matchAll(/`src\/([a-z]+)`/g)].map(([, name]) => name);
  expect([...new Set(named)].sort()).toEqual(folders.map(({ name }) => name).sort());
});

test('the README says what each group of checks finds', () => {
  const groups = readdirSync(join(ROOT, 'checks'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const [, table = ''] = /\| group \| what it finds \|\n([\s\S]*?)\n\n/.exec(read('README.md')) ?? [];
  const named = table.split('\n').flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([a-z0-9]+)`/g)].map(([, name]) => name));
  expect(named.sort()).toEqual(groups.map(({ name }) => name).sort());
});

test.each(PAGES)('%s names commands and files that are there', (page) => {
  const { scripts } = JSON.parse(read('package.json'));
  for (const [, script = ''] of read(page).matchAll(/npm run ([a-z:-]+)/g)) expect(Object.keys(scripts)).toContain(script);
  for (const [, target = ''] of read(page).matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g))
    expect({ target, isThere: existsSync(join(ROOT, dirname(page), target)) }).toEqual({ target, isThere: true });
});

test.each(PAGES)('%s links to sections that are there', (page) => {
  for (const [, target = '', anchor = ''] of read(page).matchAll(/\]\((?!https?:)([^)#]*\.md|)#([^)]+)\)/g)) {
    const linked = target === '' ? page : join(dirname(page), target);
    expect({ target, anchor, isThere: anchorsOf(linked).has(anchor) }).toEqual({ target, anchor, isThere: true });
  }
});

/** Of the headings of a page, as GitHub makes them. */
function anchorsOf(page: string): ReadonlySet<string> {
  const headings = [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'));
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\w\s-]/g, '')
        .replaceAll(' ', '-'),
    ),
  );
}

test('the finding in the README is printed so', () => {
  const [, finding = ''] = /```text\n(error [\s\S]*?)```/.exec(read('README.md')) ?? [];
  expect(finding).toMatch(/^error route53\//);
  expect(read('samples/payments-dr/expected/broken.txt')).toContain(finding);
});
