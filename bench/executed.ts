import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

interface Range {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}
interface FunctionCoverage {
  readonly functionName: string;
  readonly ranges: readonly Range[];
}
interface Coverage {
  readonly result: readonly { readonly url: string; readonly functions: readonly FunctionCoverage[] }[];
}

/** In characters of source, each counted as often as it was executed. */
export interface Executed {
  readonly total: number;
  /** By the name of the function and the number of its first character in its file. */
  readonly functions: ReadonlyMap<string, number>;
}

/**
 * How much code of a program one run executes: each part of a function, as often as it was entered. V8 counts that for coverage. It depends on
 * neither the clock nor the machine, and hardly on the version of Node; what Node does within its own functions is not in it.
 */
export function executedCode(argv: readonly string[], program: string, cwd: string): Executed {
  const folder = mkdtempSync(join(tmpdir(), 'synthcheck-coverage-'));
  try {
    const env = { ...process.env, NODE_V8_COVERAGE: folder, CI: '1' };
    const { status, stderr } = spawnSync(process.execPath, argv, { cwd, env, encoding: 'utf8', maxBuffer: 2 ** 28 });
    if (status !== 0 && status !== 1) throw new Error(`${argv.join(' ')}: ${stderr}`);
    const files = readdirSync(folder).map((file): Coverage => JSON.parse(readFileSync(join(folder, file), 'utf8')));
    return addUp(files.flatMap(({ result }) => result).filter(({ url }) => url.startsWith(program)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** V8's functions for the fields of a class: what they cover reaches from the first field to the last, with the methods between. */
const ASSIGNMENTS: ReadonlySet<string> = new Set(['<instance_members_initializer>', '<static_initializer>']);

function addUp(scripts: Coverage['result']): Executed {
  const counted = new Map<string, number>();
  let total = 0;
  for (const { url, functions } of scripts) {
    for (const { functionName, ranges } of functions) {
      if (ASSIGNMENTS.has(functionName)) continue;
      const count = executedIn(ranges);
      total += count;
      counted.set(`${functionName || '(anonymous)'} ${basename(url)}:${ranges[0]?.startOffset}`, count);
    }
  }
  return { total, functions: counted };
}

/** The first range is the function; the others lie within it or each other, outer ones first. A function within another one is a function of its own. */
function executedIn(ranges: readonly Range[]): number {
  const around: Range[] = [];
  let sum = 0;
  for (const range of ranges) {
    while (around.length > 0 && (around.at(-1) as Range).endOffset <= range.startOffset) around.pop();
    sum += (range.count - (around.at(-1)?.count ?? 0)) * (range.endOffset - range.startOffset);
    around.push(range);
  }
  return sum;
}
