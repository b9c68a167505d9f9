import type { Log, Result } from 'sarif';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/finding/report.js';
import { reportSarif } from '../../src/report/findings/sarif.js';
import type { ReportContext } from '../../src/report/reporter.js';
import { checkOf, contextOf } from '../support/context.js';
import { findingOf, relatedOf, reportOf } from '../support/report.js';
import { problemsOf } from './sarif-multitool.js';

const known = new Map([[checkOf().id, checkOf()]]);

function runOf(report: Report, parts: Partial<ReportContext> = {}) {
  const { runs } = JSON.parse(reportSarif(report, contextOf({ checks: known, ...parts }))) as Log;
  return runs[0] as NonNullable<Log['runs'][0]>;
}

function resultOf(report: Report, parts: Partial<ReportContext> = {}): Result {
  return runOf(report, parts).results?.[0] as Result;
}

describe('a result', () => {
  const result = resultOf(reportOf([findingOf({ related: [relatedOf()] })]));

  test('is at the line of the app, and names the construct', () => {
    expect(result.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'lib/data.ts', uriBaseId: 'SRCROOT' },
          region: { startLine: 31, startColumn: 5, endLine: 31 },
        },
        logicalLocations: [{ name: 'Bucket83908E77', fullyQualifiedName: 'Data/Bucket/Resource', kind: 'resource' }],
      },
    ]);
  });

  test('ends where the line of the app ends', () => {
    const region = (text: string | undefined) =>
      resultOf(reportOf([findingOf()]), { sourceLine: () => text }).locations?.[0]?.physicalLocation?.region;
    expect(region('    new s3.Bucket(this);  ')).toEqual({ startLine: 31, startColumn: 5, endLine: 31, endColumn: 25 });
    // A line that is shorter than where the call was is another one by now.
    expect(region('}')).toEqual({ startLine: 31, startColumn: 5, endLine: 31 });
  });

  test('has the places in other stacks', () => {
    expect(result.relatedLocations).toEqual([
      {
        id: 0,
        physicalLocation: {
          artifactLocation: { uri: 'lib/standby.ts', uriBaseId: 'SRCROOT' },
          region: { startLine: 8, startColumn: 5, endLine: 8 },
        },
        logicalLocations: [{ name: 'Copy4A6A8C9B', fullyQualifiedName: 'Standby/Copy/Resource', kind: 'resource' }],
        message: { text: 'Standby/Copy/Resource: This is the destination.' },
      },
    ]);
  });

  test('says what to write instead, and where it stands in the template', () => {
    expect(result.message.text).toBe('The destination is not versioned: S3 rejects the replication.\nFix: Set `versioned: true`.');
    expect(result.properties).toEqual({
      stack: 'Data (482731905566/us-east-1)',
      property: 'ReplicationConfiguration.Rules[0].Destination',
      template: 'cdk.out/Data.template.json:12:7',
    });
  });

  test.each([
    ['error', 'error'],
    ['warning', 'warning'],
    ['info', 'note'],
  ] as const)('of %s has the level %s', (severity, level) => {
    expect(resultOf(reportOf([findingOf({ severity })])).level).toBe(level);
  });
});

describe('always has a place in the repository', () => {
  const uriOf = (parts: Parameters<typeof findingOf>[0], context: Partial<ReportContext> = {}) =>
    resultOf(reportOf([findingOf({ source: null, ...parts })]), context).locations?.[0]?.physicalLocation?.artifactLocation?.uri;

  test.each([
    ["the app's entry", { appOf: () => ({ entry: 'bin/app.ts', config: 'cdk.json' }) }, 'bin/app.ts'],
    ['cdk.json', { appOf: () => ({ config: 'infra/cdk.json' }) }, 'infra/cdk.json'],
    ['the template', {}, 'cdk.out/Data.template.json'],
  ])('%s', (_, context, expected) => {
    expect(uriOf({}, context)).toBe(expected);
  });

  test.each([
    ['../other/cdk.out', 'other/cdk.out/Data.template.json'],
    ['/tmp/cdk.out/', 'tmp/cdk.out/Data.template.json'],
    ['C:\\work\\cdk.out', 'work/cdk.out/Data.template.json'],
  ])('also when the assembly is at %s', (assembly, expected) => {
    expect(uriOf({ stack: { id: 'A', name: 'A', account: null, region: null, assembly } })).toBe(expected);
  });

  test('as a URI', () => {
    const source = { file: 'lib/a b#c%20.ts', line: 1, column: null, approximate: false };
    expect(uriOf({ source })).toBe('lib/a%20b%23c%2520.ts');
  });
});

test("the tool has the project's address, when there is one", () => {
  const driver = (homepage?: string) => runOf(reportOf([]), { homepage }).tool.driver;
  expect(driver('https://example.com/')).toMatchObject({ informationUri: 'https://example.com/' });
  expect(driver()).not.toHaveProperty('informationUri');
});

describe('fingerprints', () => {
  const twice = [findingOf({ fingerprint: 'a'.repeat(32) }), findingOf({ fingerprint: 'b'.repeat(32) })];

  test("GitHub's own is left to GitHub, which complains about others", () => {
    expect(resultOf(reportOf(twice)).partialFingerprints).toEqual({ 'synthcheck/v1': 'a'.repeat(32) });
  });

  test('but results of one check on one line must not be taken for one', () => {
    const { results = [] } = runOf(reportOf(twice));
    expect(results[1]?.partialFingerprints).toEqual({ 'synthcheck/v1': 'b'.repeat(32), primaryLocationLineHash: 'b'.repeat(32) });
  });
});

describe('rules', () => {
  test('are those with results, with help', () => {
    const { rules = [] } = runOf(reportOf([findingOf()])).tool.driver;
    expect(rules).toEqual([
      {
        id: 's3/replication-destination-unversioned',
        name: 'S3ReplicationDestinationUnversioned',
        shortDescription: { text: 'Replication to a bucket without versioning.' },
        fullDescription: { text: 'S3 rejects it.' },
        help: {
          text: 'S3 rejects it.\n\nFix: Write `versioned: true`.\n\nhttps://docs.aws.amazon.com/s3',
          markdown: 'S3 rejects it.\n\n**Fix:** Write `versioned: true`.\n\n- <https://docs.aws.amazon.com/s3>',
        },
        helpUri: 'https://docs.aws.amazon.com/s3',
        defaultConfiguration: { level: 'error' },
        properties: { tags: ['cdk', 's3'], precision: 'high', 'problem.severity': 'error' },
      },
    ]);
  });

  test('of another tool have its page', () => {
    const foreign = findingOf({ checkId: 'cfn-lint/E3012', docs: 'https://example.com/E3012' });
    const { rules = [] } = runOf(reportOf([foreign])).tool.driver;
    expect(rules[0]).toMatchObject({ id: 'cfn-lint/E3012', helpUri: 'https://example.com/E3012' });
  });

  test('of another tool say what the finding says', () => {
    const message = 'DeletionPolicy is missing. Data may be lost.';
    const foreign = findingOf({ checkId: 'cfn-lint/I3011', message, fix: 'Set it.', docs: 'https://example.com/I3011' });
    const { rules = [] } = runOf(reportOf([foreign])).tool.driver;
    expect(rules[0]).toMatchObject({
      shortDescription: { text: 'cfn-lint/I3011: DeletionPolicy is missing.' },
      fullDescription: { text: message },
      help: { text: `${message}\n\nFix: Set it.\n\nhttps://example.com/I3011` },
    });
  });

  test.each(['javascript:alert(1)', 'checks/s3/README.md#x', ''])('and no page when it is %j', (docs) => {
    const { rules = [] } = runOf(reportOf([findingOf({ checkId: 'tool/X', docs })])).tool.driver;
    expect(rules[0]).not.toHaveProperty('helpUri');
  });
});

test('what is suppressed is a result with its reason', () => {
  const suppressed = [
    { ...findingOf(), reason: 'Accepted by the team.' },
    { ...findingOf({ propertyPath: [] }), reason: null },
  ];
  const { results = [] } = runOf(reportOf([]), { suppressed: () => suppressed });
  expect(results.map(({ suppressions }) => suppressions)).toEqual([
    [{ kind: 'external', status: 'accepted', justification: 'Accepted by the team.' }],
    [{ kind: 'external', status: 'accepted' }],
  ]);
});

test('the invocation has the exit code, and what could not be read', () => {
  const report = reportOf([], [{ severity: 'error', message: 'It is no JSON.', file: 'cdk.out/A.template.json' }]);
  expect(runOf(report, { exitCode: 2 }).invocations).toEqual([
    {
      executionSuccessful: false,
      exitCode: 2,
      exitCodeDescription: 'something could not be checked',
      toolExecutionNotifications: [{ level: 'error', message: { text: 'cdk.out/A.template.json: It is no JSON.' } }],
    },
  ]);
  expect(runOf(reportOf([findingOf()])).columnKind).toBe('utf16CodeUnits');
});

test("Microsoft's validator accepts it", () => {
  const report = reportOf([findingOf({ related: [relatedOf()] }), findingOf({ checkId: 'cfn-lint/E3012', docs: '', fix: '' })]);
  const suppressed = [{ ...findingOf(), reason: 'Accepted.' }];
  expect(problemsOf(reportSarif(report, contextOf({ checks: known, suppressed: () => suppressed })))).toEqual([]);
  expect(problemsOf(reportSarif(reportOf([]), contextOf()))).toEqual([]);
});
