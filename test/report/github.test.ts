import { describe, expect, test } from 'vitest';
import { reportGithub } from '../../src/report/findings/github.js';
import { contextOf } from '../support/context.js';
import { findingOf, relatedOf, reportOf } from '../support/report.js';

const summary = 'in 3 stacks (1 nested, 9 resources) in us-east-1 and us-west-2.\n';

test('annotates the line of the app that makes the construct', () => {
  const report = reportOf([findingOf({ related: [relatedOf()] })]);
  expect(reportGithub(report, contextOf())).toBe(
    `::error file=lib/data.ts,line=31,col=5,title=s3/replication-destination-unversioned::The destination is not versioned: S3 rejects the replication.%0A\
Data/Bucket/Resource, ReplicationConfiguration.Rules[0].Destination in Data (482731905566/us-east-1), cdk.out/Data.template.json:12:7%0A\
See lib/standby.ts:8, Standby/Copy/Resource in Standby (482731905566/us-west-2), cdk.out/Standby.template.json:3:3: This is the destination.%0A\
Fix: Set \`versioned: true\`.
synthcheck: 1 error ${summary}`,
  );
});

test('names the construct only, when its source is not known', () => {
  const text = reportGithub(reportOf([findingOf({ source: null, severity: 'info' })]), contextOf());
  expect(text).toMatch(/^::notice title=s3\/replication-destination-unversioned::The destination .*%0AData\/Bucket\/Resource, /);
});

describe('without a trace of the construct', () => {
  const finding = findingOf({ source: null });

  test("the app's entry stands for it", () => {
    const text = reportGithub(reportOf([finding]), contextOf({ appOf: () => ({ entry: 'bin/app.ts', config: 'cdk.json' }) }));
    expect(text).toMatch(/^::error file=bin\/app\.ts,line=1,title=s3\/[^:]*::The destination .*%0AData\/Bucket\/Resource, /);
  });

  test('and cdk.json does not: a pull request does not show it', () => {
    expect(reportGithub(reportOf([finding]), contextOf({ appOf: () => ({ config: 'cdk.json' }) }))).toMatch(/^::error title=s3\//);
  });
});

test('what could not be read is annotated first', () => {
  const text = reportGithub(
    reportOf([findingOf()], [{ severity: 'error', message: 'It is no JSON.', file: 'cdk.out/A.template.json' }]),
    contextOf(),
  );
  expect(text).toMatch(/^::error title=synthcheck::cdk\.out\/A\.template\.json: It is no JSON\.\n::error file=/);
});

test('annotates once what one line of the app makes in many places', () => {
  const other = findingOf({ stack: { id: 'B', name: 'B', account: null, region: 'eu-west-1', assembly: 'cdk.out' } });
  const text = reportGithub(reportOf([findingOf(), other, other]), contextOf());
  expect(text.match(/^::error /gm)).toHaveLength(1);
  expect(text).toContain('%0AAnd 2 more places with this cause, in 1 stack.%0A');
});

test('says in one line that there is nothing', () => {
  expect(reportGithub(reportOf([]), contextOf())).toBe(`synthcheck: no findings ${summary}`);
});

describe('with more than GitHub keeps', () => {
  const many = (severity: 'error' | 'warning' | 'info', count: number) =>
    Array.from({ length: count }, (_, index) =>
      findingOf({ severity, source: { file: 'lib/data.ts', line: index + 1, column: 1, approximate: false } }),
    );
  const kinds = (text: string) => {
    const lines = text.split('\n').flatMap((line) => /^::(\w+) /.exec(line)?.[1] ?? []);
    return {
      error: lines.filter((kind) => kind === 'error').length,
      warning: lines.filter((kind) => kind === 'warning').length,
      notice: lines.filter((kind) => kind === 'notice').length,
    };
  };

  test('ten of a kind are shown, and a notice says how many more', () => {
    const text = reportGithub(reportOf([...many('error', 13), ...many('warning', 11), ...many('info', 2)]), contextOf());
    expect(kinds(text)).toEqual({ error: 10, warning: 10, notice: 3 });
    expect(text).toContain(
      '\n::notice title=synthcheck::4 more annotations: GitHub keeps 10 of a kind; for all findings `synthcheck` prints all of them.\n',
    );
  });

  test('that notice is one of the ten', () => {
    const text = reportGithub(reportOf(many('info', 12)), contextOf());
    expect(kinds(text)).toEqual({ error: 0, warning: 0, notice: 10 });
    expect(text).toContain('3 more annotations');
  });

  test('ten are not too many', () => {
    const text = reportGithub(reportOf([...many('error', 10), ...many('info', 10)]), contextOf());
    expect(kinds(text)).toEqual({ error: 10, warning: 0, notice: 10 });
    expect(text).not.toContain('more annotation');
  });

  test('a message stays below 4,096 characters', () => {
    const text = reportGithub(reportOf([findingOf({ message: '😀%'.repeat(3000) })]), contextOf());
    const message = /::error [^:]*::(.*)/.exec(text)?.[1]?.replaceAll('%25', '%') ?? '';
    expect(message.length).toBeLessThan(4096);
    expect(message).toMatch(/…$/);
    expect(message).not.toMatch(/[\ud800-\udbff]…/);
  });
});

test('escapes what would end a property, a message or a line', () => {
  const attack = findingOf({
    message: '100% sure\r\n::add-mask::x',
    checkId: 'a,line=1::b',
    source: { file: 'lib/a:b,c%.ts', line: 1, column: null, approximate: false },
  });
  const [line] = reportGithub(reportOf([attack]), contextOf()).split('\n');
  expect(line).toMatch(/^::error file=lib\/a%3Ab%2Cc%25\.ts,line=1,title=a%2Cline=1%3A%3Ab::100%25 sure\\u\{d\}\\u\{a\}::add-mask::x%0A/);
});
