// What stands in for the actions that `init` names. Each returns what differs from GitHub's runner, or throws.
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

export const ACTIONS = {
  'actions/checkout': checkout,
  'actions/setup-node': setupNode,
  'actions/setup-python': setupPython,
  'actions/setup-java': setupJava,
  'actions/setup-go': setupGo,
  'github/codeql-action/upload-sarif': uploadSarif,
};

/** As the action does: all branches, and the merge of a pull request checked out. */
function checkout({ 'fetch-depth': depth }, { workspace, remote, env }) {
  const git = (...words) => execFileSync('git', words, { cwd: workspace, stdio: 'pipe' });
  git('init', '--quiet');
  git('remote', 'add', 'origin', remote);
  const branches = depth === 0 ? ['+refs/heads/*:refs/remotes/origin/*'] : [];
  git('fetch', '--quiet', 'origin', ...branches, `+${env.GITHUB_REF}:refs/remotes/runner`);
  git('checkout', '--quiet', '--detach', 'refs/remotes/runner');
}

const LOCKFILES = { npm: ['package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock'], pnpm: ['pnpm-lock.yaml'], yarn: ['yarn.lock'] };

function setupNode({ 'node-version': version, cache, 'cache-dependency-path': path }, { workspace }) {
  const files = path === undefined ? (LOCKFILES[cache] ?? []) : [path];
  if (cache !== undefined && !files.some((file) => existsSync(join(workspace, file))))
    throw new Error(`Dependencies lock file is not found in ${workspace}. Supported file patterns: ${files}`);
  return `Node ${process.version} in place of ${version}`;
}

/** Its pip installs into no other place: https://github.com/actions/setup-python */
function setupPython({ 'python-version': version, 'python-version-file': file }, { workspace, temporary, files }) {
  if (file !== undefined && !existsSync(join(workspace, file)))
    throw new Error(`The specified python version file at: ${file} doesn't exist.`);
  const folder = join(temporary, 'python');
  execFileSync('python3', ['-m', 'venv', folder], { stdio: 'pipe' });
  appendFileSync(files.GITHUB_PATH, `${join(folder, 'bin')}\n`);
  return `${execFileSync('python3', ['--version'], { encoding: 'utf8' }).trim()} in place of ${version ?? file}`;
}

function setupJava({ 'java-version': version, cache }, { workspace, appFolder }) {
  const patterns = { maven: ['pom.xml'], gradle: ['build.gradle', 'build.gradle.kts'] }[cache] ?? [];
  if (cache !== undefined && !patterns.some((name) => existsSync(join(workspace, appFolder, name))))
    throw new Error(`No file in ${workspace} matched to [**/${patterns}], make sure you have checked out the target repository`);
  const [line] = execFileSync('java', ['--version'], { encoding: 'utf8' }).split('\n');
  return `${line} in place of ${version}`;
}

function setupGo({ 'go-version-file': file, 'cache-dependency-path': sums }, { workspace }) {
  for (const path of [file, sums])
    if (path !== undefined && !existsSync(join(workspace, path)))
      throw new Error(`The specified go version file at: ${path} does not exist`);
  return execFileSync('go', ['version'], { encoding: 'utf8' }).trim();
}

/** By Microsoft's validator with GitHub's rules, and the places must be in the repository. */
function uploadSarif({ sarif_file: file }, { workspace, temporary }) {
  const sarif = JSON.parse(readFileSync(join(workspace, file), 'utf8'));
  const tool = createRequire(import.meta.url)('@microsoft/sarif-multitool');
  chmodSync(tool, 0o755);
  const output = join(temporary, 'validated.sarif');
  const words = [
    'validate',
    '--rule-kind',
    'Sarif;Gh',
    '--level',
    'Error',
    '--log',
    'ForceOverwrite',
    '--output',
    output,
    join(workspace, file),
  ];
  const { error } = spawnSync(tool, words, { stdio: 'pipe' });
  if (error !== undefined) throw error;
  const faults = JSON.parse(readFileSync(output, 'utf8')).runs.flatMap(({ results = [] }) => results);
  if (faults.length > 0) throw new Error(`no valid SARIF: ${JSON.stringify(faults.slice(0, 3))}`);
  const places = sarif.runs.flatMap(({ results }) => results.flatMap(({ locations }) => locations ?? []));
  const missing = places
    .map(({ physicalLocation }) => physicalLocation.artifactLocation.uri)
    .filter((uri) => !existsSync(join(workspace, decodeURIComponent(uri))));
  if (missing.length > 0) throw new Error(`SARIF names files that are not in the repository: ${missing}`);
  return `${sarif.runs[0].results.length} results, not uploaded`;
}
