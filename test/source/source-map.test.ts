import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSourceLocator } from '../../src/source/source-locator.js';
import { createConstructs, createProject, LINES } from './project.js';

const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');

const SOURCE = `interface Construct {
  readonly id: string;
}

export class Storage {
  readonly trace: string;
  constructor(readonly scope: Construct, id: string) {
    const options: Construct = { id }; this.trace = String(new Error(options.id).stack);
  }
}

const made: Storage = new Storage({ id: 'a' }, 'b');
console.log(made.trace);
`;

/** An app that was really compiled and run: the frames that Node gives for the generated file. */
function compileAndRun(module: 'commonjs' | 'esnext', ...flags: readonly string[]) {
  const root = createProject({
    'package.json': JSON.stringify({ type: module === 'commonjs' ? 'commonjs' : 'module' }),
    'src/storage.ts': SOURCE,
  });
  const options = [
    '--ignoreConfig',
    '--noCheck',
    '--lib',
    'es2022',
    '--target',
    'es2022',
    '--module',
    module,
    '--moduleResolution',
    'bundler',
  ];
  execFileSync(process.execPath, [tsc, ...options, '--rootDir', 'src', '--outDir', 'dist', ...flags, 'src/storage.ts'], { cwd: root });
  const output = execFileSync(process.execPath, ['dist/storage.js'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return { root, frames: output.split('\n').filter((line) => line.startsWith('    at ')) };
}

function locateFrame(root: string, frame: string) {
  const locator = createSourceLocator({ projectRoot: root, assemblyRoot: join(root, 'cdk.out'), workingDirectory: root });
  return locator.locate(createConstructs({ A: [frame] }), 'A');
}

describe('an app that tsc compiled', () => {
  const placeOf = (line: number, text: string) => ({
    file: 'src/storage.ts',
    line,
    column: (SOURCE.split('\n')[line - 1]?.indexOf(text) ?? -1) + 1,
    approximate: false,
  });
  const exact = placeOf(8, 'new Error');

  test.each([
    ['commonjs', '--sourceMap'],
    ['esnext', '--sourceMap'],
    ['commonjs', '--inlineSourceMap'],
    ['commonjs', '--sourceMap', '--sourceRoot', '../src'],
  ] as const)('%s %s: frames are those of the source', (module, ...flags) => {
    const { root, frames } = compileAndRun(module, ...flags);
    expect(frames[0]).toContain('dist/storage.js');
    expect(locateFrame(root, frames[0] ?? '')).toEqual(exact);
    expect(locateFrame(root, frames[1] ?? '')).toEqual(placeOf(12, 'new Storage'));

    // The same frame as the CDK mangles it has no column; the whole line is of one line of the source.
    const line = /storage\.js:(\d+)/.exec(frames[1] ?? '')?.[1];
    const mangled = `file://${root}/dist/storage.js:${line}: (file://${root}/dist/storage.js:${line}:1)`;
    expect(locateFrame(root, mangled)).toEqual({ ...placeOf(12, ''), column: undefined });

    // Compiled on another machine.
    expect(locateFrame(root, (frames[0] ?? '').replace(root, '/build/here'))).toEqual(exact);
  });

  test('without its source or its map, the generated file is what there is', () => {
    const { root, frames } = compileAndRun('commonjs', '--sourceMap');
    rmSync(join(root, 'src'), { recursive: true });
    const generated = locateFrame(root, frames[0] ?? '');
    expect(generated).toMatchObject({ file: 'dist/storage.js', approximate: false });
    rmSync(join(root, 'dist/storage.js.map'));
    expect(locateFrame(root, frames[0] ?? '')).toEqual(generated);
  });

  test('a map outside the project is not read', () => {
    const { root, frames } = compileAndRun('commonjs', '--sourceMap');
    const outside = createProject({});
    cpSync(join(root, 'dist/storage.js.map'), join(outside, 'storage.js.map'));
    rmSync(join(root, 'dist/storage.js.map'));
    const generated = join(root, 'dist/storage.js');
    writeFileSync(generated, readFileSync(generated, 'utf8').replace(/(?<=sourceMappingURL=).*/, join(outside, 'storage.js.map')));
    expect(locateFrame(root, frames[0] ?? '')?.file).toBe('dist/storage.js');
  });
});

describe('maps', () => {
  /** One generated line of 40 characters: column 0 is from line 1 of the first source, column 20 from line 3, column 5, of the last. */
  function locateMapped(map: object | string, frame = 'new A (out.js:1:21)') {
    const text = typeof map === 'string' ? map : JSON.stringify({ version: 3, names: [], mappings: 'AAAA,oBAEI', ...map });
    return locateFrame(
      createProject({ 'out.js': `${LINES}//# sourceMappingURL=out.js.map\n`, 'out.js.map': text, 'lib/a.ts': LINES }),
      frame,
    );
  }

  test('of bundlers', () => {
    const place = { file: 'lib/a.ts', line: 3, column: 5, approximate: false };
    expect(locateMapped({ sources: ['webpack://app/./lib/a.ts'] })).toEqual(place);
    expect(locateMapped({ sources: ['a.ts'], sourceRoot: 'lib/' })).toEqual(place);
    expect(locateMapped({ sources: ['/build/here/lib/a.ts'] })).toEqual(place);
  });

  test('a line without a column that is of several lines of the source is approximate', () => {
    expect(locateMapped({ sources: ['lib/a.ts'] }, '/build/here/out.js:1: (/build/here/out.js:1:2)')).toMatchObject({
      line: 1,
      approximate: true,
    });
  });

  test('a frame of a bundled package is not the user’s', () => {
    expect(locateMapped({ sources: ['node_modules/aws-cdk-lib/a.js'] })).toBeUndefined();
  });

  test('a line that the map does not know stays where it is', () => {
    expect(locateMapped({ sources: ['lib/a.ts'] }, 'new A (out.js:2:1)')).toEqual({
      file: 'out.js',
      line: 2,
      column: 1,
      approximate: false,
    });
  });

  test.each<[string, object | string]>([
    ['no JSON', '{'],
    ['no object', 'null'],
    ['no mappings', { sources: ['lib/a.ts'], mappings: 1 }],
    ['no list', { sources: { length: 1e9 } }],
    ['a name of any length', { sources: ['../../../../etc/passwd'], names: { length: 1e9 } }],
    ['rubbish', { sources: [{}, null], mappings: '!!!;,,;AAAAAAAAAAAAA\u0000' }],
  ])('%s is no map', (_, map) => {
    expect(locateMapped(map)).toEqual({ file: 'out.js', line: 1, column: 21, approximate: false });
  });
});
