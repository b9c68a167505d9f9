import { describe, expect, test } from 'vitest';
import type { GraphDocument } from '../../src/graph/document.js';
import { reportMarkdown } from '../../src/report/findings/markdown.js';
import { code, codeLink, prose } from '../../src/report/text/markdown.js';
import { checkOf, contextOf } from '../support/context.js';
import { findingOf, relatedOf, reportOf } from '../support/report.js';

const checks = new Map([[checkOf().id, checkOf()]]);

test('has one entry for what one line of the app makes in many places', () => {
  const other = findingOf({ stack: { id: 'B', name: 'B', account: null, region: 'eu-west-1', assembly: 'cdk.out' } });
  const text = reportMarkdown(reportOf([findingOf(), other, other]), contextOf());
  expect(text).toContain(' (3 findings with one cause)</summary>');
  expect(text.match(/^- .*$/gm)).toStrictEqual([expect.stringMatching(/, and 2 more places in 1 stack$/)]);
});

test('a table by severity and stack, and the findings folded, without what messages quote', () => {
  const report = reportOf([findingOf({ related: [relatedOf()] }), findingOf({ severity: 'info', checkId: 'cfn-lint/W1' })]);
  expect(reportMarkdown(report, contextOf({ checks }))).toBe(`## synthcheck: 1 error, 1 info

3 stacks (1 nested, 9 resources) in us-east-1 and us-west-2.

| stack | error | warning | info |
|---|--:|--:|--:|
| \`Data\` \`us-east-1\` | 1 |  | 1 |

<details><summary><b>error</b> Replication to a bucket without versioning</summary>

- \`Data/Bucket/Resource\`, \`ReplicationConfiguration.Rules[0].Destination\`, \`lib/data.ts:31\`, stack \`Data (482731905566/us-east-1)\`
  - with \`Standby/Copy/Resource\`, \`lib/standby.ts:8\`, stack \`Standby (482731905566/us-west-2)\`

**Fix:** Write \`versioned: true\`.

Check: \`s3/replication-destination-unversioned\`

</details>

<details><summary><b>info</b> Rule <code>cfn-lint/W1</code></summary>

- \`Data/Bucket/Resource\`, \`ReplicationConfiguration.Rules[0].Destination\`, \`lib/data.ts:31\`, stack \`Data (482731905566/us-east-1)\`

Check: \`cfn-lint/W1\`

</details>
`);
});

test('messages when values are asked for', () => {
  const text = reportMarkdown(reportOf([findingOf({ related: [relatedOf()] })]), contextOf({ checks, showValues: true }));
  expect(text).toContain('\n  The destination is not versioned: S3 refuses the replication.\n');
  expect(text).toContain(': This is the destination.\n');
});

test('links to the lines where they have an address', () => {
  const text = reportMarkdown(
    reportOf([findingOf()]),
    contextOf({ linkTo: (file, line) => `https://github.com/o/r/blob/abc/${file}#L${line}` }),
  );
  expect(text).toContain('[`lib/data.ts:31`](<https://github.com/o/r/blob/abc/lib/data.ts#L31>)');
});

test('marks what is new', () => {
  const { fingerprint } = findingOf();
  const text = reportMarkdown(reportOf([findingOf()]), contextOf({ isNew: (candidate) => candidate === fingerprint }));
  expect(text).toContain('\n- **new** `Data/Bucket/Resource`');
});

test('says what could not be read', () => {
  const text = reportMarkdown(reportOf([], [{ severity: 'warning', message: 'It is no JSON.', file: 'a.json' }]), contextOf());
  expect(text).toContain('<summary>About the assembly and the run (1)</summary>\n\n- warning: `a.json`: It is no JSON.\n');
});

describe('the map', () => {
  const stacks = (count: number): GraphDocument => ({
    ...contextOf().graph,
    stacks: Array.from({ length: count }, (_, index) => ({
      id: `S${index}`,
      name: `S${index}`,
      constructPath: null,
      assembly: 'cdk.out',
      account: null,
      region: index % 2 === 0 ? 'us-east-1' : 'us-west-2',
      parent: null,
      dependencies: [],
    })),
  });
  const text = (count: number) => reportMarkdown(reportOf([]), contextOf({ graph: stacks(count) }));

  test('shows stacks in their regions', () => {
    expect(text(2)).toMatch(/```mermaid\n[\s\S]*subgraph n0\["us-east-1"\]\n {4}n1\["S0<br\/>0 resources"\]/);
  });

  test('folds to regions when there are many, and one stack has none', () => {
    expect(text(200)).toContain('us-east-1<br/>100 stacks');
    expect(text(200)).not.toContain('S17');
    expect(text(1)).not.toContain('mermaid');
  });
});

describe('a limit of size', () => {
  const many = reportOf(Array.from({ length: 3_000 }, (_, index) => findingOf({ checkId: `s3/check-${String(index).padStart(4, '0')}` })));

  test.each([2_000, 20_000, 65_000, 1_000_000])('%d bytes are kept to', (bytes) => {
    const text = reportMarkdown(many, contextOf(), bytes);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(bytes);
    const shown = text.match(/<details>/g)?.length ?? 0;
    const rest = Number(/And (\d+) more finding/.exec(text)?.[1] ?? 0);
    expect(shown + rest).toBe(3_000);
  });

  test('says where the rest is', () => {
    expect(reportMarkdown(many, contextOf())).toMatch(/And \d+ more findings: `synthcheck` prints all of them\.\n$/);
  });

  test('also with names without end', () => {
    const long = 'x'.repeat(100_000);
    const finding = findingOf({ resource: { logicalId: long, type: long, constructPath: long }, propertyPath: [long], checkId: long });
    const text = reportMarkdown(reportOf([finding]), contextOf());
    expect(Buffer.byteLength(text)).toBeLessThan(65_536);
    expect(text).toContain('…');
  });
});

describe('text', () => {
  test.each([
    ['a', '`a`'],
    ['a`b', '``a`b``'],
    ['`a', '`` `a ``'],
    ['a|b', '`a\\|b`'],
    ['a\nb', '`a\\u{a}b`'],
    ['', '`   `'],
  ])('code %j', (text, expected) => {
    expect(code(text)).toBe(expected);
  });

  test.each([
    ['use `a` (b) - c', 'use `a` (b) - c'],
    ['*a* _b_ [c](d) <e> #f', '\\*a\\* \\_b\\_ \\[c\\](d) \\<e\\> \\#f'],
    ['- a', '\\- a'],
    ['1. a', '1\\. a'],
    ['@octocat', '@<!-- -->octocat'],
    ['#1', '\\#<!-- -->1'],
    ['https://a', 'https:<!-- -->//a'],
    ['www.a', 'www<!-- -->.a'],
    ['&lt; & b', '\\&lt; & b'],
  ])('prose %j', (text, expected) => {
    expect(prose(text)).toBe(expected);
  });

  test('a link cannot be left', () => {
    expect(codeLink('a', 'https://x/> [b](c)')).toBe('[`a`](<https://x/%3E%20%5Bb%5D(c)>)');
  });
});
