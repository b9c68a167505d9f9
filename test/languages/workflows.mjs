// Runs `synthcheck init` in each sample, and the workflow that it writes, as a runner of GitHub would: npm run test:workflows [-- typescript go]
// Every `run` step is executed. The package is the one that would be published; `gh` and what actions do beyond the machine are stood in for, and said so.
// It needs the tools and registries of the languages, and takes minutes. SYNTHCHECK_LANGUAGES names a folder that stays.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { APPS } from './workflow/apps.mjs';
import { runJob } from './workflow/job.mjs';

const root = join(import.meta.dirname, '../..');
const kept = process.env.SYNTHCHECK_LANGUAGES;
const work = realpathSync(mkdtempSync(join(kept ?? tmpdir(), 'workflows-')));
const written = ['cdk.out', 'node_modules', '.venv', 'target', 'synthcheck.config.json'];
const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(APPS);
const PLANTED = [
  'dynamodb/replica-sse-without-table-sse',
  's3/replication-destination-missing',
  'route53/health-check-host-malformed',
  'route53/set-identifier-missing',
  'deletion/protection-blocks-delete',
];
let failed = 0;
let passed = 0;

const bin = join(work, 'bin');
mkdirSync(bin);
cpSync(join(import.meta.dirname, 'workflow/gh.mjs'), join(work, 'gh.mjs'));
writeFileSync(join(bin, 'gh'), `#!/bin/sh\nexec node '${join(work, 'gh.mjs')}' "$@"\n`);
chmodSync(join(bin, 'gh'), 0o755);
const registry = spawn(process.execPath, [join(import.meta.dirname, 'workflow/registry.mjs'), root, work], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const address = await new Promise((resolve, reject) => {
  registry.stdout.once('data', (data) => resolve(String(data).trim()));
  registry.once('exit', (code) => reject(new Error(`the registry ended with ${code}`)));
});
try {
  for (const language of chosen) runLanguage(language, APPS[language]);
} finally {
  registry.kill();
  if (kept === undefined) rmSync(work, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

function runLanguage(language, { folder, tools, entry, error, exception }) {
  const missing = tools.find((tool) => !isThere(tool));
  if (missing !== undefined) {
    console.log(`${language}: not run: ${missing} is not there`);
    return;
  }
  const repository = join(work, language, 'repository');
  const app = join(repository, folder);
  cpSync(join(root, 'samples/languages', language), app, { recursive: true, filter: (path) => !written.includes(basename(path)) });
  writeFileSync(join(repository, '.gitignore'), 'cdk.out\nnode_modules\ntarget\n');
  git(repository, 'init', '--quiet', '--initial-branch', 'main');
  console.log(execFileSync(process.execPath, [join(root, 'dist/src/cli.js'), 'init'], { cwd: app, encoding: 'utf8' }).trim());
  const config = join(app, 'synthcheck.config.yaml');
  const settings = `${readFileSync(config, 'utf8')}\ndeletion:\n  retained: ['ledger-*-data']\n`;
  writeFileSync(config, settings);
  commit(repository, 'The app and its workflow');
  const remote = join(work, language, 'remote.git');
  git(work, 'clone', '--quiet', '--bare', repository, remote);
  git(repository, 'remote', 'add', 'origin', remote);
  const [name] = execFileSync('git', ['ls-files', '.github/workflows'], { cwd: repository, encoding: 'utf8' }).trim().split('\n');
  const text = readFileSync(join(repository, name), 'utf8');
  const comments = join(work, language, 'comments.json');

  const change = (branch, edit) => {
    git(repository, 'checkout', '--quiet', '-B', branch, 'main');
    edit();
    commit(repository, branch);
    git(repository, 'push', '--quiet', '--force', 'origin', `HEAD:refs/heads/${branch}`);
    // What GitHub would merge: the branch is the base branch and one commit more.
    git(repository, 'push', '--quiet', '--force', 'origin', 'HEAD:refs/pull/7/merge');
  };
  const replace = (file, from, to) => {
    const path = join(app, file);
    const before = readFileSync(path, 'utf8');
    if (!before.includes(from)) throw new Error(`${file} has no ${from}`);
    writeFileSync(path, before.replaceAll(from, to));
  };
  const run = (event, branch, expected) => {
    const job = runJob({
      workflow: name,
      remote,
      folder: join(work, language),
      appFolder: folder,
      event: { name: event, branch, text },
      path: [bin, dirname(process.execPath)],
      settings: { npm_config_registry: address, npm_config_cache: join(work, 'npm-cache'), COMMENTS: comments },
    });
    report(`${language}, ${event} of ${branch}`, job, expected(job));
  };
  const commentsOf = () => (existsSync(comments) ? JSON.parse(readFileSync(comments, 'utf8')) : []);
  const annotations = ({ steps }) => steps.flatMap(({ log }) => log.match(/^::(?:error|warning) .*$/gm) ?? []);
  const stepOf = ({ steps }, word) => steps.find(({ name }) => name.includes(word)) ?? {};

  const places = placesIn(language, folder);
  run('push', 'main', (job) => ({
    'cdk synth passes': stepOf(job, ' synth').outcome === 'success',
    'the five mistakes are annotated at their lines': PLANTED.every((id) => placeOf(job, id) === places.get(id)),
    'the check fails, and so does the job': stepOf(job, '--format github').outcome === 'failure' && job.outcome === 'failure',
    'the summary has them': job.summary.includes('s3/replication-destination-missing'),
    'the results are fit for code scanning': stepOf(job, 'upload-sarif').outcome === 'success',
    'nothing is compared': commentsOf().length === 0,
  }));

  change('rename-the-bucket', () => {
    replace(entry.data, 'acme-ledger-receipts-standby', 'acme-ledger-receipts-second');
    replace('synthcheck.config.yaml', 'failOn: error', 'failOn: never');
  });
  run('pull_request', 'rename-the-bucket', (job) => ({
    'the job passes': job.outcome === 'success',
    'one comment says that the bucket is replaced':
      commentsOf().length === 1 && /replace/i.test(commentsOf()[0].body) && commentsOf()[0].body.includes('Receipts'),
  }));

  change('annotate-an-error', () => replace(entry.main, ...error));
  run('pull_request', 'annotate-an-error', (job) => ({
    'cdk synth fails, and the assembly is checked all the same':
      /not ready/.test(stepOf(job, ' synth').log) &&
      stepOf(job, ' synth').outcome === 'success' &&
      annotations(job).some((line) => line.includes('title=assembly/annotation')),
    'the job fails': job.outcome === 'failure',
    'the comment is written anew': commentsOf().length === 1 && commentsOf()[0].times === 2,
  }));

  change('throw-an-exception', () => replace(entry.main, ...exception));
  run('pull_request', 'throw-an-exception', (job) => ({
    'the job fails at cdk synth': stepOf(job, ' synth').outcome === 'failure' && job.outcome === 'failure',
    'nothing else runs': job.steps.slice(job.steps.indexOf(stepOf(job, ' synth')) + 1).every(({ outcome }) => outcome === 'skipped'),
    'the comment stays': commentsOf()[0]?.times === 2,
  }));
}

/** `infra/ledger/data.py:34`, of an annotation. */
function placeOf({ steps }, id) {
  const lines = steps.flatMap(({ log }) => log.match(/^::(?:error|warning) .*$/gm) ?? []);
  const [, file, line] =
    /file=([^,]*),line=(\d+)/.exec(lines.find((text) => text.includes(`title=${id}:`) || text.includes(`title=${id},`)) ?? '') ?? [];
  return `${file}:${line}`;
}

/** The table of the page of the samples, with the paths of this repository. */
function placesIn(language, folder) {
  const rows = readFileSync(join(root, 'samples/languages/README.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '));
  const [head, ...lines] = rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  const column = head.findIndex((cell) => cell.startsWith(`[${language}]`));
  const [, inside] = /`(.*)`/.exec(head[column]) ?? [];
  return new Map(
    lines.map((cells) => [cells[0].replaceAll('`', ''), [folder, inside, /`(.*)`/.exec(cells[column])[1]].filter(Boolean).join('/')]),
  );
}

function report(title, { steps, outcome }, expectations) {
  console.log(`\n${title}: ${outcome}`);
  for (const { name, outcome: of, seconds, note } of steps)
    console.log(`  ${of.padEnd(8)} ${String(seconds).padStart(3)} s  ${name.slice(0, 100)}${note === undefined ? '' : `  (${note})`}`);
  for (const [expectation, holds] of Object.entries(expectations)) {
    console.log(`  ${holds ? 'right' : 'WRONG'}: ${expectation}`);
    if (holds) passed += 1;
    else failed += 1;
  }
  if (Object.values(expectations).includes(false))
    for (const { name, log, outcome: of } of steps) if (log !== '') console.log(`--- ${name.slice(0, 100)} (${of})\n${log.slice(-4000)}`);
}

function isThere(tool) {
  try {
    execFileSync(tool, [tool === 'go' ? 'version' : '--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function git(cwd, ...words) {
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false', ...words], {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function commit(cwd, subject) {
  git(cwd, 'add', '--all');
  git(cwd, 'commit', '--quiet', '--message', subject);
}
