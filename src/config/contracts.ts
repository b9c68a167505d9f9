import type { Contract } from '../check/contract.js';
import type { ResilienceContract } from '../generated/config.js';
import { matcher, stackMatcher } from './globs.js';

const SECONDS: ReadonlyMap<string, number> = new Map([
  ['s', 1],
  ['m', 60],
  ['h', 3600],
  ['d', 86_400],
]);

/** A contract as checks ask it. The schema has verified its form. */
export function toContract(declared: ResilienceContract): Contract {
  const { name, stacks, regions, mode = 'active-passive', rpo, rto, exceptions = [] } = declared;
  return {
    name,
    origin: 'the configuration',
    regions: [...new Set(regions)],
    mode: mode === 'backup-restore' ? 'backup-and-restore' : mode,
    rpo: secondsOf(rpo),
    rto: secondsOf(rto),
    covers: stackMatcher(stacks),
    exceptions: exceptions.map(({ construct, reason }) => ({ construct, reason, covers: constructMatcher(construct) })),
  };
}

function secondsOf(duration: string | undefined): number | undefined {
  return duration === undefined ? undefined : Number(duration.slice(0, -1)) * (SECONDS.get(duration.slice(-1)) ?? 0);
}

/** A path or glob of constructs, and what is below them; the stack's own part of the path may be left out. */
function constructMatcher(glob: string): (constructPath: string) => boolean {
  const plain = glob.replace(/\/$/, '');
  const matches = matcher([plain, `${plain}/**`]);
  return (path) => matches(path) || endings(path).some(matches);
}

/** A path without its first parts: stages and stacks, nested ones included. */
function endings(path: string): readonly string[] {
  const parts = path.split('/').slice(0, MAX_PARTS);
  return parts.slice(1, 4).map((_, index) => path.slice(parts.slice(0, index + 1).join('/').length + 1));
}

/** Real paths have ten. */
const MAX_PARTS = 100;
