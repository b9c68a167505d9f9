import { createHash, randomUUID } from 'node:crypto';
import { appendFileSync, readFileSync } from 'node:fs';
import type { Inputs } from './inputs.js';

type Env = Readonly<Record<string, string | undefined>>;

/** Writes outputs as the runner reads them: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#multiline-strings */
export function setOutputs({ GITHUB_OUTPUT }: Env, values: Readonly<Record<string, string | number | boolean>>): void {
  if (!GITHUB_OUTPUT) return;
  // Nobody can know the delimiter, so that no value ends itself and begins another.
  const delimiter = `end-${randomUUID()}`;
  const entries = Object.entries(values).map(([name, value]) => `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
  appendFileSync(GITHUB_OUTPUT, entries.join(''));
}

export function addSummary({ GITHUB_STEP_SUMMARY }: Env, markdown: string): void {
  if (GITHUB_STEP_SUMMARY) appendFileSync(GITHUB_STEP_SUMMARY, markdown);
}

/** The number of the pull request that the job runs for. */
export function pullRequestOf({ GITHUB_EVENT_PATH }: Env): number | undefined {
  if (!GITHUB_EVENT_PATH) return undefined;
  try {
    const event: unknown = JSON.parse(readFileSync(GITHUB_EVENT_PATH, 'utf8'));
    const { pull_request } = Object(event) as { readonly pull_request?: unknown };
    const { number } = Object(pull_request) as { readonly number?: unknown };
    return Number.isSafeInteger(number) ? (number as number) : undefined;
  } catch {
    return undefined;
  }
}

/** Tells this use of the action from others in the same repository. */
export function keyOf({ GITHUB_WORKFLOW, GITHUB_JOB, INPUT_WORKING_DIRECTORY }: Env, { assemblies }: Inputs): string {
  const parts = [GITHUB_WORKFLOW ?? '', GITHUB_JOB ?? '', INPUT_WORKING_DIRECTORY ?? '', ...assemblies];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);
}
