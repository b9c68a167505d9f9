import type { Consequence } from '../../diff/report.js';

/** Here alone, so that pages take no more of the report than these. */
export const CONSEQUENCE_WORDS: Readonly<Record<Consequence, string>> = {
  'data-loss': 'data loss',
  orphaned: 'orphaned',
  replaced: 'replaced',
  'may-be-replaced': 'may be replaced',
  removed: 'removed',
  changed: 'changed',
  code: 'code changed',
  added: 'added',
  metadata: 'metadata only',
};
