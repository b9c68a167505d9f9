import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runMain } from '../support/run-main.js';
import { checkIn, QUEUE, TABLE, writeRepository } from './project.js';

const PARTIAL = 'error dynamodb/replica-sse-partial';

describe('templates', () => {
  const cwd = writeRepository({
    'infra/orders.yaml': TABLE,
    'infra/jobs/template.yaml': QUEUE,
    'infra/billing/template.json': { Resources: { Jobs: { Type: 'AWS::SQS::Queue' } } },
    'infra/values.yaml': 'Resources: none\n',
    'app/manifest.json': { name: 'App', icons: [] },
    'app/stack.yaml': QUEUE,
    'cdk.out/manifest.json': { version: '48.0.0', artifacts: {} },
    'lib/index.js': '',
  });

  test.each([
    [['infra/orders.yaml'], ['orders()'], [`${PARTIAL} orders() infra/orders.yaml:19:11`]],
    [['infra/orders.yaml', 'infra/jobs/template.yaml'], ['orders()', 'jobs()'], [`${PARTIAL} orders() infra/orders.yaml:19:11`]],
    [['infra'], ['billing()', 'jobs()', 'orders()'], [`${PARTIAL} orders() infra/orders.yaml:19:11`]],
    [['app'], ['app()'], []],
    [['--template', 'infra/jobs/template.yaml@us-east-1,eu-west-1'], ['jobs@us-east-1(us-east-1)', 'jobs@eu-west-1(eu-west-1)'], []],
    [['--template', 'infra/jobs/template.yaml@482731905566/us-east-1'], ['jobs(482731905566/us-east-1)'], []],
  ])('%j', async (argv, stacks, findings) => {
    expect(await checkIn(cwd, ...argv)).toMatchObject({ stderr: '', stacks, findings, code: findings.length > 0 ? 1 : 0 });
  });

  test('are found where there is neither an app nor its output', async () => {
    const folder = writeRepository({ 'orders.yaml': TABLE });
    expect(await checkIn(folder)).toMatchObject({ code: 1, stacks: ['orders()'] });
  });

  test('have paths from the repository, wherever they are checked', async () => {
    expect((await checkIn(join(cwd, 'infra'), 'orders.yaml')).findings).toEqual([`${PARTIAL} orders() infra/orders.yaml:19:11`]);
    const { stdout } = await runMain(['check', 'orders.yaml', '--lint', 'never', '--format', 'compact'], { cwd: join(cwd, 'infra') });
    expect(stdout).toMatch(/^orders\.yaml:19:11: error dynamodb\/replica-sse-partial /);
  });

  test('are annotated at their own lines', async () => {
    const { stdout } = await runMain(['check', 'infra/orders.yaml', '--lint', 'never', '--format', 'github'], { cwd });
    expect(stdout).toMatch(/^::error file=infra\/orders.yaml,line=19,col=11,title=dynamodb\/replica-sse-partial::/);
  });
});

describe('what is no template', () => {
  test.each([
    ['a folder without any', ['lib'], 'no manifest.json in lib, and no CloudFormation template: run `cdk synth` first, or name templates'],
    [
      'a manifest of something else',
      ['web'],
      'web/manifest.json is not the manifest of a CDK cloud assembly: give the folder that `cdk synth` writes',
    ],
    [
      'the output of Terraform CDK',
      ['cdktf.out'],
      'cdktf.out/manifest.json is of Terraform CDK (cdktf), which writes no CloudFormation: it cannot be checked',
    ],
    [
      'a region that is none',
      ['--template', 'a.yaml@mars'],
      '--template a.yaml@mars: write FILE@REGION,…, each region alone or after an account, as in orders.yaml@us-east-1,eu-west-1',
    ],
  ])('%s', async (_, argv, message) => {
    const cwd = writeRepository({
      'lib/index.js': '',
      'web/manifest.json': { name: 'App', icons: [] },
      'cdktf.out/manifest.json': { version: '0.20.0', stacks: { main: { synthesizedStackPath: 'stacks/main/cdk.tf.json' } } },
    });
    expect(await checkIn(cwd, ...argv)).toMatchObject({ code: 2, stderr: `synthcheck: ${message}\n` });
  });

  test.each([
    ['is not there', undefined, 'error a.yaml: The template does not exist: it is not checked.'],
    [
      'has no resources',
      'name: value\n',
      'error a.yaml: The file has no `Resources`, so it is no CloudFormation template: it is not checked.',
    ],
    ['is no YAML', 'Resources: [', 'error a.yaml: The template is not valid YAML (line 1, BAD_INDENT): it is not checked.'],
  ])('a file that %s', async (_, text, diagnostic) => {
    const cwd = writeRepository({ 'b.yaml': QUEUE, ...(text !== undefined && { 'a.yaml': text }) });
    const { code, diagnostics } = await checkIn(cwd, ...(text === undefined ? ['--template', 'a.yaml'] : ['a.yaml']), 'b.yaml');
    expect({ code, diagnostics }).toEqual({ code: 2, diagnostics: [diagnostic] });
  });
});

describe('nested templates', () => {
  const parent = (url: string) => `Resources:\n  Jobs:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: ${url}\n`;

  test('are read by their relative path, and are no stacks of their own', async () => {
    const cwd = writeRepository({ 'infra/main.yaml': parent('../shared/jobs.yaml'), 'shared/jobs.yaml': QUEUE });
    expect(await checkIn(cwd, 'infra/main.yaml', 'shared/jobs.yaml')).toMatchObject({ code: 0, stacks: ['infra()', 'infra/Jobs()'] });
  });

  test.each([
    [
      'out of the repository',
      '../../../etc/jobs.yaml',
      'error main.yaml: Nested stack `Jobs` of `main` has its template in `../../../etc/jobs.yaml`, which leads outside the repository: only files in it are read. It is not checked.',
    ],
    [
      'to a file that is not there',
      'jobs.yaml',
      'error main.yaml: Nested stack `Jobs` of `main` has its template in `jobs.yaml`, which does not exist. It is not checked.',
    ],
    [
      'to itself',
      'main.yaml',
      'error main.yaml: Nested stack `Jobs` of `main` contains itself through `main.yaml`: it is not followed further.',
    ],
    [
      'to an address',
      'https://s3.amazonaws.com/templates/jobs.yaml',
      'info main.yaml: Nested stack `Jobs` of `main` has its template outside the repository: it is not checked.',
    ],
  ])('%s', async (_, url, diagnostic) => {
    const cwd = writeRepository({ 'main.yaml': parent(url) });
    expect((await checkIn(cwd, '--template', 'main.yaml')).diagnostics).toEqual([diagnostic]);
  });
});

describe('stacks of the configuration', () => {
  const cwd = writeRepository({
    'synthcheck.config.json': {
      stacks: [
        { name: 'jobs-use1', template: 'infra/jobs.yaml', region: 'us-east-1', account: '482731905566', dependsOn: ['base'] },
        { name: 'base', template: 'infra/base.yaml', regions: ['us-east-1', 'eu-west-1'] },
      ],
    },
    'infra/jobs.yaml': QUEUE,
    'infra/base.yaml': QUEUE,
    'infra/unused.yaml': QUEUE,
  });

  test.each([
    [[], ['jobs-use1(482731905566/us-east-1)', 'base@us-east-1(us-east-1)', 'base@eu-west-1(eu-west-1)']],
    [['infra'], ['jobs-use1(482731905566/us-east-1)', 'base@us-east-1(us-east-1)', 'base@eu-west-1(eu-west-1)']],
    [['infra/jobs.yaml'], ['jobs-use1(482731905566/us-east-1)']],
    [['infra/unused.yaml'], ['unused()']],
  ])('%j', async (argv, stacks) => {
    expect(await checkIn(cwd, ...argv)).toMatchObject({ code: 0, stderr: '', stacks });
  });
});

test('an app of the CDK and the stacks of the configuration are one graph', async () => {
  const importing = { Resources: { Jobs: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { 'Fn::ImportValue': 'jobs-name' } } } } };
  const cwd = writeRepository({
    'cdk.out/manifest.json': {
      version: '48.0.0',
      artifacts: {
        App: {
          type: 'aws:cloudformation:stack',
          environment: 'aws://482731905566/us-east-1',
          properties: { templateFile: 'App.template.json' },
        },
      },
    },
    'cdk.out/App.template.json': importing,
    'infra/jobs.yaml': `${QUEUE}Outputs:\n  Name:\n    Value: jobs\n    Export: { Name: jobs-name }\n`,
    'synthcheck.config.json': { stacks: [{ name: 'jobs', template: 'infra/jobs.yaml', region: 'us-east-1', account: '482731905566' }] },
  });
  for (const argv of [[], ['cdk.out'], ['cdk.out', 'infra']])
    expect(await checkIn(cwd, ...argv)).toMatchObject({
      findings: [],
      stacks: ['App(482731905566/us-east-1)', 'jobs(482731905566/us-east-1)'],
    });
});
