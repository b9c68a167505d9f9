import { copyFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { beforeAll, describe, expect, it, test } from 'vitest';
import type { OrganizationReport } from '../../src/organization/report.js';
import { ACCOUNT, type AssemblySketch, temporaryFolder, writeAssembly } from '../support/assembly-builder.js';
import { runMain } from '../support/run-main.js';
import { app, exporting, importing, NETWORK, ORDERS, organization, PAYMENTS, parameter, REGION, reading } from './sketches.js';

async function ask(cwd: string, argv: readonly string[] = [], env = {}): Promise<OrganizationReport & { code: number; stderr: string }> {
  const { code, stdout, stderr } = await runMain(['org', ...argv, '--format', 'json'], { cwd, env });
  expect(stderr).not.toContain('defect');
  return { ...(stdout === '' ? {} : JSON.parse(stdout)), code, stderr };
}

const messagesOf = ({ problems }: OrganizationReport) => problems.map(({ severity, message }) => `${severity}: ${message}`);

describe('all indexes', () => {
  test.each<[what: string, applications: Readonly<Record<string, AssemblySketch>>, code: number, messages: readonly string[]]>([
    ['nothing where all is defined', { network: NETWORK, orders: ORDERS, payments: PAYMENTS }, 0, []],
    [
      'what nobody defines, once for each name',
      { orders: ORDERS, payments: PAYMENTS },
      0,
      [
        `warning: \`orders\` and \`payments\` import the export \`vpc-id\` in ${ACCOUNT}/${REGION}, which no indexed application defines.`,
        `warning: \`orders\` reads the parameter \`/network/zone\` in ${ACCOUNT}/${REGION}, which no indexed application defines.`,
        `warning: \`payments\` uses the SNS topic \`alarms\` in ${ACCOUNT}/${REGION}, which no indexed application defines.`,
      ],
    ],
    [
      'what nobody defines, once for all environments that an application is deployed to',
      {
        orders: {
          stacks: Object.fromEntries(
            ['eu-west-1', 'eu-central-1', 'us-east-1'].map((region) => [
              `Orders-${region}`,
              { region, resources: { Api: importing('vpc-id') } },
            ]),
          ),
        },
      },
      0,
      [
        `warning: \`orders\` imports the export \`vpc-id\` in ${ACCOUNT}/eu-central-1, ${ACCOUNT}/eu-west-1 and ${ACCOUNT}/us-east-1, which no indexed application defines.`,
      ],
    ],
    [
      'where else it is',
      {
        far: { stacks: { Far: { region: 'us-east-1', outputs: { Vpc: exporting('vpc-id') } } } },
        payments: app('P', { Api: importing('vpc-id') }),
      },
      0,
      [
        `warning: \`payments\` imports the export \`vpc-id\` in ${ACCOUNT}/${REGION}, which no indexed application defines. \`far\` defines it in ${ACCOUNT}/us-east-1.`,
      ],
    ],
    [
      'one name defined twice',
      {
        payments: PAYMENTS,
        other: app('Other', { Jobs: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'jobs' } } }),
        network: NETWORK,
      },
      1,
      [`error: \`other\` and \`payments\` define the SQS queue \`jobs\` in ${ACCOUNT}/${REGION}, which can exist only once.`],
    ],
    [
      'one stack deployed by two, and not all that is in it',
      { network: NETWORK, copy: NETWORK },
      1,
      [
        `error: \`copy\` and \`network\` deploy the stack \`Network\` in ${ACCOUNT}/${REGION}: each deployment replaces what the other has deployed.`,
      ],
    ],
    [
      'stacks in a circle',
      { one: app('One', { A: importing('b') }, { A: exporting('a') }), two: app('Two', { B: importing('a') }, { B: exporting('b') }) },
      1,
      ['error: Stacks of `one` and `two` need each other in a circle: no order deploys them to a new environment.'],
    ],
    [
      'applications in a circle whose stacks are not',
      {
        one: {
          stacks: { Base: { region: REGION, outputs: { A: exporting('a') } }, Top: { region: REGION, resources: { X: importing('b') } } },
        },
        two: { stacks: { Middle: { region: REGION, resources: { Y: importing('a') }, outputs: { B: exporting('b') } } } },
      },
      0,
      ['warning: `one` and `two` need each other: their stacks have to be deployed in turns.'],
    ],
  ])('%s', async (_, applications, code, messages) => {
    const report = await ask(await organization(applications));
    expect({ code: report.code, messages: messagesOf(report).sort() }).toEqual({ code, messages: [...messages].sort() });
  });

  it('says who, where and in which order', async () => {
    const { applications, edges, order, problems, counts } = await ask(
      await organization({ network: NETWORK, orders: ORDERS, other: app('Other', { Api: importing('none') }) }),
    );
    expect(applications[0]).toEqual({
      name: 'network',
      owner: 'team-network',
      repository: 'https://git.acme.io/network',
      commit: 'abc1234',
      synthesizedAt: null,
    });
    expect(edges).toEqual([{ application: 'orders', provider: 'network', references: 2, blocking: 1, certain: true }]);
    expect(order).toEqual([['network', 'other'], ['orders']]);
    expect(problems[0]?.places).toMatchObject([
      { application: 'other', owner: 'team-other', stack: 'Other', construct: 'Other/Api', property: 'Role' },
    ]);
    expect(counts).toMatchObject({ applications: 3, references: 3, resolved: 2, possiblyResolved: 0 });
  });

  it.each([
    ['--closed-world', 1, 'error'],
    ['--fail-on=warning', 1, 'warning'],
    ['--fail-on=never', 0, 'warning'],
  ])('%s', async (option, code, severity) => {
    const report = await ask(await organization({ orders: app('Orders', { Api: importing('vpc-id') }) }), [option]);
    expect({ code: report.code, severities: report.problems.map((problem) => problem.severity) }).toEqual({ code, severities: [severity] });
  });

  it.each<[what: string, config: object, code: number, severities: readonly string[], diagnostics: readonly string[]]>([
    ['all applications, which closes the world', { organization: { applications: ['orders'] } }, 1, ['error', 'error'], []],
    [
      'an application that is not indexed',
      { organization: { applications: ['orders', 'network'] } },
      2,
      ['warning', 'warning'],
      ['The configuration lists the application network, of which there is no index.'],
    ],
    ['what exists elsewhere', { external: { exports: ['vpc-*'], ssm: ['/network/**'] } }, 0, [], []],
  ])('the configuration lists %s', async (_, config, code, severities, diagnostics) => {
    const cwd = await organization({ orders: ORDERS });
    writeFileSync(join(cwd, 'synthcheck.config.json'), JSON.stringify(config));
    const report = await ask(cwd);
    expect({
      code: report.code,
      severities: report.problems.map(({ severity }) => severity),
      diagnostics: report.diagnostics.map(({ message }) => message),
    }).toEqual({ code, severities, diagnostics });
  });

  it('joins hashes with --redact', async () => {
    const salt = { SYNTHCHECK_SALT: 'a salt that all share' };
    const report = await ask(await organization({ network: NETWORK, orders: ORDERS }, ['--redact'], salt));
    expect(report).toMatchObject({ code: 0, problems: [], counts: { references: 2, resolved: 2 } });
  });
});

describe('--change', () => {
  let cwd: string;
  beforeAll(async () => {
    cwd = await organization({ network: NETWORK, orders: ORDERS, payments: PAYMENTS });
  });
  const change = (sketch: AssemblySketch, name = 'network') => ask(cwd, ['--change', writeAssembly(sketch), '--app', name]);
  const { resources = {}, outputs = {} } = NETWORK.stacks?.Network ?? {};
  const without = (name: string) => Object.fromEntries(Object.entries(resources).filter(([key]) => key !== name));

  test.each<[what: string, sketch: AssemblySketch, code: number, kinds: readonly string[], messages: readonly string[]]>([
    ['nothing for no change', NETWORK, 0, [], []],
    [
      'an export that two import',
      app('Network', resources),
      1,
      ['blocked'],
      [
        `error: \`network\` removes the export \`vpc-id\` in ${ACCOUNT}/${REGION}, which \`orders\` and \`payments\` use: CloudFormation rejects the deployment as long as one of them imports it.`,
      ],
    ],
    [
      'an export that moves to another stack',
      { stacks: { Network: { region: REGION, resources }, Other: { region: REGION, outputs } } },
      1,
      ['blocked'],
      [
        `error: \`network\` moves the export \`vpc-id\` in ${ACCOUNT}/${REGION} to another stack, which \`orders\` and \`payments\` use: CloudFormation rejects the deployment as long as one of them imports it.`,
      ],
    ],
    [
      'a parameter that is read',
      app('Network', without('Zone'), outputs),
      1,
      ['breaks'],
      [
        `error: \`network\` removes the parameter \`/network/zone\` in ${ACCOUNT}/${REGION}, which \`orders\` uses: the next deployment there fails.`,
      ],
    ],
    [
      'a parameter with another value',
      app('Network', { ...resources, Zone: parameter('/network/zone', { 'Fn::GetAtt': ['Topic', 'TopicName'] }) }, outputs),
      0,
      ['stale'],
      [
        `warning: \`network\` changes the value of the parameter \`/network/zone\` in ${ACCOUNT}/${REGION}, which \`orders\` uses: it keeps the old value until the next deployment.`,
      ],
    ],
    [
      'a topic that is named by its ARN',
      app('Network', { ...resources, Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'alerts' } } }, outputs),
      1,
      ['breaks'],
      [
        `error: \`network\` removes the SNS topic \`alarms\` in ${ACCOUNT}/${REGION}, which \`payments\` uses: it fails as soon as it uses it.`,
      ],
    ],
  ])('%s', async (_, sketch, code, kinds, messages) => {
    const report = await change(sketch);
    expect({ code: report.code, kinds: report.problems.map(({ kind }) => kind), messages: messagesOf(report) }).toEqual({
      code,
      kinds,
      messages,
    });
  });

  it('says what a new reference needs', async () => {
    const report = await change(
      app('Orders', { Api: importing('vpc-id'), Worker: reading('/network/zone'), New: importing('queue-arn') }),
      'orders',
    );
    expect(messagesOf(report)).toEqual([
      `warning: \`orders\` newly imports the export \`queue-arn\` in ${ACCOUNT}/${REGION}, which no indexed application defines.`,
    ]);
    const used = await change(app('Payments', { New: reading('/network/zone') }), 'payments');
    expect(messagesOf(used)).toEqual([
      `info: \`payments\` newly reads the parameter \`/network/zone\` in ${ACCOUNT}/${REGION} of \`network\`.`,
    ]);
  });

  it('takes packs and indexes as well', async () => {
    const changed = writeAssembly(app('Network', resources));
    await runMain(['pack', changed, '--app', 'network', '--output', 'network.tgz'], { cwd });
    await runMain(['index', changed, '--app', 'network', '--output', 'after'], { cwd });
    for (const path of ['network.tgz', 'after'])
      expect((await ask(cwd, ['--change', path])).problems.map(({ kind }) => kind)).toEqual(['blocked']);
  });

  it('takes a diff for the assembly that it is about', async () => {
    const [before, after] = [writeAssembly(NETWORK), writeAssembly(app('Network', resources))];
    await runMain(['diff', before, after, '--format', 'json', '--output', 'diff.json'], { cwd });
    expect((await ask(cwd, ['--change', 'diff.json', '--app', 'network'])).problems.map(({ kind }) => kind)).toEqual(['blocked']);
    writeFileSync(join(cwd, 'other.json'), '{}');
    const broken = writeAssembly(app('Network', resources));
    writeFileSync(join(broken, 'Network.template.json'), '{');
    expect(await ask(cwd, ['--change', broken, '--app', 'network'])).toEqual({
      code: 2,
      stderr: `synthcheck: --change: ${broken}/Network.template.json: The template is not valid JSON: it is not checked. Run \`cdk synth\` again.\n`,
    });
    const { code, stderr } = await ask(cwd, ['--change', 'other.json']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'synthcheck: --change: other.json is no diff, as `synthcheck diff --format json` writes it\n',
    });
  });

  it('names owners, and links to their code', async () => {
    const { stdout } = await runMain(
      ['org', '--change', writeAssembly(app('Network', resources)), '--app', 'network', '--format', 'markdown'],
      { cwd },
    );
    expect(stdout).toContain('**2 other applications use what the change removes or changes; CloudFormation rejects its deployment**');
    expect(stdout).toContain('| [`orders`](<https://git.acme.io/orders>) | `team-orders` | `Orders/Api` |  |');
  });
});

describe('an index of somebody else', () => {
  const broken: Readonly<Record<string, (folder: string) => void>> = {
    'that is cut off': (folder) =>
      writeFileSync(join(folder, 'definitions.parquet'), readFileSync(join(folder, 'definitions.parquet')).subarray(0, 300)),
    'that is no Parquet': (folder) => writeFileSync(join(folder, 'references.parquet'), 'PAR1 is not enough'),
    'with other types': (folder) =>
      writeFileSync(
        join(folder, 'definitions.parquet'),
        new Uint8Array(
          parquetWriteBuffer({
            columnData: [
              { name: 'application', data: ['evil'] },
              { name: 'name', data: [1.5], type: 'DOUBLE' },
            ],
          }),
        ),
      ),
    'with rows of another application': (folder) =>
      copyFileSync(join(folder, '../application=network/definitions.parquet'), join(folder, 'definitions.parquet')),
    'without stacks': (folder) => {
      writeFileSync(join(folder, 'stacks.parquet'), '');
    },
  };
  it.each(Object.entries(broken))('%s: one line, and the others are read', async (_, damage) => {
    const cwd = await organization({ evil: NETWORK, orders: ORDERS, network: NETWORK });
    damage(join(cwd, 'index/application=evil'));
    const { code, diagnostics, counts } = await ask(cwd);
    expect(code).toBe(2);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({
      severity: 'error',
      message: expect.stringMatching(/^The index cannot be read, and is left out: [^\n]+$/),
    });
    expect(counts).toMatchObject({ applications: 2, references: 2, resolved: 2 });
  });

  it('has names that are shown and not obeyed', async () => {
    const name = "x'); DROP TABLE indexed_stacks; --\u001b[31m`|\n::error::<b>";
    const cwd = await organization({ 'a\'b"c;*[1]': app('Stack', { Api: importing(name) }), network: NETWORK });
    const { problems } = await ask(cwd);
    expect(problems.map(({ key, applications }) => [key?.name, applications])).toEqual([[name, ['a\'b"c;*[1]']]]);
    for (const format of ['terminal', 'markdown', 'html']) {
      const { stdout } = await runMain(['org', '--format', format], { cwd });
      expect(stdout).not.toContain('\u001b');
      expect(stdout).not.toMatch(/^::error/m);
    }
  });

  it('is not followed out of its folder', async () => {
    const cwd = await organization({ network: NETWORK });
    const other = await organization({ orders: ORDERS });
    symlinkSync(join(other, 'index/application=orders'), join(cwd, 'index/application=orders'));
    expect((await ask(cwd)).applications.map(({ name }) => name)).toEqual(['network']);
  });

  it('has a folder that says of which application it is', async () => {
    const cwd = await organization({ network: NETWORK });
    mkdirSync(join(cwd, 'index/nameless'));
    copyFileSync(join(cwd, 'index/application=network/stacks.parquet'), join(cwd, 'index/nameless/stacks.parquet'));
    const { code, diagnostics } = await ask(cwd);
    expect({ code, messages: diagnostics.map(({ message }) => message) }).toEqual({
      code: 2,
      messages: ['The index is left out: its folder is not named `application=NAME`.'],
    });
  });

  it('is no file of another kind: one line, and the indexes are read', async () => {
    const cwd = await organization({ network: NETWORK });
    mkdirSync(join(cwd, 'packs'));
    writeFileSync(join(cwd, 'packs/app.synth.tgz'), 'x');
    const { code, applications, diagnostics } = await ask(cwd, ['index', 'packs/app.synth.tgz']);
    expect({ code, applications: applications.map(({ name }) => name), messages: diagnostics.map(({ message }) => message) }).toEqual({
      code: 2,
      applications: ['network'],
      messages: ['This file is no index, and is left out: `synthcheck index` makes one of a pack or cdk.out.'],
    });
  });

  it.each([
    ['nowhere', 'nowhere does not exist: write an index with `synthcheck index`'],
    ['empty', 'empty holds no index: write one with `synthcheck index`'],
  ])('%s', async (path, problem) => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'empty'));
    const { code, stderr } = await ask(cwd, [path]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: `synthcheck: ${problem}\n` });
  });
});

test('the JSON is as its schema says', async () => {
  const validate = new Ajv({ allowUnionTypes: true, strict: false }).compile(
    JSON.parse(readFileSync('schemas/organization.schema.json', 'utf8')),
  );
  const cwd = await organization({
    orders: ORDERS,
    payments: PAYMENTS,
    network: NETWORK,
    copy: app('Copy', PAYMENTS.stacks?.Payments?.resources ?? {}),
  });
  const changed = writeAssembly(app('Network', {}));
  for (const argv of [[], ['--change', changed, '--app', 'network']]) {
    const { code, stderr, ...report } = await ask(cwd, argv);
    expect({ code, stderr, valid: validate(report), errors: validate.errors }).toEqual({ code: 1, stderr: '', valid: true, errors: null });
  }
  rmSync(changed, { recursive: true });
});
