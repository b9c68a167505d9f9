import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { reportTerminal } from '../../src/report/findings/terminal.js';
import { findingOf, relatedOf, reportOf } from '../support/report.js';

const options = { colors: false, width: 80, showSource: (file: string) => file };
const end = `in 3 stacks (1 nested, 9 resources) in us-east-1 and us-west-2; links: 5 exact,
2 inferred, 1 external, 0 unknown.`;

test('shows where a finding is, what it is, what to write instead, and the place in the other stack', () => {
  const report = reportOf([findingOf({ related: [relatedOf()] })]);
  expect(reportTerminal(report, options)).toBe(`error s3/replication-destination-unversioned

  lib/data.ts:31:5  Data/Bucket/Resource
    The destination is not versioned: S3 refuses the replication.
    ReplicationConfiguration.Rules[0].Destination in cdk.out/Data.template.json:12:7
    stack Data (482731905566/us-east-1)
    see near lib/standby.ts:8:5  Standby/Copy/Resource
      This is the destination.
      cdk.out/Standby.template.json:3:3, stack Standby (482731905566/us-west-2)

  Fix: Set \`versioned: true\`.

1 error in 3 stacks (1 nested, 9 resources) in us-east-1 and us-west-2; links: 5
exact, 2 inferred, 1 external, 0 unknown.
\`synthcheck explain ID\` tells why a check exists, with an example.
`);
});

test('says in one sentence what was looked at when nothing was found', () => {
  expect(reportTerminal(reportOf([]), { ...options, width: 200 })).toBe(`No findings ${end.replace('\n', ' ')}\n`);
});

test('puts findings of a check together, with one fix for all', () => {
  const other = findingOf({ propertyPath: [], resource: null, source: null });
  const text = reportTerminal(reportOf([findingOf(), other]), options);
  expect(text).toContain('error s3/replication-destination-unversioned (2)\n');
  expect(text.match(/Fix:/g)).toHaveLength(1);
});

test('gives each finding its fix when they differ', () => {
  const text = reportTerminal(reportOf([findingOf(), findingOf({ fix: 'Remove the rule.' })]), options);
  expect(text.match(/^ {4}Fix: .*$/gm)).toEqual(['    Fix: Set `versioned: true`.', '    Fix: Remove the rule.']);
});

test('orders the groups by severity, then by check', () => {
  const findings = [
    findingOf({ checkId: 's3/b' }),
    findingOf({ checkId: 'route53/a' }),
    findingOf({ checkId: 'a/first', severity: 'warning' }),
    findingOf({ checkId: 'a/first', severity: 'info' }),
  ];
  const text = reportTerminal(reportOf(findings), options);
  expect(text.match(/^(error|warning|info) .*/gm)).toEqual(['error route53/a', 'error s3/b', 'warning a/first', 'info a/first']);
  expect(text).toContain('2 errors, 1 warning, 1 info in 3 stacks');
});

test.each([
  ['a construct without a source', { source: null }, '  Data/Bucket/Resource\n'],
  [
    'a resource without a construct path',
    { resource: { logicalId: 'B', type: 'AWS::S3::Bucket', constructPath: null }, source: null },
    '  AWS::S3::Bucket B\n',
  ],
  ['a stack', { resource: null, source: null, propertyPath: [] }, '  stack Data\n'],
  ['a source without a column', { source: { file: 'a.py', line: 2, column: null, approximate: false } }, '  a.py:2  Data'],
  ['an open environment', { stack: { id: 'A', name: 'A', account: null, region: null, assembly: 'x/' } }, '    stack A\n'],
  [
    'a region without an account',
    { stack: { id: 'A', name: 'A', account: null, region: 'eu-west-1', assembly: 'x/' } },
    '    stack A (eu-west-1)\n',
  ],
  [
    'an assembly written with a slash',
    { stack: { id: 'A', name: 'A', account: null, region: null, assembly: 'x/' } },
    ' in x/Data.template.json:12:7\n',
  ],
])('shows %s', (_, parts, expected) => {
  expect(reportTerminal(reportOf([findingOf(parts)]), options)).toContain(expected);
});

test('lists what could not be read', () => {
  const report = reportOf([], [{ severity: 'error', message: 'The template is not valid JSON.', file: 'cdk.out/A.template.json' }]);
  expect(reportTerminal(report, options)).toMatch(/^error cdk\.out\/A\.template\.json: The template is not valid JSON\.\n\nNo findings/);
});

test('keeps to the width, but never breaks a path', () => {
  const long = findingOf({ message: 'word '.repeat(40).trim(), template: { file: `${'x'.repeat(100)}.json`, line: 1, column: 1 } });
  const lines = reportTerminal(reportOf([long]), { ...options, width: 60 }).split('\n');
  expect(lines.filter((line) => line.length > 60)).toEqual([
    `    ReplicationConfiguration.Rules[0].Destination in cdk.out/${'x'.repeat(100)}.json:1:1`,
  ]);
});

test('has colours when asked, and the same text', () => {
  const report = reportOf([findingOf({ related: [relatedOf()] }), findingOf({ severity: 'warning' })]);
  const colored = reportTerminal(report, { ...options, colors: true });
  expect(colored).toContain('\u001b[31m');
  expect(stripVTControlCharacters(colored)).toBe(reportTerminal(report, options));
});

describe('names that are an attack', () => {
  const attack = findingOf({
    message: '\u001b[2Jgone\u202e',
    checkId: 'x\u0007',
    fix: '##[add-mask]a',
    resource: { logicalId: 'A', type: 'T', constructPath: '::stop-commands::x' },
    stack: { id: 'A', name: 'A\nB', account: null, region: 'r\r', assembly: 'x' },
    source: null,
  });
  const text = reportTerminal(reportOf([attack]), options);

  test('control characters are made visible', () => {
    expect(text).not.toMatch(/[^\n\P{Cc}]|\p{Cf}/u);
    expect(text).toContain('\\u{1b}[2Jgone\\u{202e}');
    expect(text).toContain('stack A\\u{a}B (r\\u{d})');
  });

  test('no line is a command to the runner of GitHub', () => {
    expect(text).not.toMatch(/^\s*::/m);
    expect(text).not.toContain('##[');
    expect(text).toContain('  \\u{3a}:stop-commands::x\n');
    expect(text).toContain('Fix: #\\u{23}[add-mask]a\n');
  });
});
