import { expect, test } from 'vitest';
import type { Template } from '../../src/assembly/model.js';
import { diagnosticsOf, load, QUEUE } from './diagnostics.js';

function read(
  content: unknown,
  file = 'Data.template.json',
): { readonly template: Template | undefined; readonly diagnostics: readonly string[] } {
  const assembly = load({ stacks: { Data: { artifact: { properties: { templateFile: file } } } }, files: { [file]: content } });
  return { template: assembly.stacks[0]?.template, diagnostics: diagnosticsOf(assembly) };
}

test('reads every section', () => {
  const { template, diagnostics } = read({
    Resources: { Queue: QUEUE },
    Parameters: { Size: { Type: 'String' } },
    Outputs: { Arn: { Value: 'x' } },
    Conditions: { IsProd: { 'Fn::Equals': ['a', 'b'] } },
    Mappings: { Regions: { 'eu-west-1': { a: 'b' } } },
    Rules: { CheckBootstrapVersion: {} },
    Transform: 'AWS::Serverless-2016-10-31',
  });
  expect(diagnostics).toEqual([]);
  expect(template).toEqual({
    resources: new Map([['Queue', { type: 'AWS::SQS::Queue', raw: QUEUE }]]),
    generators: [],
    parameters: new Map([['Size', { Type: 'String' }]]),
    outputs: new Map([['Arn', { Value: 'x' }]]),
    conditions: new Map([['IsProd', { 'Fn::Equals': ['a', 'b'] }]]),
    mappings: new Map([['Regions', { 'eu-west-1': { a: 'b' } }]]),
    metadata: {},
    transforms: ['AWS::Serverless-2016-10-31'],
    bytes: 418,
    hasDynamicReferences: false,
    hasAccountNumbers: false,
    hasInferenceProfiles: false,
    mayHaveTokens: false,
    mayHaveOddArns: false,
    format: 'json',
  });
});

test('an empty template is a template, as integration tests write them', () => {
  expect(read({}).diagnostics).toEqual([]);
  expect(read({}).template?.resources.size).toBe(0);
});

test('keeps what is well formed, and says what is not', () => {
  const { template, diagnostics } = read({
    Resources: { Queue: QUEUE, Text: 'x', Null: null, List: [], Untyped: { Properties: {} }, Number: { Type: 7 } },
    Parameters: [],
    Outputs: { Good: {}, Bad: 'x' },
    Mappings: 'x',
    Conditions: null,
  });
  expect([...(template?.resources.keys() ?? [])]).toEqual(['Queue']);
  expect([...(template?.outputs.keys() ?? [])]).toEqual(['Good']);
  expect(diagnostics).toEqual(
    [
      'Resource `Text` is not an object and is not checked.',
      'Resource `Null` is not an object and is not checked.',
      'Resource `List` is not an object and is not checked.',
      'Resource `Untyped` has no `Type` and is not checked.',
      'Resource `Number` has no `Type` and is not checked.',
      '`Parameters` is not an object: the section is left out.',
      '`Bad` in `Outputs` is not an object and is left out.',
      '`Mappings` is not an object: the section is left out.',
    ].map((message) => `warning Data.template.json: ${message}`),
  );
  expect(read({ Resources: [] }).diagnostics).toEqual([
    'error Data.template.json: `Resources` of the template is not an object: it is not checked. Run `cdk synth` again.',
  ]);
});

test('tells generators of resources from resources', () => {
  const loop = ['Name', ['a', 'b'], { 'Queue${Name}': QUEUE }];
  const { template, diagnostics } = read({
    Transform: ['AWS::LanguageExtensions', { Name: 'AWS::Include', Parameters: {} }, 7],
    Resources: { 'Fn::ForEach::Queues': loop, 'Fn::Transform': { Name: 'AWS::Include' }, Queue: QUEUE },
    Outputs: { 'Fn::ForEach::Arns': loop },
    Conditions: { 'Fn::ForEach::Flags': loop },
    'Fn::Transform': { Name: 'Own' },
  });
  expect(diagnostics).toEqual([]);
  expect(template?.generators).toEqual(['Fn::ForEach::Queues', 'Fn::Transform']);
  expect([...(template?.resources.keys() ?? [])]).toEqual(['Queue']);
  expect(template?.transforms).toEqual(['AWS::LanguageExtensions', 'AWS::Include', 'Own']);
  expect([template?.outputs.size, template?.conditions.size]).toEqual([0, 0]);
});

test('takes the last of two keys, as JSON.parse does', () => {
  const { template } = read('{ "Resources": { "A": { "Type": "X" }, "A": { "Type": "Y" } } }');
  expect(template?.resources.get('A')?.type).toBe('Y');
});

test('takes 200 levels, and a million without overflow', () => {
  const nested = (levels: number) => `{"Metadata":${'['.repeat(levels)}${']'.repeat(levels)}}`;
  const tooDeep = 'error Data.template.json: The template is nested more than 200 levels deep: it is not checked. Run `cdk synth` again.';
  expect(read(nested(199)).diagnostics).toEqual([]);
  expect(read(nested(200)).diagnostics).toEqual([tooDeep]);
  expect(read(nested(1_000_000)).diagnostics).toEqual([tooDeep]);
});

test('writes the short forms of YAML out', () => {
  const { template, diagnostics } = read(
    `
AWSTemplateFormatVersion: 2010-09-09
Conditions:
  IsProd: !Not [!Equals [!Ref Stage, test]]
  Both: !And [!Condition IsProd, !Condition Other]
Resources:
  Queue:
    Type: AWS::SQS::Queue
    Properties:
      Name: !Sub "\${AWS::Region}-q"
      Arn: !GetAtt Topic.TopicArn
      Output: !GetAtt Child.Outputs.Arn
      List: !GetAtt [Topic, TopicArn]
      Joined: !Join ["-", [!Ref A, 1, true, null, 1.5]]
      Choice: !If [IsProd, !Base64 {a: !ImportValue x}, !Ref AWS::NoValue]
      Zones: !Select [0, !GetAZs ""]
      Map: !FindInMap [A, !Ref B, C]
      Cidr: !Cidr [!Ref C, 2, 8]
      Block: !Sub |
        line \${A}
      Version: 2012-10-17
      8080: port
`,
    'Data.template.yaml',
  );
  expect(diagnostics).toEqual([]);
  expect(template?.format).toBe('yaml');
  expect(Object.fromEntries(template?.conditions ?? [])).toEqual({
    IsProd: { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'Stage' }, 'test'] }] },
    Both: { 'Fn::And': [{ Condition: 'IsProd' }, { Condition: 'Other' }] },
  });
  expect(template?.resources.get('Queue')?.raw.Properties).toEqual({
    Name: { 'Fn::Sub': '${AWS::Region}-q' },
    Arn: { 'Fn::GetAtt': ['Topic', 'TopicArn'] },
    Output: { 'Fn::GetAtt': ['Child', 'Outputs.Arn'] },
    List: { 'Fn::GetAtt': ['Topic', 'TopicArn'] },
    Joined: { 'Fn::Join': ['-', [{ Ref: 'A' }, 1, true, null, 1.5]] },
    Choice: { 'Fn::If': ['IsProd', { 'Fn::Base64': { a: { 'Fn::ImportValue': 'x' } } }, { Ref: 'AWS::NoValue' }] },
    Zones: { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] },
    Map: { 'Fn::FindInMap': ['A', { Ref: 'B' }, 'C'] },
    Cidr: { 'Fn::Cidr': [{ Ref: 'C' }, 2, 8] },
    Block: { 'Fn::Sub': 'line ${A}\n' },
    Version: '2012-10-17',
    '8080': 'port',
  });
});

test.each([
  ['Data.yaml', 'Resources: {}', 'yaml'],
  ['Data.yml', '\uFEFFResources: {}', 'yaml'],
  ['Data.template', 'Resources: {}', 'yaml'],
  ['Data', 'Resources: {}', 'yaml'],
  ['Data.template', ' \n{}', 'json'],
  ['Data.yaml', '{}', 'json'],
])('%s with %j is a template', (file, content, format) => {
  expect(read(content, file)).toMatchObject({ template: { format }, diagnostics: [] });
});

test('YAML aliases stand for what they name', () => {
  const { template } = read('Resources: { A: &a { Type: X, P: &p [1] }, B: *a, C: { Type: Y, P: *p }, __proto__: *a }', 'a.yaml');
  expect([...(template?.resources ?? [])]).toEqual([
    ['A', { type: 'X', raw: { Type: 'X', P: [1] } }],
    ['B', { type: 'X', raw: { Type: 'X', P: [1] } }],
    ['C', { type: 'Y', raw: { Type: 'Y', P: [1] } }],
    ['__proto__', { type: 'X', raw: { Type: 'X', P: [1] } }],
  ]);
});

const doublings = Array.from({ length: 40 }, (_, n) => `k${n + 1}: &k${n + 1} [*k${n}, *k${n}]`).join('\n');

test.each([
  ['hostile aliases', `k0: &k0 [x]\n${doublings}`, 'holds more than 1000000 values once its aliases are written out'],
  ['a circle', 'a: &a [*a]', 'is nested more than 200 levels deep'],
  ['depth', `a: ${'['.repeat(300)}${']'.repeat(300)}`, 'is nested more than 200 levels deep'],
  ['great depth', `a: ${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'is nested more than 200 levels deep'],
  ['size', `a: ${'x'.repeat(8 * 1024 * 1024)}`, 'is YAML larger than 8 MiB'],
  ['a syntax error', 'a: 1\nb: [hunter2', 'is not valid YAML (line 2, BAD_INDENT)'],
  ['an alias of nothing', 'a: *hunter2', 'has an alias without an anchor'],
  ['text', 'hunter2', 'does not hold an object'],
  ['nothing', '', 'does not hold an object'],
])('YAML with %s is refused', (_, content, problem) => {
  const { template, diagnostics } = read(content, 'a.yaml');
  expect(template).toBeUndefined();
  expect(diagnostics).toEqual([`error a.yaml: The template ${problem}: it is not checked. Run \`cdk synth\` again.`]);
});

test('many keys in YAML cost no more than their number', () => {
  const content = `Resources: {}\nMetadata:\n${Array.from({ length: 20_000 }, (_, n) => `  k${n}: 1`).join('\n')}`;
  expect(read(content, 'a.yaml').diagnostics).toEqual([]);
});
