import type { RecoveryPoint } from '../facts/resilience/recovery-points.js';
import { inWords } from './duration.js';

/**
 * `met`: proved, under the condition that is named. `consistent`: AWS's usual figure or the schedule allows it, and nothing proves it.
 * `unknown`: the output does not tell. `at-risk`: AWS's figure is worse than the objective, and not a limit. `not-met`: refuted.
 */
export type Level = 'met' | 'consistent' | 'unknown' | 'at-risk' | 'not-met';

export interface Verdict {
  readonly level: Level;
  /** Why, as a report says it: no sentence, without a full stop. */
  readonly because: string;
}

/** The recovery point as a report says it. */
export function pointInWords(point: RecoveryPoint): string {
  switch (point.class) {
    case 'zero':
      return '0 by design';
    case 'bound':
      return `at most ${inWords(point.seconds)}`;
    case 'typical':
      return point.seconds <= 1 ? 'usually seconds' : `usually ${inWords(point.seconds)}`;
    case 'schedule':
      return `${inWords(point.seconds)} or more`;
    case 'deployed':
      return 'as deployed';
    case 'undocumented':
      return 'no documented figure';
  }
}

/** Whether a recovery point keeps an objective. */
export function compare(point: RecoveryPoint, rpo: number | undefined): Verdict {
  if (rpo === undefined) return { level: 'consistent', because: 'no recovery point objective applies' };
  const objective = inWords(rpo);
  switch (point.class) {
    case 'zero':
      return { level: 'met', because: 'no acknowledged write is lost' };
    case 'deployed':
      return { level: 'consistent', because: 'each region has what the last deployment brought' };
    case 'bound':
      return point.seconds <= rpo
        ? { level: 'met', because: `at most ${inWords(point.seconds)}: ${point.condition}` }
        : { level: 'at-risk', because: `the bound is ${inWords(point.seconds)}, and the objective ${objective}` };
    case 'schedule':
      return point.seconds > rpo
        ? { level: 'not-met', because: `up to ${inWords(point.seconds)} lie between two copies, and the objective is ${objective}` }
        : { level: 'consistent', because: `a copy every ${inWords(point.seconds)}, and the time that the copy takes` };
    case 'typical':
      if (rpo === 0) return ASYNCHRONOUS;
      return point.seconds <= rpo
        ? { level: 'consistent', because: `${pointInWords(point)} by AWS's words, which promise nothing` }
        : { level: 'at-risk', because: `AWS states ${inWords(point.seconds)} as usual, and the objective is ${objective}` };
    case 'undocumented':
      return rpo === 0 ? ASYNCHRONOUS : { level: 'unknown', because: 'AWS documents no figure' };
  }
}

const ASYNCHRONOUS: Verdict = { level: 'not-met', because: 'replication is asynchronous, and the objective is 0 s' };

const ORDER: readonly Level[] = ['not-met', 'at-risk', 'unknown', 'consistent', 'met'];

/** The worst of several. */
export function worstOf(levels: readonly Level[]): Level {
  return ORDER.find((level) => levels.includes(level)) ?? 'met';
}

export function isBetter(one: Level, other: Level): boolean {
  return ORDER.indexOf(one) > ORDER.indexOf(other);
}
