import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { REASONS } from '../../src/commands/diff.js';
import { type AssemblySketch, writeAssembly } from '../support/assembly-builder.js';
import { runMain } from '../support/run-main.js';

const table = (key: string, name?: string) => ({
  Type: 'AWS::DynamoDB::Table',
  Properties: { ...(name !== undefined && { TableName: name }), KeySchema: [{ AttributeName: key, KeyType: 'HASH' }] },
});
const topic = { Type: 'AWS::SNS::Topic', Properties: {} };
const data = (resources: object): AssemblySketch => ({ stacks: { Data: { region: 'us-east-1', resources } } }) as AssemblySketch;

async function codes(before: string, after: string, more: readonly string[] = []): Promise<Readonly<Record<string, number>>> {
  const found: Record<string, number> = {};
  for (const reason of REASONS) found[reason] = (await runMain(['diff', before, after, '--fail-on', reason, ...more])).code;
  return found;
}

test('an assembly and itself pass every gate', async () => {
  const folder = writeAssembly(data({ Table: table('id') }));
  for (const code of Object.values(await codes(folder, folder))) expect(code).toBe(0);
  for (const code of Object.values(await codes(folder, writeAssembly(data({ Table: table('id') }))))) expect(code).toBe(0);
});

test('one app by two versions of the CDK passes every gate', async () => {
  const of = (version: string): string => fileURLToPath(new URL(`two-cdk-versions/${version}`, import.meta.url));
  for (const code of Object.values(await codes(of('2.240.0'), of('2.276.0')))) expect(code).toBe(0);
});

test('each gate fails for its own reason', async () => {
  const before = writeAssembly(data({ Table: table('id'), Topic: topic }));
  expect(await codes(before, writeAssembly(data({ Table: table('key'), Topic: topic })))).toMatchObject({
    blocked: 0,
    'data-loss': 1,
    stale: 0,
    destructive: 1,
    broadening: 0,
    'any-change': 1,
  });
  const named = writeAssembly(data({ Table: table('id', 'orders') }));
  expect(await codes(named, writeAssembly(data({ Table: table('key', 'orders') })))).toMatchObject({ blocked: 1, 'data-loss': 1 });
});

test('a baseline keeps out what was accepted, and nothing else', async () => {
  const [before, after] = [
    writeAssembly(data({ Table: table('id'), Topic: topic })),
    writeAssembly(data({ Table: table('key'), Topic: topic })),
  ];
  const file = join(after, 'accepted.json');
  const { code } = await runMain(['diff', before, after, '--baseline', 'accepted.json', '--update-baseline'], { cwd: after });
  expect(code).toBe(0);
  expect(JSON.parse(readFileSync(file, 'utf8')).findings).toEqual(
    expect.arrayContaining([
      { check: 'diff/data-loss', at: 'Data/Table', property: 'KeySchema[0].AttributeName', environment: '482731905566/us-east-1' },
    ]),
  );
  const accepted = await codes(before, after, ['--baseline', file]);
  expect(accepted).toMatchObject({ 'data-loss': 0, destructive: 0, 'any-change': 1 });
  const other = writeAssembly(data({ Table: table('key') }));
  const { stdout } = await runMain(['diff', before, other, '--baseline', file, '--format', 'json']);
  expect(JSON.parse(stdout).summary).toMatchObject({ accepted: 1, resources: { 'data-loss': 0, removed: 1 } });
});

test('several assemblies on each side are one graph', async () => {
  const importing: AssemblySketch = {
    stacks: {
      Api: {
        region: 'us-east-1',
        resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: { 'Fn::ImportValue': 'orders' } } } },
      },
    },
  } as AssemblySketch;
  const exporting = (outputs: object) =>
    ({ stacks: { Data: { region: 'us-east-1', resources: { Topic: topic }, outputs } } }) as unknown as AssemblySketch;
  const output = { Orders: { Value: { Ref: 'Topic' }, Export: { Name: 'orders' } } };
  const [one, other, api] = [writeAssembly(exporting(output)), writeAssembly(exporting({})), writeAssembly(importing)];
  const { code, stdout } = await runMain(['diff', '--before', one, api, '--after', other, api, '--fail-on', 'blocked']);
  expect(code).toBe(1);
  expect(stdout).toMatch(/Data removes the export orders, and\s+Api still (imports|uses) it/);
  const alone = await runMain(['diff', one, other]);
  expect(alone.stdout).toMatch(
    /^1 export removed[\s\S]*Removed exports, outputs, parameters and names \(1\)[\s\S]*Removes the export `orders`\./,
  );
  expect((await runMain(['diff', one])).stderr).toMatch(/diff needs two folders/);
});
