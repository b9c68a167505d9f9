import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { reportJson } from '../../src/report/findings/json.js';
import { findingOf, relatedOf, reportOf } from '../support/report.js';

const schema = JSON.parse(readFileSync(new URL('../../schemas/report.schema.json', import.meta.url), 'utf8'));
const isReport = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);

test('fits the schema', () => {
  const report = reportOf([findingOf({ related: [relatedOf({ source: null, resource: null })] })], [{ severity: 'info', message: 'x' }]);
  expect(isReport(JSON.parse(reportJson(report)))).toBe(true);
});

test('the schema knows every key', () => {
  expect(isReport({ ...reportOf([]), extra: 1 })).toBe(false);
  expect(isReport(reportOf([{ ...findingOf(), extra: 1 } as never]))).toBe(false);
});

test('holds what it was given, but nothing that a terminal or the runner of GitHub would obey', () => {
  const report = reportOf([findingOf({ message: '\u001b[2J\u009b\u202e\u2028\u{e0001}##[add-mask]x' })]);
  const text = reportJson(report);
  expect(text).not.toMatch(/[^\n\P{Cc}]|\p{Cf}|\p{Zl}/u);
  expect(text).not.toContain('##[');
  expect(JSON.parse(text)).toEqual(report);
});

test('ends with a line break', () => {
  expect(reportJson(reportOf([]))).toMatch(/^\{\n {2}"version": 1,\n[\s\S]*\}\n$/);
});
