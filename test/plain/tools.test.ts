import { describe, expect, test } from 'vitest';
import { parseToml } from '../../src/plain/toml.js';
import { checkIn, QUEUE, writeRepository } from './project.js';

describe('samconfig.toml', () => {
  test.each([
    [
      'an environment each',
      '[use1.deploy.parameters]\nregion = "us-east-1"\nstack_name = "a"\n[euw1.deploy.parameters]\nregion = "eu-west-1"\nstack_name = "b"\n',
      ['a(us-east-1)', 'b(eu-west-1)'],
    ],
    ['what is global', '[prod.global.parameters]\nregion = "us-east-1"\n[prod.deploy.parameters]\nstack_name = "a"\n', ['a(us-east-1)']],
    ['another template', '[prod.deploy.parameters]\nstack_name = "a"\ntemplate_file = "other.yaml"\n', ['template()']],
    ['no deployment', '[default.build.parameters]\ncached = true\n', ['template()']],
  ])('%s', async (_, config, stacks) => {
    const cwd = writeRepository({ 'template.yaml': QUEUE, 'samconfig.toml': config, '.git/HEAD': '' });
    expect((await checkIn(cwd, 'template.yaml')).stacks).toEqual(stacks);
  });

  test.each([
    ['a = "x \\"y\\" z" # note', 'x "y" z'],
    ["a = 'C:\\new'", 'C:\\new'],
    ['a = [ "x", # first\n  "y",\n]', ['x', 'y']],
    ['a = [1, [true, "z"]]', [1, [true, 'z']]],
    ['"a" = 3.5', 3.5],
    ['a = 2026-01-01', undefined],
    ['a = [', []],
    ['a = "never closed', 'never closed'],
  ])('%j', (text, value) => {
    expect(parseToml(text).get('')?.get('a')).toEqual(value);
  });
});

describe('the output of list-exports', () => {
  const id = 'arn:aws:cloudformation:us-east-1:482731905566:stack/network/0a1b2c3d';
  const exports = { Exports: [{ ExportingStackId: id, Name: 'network-queue', Value: 'jobs' }, { Name: 'of no stack' }, 1] };
  const importing = (name: string) =>
    `Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    Properties:\n      QueueName: !ImportValue ${name}\n`;
  const cwd = writeRepository({
    'exports.json': exports,
    'known.yaml': importing('network-queue'),
    'unknown.yaml': importing('network-topic'),
  });

  test.each([
    ['an import of one of them is known', 'known.yaml', []],
    ['one of another is not', 'unknown.yaml', ['warning reference/import-unresolved unknown(482731905566/us-east-1) unknown.yaml:5:7']],
  ])('%s', async (_, file, findings) => {
    expect((await checkIn(cwd, '--template', `${file}@482731905566/us-east-1`, 'exports.json')).findings).toEqual(findings);
  });

  test('without it nothing is known', async () => {
    expect((await checkIn(cwd, '--template', 'known.yaml@482731905566/us-east-1')).findings).toEqual([
      'warning reference/import-unresolved known(482731905566/us-east-1) known.yaml:5:7',
    ]);
  });
});

describe('the output of get-template', () => {
  const body = {
    Resources: {
      Jobs: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 5 } },
      Read: { Type: 'AWS::Lambda::Function', Properties: { Timeout: 60 } },
      Map: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: { EventSourceArn: { 'Fn::GetAtt': ['Jobs', 'Arn'] }, FunctionName: { Ref: 'Read' } },
      },
    },
  };
  test.each([
    ['an object', { TemplateBody: body, StagesAvailable: ['Original'] }, 'a.json:19:6'],
    ['a text', { TemplateBody: JSON.stringify(body), StagesAvailable: ['Original'] }, 'a.json:2:2'],
  ])('as %s', async (_, content, place) => {
    const cwd = writeRepository({ 'a.json': content });
    expect((await checkIn(cwd, 'a.json')).findings).toEqual([`error sqs/visibility-timeout a() ${place}`]);
  });
});

describe('a stack set', () => {
  const set = (template: string, group: string) => `Resources:
  Set:
    Type: AWS::CloudFormation::StackSet
    Properties:
      StackSetName: base
      PermissionModel: SELF_MANAGED
      ${template}
      StackInstancesGroup:
        - ${group}
`;
  const inline = 'TemplateBody: |\n        Resources:\n          Jobs:\n            Type: AWS::SQS::Queue\n';
  const group = "{ DeploymentTargets: { Accounts: ['482731905566', '604211987345'] }, Regions: [us-east-1, eu-west-1] }";

  test.each([
    ['with a file', set('TemplateURL: jobs.yaml', group), 4],
    ['with the template inside', set(inline, group), 4],
    [
      'over organizational units',
      set('TemplateURL: jobs.yaml', '{ DeploymentTargets: { OrganizationalUnitIds: [ou-1] }, Regions: [us-east-1] }'),
      1,
    ],
    [
      'in its own region',
      set('TemplateURL: jobs.yaml', '{ DeploymentTargets: { Accounts: [!Ref AWS::AccountId] }, Regions: [!Ref AWS::Region] }'),
      1,
    ],
    [
      'in a region that is not known',
      set('TemplateURL: jobs.yaml', '{ DeploymentTargets: { Accounts: [!Ref AWS::AccountId] }, Regions: !Ref Regions }'),
      0,
    ],
    ['with a template that is elsewhere', set('TemplateURL: https://example.com/jobs.yaml', group), 0],
  ])('%s', async (_, template, count) => {
    const cwd = writeRepository({ 'set.yaml': template, 'jobs.yaml': QUEUE });
    const { code, stacks } = await checkIn(cwd, '--template', 'set.yaml@482731905566/us-east-1');
    expect({ code, count: stacks.length }).toEqual({ code: 0, count: 1 + count });
  });
});
