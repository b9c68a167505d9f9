import { DOMParser } from '@xmldom/xmldom';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/finding/report.js';
import { reportAzure } from '../../src/report/findings/azure.js';
import { reportBitbucket } from '../../src/report/findings/bitbucket.js';
import { reportCheckstyle } from '../../src/report/findings/checkstyle.js';
import { reportGitlab } from '../../src/report/findings/gitlab.js';
import { reportRdjson } from '../../src/report/findings/rdjson.js';
import { checkOf, contextOf } from '../support/context.js';
import { findingOf, relatedOf, reportOf } from '../support/report.js';

const text = { type: 'string', minLength: 1 } as const;
const line = { type: 'integer', minimum: 1 } as const;
const object = (properties: Readonly<Record<string, object>>, optional: readonly string[] = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});

/** As the pages that the reporters name describe them. */
const SCHEMAS = {
  gitlab: {
    type: 'array',
    items: object({
      description: text,
      check_name: text,
      fingerprint: text,
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: object({ path: text, lines: object({ begin: line }) }),
    }),
  },
  rdjson: object({
    source: object({ name: text }),
    diagnostics: {
      type: 'array',
      items: object({
        message: text,
        location: object({ path: text, range: object({ start: object({ line }) }) }),
        severity: { enum: ['ERROR', 'WARNING', 'INFO'] },
        code: object({ value: text, url: text }, ['url']),
      }),
    },
  }),
  bitbucket: object({
    report: object({
      title: text,
      details: { ...text, maxLength: 2_000 },
      report_type: { enum: ['SECURITY', 'COVERAGE', 'TEST', 'BUG'] },
      reporter: text,
      result: { enum: ['PASSED', 'FAILED', 'PENDING'] },
      data: { type: 'array', maxItems: 10, items: object({ title: text, type: { const: 'NUMBER' }, value: { type: 'integer' } }) },
    }),
    annotations: {
      type: 'array',
      maxItems: 1_000,
      items: object(
        {
          external_id: text,
          annotation_type: { enum: ['VULNERABILITY', 'CODE_SMELL', 'BUG'] },
          severity: { enum: ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'] },
          path: text,
          line,
          summary: { ...text, maxLength: 450 },
          details: { ...text, maxLength: 2_000 },
          link: text,
        },
        ['link'],
      ),
    },
  }),
} as const;

const context = contextOf({ checks: new Map([[checkOf().id, checkOf()]]), appOf: () => ({ entry: 'bin/app.ts', config: 'cdk.json' }) });
const elsewhere: Partial<Finding> = {
  fingerprint: 'f',
  stack: { id: 'B', name: 'B', account: null, region: 'eu-west-1', assembly: 'cdk.out' },
};
const report = reportOf(
  [
    findingOf({ related: [relatedOf()] }),
    findingOf(elsewhere),
    findingOf({ checkId: 'cfn-lint/W2531', docs: 'https://example.com/W2531', severity: 'warning', source: null, fingerprint: 'w' }),
    findingOf({ checkId: 'acme/own', docs: '', severity: 'info', fix: '', fingerprint: 'i', message: 'A 100%; of ]: \n"<it>"' }),
  ],
  [{ severity: 'error', message: 'It is no JSON.', file: 'cdk.out/A.template.json' }],
);

function valid(name: keyof typeof SCHEMAS, json: string) {
  const value = JSON.parse(json);
  const ajv = new Ajv({ allErrors: true });
  const isValid = ajv.validate(SCHEMAS[name], value);
  expect([isValid, ajv.errors]).toEqual([true, null]);
  return value;
}

test('gitlab: each finding is an entry with the line of the app', () => {
  const entries = valid('gitlab', reportGitlab(report, context));
  expect(entries).toHaveLength(4);
  expect(entries[0]).toEqual({
    description: 'The destination is not versioned: S3 rejects the replication.',
    check_name: 's3/replication-destination-unversioned',
    fingerprint: '0123456789abcdef0123456789abcdef',
    severity: 'critical',
    location: { path: 'lib/data.ts', lines: { begin: 31 } },
  });
  expect(entries[2]).toMatchObject({ severity: 'major', location: { path: 'bin/app.ts', lines: { begin: 1 } } });
  expect(valid('gitlab', reportGitlab(reportOf([]), context))).toEqual([]);
});

test('rdjson: a cause is a comment, with the page of its check', () => {
  const { diagnostics } = valid('rdjson', reportRdjson(report, context));
  expect(diagnostics).toHaveLength(3);
  expect(diagnostics[0]).toMatchObject({
    location: { path: 'lib/data.ts', range: { start: { line: 31 } } },
    severity: 'ERROR',
    code: { value: 's3/replication-destination-unversioned', url: 'https://docs.aws.amazon.com/s3' },
  });
  expect(diagnostics[0].message).toMatch(
    /^The destination .*\nData\/Bucket.*\nAnd 1 more place with this cause, in 1 stack\.\nSee .*\nFix: /,
  );
  expect(diagnostics[1].code).toEqual({ value: 'cfn-lint/W2531', url: 'https://example.com/W2531' });
  expect(diagnostics[2].code).toEqual({ value: 'acme/own' });
});

describe('bitbucket', () => {
  test('has the bodies of both requests', () => {
    const { report: own, annotations } = valid('bitbucket', reportBitbucket(report, context));
    expect(own).toMatchObject({ result: 'FAILED', details: expect.stringMatching(/^2 errors, 1 warning, 1 info in 3 stacks/) });
    expect(annotations.map(({ severity }: { readonly severity: string }) => severity)).toEqual(['HIGH', 'MEDIUM', 'LOW']);
    expect(annotations[0]).toMatchObject({ path: 'lib/data.ts', line: 31, summary: expect.stringMatching(/^s3\/replication-/) });
    expect(valid('bitbucket', reportBitbucket(reportOf([]), contextOf({ exitCode: 0 })))).toMatchObject({
      report: { result: 'PASSED' },
      annotations: [],
    });
  });

  test('stays within the lengths and the number that Bitbucket takes', () => {
    const many = Array.from({ length: 1_200 }, (_, index) =>
      findingOf({ message: 'word '.repeat(1_000), source: { file: 'a.ts', line: index + 1, column: 1, approximate: false } }),
    );
    expect(valid('bitbucket', reportBitbucket(reportOf(many), context)).report.details).toMatch(/ 200 more causes not annotated\.$/);
  });
});

test('checkstyle: the findings of a file together', () => {
  expect(reportCheckstyle(report, context)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="10.0">
<file name="lib/data.ts">
<error line="31" column="5" severity="error" message="The destination is not versioned: S3 rejects the replication. Fix: Set \`versioned: true\`." source="s3/replication-destination-unversioned"/>
<error line="31" column="5" severity="error" message="The destination is not versioned: S3 rejects the replication. Fix: Set \`versioned: true\`." source="s3/replication-destination-unversioned"/>
<error line="31" column="5" severity="info" message="A 100%; of ]: \\u{a}&quot;&lt;it&gt;&quot;" source="acme/own"/>
</file>
<file name="bin/app.ts">
<error line="1" severity="warning" message="The destination is not versioned: S3 rejects the replication. Fix: Set \`versioned: true\`." source="cfn-lint/W2531"/>
</file>
</checkstyle>
`);
  const empty = new DOMParser().parseFromString(reportCheckstyle(reportOf([]), context), 'text/xml');
  expect(empty.documentElement?.tagName).toBe('checkstyle');
});

/** As Azure's agent reads a line. */
function readCommand(line: string) {
  const [, properties = '', message = ''] = /##vso\[task\.logissue ([^\]]*)\](.*)$/.exec(line) ?? [];
  const decode = (value: string): string =>
    value.replaceAll('%3B', ';').replaceAll('%5D', ']').replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%AZP25', '%');
  const pairs = properties.split(';').filter(Boolean);
  return {
    ...Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), decode(pair.slice(pair.indexOf('=') + 1))])),
    message: decode(message),
  };
}

test('azure: an issue for each error and warning, a line of the log for the rest', () => {
  const lines = reportAzure(report, context).trimEnd().split('\n');
  expect(lines).toHaveLength(5);
  expect(readCommand(lines[0] ?? '')).toEqual({ type: 'error', message: 'cdk.out/A.template.json: It is no JSON.' });
  expect(readCommand(lines[1] ?? '')).toEqual({
    type: 'error',
    sourcepath: 'lib/data.ts',
    linenumber: '31',
    columnnumber: '5',
    code: 's3/replication-destination-unversioned',
    message: expect.stringMatching(/^The destination .*\nData\/Bucket.*\nAnd 1 more place .*\nSee .*\nFix: Set `versioned: true`\.$/),
  });
  expect(readCommand(lines[2] ?? '')).toMatchObject({ type: 'warning', sourcepath: 'bin/app.ts', linenumber: '1', code: 'cfn-lint/W2531' });
  expect(lines[3]).toBe('info: lib/data.ts:31 acme/own A 100%; of ]: \\u{a}"<it>"');
  expect(lines[4]).toMatch(/^synthcheck: 2 errors, 1 warning, 1 info in 3 stacks/);
});

test('azure: names end neither a property nor the command', () => {
  const source = { file: 'lib/a;b]c%3B.ts', line: 1, column: null, approximate: false };
  const [first = ''] = reportAzure(reportOf([findingOf({ source, message: '100%0A ##vso[task.complete]x' })]), context).split('\n');
  expect(first.match(/##\w*\[/g)).toHaveLength(1);
  expect(readCommand(first)).toMatchObject({
    sourcepath: source.file,
    message: expect.stringMatching(/^100%0A #\\u\{23\}vso\[task\.complete\]x\n/),
  });
});
