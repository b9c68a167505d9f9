import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/finding/report.js';
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

test('the findings folded, with masked messages, and a table of the stacks behind them', () => {
  const other = { id: 'B', name: 'B', account: null, region: null, assembly: 'cdk.out' };
  const report = reportOf([findingOf({ related: [relatedOf()] }), findingOf({ severity: 'info', checkId: 'cfn-lint/W1', stack: other })]);
  expect(reportMarkdown(report, contextOf({ checks }))).toBe(`## synthcheck: 1 error, 1 info

3 stacks (1 nested, 9 resources) in us-east-1 and us-west-2.

<details><summary><b>error</b> Replication to a bucket without versioning</summary>

- \`Data/Bucket/Resource\`, \`ReplicationConfiguration.Rules[0].Destination\`, \`lib/data.ts:31\`, stack \`Data (482731905566/us-east-1)\`
  The destination is not versioned: S3 rejects the replication.
  - with \`Standby/Copy/Resource\`, \`lib/standby.ts:8\`, stack \`Standby (482731905566/us-west-2)\`: This is the destination.

**Fix:** Set \`versioned: true\`.

Check: \`s3/replication-destination-unversioned\`

</details>

<details><summary><b>info</b> Rule <code>cfn-lint/W1</code></summary>

- \`Data/Bucket/Resource\`, \`ReplicationConfiguration.Rules[0].Destination\`, \`lib/data.ts:31\`, stack \`B\`
  The destination is not versioned: S3 rejects the replication.

Check: \`cfn-lint/W1\`

</details>

<details><summary>Findings by stack (2)</summary>

| stack | error | warning | info |
|---|--:|--:|--:|
| \`Data\` \`us-east-1\` | 1 |  |  |
| \`B\` |  |  | 1 |

</details>
`);
});

test.each([
  ['the bucket "acme-ledger" is missing', 'the bucket "…" is missing'],
  ['S3 rejects it: "Destination bucket must exist."', 'S3 rejects it: "Destination bucket must exist."'],
  ['`KMSMasterKeyId` of `Rules[0].Destination` in "us-west-2"', '`KMSMasterKeyId` of `Rules[0].Destination` in "us-west-2"'],
  ['the stack "Data" and the construct `Data/Bucket/Resource`', 'the stack "Data" and the construct `Data/Bucket/Resource`'],
  ["the password 'hunter2'", "the password '…'"],
  ['https://a:b@status.acme.io/health is no host name', '… is no host name'],
  ['the record status.acme.io of x.execute-api.us-east-1.amazonaws.com', 'the record … of x.execute-api.us-east-1.amazonaws.com'],
  ['the key arn:aws:kms:us-east-1:1234:key/abc, which', 'the key arn:aws:kms:us-east-1:…, which'],
])('masks what messages quote of values: %s', (message, expected) => {
  const finding = findingOf({ message, related: [relatedOf({ message })] });
  const shown = (showValues: boolean) => reportMarkdown(reportOf([finding]), contextOf({ checks, showValues }));
  expect(shown(false)).toContain(`\n  ${prose(expected)}\n`);
  expect(shown(false)).toContain(`: ${prose(expected)}\n`);
  expect(shown(true)).toContain(`\n  ${prose(message)}\n`);
});

test('masks quoted text of other tools with its spaces', () => {
  const finding = findingOf({ checkId: 'cfn-lint/W1', message: "'correct horse battery' does not match 'String'", fix: "Write 'x'." });
  const text = reportMarkdown(reportOf([finding]), contextOf());
  expect(text).toContain("\n  '…' does not match 'String'\n");
  expect(text).not.toContain('**Fix:**');
});

test('the verdict and the changes before the findings, the new ones first and open', () => {
  const isNew = ({ fingerprint }: Finding) => fingerprint === 'b';
  const findings = [
    findingOf({ fingerprint: 'a', checkId: 's3/a' }),
    findingOf({ fingerprint: 'b', checkId: 's3/b', severity: 'warning' }),
  ];
  const text = reportMarkdown(reportOf(findings), contextOf({ isNew }), { verdict: '2 blockers.', changes: 'What changes.' });
  const lines = text.split('\n').filter((line) => /^(?:#|What|<details)/.test(line));
  expect(lines).toEqual([
    '## synthcheck: 2 blockers.',
    'What changes.',
    '### Findings: 1 error, 1 warning',
    '<details open><summary><b>warning</b> Rule <code>s3/b</code></summary>',
    '<details><summary><b>error</b> Rule <code>s3/a</code></summary>',
  ]);
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
  const text = reportMarkdown(reportOf([findingOf()]), contextOf({ isNew: (candidate) => candidate.fingerprint === fingerprint }));
  expect(text).toContain('\n- **new** `Data/Bucket/Resource`');
});

test('says what could not be read', () => {
  const text = reportMarkdown(reportOf([], [{ severity: 'warning', message: 'It is no JSON.', file: 'a.json' }]), contextOf());
  expect(text).toContain('<summary>About the assembly and the run (1)</summary>\n\n- warning: `a.json`: It is no JSON.\n');
});

describe('the map', () => {
  const stacks = (count: number): GraphDocument => ({
    ...contextOf().graph(),
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
  const text = (count: number) => reportMarkdown(reportOf([]), contextOf({ graph: () => stacks(count) }));

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
    const text = reportMarkdown(many, contextOf(), { bytes });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(bytes);
    const shown = text.match(/<details><summary><b>/g)?.length ?? 0;
    const rest = Number(/And ([\d,]+) more finding/.exec(text)?.[1]?.replaceAll(',', '') ?? 0);
    expect(shown + rest).toBe(3_000);
  });

  test('says where the rest is', () => {
    expect(reportMarkdown(many, contextOf())).toMatch(/And [\d,]+ more findings: `synthcheck` prints all of them\.\n$/);
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
    ['https://a', 'https:<!-- -->/<!-- -->/a'],
    ['www.a', 'www<!-- -->.a'],
    ['&lt; & b', '\\&lt; & b'],
  ])('prose %j', (text, expected) => {
    expect(prose(text)).toBe(expected);
  });

  test('a link cannot be left', () => {
    expect(codeLink('a', 'https://x/> [b](c)')).toBe('[`a`](<https://x/%3E%20%5Bb%5D(c)>)');
  });
});
