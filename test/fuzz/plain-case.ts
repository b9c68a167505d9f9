import type { Buffer } from 'node:buffer';
import { stringify } from 'yaml';
import type { FuzzCase } from './case.js';
import { CANARY } from './hostile.js';

/** What YAML can do to a parser, as lines of a template. */
const LINES: readonly string[] = [
  '<<: *a',
  '<<: [*a, *b]',
  'x: &a { <<: *a }',
  'x: &a [*a, *a, *a]',
  'x: *nothing',
  'x: !!js/function "function () { return 1 }"',
  'x: !!binary aGVsbG8=',
  'x: !Ref',
  'x: !GetAtt [a]',
  'x: !Sub [1, 2]',
  'x: !If [*a]',
  '? [a, b]\n: c',
  '__proto__: { polluted: true }',
  'constructor: { prototype: 1 }',
  '---',
  '%YAML 9.9',
  '\t- x',
  '- - - - -',
  '"never closed',
  "'{{resolve:ssm:/a}}'",
  'Fn::Transform: { Name: AWS::Include, Parameters: { Location: ../secret.json } }',
  'Transform: AWS::Serverless-2016-10-31',
  'Globals: { Function: { Events: { __proto__: { Type: S3 } } } }',
  'Fn::ForEach::Loop: [x, [a, b], { "${x}": { Type: AWS::SQS::Queue } }]',
  `x: ${'['.repeat(300)}`,
  `x: ${'a'.repeat(5_000)}`,
  'x: 1e999',
  'x: 012345678901',
];

/** Resources that name files and other tools' forms. */
const RESOURCES: readonly object[] = [
  { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: '../../outside/secret.json' } },
  { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'a0.yaml' } },
  { Type: 'AWS::CloudFormation::StackSet', Properties: { TemplateURL: '/etc/passwd', StackInstancesGroup: [{ Regions: ['us-east-1'] }] } },
  {
    Type: 'AWS::CloudFormation::StackSet',
    Properties: {
      TemplateBody: '{{',
      StackInstancesGroup: [{ DeploymentTargets: { Accounts: [null, 1] }, Regions: [{ Ref: 'AWS::Region' }, 1] }],
    },
  },
  {
    Type: 'AWS::Serverless::Function',
    Properties: { Events: { A: { Type: 'Api', Properties: { Path: '\u001b[31m', Method: '##[x]' } } }, Policies: [1, { X: null }] },
  },
  { Type: 'AWS::Serverless::Api', Properties: { StageName: '../../x', Domain: { BasePath: ['\u0000'], Route53: 1 } } },
];

const CONFIGS: readonly object[] = [
  {},
  { stacks: [{ template: '../../outside/secret.json' }] },
  { stacks: [{ template: 'infra/a0.yaml', regions: ['us-east-1', '__proto__', '\u001b[31m'], parameters: '../../outside/secret.json' }] },
  {
    stacks: [
      { template: 'infra/a0.yaml', region: 'us-east-1', dependsOn: ['a', 'a0'], parameters: { constructor: 1 } },
      { name: '##[group]', template: 'infra/a0.yaml' },
    ],
  },
];

/** The templates of a case as a repository without the CDK, in YAML that somebody has spoilt. The same seed gives the same case. */
export function plainCase(one: FuzzCase, seed: number): FuzzCase {
  const next = randomOf(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const texts = Object.entries(one.files).filter(([path]) => path.startsWith('cdk.out/') && path.endsWith('.template.json'));
  const files = Object.fromEntries(texts.map(([, text], index) => [`infra/a${index}.yaml`, spoil(text)] as const));
  return {
    kind: one.kind,
    argv: one.argv.map((word) => (word === 'cdk.out' || word === 'other.out' ? 'infra' : word)),
    outputs: one.outputs,
    links: [],
    files: {
      ...files,
      'synthcheck.config.json': JSON.stringify(pick(CONFIGS)),
      'infra/samconfig.toml': `[a.deploy.parameters]\nregion = "${pick(['us-east-1', '\u001b', CANARY.slice(0, 1)])}"\nparameter_overrides = [${pick(['"A=1"', '[[[', '"'])}`,
      'cdk.out/nothing.txt': '',
      'infra/template.yaml': 'Resources: { Q: { Type: AWS::SQS::Queue } }\n',
    },
  };

  function spoil(text: string | Buffer): string {
    const yaml = inYaml(text.toString(), pick(RESOURCES));
    const lines = yaml.split('\n');
    for (let count = Math.floor(next() * 4); count > 0; count--) {
      const at = Math.floor(next() * lines.length);
      const indent = /^ */.exec(lines[at] ?? '')?.[0] ?? '';
      lines.splice(
        at,
        0,
        ...pick(LINES)
          .split('\n')
          .map((line) => indent + line),
      );
    }
    return lines.join('\n');
  }
}

function inYaml(text: string, resource: object): string {
  try {
    const template = JSON.parse(text) as Record<string, unknown>;
    const resources = typeof template.Resources === 'object' && template.Resources !== null ? template.Resources : {};
    return stringify({ x: { b: 1 }, ...template, Resources: { ...resources, Added: resource } });
  } catch {
    return text;
  }
}

/** https://en.wikipedia.org/wiki/Linear_congruential_generator */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
