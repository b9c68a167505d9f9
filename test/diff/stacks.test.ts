import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verdictOf } from '../../src/report/diff/words.js';
import { type AssemblySketch, type StackSketch, writeAssembly } from '../support/assembly-builder.js';
import { diffFolders, diffOf, shortly } from './diff-of.js';

const bucket = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'acme-receipts' }, DeletionPolicy: 'Delete' };
const queue = (timeout: number) => ({ Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: timeout } });
const data: StackSketch = { region: 'us-east-1', resources: { Receipts: bucket, Jobs: queue(30) } };

async function stacksOf(before: AssemblySketch['stacks'], after: AssemblySketch['stacks']) {
  const report = await diffOf({ stacks: before ?? {} }, { stacks: after ?? {} });
  return { ...report, shortly: report.stacks.map(({ change, before, after }) => `${change} ${before?.id ?? '-'} ${after?.id ?? '-'}`) };
}

describe('stacks', () => {
  test('added', async () => {
    const { shortly, deployment, resources } = await stacksOf({}, { Data: data });
    expect(shortly).toEqual(['added - Data']);
    expect(resources).toEqual([]);
    expect(deployment.order.map(({ stack, change }) => `${change} ${stack.id}`)).toEqual(['added Data']);
  });

  test('removed from the app: it leaks', async () => {
    const { shortly, stacks, summary, resources } = await stacksOf({ Data: data }, {});
    expect(shortly).toEqual(['removed Data -']);
    expect(stacks[0]).toMatchObject({ message: expect.stringContaining('does not delete it'), resources: 2, stateful: [{}, {}] });
    expect(summary.isDestructive).toBe(true);
    expect(resources).toEqual([]);
  });

  test('without resources are not deployed: neither added nor removed', async () => {
    const empty: StackSketch = { region: 'us-east-1' };
    const { shortly, deployment, summary } = await stacksOf({ Data: data, Old: empty }, { Data: data, New: empty });
    expect(shortly).toEqual([]);
    expect(deployment.order).toEqual([]);
    expect(summary.hasChanges).toBe(false);
  });

  test.each<[name: string, after: AssemblySketch['stacks']]>([
    ['to another region', { Data: { ...data, region: 'us-west-2' } }],
    ['to another account', { Data: { ...data, account: '999999999999' } }],
    ['to another name', { Data: { ...data, name: 'Elsewhere' } }],
  ])('moved %s', async (_, after) => {
    const { shortly, resources } = await stacksOf({ Data: data }, after);
    expect(shortly).toEqual(['moved Data Data']);
    expect(resources).toEqual([]);
  });

  test('under another id: nothing happens', async () => {
    const { shortly, resources, summary } = await stacksOf({ Old: { ...data, name: 'Data' } }, { New: { ...data, name: 'Data' } });
    expect(shortly).toEqual(['renamed Old New']);
    expect(resources).toEqual([]);
    expect(summary.isDestructive).toBe(false);
  });

  test('an environment that is written down now may be the same', async () => {
    const { region: _, ...open } = data;
    expect((await stacksOf({ Data: { ...open, account: null } }, { Data: data })).shortly).toEqual([]);
  });

  test('of a stage', async () => {
    const sketch = (timeout: number): AssemblySketch => ({
      stages: { Prod: { stacks: { Data: { region: 'us-east-1', resources: { Jobs: queue(timeout) } } } } },
    });
    expect(shortly((await diffOf(sketch(30), sketch(60))).resources)).toEqual(['changed changed ProdData.Jobs']);
  });

  test('nested ones are entered', async () => {
    const sketch = (timeout: number): AssemblySketch['stacks'] => ({
      Data: { region: 'us-east-1', nested: { Inner: { resources: { Jobs: queue(timeout) } } } },
    });
    expect(shortly((await stacksOf(sketch(30), sketch(60))).resources)).toEqual(['changed changed Data/Inner.Jobs']);
  });

  test('a nested one that goes takes its resources with it', async () => {
    const { resources } = await stacksOf(
      { Data: { region: 'us-east-1', nested: { Inner: { resources: { Receipts: bucket } } } } },
      { Data: { region: 'us-east-1' } },
    );
    expect(shortly(resources)).toEqual(['removed orphaned Data/Inner.Receipts', 'removed removed Data.Inner']);
  });

  test.each<[side: string, before: boolean, after: boolean]>([
    ['after', true, false],
    ['before', false, true],
  ])('what is in a nested template that is missing %s is not known', async (_, isBefore, isAfter) => {
    const write = (hasTemplate: boolean): string => {
      const folder = writeAssembly({ stacks: { Data: { region: 'us-east-1', nested: { Inner: { resources: { Receipts: bucket } } } } } });
      if (!hasTemplate) for (const file of readdirSync(folder)) if (file.includes('.nested.')) rmSync(join(folder, file));
      return folder;
    };
    const { resources, diagnostics } = await diffFolders(write(isBefore), write(isAfter));
    expect(resources).toEqual([]);
    expect(diagnostics.map(({ message }) => message)).toContain(
      'The template of the nested stack Inner is in one of the two assemblies only: its resources are not compared.',
    );
  });

  test.each<[side: string, before: boolean, after: boolean, message: string]>([
    ['after', true, false, 'Not compared: Data, which can be read before the change only; something could not be read after it.'],
    ['before', false, true, 'Not compared: Data, which can be read after the change only; something could not be read before it.'],
  ])('one whose template cannot be read %s neither comes nor goes, and nothing of it', async (_, isBefore, isAfter, message) => {
    const api = {
      region: 'us-east-1',
      resources: { Handler: { Type: 'AWS::SNS::Topic', Properties: { TopicName: { 'Fn::ImportValue': 'receipts' } } } },
    };
    const outputs = { Name: { Value: { Ref: 'Receipts' }, Export: { Name: 'receipts' } } };
    const policy = {
      Type: 'AWS::S3::BucketPolicy',
      Properties: {
        Bucket: { Ref: 'Receipts' },
        PolicyDocument: { Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' }] },
      },
    };
    const write = (isReadable: boolean): string => {
      const data = { region: 'us-east-1', outputs, resources: { Receipts: bucket, Policy: policy } };
      const folder = writeAssembly({ stacks: { Api: api, Data: data } });
      if (!isReadable) writeFileSync(join(folder, 'Data.template.json'), '{');
      return folder;
    };
    const report = await diffFolders(write(isBefore), write(isAfter));
    const { stacks, resources, security, deployment, findings } = report;
    expect([stacks, resources, security, deployment.problems, deployment.links.added, deployment.links.removed]).toEqual([
      [],
      [],
      [],
      [],
      [],
      [],
    ]);
    expect([findings.new, findings.fixed]).toEqual([[], []]);
    expect(report.diagnostics.map((diagnostic) => diagnostic.message)).toContain(message);
    expect(verdictOf(report)).toBe('No change in what could be read.');
  });

  test('termination protection that is switched off', async () => {
    const { security } = await stacksOf({ Data: { ...data, terminationProtection: true } }, { Data: data });
    expect(security).toMatchObject([{ direction: 'weakened', area: 'deletion-protection', subject: 'Data' }]);
  });
});

describe('resources under other names', () => {
  test('renamed, by content', async () => {
    const { resources } = await stacksOf({ Data: { resources: { A: queue(77) } } }, { Data: { resources: { B: queue(77) } } });
    expect(shortly(resources)).toEqual(['renamed data-loss Data.B']);
    expect(resources[0]?.message).toMatch(/^Its logical ID changes from A to B \(same type and properties\)/);
    expect(resources[0]?.fix).toBe(
      'Run `cdk refactor --unstable=refactor` before you deploy: nothing else changes, so that it can keep the deployed resource (`Data.A` → `Data.B`).',
    );
  });

  test('named by the CDK after their construct path', async () => {
    const group = (id: string): AssemblySketch['stacks'] => ({
      Data: {
        resources: {
          [id]: {
            Type: 'AWS::EC2::SecurityGroup',
            Properties: { GroupDescription: `Data/${id}`, Tags: [{ Key: 'Name', Value: `Data/${id}` }] },
            Metadata: { 'aws:cdk:path': `Data/${id}/Resource` },
          },
        },
      },
    });
    const { resources } = await stacksOf(group('A'), group('B'));
    expect(shortly(resources)).toEqual(['renamed replaced Data.B']);
  });

  test('renamed, while something else changes', async () => {
    const other = (name: string) => ({ Other: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: name } } });
    const { resources } = await stacksOf(
      { Data: { resources: { A: queue(77), ...other('a') } } },
      { Data: { resources: { B: queue(77), ...other('b') } } },
    );
    expect(resources[0]?.fix).toMatch(/^Keep its logical ID with `overrideLogicalId\('A'\)`\./);
  });

  test('of several that are alike none is guessed', async () => {
    const { resources } = await stacksOf(
      { Data: { resources: { A: queue(77), B: queue(77) } } },
      { Data: { resources: { C: queue(77), D: queue(77) } } },
    );
    expect(shortly(resources)).toEqual([
      'removed data-loss Data.A',
      'removed data-loss Data.B',
      'added added Data.C',
      'added added Data.D',
    ]);
  });

  test('moved to another stack, where its name is still taken', async () => {
    const { resources, deployment } = await stacksOf(
      { Data: data, Archive: {} },
      {
        Data: { region: 'us-east-1', resources: { Jobs: queue(30) } },
        Archive: { region: 'us-east-1', resources: { Kept: bucket } },
      },
    );
    expect(shortly(resources)).toEqual(['moved orphaned Archive.Kept']);
    expect(deployment.problems).toMatchObject([{ kind: 'name-collision', level: 'blocked' }]);
  });

  test('versions and deployments with a hash in their id are no news', async () => {
    const handler = { Type: 'AWS::Lambda::Function', Properties: { Handler: 'index.handler' } };
    const sketch = (hash: string): AssemblySketch['stacks'] => ({
      Api: {
        resources: {
          Handler: handler,
          [`HandlerVersion${hash}`]: { Type: 'AWS::Lambda::Version', Properties: { FunctionName: { Ref: 'Handler' } } },
        },
        metadata: { '/Api/Handler/CurrentVersion/Resource': [{ type: 'aws:cdk:logicalId', data: `HandlerVersion${hash}` }] },
      },
    });
    const { resources, folded, summary } = await stacksOf(sketch('aaaa'), sketch('bbbb'));
    expect(resources).toEqual([]);
    expect(folded).toMatchObject([{ kind: 'revision', count: 1 }]);
    expect(summary.hasChanges).toBe(false);
  });
});
