import { describe, expect, test } from 'vitest';
import { loadAssembly } from '../../src/assembly/load.js';
import type { Check } from '../../src/check/check.js';
import type { Problem } from '../../src/check/problem.js';
import { countAssemblies } from '../../src/finding/counts.js';
import { locateFindings, orderFindings } from '../../src/finding/findings.js';
import type { Finding } from '../../src/finding/report.js';
import { toDetected } from '../../src/finding/unlocated-finding.js';
import { buildGraph } from '../../src/graph/graph.js';
import type { Resource } from '../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { type AssemblySketch, writeAssembly } from '../support/assembly-builder.js';

const check = (id: string, severity: Check['severity'] = 'error'): Check => ({ id, severity, docs: { fix: 'Mend it.' } }) as Check;

function graphOf(sketch: AssemblySketch): ResourceGraph {
  return buildGraph([loadAssembly(writeAssembly(sketch))]);
}

function resourceOf(graph: ResourceGraph, logicalId: string): Resource {
  return [...graph.resources()].find((resource) => resource.logicalId === logicalId) as Resource;
}

function find(
  problems: readonly (readonly [Check, Problem])[],
  severityOf: (check: Check) => Check['severity'] | undefined = () => undefined,
) {
  const detected = problems.map(([check, problem]) => toDetected({ check, problem }, severityOf(check)));
  return locateFindings(orderFindings(detected), () => null).map(({ finding }) => finding);
}

const bucket = (name: string) => ({
  Type: 'AWS::S3::Bucket',
  Properties: { BucketName: name, Tags: [{ Key: 'a', Value: 'b' }] },
  DeletionPolicy: 'Retain',
});
const sketch: AssemblySketch = {
  stacks: {
    B: { region: 'us-east-1', resources: { Two: bucket('two'), One: bucket('one') } },
    A: { region: 'us-west-2', resources: { Three: bucket('three') }, nested: { Inner: { resources: { Four: bucket('four') } } } },
  },
};

describe('a finding', () => {
  const graph = graphOf(sketch);
  const [finding] = find([
    [
      check('s3/wrong'),
      {
        at: resourceOf(graph, 'Two').property('Tags', 0, 'Key'),
        message: 'Wrong.',
        related: [{ at: resourceOf(graph, 'Four').attribute('DeletionPolicy'), message: 'There.' }],
      },
    ],
  ]);

  test('says in one line what an annotation or another tool breaks', () => {
    const at = resourceOf(graph, 'Two');
    expect(find([[check('s3/wrong'), { at, message: 'Wrong.\r\n  See:\n\n- there' }]])).toMatchObject([{ message: 'Wrong. See: - there' }]);
  });

  test('has all that the report says of it', () => {
    expect(finding).toEqual({
      checkId: 's3/wrong',
      severity: 'error',
      message: 'Wrong.',
      fix: 'Mend it.',
      docs: 'checks/s3/README.md#s3wrong',
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      stack: { id: 'B', name: 'B', account: '482731905566', region: 'us-east-1', assembly: graph.assemblies[0]?.path },
      resource: { logicalId: 'Two', type: 'AWS::S3::Bucket', constructPath: 'B/Two' },
      propertyPath: ['Tags', 0, 'Key'],
      template: { file: 'B.template.json', line: 9, column: 7 },
      source: null,
      related: [
        {
          message: 'There.',
          stack: { id: 'A/Inner', name: 'A/Inner', account: '482731905566', region: 'us-west-2', assembly: graph.assemblies[0]?.path },
          resource: { logicalId: 'Four', type: 'AWS::S3::Bucket', constructPath: 'A/Inner/Four' },
          propertyPath: ['DeletionPolicy'],
          template: { file: 'AInner.nested.template.json', line: 14, column: 4 },
          source: null,
        },
      ],
    });
  });

  test('of a whole resource and of a stack', () => {
    const stack = graph.stacks.find(({ id }) => id === 'B');
    const places = find([
      [check('s3/wrong'), { at: resourceOf(graph, 'One'), message: '' }],
      [check('s3/wrong'), { at: stack as never, message: '' }],
    ]);
    expect(places.map(({ resource, propertyPath, template }) => [resource?.logicalId, propertyPath, template.line])).toEqual([
      [undefined, [], 1],
      ['One', [], 16],
    ]);
  });

  test('in a YAML template', () => {
    const text = 'Resources:\n  Bucket:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: !Sub "x"\n';
    const yaml = graphOf({ stacks: { A: { artifact: { properties: { templateFile: 'a.yaml' } } } }, files: { 'a.yaml': text } });
    const [{ template } = {} as Finding] = find([[check('s3/x'), { at: resourceOf(yaml, 'Bucket').property('BucketName'), message: '' }]]);
    expect(template).toEqual({ file: 'a.yaml', line: 5, column: 7 });
  });

  test('has the severity and the fix that are most exact', () => {
    const problem: Problem = { at: resourceOf(graph, 'One'), message: '', severity: 'info', fix: 'Do this.' };
    expect(find([[check('a/b'), problem]])).toMatchObject([{ severity: 'info', fix: 'Do this.' }]);
    expect(find([[check('a/b'), problem]], () => 'warning')).toMatchObject([{ severity: 'warning' }]);
  });
});

test('the order is severity, stack, resource, property, check, whatever order they were found in', () => {
  const graph = graphOf(sketch);
  const [one, two, three] = ['One', 'Two', 'Three'].map((id) => resourceOf(graph, id)) as [Resource, Resource, Resource];
  const problems: (readonly [Check, Problem])[] = [
    [check('a/a', 'warning'), { at: three, message: '' }],
    [check('a/b'), { at: two, message: '' }],
    [check('a/a'), { at: two, message: '' }],
    [check('a/a'), { at: one.property('Tags', 10), message: '' }],
    [check('a/a'), { at: one.property('Tags', 9, 'Key'), message: '' }],
    [check('a/a'), { at: one.property('Tags', 9), message: '' }],
    [check('a/a'), { at: one, message: '' }],
    [check('a/z'), { at: three, message: '' }],
  ];
  const expected = [
    ['error', 'Three', '', 'a/z'],
    ['error', 'One', '', 'a/a'],
    ['error', 'One', 'Tags.9', 'a/a'],
    ['error', 'One', 'Tags.9.Key', 'a/a'],
    ['error', 'One', 'Tags.10', 'a/a'],
    ['error', 'Two', '', 'a/a'],
    ['error', 'Two', '', 'a/b'],
    ['warning', 'Three', '', 'a/a'],
  ];
  for (const order of [problems, problems.toReversed()]) {
    expect(
      find(order).map(({ severity, resource, propertyPath, checkId }) => [severity, resource?.logicalId, propertyPath.join('.'), checkId]),
    ).toEqual(expected);
  }
});

test.each([
  ['S3 answers "It must exist.".', 'S3 answers "It must exist."'],
  ['S3 answers `It must exist.`.', 'S3 answers `It must exist.`'],
  ['S3 answers "It must exist".', 'S3 answers "It must exist".'],
])('%s ends once', (message, expected) => {
  const graph = graphOf({ stacks: { A: { region: 'us-east-1', resources: { One: bucket('x') } } } });
  expect(find([[check('a/b'), { at: resourceOf(graph, 'One'), message }]])[0]?.message).toBe(expected);
});

describe('the fingerprint', () => {
  const print = (sketch: AssemblySketch, id = 'One', at: (resource: Resource) => Problem['at'] = (resource) => resource, checkId = 'a/b') =>
    find([[check(checkId), { at: at(resourceOf(graphOf(sketch), id)), message: String(Math.random()) }]])[0]?.fingerprint;
  const base: AssemblySketch = { stacks: { A: { region: 'us-east-1', resources: { One: bucket('x') } } } };
  const moved: AssemblySketch = { stacks: { A: { region: 'us-east-1', resources: { Zero: bucket('y'), One: bucket('x') } } } };
  const elsewhere: AssemblySketch = { stacks: { A: { region: 'us-west-2', resources: { One: bucket('x') } } } };

  test('stays when lines and folders change, and with the logical id that follows the construct path', () => {
    expect(print(moved)).toBe(print(base));
  });

  test('is another for another region, property, check and construct', () => {
    const all = [
      print(base),
      print(elsewhere),
      print(base, 'One', (resource) => resource.property('BucketName')),
      print(base, 'One', undefined, 'a/c'),
      print(moved, 'Zero'),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  test('is another for the same logical id in another stack, where constructs have no path', () => {
    const bare = { additionalMetadataFile: undefined };
    const graph = graphOf({
      stacks: {
        A: { region: 'us-east-1', resources: { One: bucket('x') }, artifact: bare },
        B: { region: 'us-east-1', resources: { One: bucket('x') }, artifact: bare },
      },
    });
    const found = find([...graph.resources()].map((at) => [check('a/b'), { at, message: '' }] as const));
    expect(found.map(({ resource }) => resource?.constructPath)).toEqual([null, null]);
    expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  test('stays when a list has another order, or one more element', () => {
    const tagged = (...keys: string[]): AssemblySketch => ({
      stacks: {
        A: {
          region: 'us-east-1',
          resources: { One: { Type: 'AWS::S3::Bucket', Properties: { Tags: keys.map((Key) => ({ Key, Value: 'x' })) } } },
        },
      },
    });
    const at = (index: number) => (resource: Resource) => resource.property('Tags', index, 'Value');
    expect(print(tagged('b', 'a'), 'One', at(1))).toBe(print(tagged('a'), 'One', at(0)));
  });

  test('tells findings apart that are alike, in their order', () => {
    const graph = graphOf(base);
    const at = resourceOf(graph, 'One');
    const prints = (...messages: string[]) =>
      find(messages.map((message) => [check('a/b'), { at, message }])).map(({ fingerprint }) => fingerprint);
    expect(new Set(prints('x', 'y')).size).toBe(2);
    expect(prints('y', 'x')).toEqual(prints('x', 'y'));
    expect(prints('x')).toEqual([prints('x', 'y')[0]]);
  });
});

test('counts what was read', () => {
  const graph = graphOf({
    stacks: {
      A: {
        region: 'us-west-2',
        resources: { One: bucket('x'), Two: { Type: 'AWS::SNS::Topic', Properties: { TopicName: { Ref: 'One' } }, DependsOn: 'One' } },
        nested: { Inner: { resources: { Three: bucket('y') } } },
      },
      B: {
        region: 'us-east-1',
        resources: { Four: { Type: 'AWS::SNS::Topic', Properties: { TopicName: { 'Fn::ImportValue': 'gone' } } } },
      },
      C: { resources: {} },
    },
  });
  expect(countAssemblies(graph)).toEqual([
    {
      path: graph.assemblies[0]?.path,
      manifestVersion: '55.0.0',
      stacks: 3,
      nestedStacks: 1,
      resources: 5,
      regions: ['us-east-1', 'us-west-2'],
      links: { exact: 2, inferred: 0, external: 1, unknown: 0 },
    },
  ]);
});
