// Runs the one job of a workflow, step by step, as a runner of GitHub does.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parse } from 'yaml';
import { ACTIONS } from './actions.mjs';
import { interpolate, isRun } from './expressions.mjs';

/** What of this process's environment a runner has not. */
const OWN = /^(?:AWS_|CDK_|JSII_|SYNTHCHECK_|GITHUB_|RUNNER_|npm_|NODE_OPTIONS$|VIRTUAL_ENV$|CI$)/i;

/**
 * Each step's `{ name, outcome, log, note }`, where `outcome` is `success`, `failure` or `skipped`.
 * `workflow` is the path of the workflow in the repository, `remote` the bare repository, `path` folders before those of PATH.
 */
export function runJob({ workflow, remote, folder, appFolder, event, path, settings }) {
  mkdirSync(folder, { recursive: true });
  const root = mkdtempSync(join(folder, 'job-'));
  const [workspace, temporary] = ['workspace', 'temporary'].map((name) => join(root, name));
  for (const made of [workspace, temporary]) mkdirSync(made);
  const files = Object.fromEntries(
    ['GITHUB_PATH', 'GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'].map((name) => [name, join(root, name)]),
  );
  for (const file of Object.values(files)) writeFileSync(file, '');
  const number = 7;
  const isPull = event.name === 'pull_request';
  const env = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !OWN.test(name))),
    ...settings,
    ...files,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: event.name,
    GITHUB_REF: isPull ? `refs/pull/${number}/merge` : `refs/heads/${event.branch}`,
    GITHUB_REPOSITORY: 'acme/ledger',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_WORKSPACE: workspace,
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: temporary,
    ...(isPull && { GITHUB_BASE_REF: 'main', GITHUB_HEAD_REF: event.branch }),
  };
  const [job] = Object.values(parse(event.text ?? '').jobs);
  const values = { github: { event_name: event.name, token: 'a-token', event: isPull ? { pull_request: { number } } : {} } };
  const steps = [];
  for (const step of job.steps) {
    const context = { values, workspace, hasFailed: steps.some(({ outcome, isTolerated }) => outcome === 'failure' && !isTolerated) };
    const name = step.name ?? step.uses ?? step.run.trim().split('\n')[0];
    const started = Date.now();
    const done = isRun(step.if, context)
      ? runStep(step, { job, env, files, workspace, temporary, remote, appFolder, path, context })
      : { outcome: 'skipped', log: '' };
    steps.push({ name, seconds: Math.round((Date.now() - started) / 1000), isTolerated: step['continue-on-error'] === true, ...done });
  }
  const hasFailed = steps.some(({ outcome, isTolerated }) => outcome === 'failure' && !isTolerated);
  return {
    workflow,
    steps,
    outcome: hasFailed ? 'failure' : 'success',
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
    workspace,
  };
}

function runStep(step, { job, env, files, workspace, temporary, remote, appFolder, path, context }) {
  if (step.uses !== undefined) {
    const action = ACTIONS[step.uses.replace(/@.*/, '')];
    if (action === undefined) return { outcome: 'success', log: '', note: 'not run here' };
    try {
      return { outcome: 'success', log: '', note: action(step.with ?? {}, { env, files, workspace, temporary, remote, appFolder }) };
    } catch (error) {
      return { outcome: 'failure', log: error.message };
    }
  }
  const script = join(temporary, 'script.sh');
  writeFileSync(script, interpolate(step.run, context));
  const given = { ...job.env, ...step.env };
  const added = readFileSync(files.GITHUB_PATH, 'utf8').split('\n').filter(Boolean).reverse();
  const variables = readFileSync(files.GITHUB_ENV, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(/=(.*)/s).slice(0, 2));
  const cwd = join(workspace, step['working-directory'] ?? job.defaults?.run?.['working-directory'] ?? '.');
  if (!existsSync(cwd)) return { outcome: 'failure', log: `no folder ${cwd}` };
  // A step without `shell`: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
  const { status, stdout, stderr } = spawnSync('bash', ['-e', script], {
    cwd,
    env: {
      ...env,
      ...Object.fromEntries(variables),
      PATH: [...added, ...path, env.PATH].join(delimiter),
      ...Object.fromEntries(Object.entries(given).map(([name, value]) => [name, interpolate(value, context)])),
    },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
  return { outcome: status === 0 ? 'success' : 'failure', log: `${stdout}${stderr}` };
}
