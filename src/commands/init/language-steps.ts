import { readdirSync } from 'node:fs';
import type { Language } from '../../language.js';

/** What makes an app of another language than Node's run. */
export interface LanguageSteps {
  /** Steps of a workflow, lines of YAML, that install the language and what installs its packages. */
  readonly setup: readonly string[];
  /** Installs the packages of a checkout. */
  readonly install?: string | undefined;
  /** What `cdk synth` is run by, so that the app finds its packages: `poetry run`. */
  readonly run?: string | undefined;
}

/** The folder of the app, as far as the steps depend on it. */
export interface AppFolder {
  readonly has: (file: string) => boolean;
  readonly read: (file: string) => string;
  /** `app` of `cdk.json` */
  readonly app: string;
  /** A file of the folder, from the repository's root: what actions are given. */
  readonly fromRoot: (file: string) => string;
}

interface PythonManager {
  readonly file: string;
  readonly tool?: string;
  readonly install: string;
  readonly run?: string;
}

const PYTHON_MANAGERS: readonly PythonManager[] = [
  { file: 'uv.lock', tool: 'uv', install: 'uv sync --locked', run: 'uv run' },
  { file: 'poetry.lock', tool: 'poetry', install: 'poetry install', run: 'poetry run' },
  { file: 'Pipfile.lock', tool: 'pipenv', install: 'pipenv sync', run: 'pipenv run' },
  { file: 'pdm.lock', tool: 'pdm', install: 'pdm sync', run: 'pdm run' },
  { file: 'requirements.txt', install: 'pip install -r requirements.txt' },
];
const PLAIN_PYTHON: PythonManager = { file: '', install: 'pip install .' };

/** Two parts or three: a name of a virtual environment of pyenv is no version. */
const PYTHON_VERSION = /^\d+\.\d+(?:\.\d+)?\s*$/;

const STEPS: Readonly<Record<Language, (folder: AppFolder) => LanguageSteps>> = {
  typescript: () => ({ setup: [] }),
  javascript: () => ({ setup: [] }),
  python: ({ has, read, app, fromRoot }) => {
    const version = PYTHON_VERSION.test(read('.python-version'))
      ? { 'python-version-file': fromRoot('.python-version') }
      : { 'python-version': "'3.13'" };
    const { tool, install, run } = PYTHON_MANAGERS.find(({ file }) => has(file)) ?? PLAIN_PYTHON;
    // `cdk.json` may name the Python of a virtual environment.
    const [, environment] = /(?:^|[\s"'./])(\.?venv)[\\/](?:bin|Scripts)[\\/]/.exec(app) ?? [];
    return {
      setup: [...setup('actions/setup-python@v6', version), ...(tool === undefined ? [] : [`- run: pipx install ${tool}`])],
      install:
        environment === undefined || tool !== undefined ? install : `python3 -m venv ${environment} && ${environment}/bin/${install}`,
      run: run === undefined || app.includes(run) ? undefined : run,
    };
  },
  java: ({ has }) => {
    const isMaven = has('pom.xml');
    const inputs = { distribution: 'corretto', 'java-version': "'21'", cache: isMaven ? 'maven' : 'gradle' };
    const tool = isMaven ? (has('mvnw') ? './mvnw' : 'mvn') : has('gradlew') ? './gradlew' : 'gradle';
    return {
      setup: setup('actions/setup-java@v5', inputs),
      install: isMaven ? `${tool} --batch-mode --quiet compile` : `${tool} classes`,
    };
  },
  go: ({ fromRoot }) => ({
    setup: setup('actions/setup-go@v6', {
      'go-version-file': fromRoot('go.mod'),
      ...(fromRoot('go.sum') !== 'go.sum' && { 'cache-dependency-path': fromRoot('go.sum') }),
    }),
    install: 'go mod download',
  }),
  csharp: ({ has, fromRoot }) => ({
    setup: setup(
      'actions/setup-dotnet@v5',
      has('global.json') ? { 'global-json-file': fromRoot('global.json') } : { 'dotnet-version': "'8.0'" },
    ),
  }),
};

export function languageSteps(language: Language, folder: AppFolder): LanguageSteps {
  return STEPS[language](folder);
}

/** By the files of package managers. */
export function languageOfFiles(folder: string): Language {
  const files = new Set(readdirSync(folder));
  const has = (...names: readonly string[]): boolean => names.some((name) => files.has(name));
  if (has('requirements.txt', 'pyproject.toml', 'Pipfile')) return 'python';
  if (has('pom.xml', 'build.gradle', 'build.gradle.kts')) return 'java';
  if (has('go.mod')) return 'go';
  return [...files].some((file) => /\.(?:sln|csproj|fsproj)$/.test(file)) ? 'csharp' : 'typescript';
}

function setup(action: string, inputs: Readonly<Record<string, string>>): readonly string[] {
  return [`- uses: ${action}`, '  with:', ...Object.entries(inputs).map(([name, value]) => `    ${name}: ${value}`)];
}
