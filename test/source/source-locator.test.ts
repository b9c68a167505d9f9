import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { MetadataEntry } from '../../src/assembly/metadata.js';
import { createSourceLocator } from '../../src/source/source-locator.js';
import { createConstructs, createProject, LINES } from './project.js';

function locatorOf(projectRoot: string, assembly = 'cdk.out', workingDirectory = projectRoot) {
  return createSourceLocator({ projectRoot, assemblyRoot: join(projectRoot, assembly), workingDirectory });
}

/** The place of a construct with this trace, in a project with `lib/data.ts`, `bin/app.ts` and `app.py`. */
function locateTrace(makeTrace: (root: string) => readonly string[], assembly?: string) {
  const root = createProject({ 'lib/data.ts': LINES, 'bin/app.ts': LINES, 'app.py': LINES });
  return locatorOf(root, assembly).locate(createConstructs({ 'S/A': makeTrace(root) }), 'S/A');
}

describe('the construct has a trace of its own', () => {
  test('the first frame of the user’s is it', () => {
    const place = locateTrace((root) => [
      '...new Bucket2 in aws-cdk-lib...',
      `new Data (${root}/lib/data.ts:12:19)`,
      `<anonymous> (${root}/bin/app.ts:4:1)`,
    ]);
    expect(place).toEqual({ file: 'lib/data.ts', line: 12, column: 19, approximate: false });
  });

  test('a relative frame starts at the folder that holds the assembly, or above', () => {
    const root = createProject({ 'samples/a/lib/data.ts': LINES, 'lib/data.ts': LINES, 'bin/app.ts': LINES });
    const constructs = createConstructs({ A: ['new Data (lib/data.ts:12:19)'], B: ['bin/app.ts:3:1'], C: ['../../lib/data.ts:3:1'] });
    const locator = locatorOf(root, 'samples/a/cdk.out');
    expect(locator.locate(constructs, 'A')).toEqual({ file: 'samples/a/lib/data.ts', line: 12, column: 19, approximate: false });
    expect(locator.locate(constructs, '/B')?.file).toBe('bin/app.ts');
    expect(locator.locate(constructs, 'C')?.file).toBe('lib/data.ts');
  });

  test('an absolute frame of another machine is found by the longest end of its path', () => {
    const root = createProject({ 'infra/lib/data.ts': LINES, 'lib/data.ts': LINES, 'app.py': LINES });
    const constructs = createConstructs({
      Unix: ['new Data (/home/runner/work/x/infra/lib/data.ts:12:19)'],
      Windows: ['new Data (D:\\work\\lib\\data.ts:12:19)'],
      NameOnly: ['<module> (/app/app.py:12)'],
      Other: ['new Data (/home/runner/work/x/lib/other.ts:12:19)'],
    });
    const locator = locatorOf(root);
    expect(locator.locate(constructs, 'Unix')).toEqual({ file: 'infra/lib/data.ts', line: 12, column: 19, approximate: false });
    expect(locator.locate(constructs, 'Windows')).toEqual({ file: 'lib/data.ts', line: 12, column: 19, approximate: false });
    expect(locator.locate(constructs, 'NameOnly')).toEqual({ file: 'app.py', line: 12, column: undefined, approximate: true });
    expect(locator.locate(constructs, 'Other')).toBeUndefined();
    const inInfra = locatorOf(root, '../downloaded/cdk.out', join(root, 'infra'));
    expect(inInfra.locate(constructs, 'Windows')?.file).toBe('infra/lib/data.ts');
  });

  test('a file that is not on disk has a place only when its path is relative and inside the project', () => {
    const absent = { file: 'lib/absent.ts', line: 12, column: 19, approximate: true };
    expect(locateTrace(() => ['new A (lib/absent.ts:12:19)'])).toEqual(absent);
    expect(locateTrace((root) => [`new A (${root}/lib/absent.ts:12:19)`])).toBeUndefined();
    expect(locateTrace(() => ['new A (../absent.ts:12:19)'])).toBeUndefined();
    expect(locateTrace(() => ['com.me.MyStack.<init> (MyStack.java:23)'])).toBeUndefined();
  });

  test('a place that is not in the file is not to be trusted', () => {
    expect(locateTrace((root) => [`new A (${root}/lib/data.ts:2:1821)`])).toEqual({
      file: 'lib/data.ts',
      line: 2,
      column: undefined,
      approximate: true,
    });
    expect(locateTrace((root) => [`new A (${root}/lib/data.ts:31:1)`])).toMatchObject({ line: 31, column: undefined, approximate: true });
    expect(locateTrace((root) => [`new A (${root}/lib/data.ts:99:1)`])).toBeUndefined();
  });

  test('a frame further out stands in for one outside the project', () => {
    const place = locateTrace((root) => ['new Shared (/elsewhere/shared.ts:1:1)', `new Data (${root}/lib/data.ts:12:19)`]);
    expect(place).toEqual({ file: 'lib/data.ts', line: 12, column: 19, approximate: true });
  });

  test('before aws-cdk-lib 2.254 the trace is that of the logical id; warnings have other ones', () => {
    const root = createProject({ 'lib/data.ts': LINES, 'lib/aspect.ts': LINES });
    const entries: MetadataEntry[] = [
      { type: 'aws:cdk:warning', data: 'w', trace: [`A.visit (${root}/lib/aspect.ts:3:3)`] },
      { type: 'aws:cdk:creationStack', data: { not: 'an array' }, trace: undefined },
      {
        type: 'aws:cdk:logicalId',
        data: 'A123',
        trace: [`new Bucket (${root}/node_modules/aws-cdk-lib/b.js:1:2)`, `new Data (${root}/lib/data.ts:12:19)`],
      },
    ];
    const place = locatorOf(root).locate(
      { entries: () => new Map([['S/A', entries]]), pathOf: () => undefined, mentions: () => true },
      'S/A',
    );
    expect(place).toEqual({ file: 'lib/data.ts', line: 12, column: 19, approximate: false });
  });
});

describe('the construct has no frame of the user’s', () => {
  const none = ['...aws-cdk-lib...', '(no user code in 10 frames, use --stack-trace-limit to capture more)'];
  const at = (line: number) => [`new Data (lib/data.ts:${line}:1)`];

  function locateIn(traces: Readonly<Record<string, readonly string[]>>, path: string) {
    const root = createProject({ 'lib/data.ts': LINES });
    return locatorOf(root).locate(createConstructs(traces), path);
  }

  test.each<[string, Record<string, readonly string[]>, number]>([
    ['its parent', { 'S/A/B/C': none, 'S/A/B': at(1), 'S/A/B/Resource': at(2), 'S/A': at(3) }, 1],
    ['its parent’s Resource', { 'S/A/B/C': none, 'S/A/B/X': at(1), 'S/A/B/Resource': at(2), 'S/A/B/Default': at(3) }, 2],
    ['its parent’s Default', { 'S/A/B/C': none, 'S/A/B/X': at(1), 'S/A/B/Default': at(3) }, 3],
    ['the first below its parent', { 'S/A/B/C': none, 'S/A/B/X/Y': at(4), 'S/A/B/Z': at(5), 'S/A': at(6) }, 4],
    ['its grandparent', { 'S/A/B/C': none, 'S/A': at(6), S: at(7) }, 6],
    ['its stack', { 'S/A/B/C': none, 'S/AA': at(1), S: at(7) }, 7],
    ['its parent, itself unknown', { 'S/A/B': at(8) }, 8],
  ])('%s stands in', (_, traces, line) => {
    expect(locateIn(traces, 'S/A/B/C')).toEqual({ file: 'lib/data.ts', line, column: 1, approximate: true });
  });

  test('what the synthesis makes belongs to its ancestor, not to the line of app.synth()', () => {
    const byApp = ['...App.synth in aws-cdk-lib...', '<anonymous> (lib/data.ts:13:5)'];
    const raw = [
      'new CfnOutput (/a/node_modules/aws-cdk-lib/x.js:1:1)',
      'App.synth (/a/node_modules/aws-cdk-lib/app.js:1:1)',
      byApp[1] ?? '',
    ];
    for (const trace of [byApp, raw]) {
      expect(locateIn({ 'S/Exports/Output{"Ref":"A/B"}': trace, S: at(7) }, 'S/Exports/Output{"Ref":"A/B"}')).toMatchObject({ line: 7 });
    }
    const byAspect = ['A.visit (lib/data.ts:3:3)', ...byApp];
    expect(locateIn({ 'S/A': byAspect, S: at(7) }, 'S/A')).toMatchObject({ line: 3, approximate: false });
  });

  test('an assembly without traces is not reported', () => {
    expect(locateIn({ 'S/A': none, S: none }, 'S/A')).toBeUndefined();
    expect(locateIn({}, '')).toBeUndefined();
  });
});

describe('an assembly that means harm', () => {
  test('no file outside the project is looked at', () => {
    const outside = createProject({ 'secret.ts': LINES });
    const root = createProject({ 'lib/data.ts': LINES });
    symlinkSync(join(outside, 'secret.ts'), join(root, 'lib/link.ts'));
    symlinkSync(outside, join(root, 'linked'));
    for (const file of [join(outside, 'secret.ts'), join(root, 'lib/link.ts'), 'linked/secret.ts', '../../etc/passwd', '/etc/passwd']) {
      const place = locatorOf(root).locate(createConstructs({ A: [`new A (${file}:1:1)`] }), 'A');
      // A relative path that lies inside by its letters is reported as a file that is not there: unread, and so not verified.
      expect(place === undefined || (place.approximate && place.file === 'linked/secret.ts')).toBe(true);
    }
  });

  test('odd names and long ones', () => {
    const root = createProject({ 'lib/data.ts': LINES });
    mkdirSync(join(root, 'folder.ts'));
    writeFileSync(join(root, 'empty.ts'), '');
    const traces = {
      ['A/'.repeat(100_000)]: ['lib/data.ts:1:1'],
      __proto__x: ['folder.ts:1:1'],
      e: ['empty.ts:1:1'],
      n: ['a\0b/c.ts:1:1'],
    };
    const locator = locatorOf(root);
    const constructs = createConstructs({ ...traces, deep: [`new A (/${'x/'.repeat(2_000)}a.ts:1:1)`], '': ['lib/data.ts:2:1'] });
    for (const path of [...constructs.entries().keys()]) expect(() => locator.locate(constructs, path)).not.toThrow();
    expect(locator.locate(constructs, 'constructor')).toBeUndefined();
    expect(locator.locate(constructs, 'e')).toMatchObject({ file: 'empty.ts', column: undefined, approximate: true });
  });
});
