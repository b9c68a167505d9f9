import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder, writeAssembly } from '../support/assembly-builder.js';
import { ensureBuilt } from '../support/built.js';
import { runMain } from '../support/run-main.js';
import { runJob } from './runner.js';

beforeAll(ensureBuilt, 180_000);

const REGION = 'eu-west-1';
const topic = (DisplayName: unknown) => ({ Type: 'AWS::SNS::Topic', Properties: { DisplayName } });
const importing = (name: string) =>
  writeAssembly({ stacks: { [name]: { region: REGION, resources: { Alerts: topic({ 'Fn::ImportValue': 'network:Alerts' }) } } } });
const network = (exports: boolean) =>
  writeAssembly({
    stacks: {
      Network: {
        region: REGION,
        resources: { Alerts: topic('Alerts') },
        outputs: exports ? { Alerts: { Value: { Ref: 'Alerts' }, Export: { Name: 'network:Alerts' } } } : {},
      },
    },
  });

/** The indexes of the main branches: a network, and three applications of two teams that import from it. */
async function indexed(): Promise<string> {
  const cwd = temporaryFolder();
  for (const [app, owner, assembly] of [
    ['network', 'team-platform', network(true)],
    ['orders', 'team-orders', importing('Orders')],
    ['billing', 'team-money', importing('Billing')],
    ['refunds', 'team-money', importing('Refunds')],
  ] as const) {
    const about = ['--app', app, '--owner', owner, '--repository', `https://github.com/acme/${app}`];
    expect(await runMain(['index', assembly, ...about], { cwd })).toMatchObject({ code: 0, stderr: '' });
  }
  return join(cwd, 'index');
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

/** Runs the action on a pull request, and gives the comment too. */
async function pullRequest(inputs: Readonly<Record<string, string>>) {
  let comment = '';
  const server = createServer(async (request, response) => {
    const text = await textOf(request);
    if (request.method === 'POST') comment = JSON.parse(text).body ?? comment;
    response.end(JSON.stringify(request.method === 'GET' ? [] : { html_url: 'https://github.com/acme/network/pull/7' }));
  }).listen(0);
  try {
    const result = await runJob({
      inputs: { comment: 'true', token: 'ghs_secret', lint: 'never', ...inputs },
      event: { pull_request: { number: 7 } },
      env: { GITHUB_API_URL: `http://localhost:${(server.address() as AddressInfo).port}`, GITHUB_REPOSITORY: 'acme/network' },
    });
    return { ...result, comment };
  } finally {
    server.close();
  }
}

describe('a pull request that removes an export', () => {
  test('says which other applications import it, and who owns them', async () => {
    const { code, log, comment, outputs, summary } = await pullRequest({
      assemblies: network(false),
      before: network(true),
      organization: await indexed(),
    });
    expect(code).toBe(1);
    expect(outputs['affected-applications']).toBe('3');
    expect(comment).toMatch(
      /^## synthcheck: 3 other applications use what the change removes or changes; CloudFormation rejects its deployment$/m,
    );
    expect(comment).toContain('### Other applications\n\n#### CloudFormation rejects the change (1)');
    expect(comment).toMatch(/`billing`, `orders` and `refunds`/);
    for (const row of ['| [`billing`](<https://github.com/acme/billing>) | `team-money` |', '`team-orders`'])
      expect(comment).toContain(row);
    expect(comment).toContain('### Removed exports, outputs, parameters and names (1)');
    expect(summary).toContain('### Other applications');
    expect(log).toMatch(
      /^::error title=other applications%3A blocked::.*network%3AAlerts|^::error title=other applications%3A blocked::.*network:Alerts/m,
    );
  });

  test('from which nobody imports: says so in one line, and passes', async () => {
    const cwd = temporaryFolder();
    await runMain(['index', network(true), '--app', 'network'], { cwd });
    const { code, comment, outputs } = await pullRequest({
      assemblies: network(false),
      before: network(true),
      organization: join(cwd, 'index'),
    });
    expect({ code, affected: outputs['affected-applications'] }).toEqual({ code: 0, affected: '0' });
    expect(comment).toContain('### Other applications\n\nNo other application uses what the change removes or changes.');
  });

  test('of an application without an index: says that it cannot be known', async () => {
    const cwd = temporaryFolder();
    await runMain(['index', importing('Orders'), '--app', 'orders'], { cwd });
    const { comment } = await pullRequest({ assemblies: network(false), before: network(true), organization: join(cwd, 'index') });
    expect(comment).toContain('There is no index of `network` from before the change');
  });

  test('an index that cannot be read is a warning: it is not a fault of the change', async () => {
    const organization = await indexed();
    mkdirSync(join(organization, 'application=broken'));
    writeFileSync(join(organization, 'application=broken/stacks.parquet'), 'no Parquet');
    const { code, log, outputs } = await pullRequest({ assemblies: network(true), before: network(true), organization });
    expect({ code, affected: outputs['affected-applications'] }).toEqual({ code: 0, affected: '0' });
    expect(log).toMatch(/^::warning title=synthcheck org::.*application=broken/m);
  });
});

test('on the main branch the pack and the index are written for others', async () => {
  const folder = temporaryFolder();
  const [index, pack] = [join(folder, 'index'), join(folder, 'app.synth.tgz')];
  const { code } = await runJob({
    inputs: { assemblies: network(true), lint: 'never', index, pack, application: 'network', owner: 'team-platform' },
  });
  expect(code).toBe(0);
  expect(existsSync(pack)).toBe(true);
  expect(readdirSync(join(index, 'application=network')).sort()).toEqual([
    'definitions.parquet',
    'findings.parquet',
    'references.parquet',
    'stacks.parquet',
  ]);
});
