import type { Check } from '../../check/check.js';
import { safeJson } from '../text/safe-json.js';

/** What checks say of themselves, for programs. */
export function checkJson(checks: Check | readonly Check[]): string {
  return `${safeJson(Array.isArray(checks) ? { version: 1, checks: checks.map(describe) } : describe(checks as Check), 2)}\n`;
}

function describe({ id, title, severity, docs }: Check): object {
  return { id, title, severity, docs };
}
