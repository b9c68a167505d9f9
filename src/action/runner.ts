import { createHash, randomUUID } from 'node:crypto';
import { appendSafely } from '../files/append-file.js';
import { MAX_TEXT_BYTES, readRegularText } from '../files/read-file.js';

type Env = Readonly<Record<string, string | undefined>>;

/** Writes outputs as the runner reads them: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#multiline-strings */
export function setOutputs({ GITHUB_OUTPUT }: Env, values: Readonly<Record<string, string | number | boolean>>): void {
  if (!GITHUB_OUTPUT) return;
  // Nobody can know the delimiter, so that no value ends itself and begins another.
  const delimiter = `end-${randomUUID()}`;
  const entries = Object.entries(values).map(([name, value]) => `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
  appendSafely(GITHUB_OUTPUT, entries.join(''));
}

export function addSummary({ GITHUB_STEP_SUMMARY }: Env, markdown: string): void {
  if (GITHUB_STEP_SUMMARY) appendSafely(GITHUB_STEP_SUMMARY, markdown);
}

/** The number of the pull request that the job runs for. */
export function pullRequestOf({ GITHUB_EVENT_PATH }: Env): number | undefined {
  const read = GITHUB_EVENT_PATH ? readRegularText(GITHUB_EVENT_PATH, { maxBytes: MAX_TEXT_BYTES }) : { problem: 'is not given' };
  if ('problem' in read) return undefined;
  try {
    const event: unknown = JSON.parse(read.text);
    const { pull_request } = Object(event) as { readonly pull_request?: unknown };
    const { number } = Object(pull_request) as { readonly number?: unknown };
    return Number.isSafeInteger(number) ? (number as number) : undefined;
  } catch {
    return undefined;
  }
}

/** Tells this use of the action from others in the same repository. */
export function keyOf({ GITHUB_WORKFLOW, GITHUB_JOB, INPUT_WORKING_DIRECTORY }: Env, assemblies: readonly string[]): string {
  const parts = [GITHUB_WORKFLOW ?? '', GITHUB_JOB ?? '', INPUT_WORKING_DIRECTORY ?? '', ...assemblies];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);
}
