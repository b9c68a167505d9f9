import type { Io } from './io.js';

interface AgentVariable {
  readonly variable: string;
  readonly setBy: string;
  readonly source: string;
}

const STD_ENV = 'https://github.com/unjs/std-env/blob/main/src/agents.ts';
const DETECT_AGENT = 'https://github.com/vercel/vercel/blob/main/packages/detect-agent/src/index.ts';

/**
 * What coding agents set for the commands that they run. Variables that are also set in a terminal of people (`CURSOR_TRACE_ID`, `REPL_ID`) or by a
 * user's own configuration (`GOOSE_PROVIDER`) are not among them.
 */
const AGENT_VARIABLES: readonly AgentVariable[] = [
  { variable: 'AI_AGENT', setBy: 'any agent or its user', source: DETECT_AGENT },
  { variable: 'CLAUDECODE', setBy: 'Claude Code', source: DETECT_AGENT },
  { variable: 'CLAUDE_CODE', setBy: 'Claude Code', source: DETECT_AGENT },
  { variable: 'CURSOR_AGENT', setBy: 'Cursor', source: DETECT_AGENT },
  { variable: 'GEMINI_CLI', setBy: 'Gemini CLI', source: STD_ENV },
  { variable: 'CODEX_SANDBOX', setBy: 'Codex', source: STD_ENV },
  { variable: 'CODEX_THREAD_ID', setBy: 'Codex', source: STD_ENV },
  { variable: 'OPENCODE', setBy: 'opencode', source: STD_ENV },
  { variable: 'AUGMENT_AGENT', setBy: 'Auggie', source: STD_ENV },
  { variable: 'JUNIE_SHIM_PATH', setBy: 'Junie', source: STD_ENV },
];

/** Whether a coding agent reads what is printed: one says so, and no person looks at a terminal. */
function isReadByAgent({ env, stdout }: Pick<Io, 'env' | 'stdout'>): boolean {
  return stdout.isTTY !== true && AGENT_VARIABLES.some(({ variable }) => !['', '0', 'false', undefined].includes(env[variable]));
}

/** The format that `SYNTHCHECK_FORMAT` names, which may be none that a command has; without it the one that fits the reader. */
export function formatByEnvironment(io: Pick<Io, 'env' | 'stdout'>): string {
  const { SYNTHCHECK_FORMAT: wanted = '' } = io.env;
  if (wanted !== '') return wanted;
  return isReadByAgent(io) ? 'agent' : 'terminal';
}
