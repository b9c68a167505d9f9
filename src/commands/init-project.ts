import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { MAX_TEXT_BYTES, readRegularText } from '../files/read-file.js';
import { type Language, languageOfCommand } from '../language.js';

/** What a workflow has to know of an app: the steps that make `cdk synth` work. */
export interface Project {
  readonly language: Language;
  /** Lines of YAML for the steps that install the language and the app's packages. */
  readonly steps: readonly string[];
  /** Runs the CDK's command line and synthcheck. */
  readonly npx: string;
  /** Whether synthcheck lies in `node_modules`, where an editor finds its schema. */
  readonly hasPackageJson: boolean;
}

/** Looks at `cdk.json` and the files of package managers in the working directory. */
export function detectProject(folder: string): Project {
  const has = (file: string): boolean => existsSync(join(folder, file));
  const hasPackageJson = has('package.json');
  const language = languageOf(folder, has);
  const [manager = NPM] = MANAGERS.filter(({ lockfile }) => has(lockfile));
  const node = hasPackageJson ? manager : undefined;
  return {
    language,
    hasPackageJson,
    npx: node?.npx ?? 'npx --yes',
    steps: [...nodeSteps(node), ...LANGUAGE_STEPS[language](has)],
  };
}

/** The command that runs the app says it; else the files beside it do. https://docs.aws.amazon.com/cdk/v2/guide/cli.html */
function languageOf(folder: string, has: (file: string) => boolean): Language {
  const app = appOf(folder);
  if (app !== '') return languageOfCommand(app) ?? 'typescript';
  if (has('requirements.txt') || has('pyproject.toml')) return 'python';
  if (has('pom.xml') || has('build.gradle') || has('build.gradle.kts')) return 'java';
  if (has('go.mod')) return 'go';
  return readdirSync(folder).some((file) => /\.(?:sln|csproj|fsproj)$/.test(file)) ? 'csharp' : 'typescript';
}

function appOf(folder: string): string {
  const read = readRegularText(join(folder, 'cdk.json'), { maxBytes: MAX_TEXT_BYTES, within: folder });
  try {
    const { app } = Object('text' in read ? JSON.parse(read.text) : {}) as { readonly app?: unknown };
    return typeof app === 'string' ? app : '';
  } catch {
    return '';
  }
}

interface Manager {
  readonly name: string;
  readonly lockfile: string;
  readonly install: string;
  readonly npx: string;
}

const NPM: Manager = { name: 'npm', lockfile: 'package-lock.json', install: 'npm ci', npx: 'npx' };
const MANAGERS: readonly Manager[] = [
  NPM,
  { name: 'pnpm', lockfile: 'pnpm-lock.yaml', install: 'pnpm install --frozen-lockfile', npx: 'pnpm exec' },
  { name: 'yarn', lockfile: 'yarn.lock', install: 'yarn install --immutable', npx: 'yarn' },
];

/** The CDK's command line is a program of Node in every language. */
function nodeSteps(manager: Manager | undefined): readonly string[] {
  return [
    ...(manager?.name === 'pnpm' ? ['- run: corepack enable'] : []),
    '- uses: actions/setup-node@v5',
    '  with:',
    '    node-version: 24',
    ...(manager === undefined ? [] : [`    cache: ${manager.name}`, `- run: ${manager.install}`]),
  ];
}

function setup(action: string, inputs: Readonly<Record<string, string>>): readonly string[] {
  return [`- uses: ${action}`, '  with:', ...Object.entries(inputs).map(([name, value]) => `    ${name}: ${value}`)];
}

const LANGUAGE_STEPS: Readonly<Record<Language, (has: (file: string) => boolean) => readonly string[]>> = {
  typescript: () => [],
  javascript: () => [],
  python: (has) => [
    ...setup('actions/setup-python@v6', { 'python-version': "'3.13'" }),
    has('poetry.lock')
      ? '- run: pipx install poetry && poetry install'
      : has('uv.lock')
        ? '- run: pipx install uv && uv sync'
        : has('requirements.txt')
          ? '- run: pip install -r requirements.txt'
          : '- run: pip install .',
  ],
  java: (has) => [
    ...setup('actions/setup-java@v5', { distribution: 'corretto', 'java-version': "'21'", cache: has('pom.xml') ? 'maven' : 'gradle' }),
    has('pom.xml') ? '- run: mvn --batch-mode --quiet compile' : '- run: ./gradlew classes',
  ],
  go: () => [...setup('actions/setup-go@v6', { 'go-version-file': 'go.mod' }), '- run: go mod download'],
  csharp: () => setup('actions/setup-dotnet@v5', { 'dotnet-version': "'8.0'" }),
};
