import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cyclesOf } from '../src/graph/deployment/cycles.js';
import { groupBy } from '../src/group-by.js';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** What every folder may use: small, and without a subject of its own. */
const SHARED = 'src/{and-list,counted,deadline,diagnostic,group-by,import-module,memoize,sha256,short-list,suggestion,table-of,version}.ts';
/** Where the program begins; nothing imports these. */
const ENTRIES = 'src/{cli,compiled-files,executable,index,main,testing}.ts';

interface Layer {
  /** Folders, beside itself and the shared files, that it may import. */
  readonly may: readonly string[];
  /** Modules of Node that it may import: none is the rule for what computes values. */
  readonly node?: true | readonly string[];
  readonly because: string;
}

const LAYERS: Readonly<Record<string, Layer>> = {
  [SHARED]: { may: [], node: true, because: 'they are below everything' },
  'src/generated': { may: [], because: 'it is written by scripts' },
  'src/files': { may: [], node: true, because: 'it opens files safely and knows nothing of their content' },
  'src/template': { may: ['src/assembly'], node: ['node:buffer', 'node:module'], because: 'it reads text that it is given' },
  'src/assembly': { may: ['src/files', 'src/template'], node: true, because: 'reading comes before checking' },
  'src/plain': {
    may: ['src/assembly', 'src/template', 'src/files', 'src/source'],
    node: true,
    because: 'it is a second way to what reading an assembly gives',
  },
  'src/facts': { may: ['src/generated'], because: 'facts are rows, not code' },
  'src/graph/model': {
    may: ['src/assembly', 'src/facts'],
    because: 'values, resources and the interface of the graph are below what computes them',
  },
  'src/graph/kinds': {
    may: ['src/assembly', 'src/facts', 'src/graph/model'],
    because: 'a kind of link sees the walk and the graph through interfaces',
  },
  'src/graph/intrinsics': {
    may: ['src/assembly', 'src/facts', 'src/graph/model', 'src/graph/kinds'],
    because: 'a function of templates is a value and holds links, and sees both through interfaces',
  },
  'src/graph/evaluate': {
    may: ['src/assembly', 'src/facts', 'src/graph/model', 'src/graph/intrinsics'],
    because: 'evaluation sees the graph through an interface',
  },
  'src/graph/links': {
    may: ['src/assembly', 'src/facts', 'src/graph/model', 'src/graph/evaluate', 'src/graph/intrinsics', 'src/graph/kinds'],
    because: 'links are found in evaluated values',
  },
  'src/graph/deployment': {
    may: ['src/assembly', 'src/facts', 'src/graph/model', 'src/graph/links'],
    because: 'order and cycles follow from links',
  },
  'src/graph': { may: ['src/assembly', 'src/facts'], because: 'the graph knows templates only' },
  'src/queries': { may: ['src/assembly', 'src/graph', 'src/facts'], because: 'a query is a function of the graph' },
  'src/check': { may: ['src/assembly', 'src/graph'], because: 'a check sees the graph and touches nothing' },
  'src/resilience': {
    may: ['src/assembly', 'src/graph', 'src/facts', 'src/queries', 'src/check'],
    because: 'whether a contract is kept is a function of the contract and the graph',
  },
  'checks/*/model': {
    may: ['src/assembly', 'src/graph', 'src/facts', 'src/queries', 'src/check', 'src/resilience'],
    because: 'it is what the checks of one service share',
  },
  checks: {
    may: ['checks/*/model', 'src/assembly', 'src/graph', 'src/facts', 'src/queries', 'src/check', 'src/resilience'],
    because: 'a check sees the contract, the graph, queries and facts',
  },
  'src/source': { may: ['src/assembly', 'src/files'], node: true, because: 'it finds lines of the app, whatever was found there' },
  'src/finding': {
    may: ['src/assembly', 'src/template', 'src/graph', 'src/check', 'src/source', 'src/generated'],
    node: true,
    because: 'reports are made from findings, not the other way',
  },
  'src/config': {
    may: ['src/assembly', 'src/files', 'src/graph', 'src/check', 'src/source', 'src/finding', 'src/generated'],
    node: true,
    because: 'it selects and accepts, and prints nothing',
  },
  'src/rules': {
    may: ['src/assembly', 'src/graph', 'src/queries', 'src/check', 'src/config', 'src/generated'],
    because: 'rules of a configuration are checks',
  },
  'src/suppress': {
    may: ['src/assembly', 'src/files', 'src/graph', 'src/config', 'src/source', 'src/finding', 'src/generated'],
    node: true,
    because: 'it filters findings, and prints nothing',
  },
  'src/external': {
    may: ['src/assembly', 'src/files', 'src/graph', 'src/check', 'src/source', 'src/finding'],
    node: true,
    because: 'other tools are read, and merged by the run',
  },
  'src/diff': {
    may: ['src/assembly', 'src/graph', 'src/facts', 'src/queries', 'src/finding', 'src/run', 'src/generated'],
    node: true,
    because: 'it compares two assemblies and the findings of both',
  },
  'src/report': {
    may: ['src/graph', 'src/check', 'src/finding', 'src/diff', 'src/pages', 'src/resilience', 'src/organization', 'src/generated'],
    node: ['node:util', 'node:path', 'node:zlib'],
    because: 'a reporter returns a string and touches nothing; pages hold their data compressed',
  },
  'src/organization': {
    may: ['src/assembly', 'src/graph', 'src/facts', 'src/queries', 'src/check', 'src/finding'],
    node: true,
    because: 'the index is made from graphs and findings, and the questions from indexes alone',
  },
  'src/pages': { may: ['src/graph', 'src/finding', 'src/report'], because: 'a page runs in a browser' },
  'src/run': {
    may: [
      'checks',
      'src/assembly',
      'src/graph',
      'src/facts',
      'src/check',
      'src/config',
      'src/suppress',
      'src/source',
      'src/finding',
      'src/external',
      'src/files',
      'src/plain',
      'src/diff',
      'src/organization',
      'src/resilience',
      'src/rules',
      'src/report',
      'src/pages',
    ],
    node: true,
    because: 'what the command line, the action and the plugin share; it prints nothing',
  },
  'src/testing': {
    may: ['src/assembly', 'src/graph', 'src/check', 'src/config', 'src/finding'],
    node: true,
    because: 'it is for tests of checks',
  },
  'src/cdk': { may: ['*'], node: true, because: 'it is an entry point' },
  'src/action': { may: ['*'], node: true, because: 'it is an entry point' },
  'src/mcp': { may: ['*'], node: true, because: 'it is an entry point, begun by a command' },
  'src/commands': { may: ['*'], node: true, because: 'it is an entry point' },
  [ENTRIES]: { may: ['*'], node: true, because: 'they put the program together' },
};
/** What no layer may import. */
const NEVER_IMPORTED = ['src/cdk', 'src/action', ENTRIES];

function layerOf(file: string): string {
  const [top = '', second = '', third] = file.split('/');
  if (top === 'checks') return third === 'model' ? 'checks/*/model' : 'checks';
  if (second.endsWith('.ts')) return ENTRIES.includes(second.slice(0, -3)) ? ENTRIES : SHARED;
  return second === 'graph' && !third?.endsWith('.ts') ? `${top}/${second}/${third}` : `${top}/${second}`;
}

/** A folder that may be imported may be with all that is in it. */
function mayImport({ may }: Layer, layer: string, target: string): boolean {
  return [...may, layer].some((folder) => folder === '*' || folder === target || target.startsWith(`${folder}/`));
}

const files = ['src', 'checks']
  .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`))
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'))
  .sort();
const known = new Set(files);

interface Import {
  readonly from: string;
  readonly to: string;
  /** Gone when the program runs. */
  readonly isType: boolean;
}

const imports: readonly Import[] = files.flatMap((from) =>
  [...readFileSync(join(ROOT, from), 'utf8').matchAll(/(\b(?:import|export) type [^;]*?)?(?:\bfrom|\bimport\()\s*'([^']+)'/g)].map(
    ([, type, name = '']) => {
      const path = join(dirname(from), name).replaceAll('\\', '/').replace(/\.js$/, '.ts');
      return { from, to: name.startsWith('.') && known.has(path) ? path : name, isType: type !== undefined };
    },
  ),
);

describe('layers', () => {
  it('name every folder', () => {
    expect([...new Set(files.map(layerOf))].filter((layer) => !Object.hasOwn(LAYERS, layer))).toEqual([]);
  });

  it.each(Object.entries(LAYERS))('%s', (layer, rules) => {
    const { node, because } = rules;
    const offends = ({ to }: Import): boolean => {
      if (to.startsWith('node:')) return node !== true && !(node ?? []).includes(to);
      if (!known.has(to)) return false;
      const target = layerOf(to);
      if (target === layer || target === SHARED) return false;
      return !mayImport(rules, layer, target) || (NEVER_IMPORTED.includes(target) && !rules.may.includes('*'));
    };
    expect(
      imports.filter((found) => layerOf(found.from) === layer && offends(found)),
      because,
    ).toEqual([]);
  });

  it('have no circles of modules', () => {
    const next = groupBy(
      imports.filter(({ to, isType }) => !isType && known.has(to)),
      ({ from }) => from,
    );
    expect(cyclesOf(files, (file) => (next.get(file) ?? []).map(({ to }) => to))).toEqual([]);
  });

  it('let a check import the model of its own service alone', () => {
    const service = (file: string) => file.split('/')[1];
    expect(
      imports.filter(({ from, to }) => from.startsWith('checks/') && layerOf(to) === 'checks/*/model' && service(from) !== service(to)),
    ).toEqual([]);
  });
});
