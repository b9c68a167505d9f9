import type { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { FINDING_FORMATS, GRAPH_FORMATS, namesOf } from '../../src/report/formats.js';
import { type Arbitraries, arbitrariesOf, type Json } from './arbitraries.js';
import { hostileString } from './hostile.js';
import { type Files, readMaterials, readVocabulary } from './materials.js';
import { byteEditArbitrary, editArbitrary, editBytes, editJson } from './mutations.js';

/** One input: what lies in the project's folder, and the command line that is run there. */
export interface FuzzCase {
  readonly kind: 'generated' | 'edited' | 'bytes';
  readonly files: Readonly<Record<string, string | Buffer>>;
  readonly argv: readonly string[];
  /** What the command line names to be written. */
  readonly outputs: readonly string[];
  /** Files in whose place there is a link out of the project. */
  readonly links: readonly string[];
}

/** All that is opened without being named in the assembly, and what is written. */
const LINKS = [
  'synthcheck.config.json',
  'synthcheck.config.yaml',
  'synthcheck.config.mjs',
  'package.json',
  'cdk.json',
  'known.json',
  'report.out',
  'lib/a.ts',
  'lib',
  'cdk.out/manifest.json',
  'cdk.out/validation-report.json',
  'cdk.out/synth.lock',
  'cdk.out/S.template.json',
  'cdk.out/S.metadata.json',
  'cdk.out/S.assets.json',
  'cdk.out/N.nested.template.json',
  'other.out/manifest.json',
] as const;

const CHECK_FORMATS = namesOf(FINDING_FORMATS);
const PICTURE_FORMATS = [...namesOf(GRAPH_FORMATS), 'html'] as const;
const DIFF_FORMATS = ['terminal', 'json', 'markdown', 'html', 'github', 'sarif'] as const;

type Command = Pick<FuzzCase, 'argv' | 'outputs'>;

/** Without cfn-lint's rules: they run in a package and in processes of their own. */
const commandArbitrary: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(...CHECK_FORMATS).map((format) => command(['check', 'cdk.out', '--lint', 'never', '--format', format])),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(...CHECK_FORMATS)
      .map((format) =>
        command(
          ['cdk.out', '--lint=never', '--show-values', '--strict', '--no-suppressions', '--report', `${format}=report.out`],
          'report.out',
        ),
      ),
  },
  {
    weight: 1,
    arbitrary: fc.constant(command(['check', 'cdk.out', '--lint', 'never', '--baseline', 'known.json', '--update-baseline'], 'known.json')),
  },
  { weight: 1, arbitrary: fc.constant(command(['check', 'cdk.out', 'other.out', '--lint', 'never', '--stack', '*', '--fail-on', 'info'])) },
  { weight: 2, arbitrary: fc.constantFrom(...PICTURE_FORMATS).map((format) => command(['graph', 'cdk.out', '--format', format])) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('resources', 'stacks', 'regions')
      .map((level) => command(['graph', 'cdk.out', '--level', level, '--explain-links'])),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(...DIFF_FORMATS), fc.boolean())
      .map(([format, forward]) =>
        command(['diff', ...(forward ? ['other.out', 'cdk.out'] : ['cdk.out', 'other.out']), '--format', format]),
      ),
  },
);

function command(argv: readonly string[], ...outputs: string[]): Command {
  return { argv, outputs };
}

/** Makes cases. The same seed gives the same case, on any machine. */
export class CaseMaker {
  readonly #arbitrary: fc.Arbitrary<FuzzCase>;

  /** `corpus` is a folder with further assemblies to spoil. */
  constructor(corpus?: string) {
    const materials = readMaterials(corpus);
    this.#arbitrary = caseArbitrary(materials, arbitrariesOf(readVocabulary(materials)));
  }

  get arbitrary(): fc.Arbitrary<FuzzCase> {
    return this.#arbitrary;
  }

  make(seed: number): FuzzCase {
    return fc.sample(this.#arbitrary, { seed, numRuns: 1 })[0] as FuzzCase;
  }
}

function caseArbitrary(materials: readonly Files[], { value, assembly, config }: Arbitraries): fc.Arbitrary<FuzzCase> {
  const material = fc.constantFrom(...materials);
  const part = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  const edited = fc
    .tuple(
      material,
      fc.array(fc.tuple(part, fc.array(editArbitrary(value, hostileString), { minLength: 1, maxLength: 4 })), {
        minLength: 1,
        maxLength: 4,
      }),
    )
    .map(([files, edits]) => spoil(files, edits, (text, list) => editJson(text, list)));
  const bytes = fc
    .tuple(material, fc.array(fc.tuple(part, fc.array(byteEditArbitrary, { minLength: 1, maxLength: 4 })), { minLength: 1, maxLength: 3 }))
    .map(([files, edits]) => spoil(files, edits, (text, list) => editBytes(text, list)));
  const generated = assembly.map(inJson);
  const kinds = fc.oneof(
    { weight: 4, arbitrary: generated.map((files) => ({ kind: 'generated', files }) as const) },
    { weight: 4, arbitrary: edited.map((files) => ({ kind: 'edited', files }) as const) },
    { weight: 2, arbitrary: bytes.map((files) => ({ kind: 'bytes', files }) as const) },
  );
  const configFile = fc.oneof(
    { weight: 4, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: config.map((content) => ({ 'synthcheck.config.json': JSON.stringify(content) })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(config, fc.array(byteEditArbitrary, { minLength: 1, maxLength: 3 }))
        .map(([content, edits]) => ({ 'synthcheck.config.yaml': editBytes(JSON.stringify(content), edits) })),
    },
  );
  const links = fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.subarray([...LINKS], { maxLength: 3 }) });
  return fc
    .tuple(kinds, commandArbitrary, configFile, material, links)
    .map(([{ kind, files }, { argv, outputs }, configuration, other, links]) => ({
      links,
      kind,
      argv,
      outputs,
      files: {
        ...configuration,
        ...below('cdk.out', files),
        // Told apart by one stack that both have: the same text is the same assembly.
        ...(argv.includes('other.out') && below('other.out', Object.fromEntries(other))),
      },
    }));
}

function inJson(files: Readonly<Record<string, Json>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [path, JSON.stringify(content)]));
}

function spoil<E>(
  files: Files,
  edits: readonly (readonly [at: number, list: readonly E[]])[],
  edit: (text: string, list: readonly E[]) => string | Buffer,
): Readonly<Record<string, string | Buffer>> {
  const spoilt: Record<string, string | Buffer> = Object.fromEntries(files);
  const paths = [...files.keys()];
  for (const [at, list] of edits) {
    const path = paths[Math.floor(at * paths.length)] ?? 'manifest.json';
    spoilt[path] = edit(files.get(path) ?? '', list);
  }
  return spoilt;
}

function below(folder: string, files: Readonly<Record<string, string | Buffer>>): Readonly<Record<string, string | Buffer>> {
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]));
}
