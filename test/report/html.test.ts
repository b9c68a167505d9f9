import { expect, test } from 'vitest';
import { DIFF_PAGE } from '../../src/generated/diff-page.js';
import { GRAPH_PAGE } from '../../src/generated/graph-page.js';
import { REPORT_PAGE } from '../../src/generated/report-page.js';
import { reportHtml } from '../../src/report/findings/html.js';
import { contextOf } from '../support/context.js';
import { findingOf, relatedOf, reportOf } from '../support/report.js';

const write = (line: string) =>
  reportHtml(
    reportOf([findingOf({ related: [relatedOf()] })]),
    contextOf({ sourceLine: (file) => (file === 'lib/data.ts' ? line : undefined) }),
  );

test('shows the line of the app under its place, as text', async () => {
  expect(await write("    new Bucket(this, '<b>', {")).toContain(
    '</span><code class="line">new Bucket(this, &#39;&#60;b&#62;&#39;, {</code></dd>',
  );
});

test('shows the start of a line without end, and nothing of one that cannot be read', async () => {
  expect(await write('x'.repeat(100_000))).toContain(`<code class="line">${'x'.repeat(200)}…</code>`);
  expect(await write('')).not.toContain('<code class="line">');
});

test.each(Object.entries({ DIFF_PAGE, GRAPH_PAGE, REPORT_PAGE }))('%s holds none of the tables that checks read', (_, page) => {
  expect(page.length).toBeLessThan(100_000);
});
