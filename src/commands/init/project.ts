import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { MAX_TEXT_BYTES, readRegularText } from '../../files/read-file.js';
import { languageOfCommand } from '../../language.js';
import { findRepository, toSlashes } from '../../source/project-root.js';
import { ownVersion } from '../../version.js';
import { outputOf } from '../assembly-folders.js';
import { languageOfFiles, languageSteps } from './language-steps.js';
import { nodePackagesOf, setupNode } from './node-packages.js';
import { isPlainPath, type WorkflowParts } from './workflow.js';

/** Checks that are new in another version would fail a workflow that nobody changed. */
export const SYNTHCHECK = `synthcheck@${ownVersion().split('.').slice(0, 2).join('.')}`;

/** Where the workflow is written, and for what. */
export interface Place {
  /** GitHub reads `.github/workflows` of the root alone. */
  readonly repository: string;
  /** From there: `''` or `infra/app`. */
  readonly folder: string;
  /** Relative to `repository`. */
  readonly workflow: string;
  readonly branch: string;
}

export function placeOf(workingDirectory: string): Place {
  const repository = findRepository(workingDirectory) ?? resolve(workingDirectory);
  const folder = toSlashes(relative(repository, resolve(workingDirectory)));
  const suffix = folder === '' ? '' : `-${folder.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')}`;
  return { repository, folder, workflow: `.github/workflows/synthcheck${suffix}.yml`, branch: defaultBranch(repository) };
}

/** What `git clone` found to be the remote's default branch. */
function defaultBranch(repository: string): string {
  const [, branch] = /^ref: refs\/remotes\/origin\/([\w./-]+)\s*$/.exec(read(join(repository, '.git'), 'refs/remotes/origin/HEAD')) ?? [];
  return branch ?? 'main';
}

interface Project {
  readonly parts: WorkflowParts;
  /** The command that synthesizes the app. */
  readonly synth: string;
  /** Whether synthcheck is among the packages of the app. */
  readonly isInstalled: boolean;
}

/** https://github.com/aws/jsii/pull/5153, https://github.com/aws/jsii/pull/5158 */
const TRACES = { JSII_HOST_STACK_TRACES: "'1' # the lines of the app that create the constructs" };

/** Looks at `cdk.json` and the files of package managers in the working directory. */
export function detectProject(cwd: string, { repository, folder, branch }: Place): Project {
  const app = appOf(cwd);
  const language = app === '' ? languageOfFiles(cwd) : (languageOfCommand(app) ?? languageOfFiles(cwd));
  const node = nodePackagesOf(cwd, repository);
  const { setup, install, run } = languageSteps(language, {
    app,
    has: (file) => existsSync(join(cwd, file)),
    read: (file) => read(cwd, file),
    fromRoot: (file) => (folder === '' ? file : `${folder}/${file}`),
  });
  const programOf = (name: string, program: string, version: string): string =>
    node?.has(name) === true ? `${node.run} ${program}` : `npx --yes ${version}`;
  const synth = [run, programOf('aws-cdk', 'cdk', 'aws-cdk@2'), 'synth --quiet'].filter((word) => word !== undefined).join(' ');
  const output = [outputOf(cwd) ?? ''].find(isPlainPath) ?? 'cdk.out';
  const proof = `${output}/manifest.json`;
  return {
    synth,
    isInstalled: node?.has('synthcheck') === true,
    parts: {
      folder,
      branch,
      env: language === 'python' || language === 'java' ? TRACES : {},
      steps: [
        ...(node?.steps ?? setupNode()),
        ...setup,
        ...(install === undefined ? [] : [`- run: ${install}`]),
        '# An annotation that is an error makes synth fail although the assembly is written: it is reported below.',
        `- run: ${synth} || test -f ${proof}`,
      ],
      synthcheck: programOf('synthcheck', 'synthcheck', SYNTHCHECK),
      target: output,
      prepare: [node?.install, install, synth].filter((command) => command !== undefined),
      proof,
    },
  };
}

function appOf(folder: string): string {
  try {
    const { app } = Object(JSON.parse(read(folder, 'cdk.json'))) as { readonly app?: unknown };
    return typeof app === 'string' ? app : '';
  } catch {
    return '';
  }
}

function read(folder: string, file: string): string {
  const found = readRegularText(join(folder, file), { maxBytes: MAX_TEXT_BYTES, within: folder });
  return 'text' in found ? found.text : '';
}
