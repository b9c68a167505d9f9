import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hostileAssembly } from '../report/hostile-assembly.js';
import { problemsOf } from '../report/sarif-multitool.js';
import { ACCOUNT, temporaryFolder, writeAssembly } from '../support/assembly-builder.js';
import { ensureBuilt } from '../support/built.js';
import { BROKEN, BROKEN_SOURCE, writeProject } from '../support/project.js';
import { readAction, runJob } from './runner.js';

const sample = (state: string) => `samples/payments-dr/${state}/cdk.out`;

beforeAll(ensureBuilt, 180_000);

describe('action.yml', () => {
  const { runs, inputs } = readAction();

  test('is composite, so that it needs no Node of the runner that goes away', () => {
    expect(runs.using).toBe('composite');
  });

  test('no expression stands in a script: inputs reach it as variables only', () => {
    for (const { run } of runs.steps) expect(run).not.toContain('${{');
  });

  test('every input is passed on', () => {
    const env = JSON.stringify(runs.steps);
    for (const name of Object.keys(inputs)) expect(env).toContain(`inputs.${name}`);
  });
});

describe('on the broken sample', () => {
  test('annotates, summarizes, writes SARIF and outputs, and fails', async () => {
    const { code, log, summary, outputs } = await runJob({ inputs: { assemblies: sample('broken'), before: sample('fixed') } });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({
      errors: '13',
      warnings: '2',
      'exit-code': '1',
      destructive: 'true',
      broadening: 'true',
      'comment-url': '',
    });
    expect(Number(outputs['new-findings'])).toBeGreaterThan(10);

    const annotations = log.match(/^::(error|warning|notice) .*$/gm) ?? [];
    for (const kind of ['error', 'warning', 'notice'])
      expect(annotations.filter((line) => line.startsWith(`::${kind} `)).length).toBeLessThanOrEqual(10);
    expect(log).toMatch(/^::error file=samples\/payments-dr\/broken\/lib\/[\w-]+\.ts,line=\d+,col=\d+,title=\w+\/[\w-]+::/m);
    expect(log).toMatch(/^::error (?:file=[^,]+,line=\d+,)?title=blocked::/m);
    expect(log).toMatch(/^synthcheck diff: Deployment will be rejected/m);

    expect(Buffer.byteLength(summary)).toBeLessThan(1_048_576);
    expect(summary).toMatch(/^## synthcheck: Deployment will be rejected/);
    expect(summary).toContain('\n\n### Findings: 13 errors');
    expect(summary).toContain('```mermaid\n');
    expect(summary).toContain('- **new** `payments-global/StatusBackup`');
    expect(summary).toContain(`(<https://github.com/acme/payments/blob/${'c'.repeat(40)}/samples/payments-dr/broken/lib/global.ts#L51>)`);
    // Values of properties are not in it.
    expect(summary).not.toContain('status-main.acme-bank.io');

    const sarif = readFileSync(outputs.sarif ?? '', 'utf8');
    expect(problemsOf(sarif)).toEqual([]);
    expect(sarif).not.toContain('"suppressions"');
  });

  test('marks the one element of a list that is new, whatever the baseline leaves out', async () => {
    const record = (name: string) => ({ Name: `${name}.acme.io`, Type: 'A', TTL: '60', Weight: 10, ResourceRecords: ['192.0.2.1'] });
    const group = (...names: readonly string[]) =>
      writeAssembly({
        stacks: {
          Dns: {
            region: 'us-east-1',
            resources: {
              Group: { Type: 'AWS::Route53::RecordSetGroup', Properties: { HostedZoneId: 'Z1', RecordSets: names.map(record) } },
            },
          },
        },
      });
    const [before, after] = [group('a'), group('a', 'b')];
    const accepted = { check: 'route53/set-identifier-missing', at: 'Dns/Group', property: 'RecordSets[0].Weight' };
    const baseline = join(after, 'accepted.json');
    writeFileSync(baseline, JSON.stringify({ version: 1, findings: [{ ...accepted, environment: `${ACCOUNT}/us-east-1` }] }));
    const { summary } = await runJob({ inputs: { assemblies: after, before, baseline, only: accepted.check } });
    expect(summary.match(/\*\*new\*\* .*/g)).toEqual([expect.stringContaining('`RecordSets[1].Weight`')]);
  });

  test('fail-on: never only tells', async () => {
    const { code, outputs } = await runJob({ inputs: { assemblies: sample('broken'), 'fail-on': 'never' } });
    expect({ code, ...outputs }).toMatchObject({ code: 0, errors: '13', 'exit-code': '0', destructive: '', 'new-findings': '' });
  });

  test('more reports, where they are wanted', async () => {
    const folder = temporaryFolder();
    const reports = ['html', 'junit', 'markdown', 'json'].map((format) => `${format}=${join(folder, `a b.${format}`)}`).join('\n');
    await runJob({ inputs: { assemblies: sample('broken'), 'fail-on': 'never', reports, 'sarif-file': join(folder, 'x.sarif') } });
    for (const name of ['a b.html', 'a b.junit', 'a b.markdown', 'a b.json', 'x.sarif'])
      expect(existsSync(join(folder, name)), name).toBe(true);
  });
});

test('on the fixed sample it passes', async () => {
  const { code, log, summary, outputs } = await runJob({
    inputs: { assemblies: sample('fixed'), before: sample('fixed'), 'fail-on': 'warning', 'fail-on-change': 'any-change' },
  });
  expect({ code, ...outputs }).toMatchObject({
    code: 0,
    errors: '0',
    warnings: '0',
    'exit-code': '0',
    destructive: 'false',
    'new-findings': '0',
  });
  expect(log).not.toMatch(/^::(error|warning) /m);
  expect(summary).toContain('\n\nNo change.\n');
});

describe('in a folder of its own', () => {
  const workspace = writeProject(BROKEN, BROKEN_SOURCE);

  test('cdk.out is the default', async () => {
    const { code, outputs } = await runJob({ workspace });
    expect({ code, errors: outputs.errors }).toEqual({ code: 1, errors: '1' });
  });

  test('working-directory', async () => {
    const { outputs } = await runJob({ workspace: join(workspace, '..'), inputs: { 'working-directory': workspace } });
    expect(outputs.errors).toBe('1');
  });

  test.each([
    [{ assemblies: 'gone' }, /^::error title=synthcheck::synthcheck: gone/m],
    [{ 'fail-on': 'sometimes' }, /^::error title=synthcheck::synthcheck: the input `fail-on` is `sometimes`/m],
    [{ reports: 'pdf=x' }, /^::error title=synthcheck::synthcheck: the input `reports` has the line `pdf=x`/m],
    [{ comment: 'yes' }, /the input `comment` is `yes`/],
  ])('what cannot be done is said: %j', async (inputs, expected) => {
    const { code, log, outputs } = await runJob({ workspace, inputs });
    expect({ code, exitCode: outputs['exit-code'] }).toEqual({ code: 2, exitCode: '2' });
    expect(log).toMatch(expected);
  });

  test('inputs are never run by the shell', async () => {
    const attack = '"; touch "$RUNNER_TEMP/planted"; $(touch planted) `touch planted` \'';
    const { log } = await runJob({ workspace, inputs: { assemblies: attack, config: attack, 'sarif-file': attack } });
    expect(existsSync(join(workspace, 'planted'))).toBe(false);
    expect(log).toContain('::error title=synthcheck::');
  });
});

test('a hostile assembly writes no output, command or second heading', async () => {
  const { log, summary, outputs } = await runJob({ workspace: writeProject(hostileAssembly()) });
  expect(Object.keys(outputs)).toEqual(Object.keys(readAction().outputs));
  expect(Number(outputs.errors)).toBeGreaterThan(10);
  for (const line of log.split('\n')) {
    expect(line).not.toContain('##[');
    if (line.trimStart().startsWith('::'))
      expect(line).toMatch(/^::(group|endgroup)::|^::(error|warning|notice) (file=[^,:]+,line=\d+(,col=\d+)?,)?title=[^,:]+::/);
  }
  expect(summary.match(/^#{1,6} /gm)).toEqual(['## ']);
});

describe('the comment', () => {
  let server: Server;
  let requests: { readonly method: string; readonly url: string; readonly body: string; readonly token: string }[] = [];
  let existing: unknown[] = [];
  let status = 200;
  const read = async (request: IncomingMessage): Promise<string> => {
    let text = '';
    for await (const part of request.setEncoding('utf8')) text += part;
    return text;
  };

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const { method = '', url = '', headers } = request;
      requests.push({ method, url, body: await read(request), token: headers.authorization ?? '' });
      const answer = method === 'GET' ? existing : { html_url: 'https://github.com/acme/payments/pull/7#issuecomment-1' };
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(status === 200 ? answer : {}));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  beforeEach(() => {
    requests = [];
    existing = [];
    status = 200;
  });
  afterAll(() => server.close());

  const job = (state: string, event: unknown = { pull_request: { number: 7 } }, inputs = {}) =>
    runJob({
      inputs: { assemblies: sample(state), 'fail-on': 'never', comment: 'true', token: 'ghs_secret', ...inputs },
      env: { GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
      event,
    });
  const bodyOf = (method: string): string => JSON.parse(requests.find((request) => request.method === method)?.body ?? '{}').body ?? '';

  test('is written once, without values, and fits', async () => {
    const { outputs, log } = await job('broken', undefined, { before: sample('fixed') });
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /repos/acme/payments/issues/7/comments?per_page=100&page=1',
      'POST /repos/acme/payments/issues/7/comments',
    ]);
    expect(requests[0]?.token).toBe('Bearer ghs_secret');
    expect(log).not.toContain('ghs_secret');
    expect(outputs['comment-url']).toBe('https://github.com/acme/payments/pull/7#issuecomment-1');
    const body = bodyOf('POST');
    expect(body).toMatch(/^<!-- synthcheck [0-9a-f]{12} -->\n## synthcheck: Deployment will be rejected/);
    expect(body).toContain('\n### Findings: ');
    expect(Buffer.byteLength(body)).toBeLessThan(65_536);
    expect(body).not.toContain('status-main.acme-bank.io');
  });

  test('is updated in place, also to say that all is well', async () => {
    await job('broken');
    const [marker] = bodyOf('POST').split('\n');
    requests = [];
    existing = [
      { id: 1, body: `${marker}\nmine, says a person`, user: { login: 'somebody', type: 'User' } },
      { id: 4, body: `${marker}\nof another bot`, user: { login: 'dependabot[bot]', type: 'Bot' } },
      { id: 2, body: `I quote ${marker}`, user: { login: 'github-actions[bot]', type: 'Bot' } },
      { id: 3, body: `${marker}\r\nold`, user: { login: 'github-actions[bot]', type: 'Bot' } },
    ];
    await job('broken');
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /repos/acme/payments/issues/7/comments?per_page=100&page=1',
      'POST /graphql',
      'PATCH /repos/acme/payments/issues/comments/3',
    ]);
  });

  test('is not begun when there is nothing to say', async () => {
    const workspace = writeProject({ stacks: { Empty: { region: 'us-east-1', resources: {} } } });
    const { code } = await runJob({
      workspace,
      inputs: { comment: 'true', token: 'x' },
      env: { GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
      event: { pull_request: { number: 7 } },
    });
    expect({ code, methods: requests.map(({ method }) => method) }).toEqual({ code: 0, methods: ['GET'] });
  });

  test("a fork's token may only read: all else is as ever", async () => {
    status = 403;
    const { code, log, outputs, summary } = await job('broken');
    expect({ code, errors: outputs.errors, url: outputs['comment-url'] }).toEqual({ code: 0, errors: '13', url: '' });
    expect(log).toMatch(/^::notice title=synthcheck::No comment was written: the token may only read/m);
    expect(summary).toContain('## synthcheck: 13 errors');
  });

  test('a failing GitHub does not fail the check', async () => {
    status = 500;
    const { code, log } = await job('broken');
    expect(code).toBe(0);
    expect(log).toMatch(/^::warning title=synthcheck::No comment was written: GitHub answered 500\.$/m);
  });

  test('outside of a pull request there is none', async () => {
    await job('broken', { ref: 'refs/heads/main' });
    expect(requests).toEqual([]);
  });

  test('the token is not even read when no comment is wanted', async () => {
    await job('broken', undefined, { comment: 'false' });
    expect(requests).toEqual([]);
  });
});
