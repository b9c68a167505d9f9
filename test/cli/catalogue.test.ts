import { expect, test } from 'vitest';
import { checks } from '../../checks/index.js';
import { temporaryFolder, writeFiles } from '../support/assembly-builder.js';
import { runMain } from '../support/run-main.js';

const own = `export default {
  id: 'own/a', title: 'Mine', severity: 'info', docs: { why: 'w', fix: 'f', sources: [], bad: {}, good: {} },
  types: ['AWS::SNS::Topic'], *resource() {} };`;

test('`checks` and `explain` speak to programs', async () => {
  const list = JSON.parse((await runMain(['checks', '--format', 'json'])).stdout);
  expect(list).toMatchObject({ version: 1 });
  expect(list.checks.map(({ id }: { id: string }) => id)).toEqual(checks.map(({ id }) => id));
  const one = JSON.parse((await runMain(['explain', 'route53/set-identifier-missing', '--format', 'json'])).stdout);
  expect(Object.keys(one)).toEqual(['id', 'title', 'severity', 'docs']);
  expect(Object.keys(one.docs)).toEqual(expect.arrayContaining(['why', 'fix', 'sources', 'bad', 'good']));
});

test('they know the checks that the configuration adds', async () => {
  const cwd = temporaryFolder();
  writeFiles(cwd, { 'own.mjs': own, 'synthcheck.config.json': { ownChecks: ['./own.mjs'] } });
  expect((await runMain(['checks'], { cwd })).stdout).toContain('own/a');
  expect((await runMain(['explain', 'own/a'], { cwd })).stdout).toContain('Mine');
});

test.each([
  [['--language', 'python'], 's3.Bucket(self, "Backup", versioned=True)'],
  [['--language', 'csharp'], 'Versioned = true'],
  [[], "new s3.Bucket(this, 'Backup', { versioned: true });"],
])('explain %j has the fix as code', async (options, code) => {
  expect((await runMain(['explain', 's3/replication-destination-unversioned', ...options])).stdout).toContain(code);
});

test('explain takes the language of the app', async () => {
  const cwd = temporaryFolder();
  writeFiles(cwd, { 'cdk.json': { app: 'go mod download && go run ./' } });
  expect((await runMain(['explain', 's3/replication-destination-unversioned'], { cwd })).stdout).toContain('Versioned: jsii.Bool(true)');
});
