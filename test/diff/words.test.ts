import { describe, expect, test } from 'vitest';
import { reportDiffGithub } from '../../src/report/diff/github.js';
import { reportDiffHtml } from '../../src/report/diff/html.js';
import { reportDiffMarkdown } from '../../src/report/diff/markdown.js';
import { reportDiffSarif } from '../../src/report/diff/sarif.js';
import { reportDiffTerminal } from '../../src/report/diff/terminal.js';
import { verdictOf } from '../../src/report/diff/words.js';
import type { AssemblySketch } from '../support/assembly-builder.js';
import { NO_GRAPH } from '../support/context.js';
import { diffOf } from './diff-of.js';

const data = (template: object): AssemblySketch => ({ stacks: { Data: { region: 'us-east-1', ...template } } }) as AssemblySketch;
const table = (key: string, more: object = {}) => ({
  Type: 'AWS::DynamoDB::Table',
  Properties: { KeySchema: [{ AttributeName: key, KeyType: 'HASH' }], ...more },
});
const group = (CidrIp: string) => ({
  Type: 'AWS::EC2::SecurityGroup',
  Properties: { GroupDescription: 'g', SecurityGroupIngress: [{ CidrIp, IpProtocol: 'tcp', FromPort: 22, ToPort: 22 }] },
});
const topic = { Type: 'AWS::SNS::Topic', Properties: {} };
const reporting = {
  colors: false,
  width: 120,
  showValues: false,
  appOf: () => ({}),
  checks: new Map(),
  exitCode: 0,
  linkTo: () => undefined,
  changedGraph: async () => ({ graph: NO_GRAPH, resources: [], stacks: [], idOf: () => undefined, stacksInAll: 0 }),
} as const;

describe('the verdict', () => {
  test.each<[what: string, before: object, after: object, verdict: string]>([
    ['nothing', { Table: table('a') }, { Table: table('a') }, 'No change.'],
    [
      'at most three facts, the worst first',
      { Table: table('a', { TableName: 't' }), Group: group('10.0.0.0/8'), Topic: topic },
      { Table: table('b', { TableName: 't' }), Group: group('0.0.0.0/0') },
      'Deployment will be rejected (1 problem), data loss in 1 resource, permissions broadened (1).',
    ],
    [
      'what is left is one fact',
      { Topic: topic },
      { Other: { ...topic, Properties: { DisplayName: 'x' } } },
      '1 removed, 1 added in 1 stack.',
    ],
  ])('%s', async (_, before, after, verdict) => {
    expect(verdictOf(await diffOf(data({ resources: before }), data({ resources: after })))).toBe(verdict);
  });

  test('comes first', async () => {
    const report = await diffOf(data({ resources: { Topic: topic } }), data({ resources: {} }));
    expect(reportDiffTerminal(report, reporting)).toMatch(/^1 removed in 1 stack\.\n/);
    expect(reportDiffMarkdown(report, reporting)).toMatch(/^\*\*1 removed in 1 stack\.\*\*\n/);
  });
});

describe('removed exports, outputs, parameters and names', () => {
  const parameter = (Name: string) => ({ Type: 'AWS::SSM::Parameter', Properties: { Name, Type: 'String', Value: 'x' } });
  const before = data({
    resources: { Topic: topic, Parameter: parameter('/app/old'), Gone: parameter('/app/gone'), Same: parameter('/app/same') },
    outputs: { Arn: { Value: { Ref: 'Topic' } }, Exported: { Value: { Ref: 'Topic' }, Export: { Name: 'app:topic' } } },
    parameters: { Stage: { Type: 'String' } },
  });
  const after = data({ resources: { Topic: topic, Parameter: parameter('/app/new'), Moved: parameter('/app/same') } });
  const words =
    'Removes the export app:topic, the output Arn, the parameter Stage, the names AWS::SSM::Parameter /app/gone, AWS::SSM::Parameter /app/old.';

  test.each([
    ['terminal', reportDiffTerminal],
    ['markdown', reportDiffMarkdown],
    ['html', reportDiffHtml],
    ['github', reportDiffGithub],
    ['sarif', reportDiffSarif],
  ])('are listed in %s', async (_, write) => {
    const text = await write(await diffOf(before, after), { ...reporting, width: 400 });
    expect(text.replace(/[`\\]|<\/?code>/g, '')).toContain(words);
  });
});

describe('many changes', () => {
  const many = (count: number, key: string) =>
    data({ resources: Object.fromEntries(Array.from({ length: count }, (_, index) => [`T${index}`, table(key)])) });

  test('are listed up to a bound in the terminal and in Markdown, and all in JSON', async () => {
    const report = await diffOf(many(60, 'a'), many(60, 'b'));
    expect(reportDiffTerminal(report, reporting)).toContain('  and 10 more (`--format json` or `html` shows all)');
    expect(reportDiffTerminal(report, reporting).match(/data loss Data\/T\d+/g)).toHaveLength(50);
    expect(reportDiffMarkdown(report, reporting)).toContain('10 more entries are left out: `synthcheck diff --format html` shows all.');
    expect(reportDiffMarkdown(report, reporting).match(/^\| data loss /gm)).toHaveLength(50);
    expect(report.resources).toHaveLength(60);
  });
});
