import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { temporaryFolder } from '../support/assembly-builder.js';

export const repository = fileURLToPath(new URL('../../', import.meta.url));

interface Step {
  readonly id?: string;
  readonly name: string;
  readonly shell: string;
  readonly run: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export function readAction(): Action {
  return parse(readFileSync(join(repository, 'action.yml'), 'utf8'));
}

export interface JobResult {
  readonly code: number;
  readonly log: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

interface Job {
  readonly inputs?: Readonly<Record<string, string>>;
  /** Beside what a runner sets. */
  readonly env?: Readonly<Record<string, string>>;
  readonly event?: unknown;
  readonly workspace?: string;
}

/** Runs the steps of action.yml as a runner does: bash, inputs through expressions, outputs and summary through files. */
export async function runJob({ inputs = {}, env = {}, event = {}, workspace = repository }: Job): Promise<JobResult> {
  const action = readAction();
  const temp = temporaryFolder();
  const folder = mkdtempSync(join(temp, 'job-'));
  const [output, summary, eventFile] = ['output', 'summary', 'event.json'].map((name) => join(folder, name)) as [string, string, string];
  for (const file of [output, summary]) writeFileSync(file, '');
  writeFileSync(eventFile, JSON.stringify(event));
  const given = Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, inputs[name] ?? input.default ?? '']));
  const outputsOf: Record<string, Readonly<Record<string, string>>> = {};
  const evaluate = (text: string): string =>
    text.replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) => evaluateExpression(expression.trim(), given, outputsOf));

  let code = 0;
  let log = '';
  for (const step of action.runs.steps) {
    writeFileSync(output, '');
    // As `shell: bash` is run: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
    const script = join(folder, 'script.sh');
    writeFileSync(script, evaluate(step.run));
    const result = await run(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', script],
      resolve(workspace, evaluate(step['working-directory'] ?? '.')),
      {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: workspace,
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
        GITHUB_EVENT_PATH: eventFile,
        GITHUB_REPOSITORY: 'acme/payments',
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_SHA: 'c'.repeat(40),
        GITHUB_WORKFLOW: 'ci',
        GITHUB_JOB: 'check',
        RUNNER_TEMP: temp,
        ...env,
        ...Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, evaluate(value)])),
      },
    );
    log += result.log;
    code = result.code;
    if (step.id !== undefined) outputsOf[step.id] = readOutputs(readFileSync(output, 'utf8'));
    if (code !== 0) break;
  }
  const outputs = Object.fromEntries(Object.entries(action.outputs).map(([name, { value }]) => [name, evaluate(value)]));
  return { code, log, summary: readFileSync(summary, 'utf8'), outputs };
}

/** The few forms that action.yml has. */
function evaluateExpression(
  expression: string,
  inputs: Readonly<Record<string, string>>,
  outputs: Readonly<Record<string, Readonly<Record<string, string>>>>,
): string {
  if (expression === 'github.action_path') return repository;
  if (expression === 'github.token') return '';
  if (expression === "inputs.comment == 'true' && inputs.token || ''") return inputs.comment === 'true' ? (inputs.token ?? '') : '';
  const [, input] = /^inputs\.([\w-]+)$/.exec(expression) ?? [];
  if (input !== undefined && inputs[input] !== undefined) return inputs[input];
  const [, step = '', name] = /^steps\.(\w+)\.outputs\.([\w-]+)$/.exec(expression) ?? [];
  if (name !== undefined) return outputs[step]?.[name] ?? '';
  throw new Error(`this runner does not know \${{ ${expression} }}`);
}

function readOutputs(text: string): Readonly<Record<string, string>> {
  const outputs = new Map<string, string>();
  for (let rest = text; rest !== ''; ) {
    const [, name = '', delimiter = ''] = /^([\w-]+)<<(\S+)\n/.exec(rest) ?? [];
    if (delimiter === '') throw new Error(`no output: ${rest.slice(0, 80)}`);
    const start = rest.indexOf('\n') + 1;
    const end = rest.indexOf(`\n${delimiter}\n`, start - 1);
    outputs.set(name, rest.slice(start, end));
    rest = rest.slice(end + delimiter.length + 2);
  }
  return Object.fromEntries(outputs);
}

function run(
  command: string,
  argv: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<{ readonly code: number; readonly log: string }> {
  return new Promise((done, fail) => {
    const child = spawn(command, argv, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let log = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (log += text));
    child.on('error', fail);
    child.on('close', (code) => done({ code: code ?? 1, log }));
  });
}
