import { expect, test } from 'vitest';
import { reportJunit } from '../../src/report/findings/junit.js';
import { checkOf, contextOf } from '../support/context.js';
import { findingOf, relatedOf, reportOf } from '../support/report.js';

const stack = (id: string) => ({ id, name: id, account: null, region: 'us-east-1', assembly: 'cdk.out' });
const context = contextOf({
  checks: new Map([checkOf(), checkOf('route53/other')].map((check) => [check.id, check])),
});

test('a suite for each check, a case for each stack with findings', () => {
  const report = reportOf([findingOf({ stack: stack('Data'), related: [relatedOf()] })]);
  expect(reportJunit(report, context)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="synthcheck" tests="3" failures="1" errors="0">
<testsuite name="reading" tests="1" failures="0" errors="0">
<testcase classname="reading" name="cdk.out"/>
</testsuite>
<testsuite name="route53/other" tests="1" failures="0" errors="0">
<testcase classname="route53/other" name="Replication to a bucket without versioning"/>
</testsuite>
<testsuite name="s3/replication-destination-unversioned" tests="1" failures="1" errors="0">
<testcase classname="s3/replication-destination-unversioned" name="Data (us-east-1)" file="lib/data.ts">
<failure message="The destination is not versioned: S3 rejects the replication." type="error">error: The destination is not versioned: S3 rejects the replication.
lib/data.ts:31 Data/Bucket/Resource, ReplicationConfiguration.Rules[0].Destination (cdk.out/Data.template.json:12:7)
See Standby/Copy/Resource in Standby (482731905566/us-west-2): This is the destination.
Fix: Set \`versioned: true\`.</failure>
</testcase>
</testsuite>
</testsuites>
`);
});

test('fails for what the run fails for, and mentions the rest', () => {
  const report = reportOf([findingOf({ stack: stack('Data'), severity: 'warning' })]);
  expect(reportJunit(report, context)).not.toContain('<failure');
  expect(reportJunit(report, context)).toContain('<system-out>warning: The destination');
  expect(reportJunit(report, { ...context, failing: ['error', 'warning'] })).toContain('<failure');
});

test('several findings of a check in a stack are one failure', () => {
  const report = reportOf([
    findingOf({ stack: stack('Data') }),
    findingOf({ stack: stack('Data'), severity: 'warning', message: 'Second.' }),
  ]);
  const text = reportJunit(report, { ...context, failing: ['error', 'warning'] });
  expect(text.match(/<failure /g)).toHaveLength(1);
  expect(text).toContain('S3 rejects the replication. (and 1 more)"');
  expect(text).toContain('\nwarning: Second.\n');
});

test('info fails nothing', () => {
  const text = reportJunit(reportOf([findingOf({ stack: stack('Data'), severity: 'info' })]), context);
  expect(text).not.toContain('<failure');
  expect(text).toContain('<system-out>info: The destination');
});

test('what could not be read is an error', () => {
  const text = reportJunit(reportOf([], [{ severity: 'error', message: 'It is no JSON.', file: 'a.json' }]), context);
  expect(text).toContain('<testsuite name="reading" tests="1" failures="0" errors="1">');
  expect(text).toContain('<error message="It is no JSON." type="error">error: a.json: It is no JSON.</error>');
});

test('a rule of another tool is a suite, too', () => {
  expect(reportJunit(reportOf([findingOf({ checkId: 'cfn-lint/E3012' })]), context)).toContain(
    '<testsuite name="cfn-lint/E3012" tests="1" failures="1"',
  );
});
