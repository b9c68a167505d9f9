import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { reportTerminal } from '../../src/report/findings/terminal.js';
import { checkOf, contextOf } from '../support/context.js';
import { findingOf, relatedOf, reportOf } from '../support/report.js';

const options: Parameters<typeof reportTerminal>[1] = {
  colors: false,
  width: 80,
  showSource: (file) => file,
  sourceLine: () => undefined,
  fileUrl: () => undefined,
  verbose: false,
  checks: new Map(),
};
const end = 'in 3 stacks (1 nested, 9 resources) in us-east-1 and us-west-2.';

test('shows where a finding is, what it is, what to write instead, and the place in the other stack', () => {
  const report = reportOf([findingOf({ related: [relatedOf()] })]);
  expect(reportTerminal(report, options)).toBe(`error s3/replication-destination-unversioned

  lib/data.ts:31:5  Data/Bucket/Resource
    The destination is not versioned: S3 rejects the replication.
    ReplicationConfiguration.Rules[0].Destination of Bucket83908E77 in cdk.out/Data.template.json:12:7
    stack Data (482731905566/us-east-1)
    see near lib/standby.ts:8:5  Standby/Copy/Resource
      This is the destination.
      Copy4A6A8C9B in cdk.out/Standby.template.json:3:3
      stack Standby (482731905566/us-west-2)

  Fix: Set \`versioned: true\`.

1 error in 3 stacks (1 nested, 9 resources) in us-east-1 and us-west-2.
Run \`synthcheck explain ID\` for why a check exists, an example, and how to
accept a finding.
`);
});

test('says in one sentence what was looked at when nothing was found', () => {
  expect(reportTerminal(reportOf([]), { ...options, width: 200 })).toBe(`No findings ${end}\n`);
});

test('does not say that there are no findings when no stack could be read', () => {
  const report = reportOf([]);
  const unread = {
    ...report,
    assemblies: report.assemblies.map((one) => ({ ...one, stacks: 0, nestedStacks: 0, resources: 0, regions: [] })),
  };
  expect(reportTerminal(unread, options)).toMatch(/^Nothing was checked\.\n/);
});

test('says at the end that something was not checked, since that stands far above', () => {
  const unread = { severity: 'error', message: 'The template is not valid JSON: it is not checked.', file: 'a.json' } as const;
  const text = reportTerminal(reportOf([findingOf()], [unread]), options);
  expect(text).toContain(`\n\n1 error ${end}\nNot everything was checked: a.json, see above.\nRun `);
  expect(reportTerminal(reportOf([findingOf()], [{ ...unread, severity: 'warning' }]), options)).not.toContain('Not everything');
});

test('puts findings of a check together, with one fix for all', () => {
  const other = findingOf({ propertyPath: [], resource: null, source: null });
  const text = reportTerminal(reportOf([findingOf(), other]), options);
  expect(text).toContain('error s3/replication-destination-unversioned (2)\n');
  expect(text.match(/Fix:/g)).toHaveLength(1);
});

test('gives each finding its fix when they differ', () => {
  const text = reportTerminal(reportOf([findingOf(), findingOf({ fix: 'Remove the rule.', propertyPath: ['BucketName'] })]), options);
  expect(text.match(/^ {4}Fix: .*$/gm)).toEqual(['    Fix: Set `versioned: true`.', '    Fix: Remove the rule.']);
});

describe('what one line of the app makes', () => {
  const made = Array.from({ length: 5 }, (_, index) => findingOf({ resource: resourceOf(index), stack: stackOf(index) }));
  function resourceOf(index: number) {
    return { logicalId: `Bucket${index}`, type: 'AWS::S3::Bucket', constructPath: `Data${index}/Bucket/Resource` };
  }
  function stackOf(index: number) {
    return { id: `Data${index}`, name: `Data${index}`, account: null, region: 'eu-west-1', assembly: 'cdk.out' };
  }

  test('is one entry, with the first of the other places and the number of those that follow', () => {
    expect(reportTerminal(reportOf(made), options)).toContain(`error s3/replication-destination-unversioned (5 findings with one cause)

  lib/data.ts:31:5  Data0/Bucket/Resource
    The destination is not versioned: S3 rejects the replication.
    ReplicationConfiguration.Rules[0].Destination of Bucket0 in cdk.out/Data.template.json:12:7
    stack Data0 (eu-west-1)
    also Data1/Bucket/Resource, stack Data1 (eu-west-1)
    also Data2/Bucket/Resource, stack Data2 (eu-west-1)
    and 2 more places in 2 stacks: --verbose lists them

  Fix:`);
  });

  test('has every place when asked', () => {
    const text = reportTerminal(reportOf(made), { ...options, verbose: true });
    expect(text.match(/^ {4}also .*$/gm)).toHaveLength(4);
    expect(text).toContain(
      '; 5\nreferences between resources, 2 inferred from names, 1 to what is outside of\nthis app, 0 that cannot be followed.',
    );
  });

  test('is not put together when it is about different properties, checks or severities, or when the line is not certain', () => {
    const near = { file: 'bin/app.ts', line: 1, column: 1, approximate: true };
    const parts = [{}, { propertyPath: ['BucketName'] }, { severity: 'warning' }, { checkId: 's3/b' }] as const;
    const findings = [...parts.map(findingOf), findingOf({ source: near, message: 'A' }), findingOf({ source: near, message: 'B' })];
    expect(reportTerminal(reportOf(findings), options)).not.toMatch(/cause|also/);
  });

  test('says what else is wrong with the same property', () => {
    const other = findingOf({ message: 'The other destination is not versioned.' });
    expect(reportTerminal(reportOf([findingOf(), other]), options)).toContain('    also The other destination is not versioned.\n');
  });
});

test('lists related places with the same message in a line each, and counts those beyond three', () => {
  const related = Array.from({ length: 5 }, (_, index) =>
    relatedOf({
      resource: { logicalId: `Copy${index}`, type: 'AWS::S3::Bucket', constructPath: `Standby${index}/Copy/Resource` },
      stack: { id: `Standby${index}`, name: `Standby${index}`, account: null, region: 'us-west-2', assembly: 'cdk.out' },
      ...(index === 1 && { source: { file: 'lib/other.ts', line: 3, column: 1, approximate: false } }),
    }),
  );
  const report = reportOf([findingOf({ related: [...related, relatedOf({ message: 'Another message.' })] })]);
  expect(reportTerminal(report, options)).toContain(`    see near lib/standby.ts:8:5  Standby0/Copy/Resource
      This is the destination.
      Copy0 in cdk.out/Standby.template.json:3:3, stack Standby0 (us-west-2)
      also lib/other.ts:3:1 Standby1/Copy/Resource, stack Standby1 (us-west-2)
      also Standby2/Copy/Resource, stack Standby2 (us-west-2)
      and 2 more places in 2 stacks: --verbose lists them
    see near lib/standby.ts:8:5  Standby/Copy/Resource
      Another message.
`);
  expect(reportTerminal(report, { ...options, verbose: true }).match(/^ {6}also .*$/gm)).toHaveLength(4);
});

test('shows the line of the app, cut where the terminal ends', () => {
  const sourceLine = (file: string, line: number) =>
    file === 'lib/data.ts' && line === 31 ? `    new Bucket(this, '\u001b${'x'.repeat(80)}');` : undefined;
  const text = reportTerminal(reportOf([findingOf({ related: [relatedOf()] })]), { ...options, sourceLine });
  const [shown = '', ...more] = text.split('\n').filter((line) => line.includes('│'));
  expect([shown.length, more]).toStrictEqual([80, []]);
  expect(shown).toMatch(/^ {4}31 │ new Bucket\(this, '\\u\{1b\}x+…$/);
});

test('makes links of places where the terminal has them', () => {
  const fileUrl = (file: string) => `file:///app/${file}`;
  expect(reportTerminal(reportOf([findingOf()]), { ...options, fileUrl })).toContain(
    '\u001b]8;;file:///app/lib/data.ts\u001b\\lib/data.ts:31:5\u001b]8;;\u001b\\',
  );
});

test('counts many findings by check at the end', () => {
  const many = Array.from({ length: 10 }, (_, index) => findingOf({ message: `Rule ${index}.` }));
  const checks = contextOf({ checks: new Map([[checkOf().id, checkOf()]]) }).checks;
  const text = reportTerminal(reportOf([...many, findingOf({ checkId: 'cfn-lint/W1', severity: 'warning' })]), {
    ...options,
    width: 100,
    checks,
  });
  expect(text).toContain(`
error    10  s3/replication-destination-unversioned  Replication to a bucket without versioning
warning   1  cfn-lint/W1                             The destination is not versioned: S3 rejects t…

10 errors, 1 warning in`);
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
    `    ReplicationConfiguration.Rules[0].Destination of Bucket83908E77 in cdk.out/${'x'.repeat(100)}.json:1:1`,
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
