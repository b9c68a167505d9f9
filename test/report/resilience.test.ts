import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { writeAssembly } from '../support/assembly-builder.js';
import { runMain } from '../support/run-main.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const replicas = [{ Region: 'us-east-1' }, { Region: 'us-west-2' }];
const root = writeAssembly({
  stacks: {
    'orders-east': {
      region: 'us-east-1',
      resources: {
        Orders: { Type: 'AWS::DynamoDB::GlobalTable', Properties: { TableName: 'orders', Replicas: replicas } },
        'Evil|`]': { Type: 'AWS::DynamoDB::Table', Properties: {} },
        Api: {
          Type: 'AWS::Route53::RecordSet',
          Properties: {
            HostedZoneName: 'acme.io.',
            Name: 'api.acme.io.',
            Type: 'CNAME',
            TTL: '60',
            ResourceRecords: ['a.us-east-1.elb.amazonaws.com'],
          },
        },
        Lag: { Type: 'AWS::CloudWatch::Alarm', Properties: { Namespace: 'AWS/DynamoDB', MetricName: 'ReplicationLatency' } },
      },
    },
    'orders-west': { region: 'us-west-2', resources: { Jobs: { Type: 'AWS::SQS::Queue', Properties: {} } } },
  },
});
const config = join(root, 'synthcheck.config.json');
writeFileSync(
  config,
  JSON.stringify({ resilience: [{ name: 'orders', stacks: ['orders-*'], regions: ['us-east-1', 'us-west-2'], rpo: '15m', rto: '5m' }] }),
);
const run = (...argv: readonly string[]) => runMain(['resilience', root, '--config', config, ...argv]);

describe('resilience', () => {
  test('refutes nothing while a template cannot be read', async () => {
    const folder = writeAssembly({
      stacks: {
        'orders-east': { region: 'us-east-1', resources: { Orders: { Type: 'AWS::DynamoDB::Table', Properties: {} } } },
        'orders-west': {},
      },
    });
    writeFileSync(join(folder, 'orders-west.template.json'), '{');
    const { code, stdout } = await runMain(['resilience', folder, '--config', config]);
    expect(code).toBe(2);
    expect(stdout).toContain('orders: not refuted\n');
    expect(stdout).toContain('nothing of it reaches us-west-2, as far as the output could be read\n');
  });

  test('prints the matrix', async () => {
    const { code, stdout, stderr } = await run();
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatchInlineSnapshot(`
      "orders: not kept
        active-passive, us-east-1 → us-west-2, RPO 15 min, RTO 5 min

        Data
        not refuted table orders-east/Orders → us-west-2
                      global table, eventually consistent, usually seconds; at failover: nothing to do
                      usually seconds by AWS's words, which promise nothing
                      orders-east.Orders Replicas.1
                      https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html
        not met     table orders-east/Evil|\`] → us-west-2
                      nothing of it reaches us-west-2

        Ways in
        not met     record api.acme.io CNAME: us-east-1; away from us-east-1: never
                      it leads to us-east-1 alone
                      orders-east.Api
      "
    `);
  });

  test('as tables', async () => {
    const { code, stdout } = await run('--format', 'markdown');
    expect(code).toBe(1);
    expect(stdout).toMatchInlineSnapshot(`
      "## \`orders\`: not kept

      active-passive, us-east-1 → us-west-2, RPO 15 min, RTO 5 min

      ### Data

      | store | reaches | by | recovery point | verdict | proof |
      | --- | --- | --- | --- | --- | --- |
      | table \`orders-east/Orders\` | us-west-2 | [global table, eventually consistent](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html) | usually seconds | **not refuted**: usually seconds by AWS's words, which promise nothing | \`orders-east.Orders Replicas.1\` |
      | table \`\`orders-east/Evil\\|\`]\`\` | us-west-2 | nothing |  | **not met**: nothing of it reaches us-west-2 |  |

      ### Ways in

      | way in | leads to | time to move | decided by | verdict | proof |
      | --- | --- | --- | --- | --- | --- |
      | record \`api.acme.io CNAME\` | us-east-1 | never |  | **not met**: it leads to us-east-1 alone | \`orders-east.Api\` |
      "
    `);
  });

  test('as a page without scripts, in which names are text', async () => {
    const { stdout } = await run('--format', 'html');
    expect(stdout).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(stdout).not.toMatch(/<script|undefined|\[object/);
    expect(stdout).toContain('<code>orders-east/Evil|`]</code>');
    expect(stdout).toContain('<strong class="not-met">not met</strong> nothing of it reaches us-west-2');
  });

  test('as JSON that its schema describes', async () => {
    const { stdout } = await run('--format', 'json');
    const schema = JSON.parse(readFileSync(join(ROOT, 'schemas/resilience.schema.json'), 'utf8'));
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
    expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true);
    expect(JSON.parse(stdout).contracts).toMatchObject([{ name: 'orders', rpo: 900, rto: 300, level: 'not-met' }]);
  });

  test('without a contract says how to declare one', async () => {
    const { code, stdout, stderr } = await runMain([
      'resilience',
      root,
      '--config',
      join(ROOT, 'samples/payments-dr/fixed/synthcheck.config.json'),
    ]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('no contract is declared: add `resilience` to the configuration');
  });
});

describe('--lose', () => {
  test('lists what still works, path by path', async () => {
    const { code, stdout, stderr } = await runMain(
      [
        'resilience',
        'samples/resilience/cdk.out/primary-secret',
        '--config',
        'samples/resilience/synthcheck.config.json',
        '--lose',
        'us-east-1',
      ],
      { cwd: ROOT },
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatchInlineSnapshot(`
      "orders without us-east-1: 38 resources are lost

        Ways in
          works     record api.orders.acme-bank.io CNAME: leads to us-west-2

        Paths
          lost      us-west-2: ApiDefaultRoute1D83B0D8 → ApiDefaultRouteHandler79C83830 → Handler886CB40B, which needs arn:aws:secretsmanager:us-east-1:482731905566:secret:orders/login

        Data
          works     table orders-data-use1/Orders: us-west-2: global table, eventually consistent
          works     secret orders-data-use1/Login: us-west-2: replica secret
          works     database cluster orders-data-use1/Ledger: us-west-2: Aurora global database
          unknown   queue orders-api-use1/FailedJobs: what waits in the lost region stays there until it is back
          unknown   queue orders-api-use1/Jobs: what waits in the lost region stays there until it is back
      "
    `);
  });

  test('needs a region of a contract', async () => {
    const { code, stderr } = await run('--lose', 'eu-west-1');
    expect(code).toBe(2);
    expect(stderr).toContain('no contract promises to survive its loss; there are promises for us-east-1');
  });
});

test('init --resilience proposes a contract', async () => {
  const { code, stdout, stderr } = await runMain(['init', '--resilience'], { cwd: join(ROOT, 'samples/payments-dr/fixed') });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatchInlineSnapshot(`
    "# Add this to the configuration, and correct it: only you know what is promised. docs/resilience.md says what each key means.
    resilience:
      - name: "payments"
        stacks: ["payments-*"]
        regions: [us-east-1, us-west-2] # the first is the primary one
        mode: active-passive # active-active, hot-standby, warm-standby, pilot-light, backup-and-restore
        rpo: 15m # how much of the last data may be lost
        rto: 1h # how long it may take until the application works again
        # Data that stays in us-east-1 today: replicate it, or say why it may be lost.
        exceptions:
          - construct: "LoadTest/payments-loadtest/Results"
            reason: TODO
          - construct: "payments-global/Merchants"
            reason: TODO
    "
  `);
});
