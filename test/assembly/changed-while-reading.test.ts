import { appendFileSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { writeAssembly } from '../support/assembly-builder.js';
import { idsOf, load } from './diagnostics.js';

/** Called when a template is parsed: after the manifest was read, which is when another process would write. */
const onTemplate = vi.hoisted(() => vi.fn());
vi.mock('../../src/template/parse.js', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../src/template/parse.js')>();
  const parseTemplate: typeof original.parseTemplate = (text, file) => {
    onTemplate();
    return original.parseTemplate(text, file);
  };
  return { ...original, parseTemplate };
});
beforeEach(() => {
  vi.restoreAllMocks();
  onTemplate.mockReset();
});

test('reads again when the manifest changed once', () => {
  const path = writeAssembly({ stacks: { Data: {} } });
  onTemplate.mockImplementationOnce(() => {
    const manifest = readFileSync(join(path, 'manifest.json'), 'utf8');
    writeFileSync(join(path, 'manifest.json'), manifest.replaceAll('"Data"', '"Renamed"'));
  });
  expect(idsOf(load(path))).toEqual(['Renamed']);
});

test('gives up when it changes each time', () => {
  const path = writeAssembly({ stacks: { Data: {} } });
  onTemplate.mockImplementation(() => appendFileSync(join(path, 'manifest.json'), '\n'));
  expect(() => load(path)).toThrow(`${path} changed while reading: wait for cdk synth to end and try again`);
});

test('gives up when a synth began', () => {
  const path = writeAssembly({ stacks: { Data: {} } });
  onTemplate.mockImplementation(() => writeFileSync(join(path, 'synth.lock'), String(process.ppid)));
  expect(() => load(path)).toThrow(`cdk synth is writing ${path} (pid ${process.ppid}): wait for it to end`);
});

test('reads again when a template changed that was read already', () => {
  const path = writeAssembly({ stacks: { Api: {}, Data: {} } });
  const template = (id: string): string => JSON.stringify({ Resources: { [id]: { Type: 'AWS::SQS::Queue' } } });
  onTemplate.mockImplementationOnce(() => {});
  onTemplate.mockImplementationOnce(() => writeFileSync(join(path, 'Api.template.json'), template('After')));
  const [api] = load(path).stacks;
  expect([...(api?.template.resources.keys() ?? [])]).toEqual(['After']);
});

test('a template that was edited after the synth is read', () => {
  const path = writeAssembly({ stacks: { Data: {} } });
  utimesSync(join(path, 'manifest.json'), 0, Date.now() / 1000 - 60);
  expect(idsOf(load(path))).toEqual(['Data']);
});

test('a template that is a little ahead of the clock is waited for', () => {
  const path = writeAssembly({ stacks: { Data: {} } });
  const template = join(path, 'Data.template.json');
  utimesSync(join(path, 'manifest.json'), 0, Date.now() / 1000 - 60);
  utimesSync(template, 0, Date.now() / 1000 + 0.5);
  // The app goes on writing during the first wait.
  vi.spyOn(Atomics, 'wait').mockImplementationOnce(() => {
    writeFileSync(template, JSON.stringify({ Resources: { After: { Type: 'AWS::SQS::Queue' } } }));
    return 'timed-out';
  });
  const [data] = load(path).stacks;
  expect([...(data?.template.resources.keys() ?? [])]).toEqual(['After']);
});

test('a template that was emptied to be written again is waited for, though its time is still the old one', () => {
  const path = writeAssembly({ stacks: { Data: {} } });
  const template = join(path, 'Data.template.json');
  writeFileSync(template, '');
  for (const file of [template, join(path, 'manifest.json')]) utimesSync(file, 0, Date.now() / 1000 - 60);
  vi.spyOn(Atomics, 'wait').mockImplementationOnce(() => {
    writeFileSync(template, JSON.stringify({ Resources: { After: { Type: 'AWS::SQS::Queue' } } }));
    return 'timed-out';
  });
  const { stacks, diagnostics } = load(path);
  expect([...(stacks[0]?.template.resources.keys() ?? [])]).toEqual(['After']);
  expect(diagnostics).toEqual([]);
});

test('a template of a clock that was set back is not waited for', () => {
  const path = writeAssembly({ stacks: { Data: {} } });
  utimesSync(join(path, 'Data.template.json'), 0, Date.now() / 1000 + 3_600);
  const wait = vi.spyOn(Atomics, 'wait');
  expect(idsOf(load(path))).toEqual(['Data']);
  expect(wait).not.toHaveBeenCalled();
});
