import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Column, SCHEMA_VERSION, TABLES } from '../../src/organization/schema.js';

const page = readFileSync(new URL('../../docs/index-format.md', import.meta.url), 'utf8');

it.each(Object.entries(TABLES))('the page on the format describes the table %s', (name, columns) => {
  expect(page).toContain(`### ${name}\n\n${tableOf(columns)}\n`);
});

it('the page on the format names its version', () => {
  expect(page).toContain(`\`schema_version\` (now \`${SCHEMA_VERSION}\`)`);
});

function tableOf(columns: readonly Column[]): string {
  return [
    '| column | type | what |',
    '|---|---|---|',
    ...columns.map(({ name, type, what }) => `| \`${name}\` | ${type} | ${what} |`),
  ].join('\n');
}
