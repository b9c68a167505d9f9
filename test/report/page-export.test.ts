import { describe, expect, test } from 'vitest';
import { toCsv, toMarkdown } from '../../src/pages/report/export.js';
import { findingOf } from '../support/report.js';

describe('CSV', () => {
  test.each([
    ['=HYPERLINK("https://evil.example")', `"'=HYPERLINK(""https://evil.example"")"`],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['two\nlines, "quoted"', '"two\nlines, ""quoted"""'],
    ['plain', 'plain'],
  ])('holds %j as text', (message, cell) => {
    const [, ...rest] = toCsv([findingOf({ message })]).split('\r\n');
    expect(rest.join('\r\n')).toContain(`,${cell},`);
  });
});

test('Markdown holds names as code', () => {
  const stack = { id: 'S', name: '`</a>` @all', account: null, region: null, assembly: 'cdk.out' };
  const text = toMarkdown([findingOf({ stack, resource: null, message: '<img src=x> #1' })]);
  expect(text).toContain('`` `</a>` @all ``');
  expect(text).toContain('\\<img src=x\\>');
});
