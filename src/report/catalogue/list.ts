import type { Check } from '../../check/check.js';
import { createLayout } from '../text/layout.js';
import { SEVERITY_STYLES } from '../text/severity-styles.js';

/** A line for each check: severity, id, title. */
export function listChecks(checks: readonly Check[], colors: boolean): string {
  const { style } = createLayout({ colors, width: Number.POSITIVE_INFINITY });
  const idWidth = Math.max(0, ...checks.map(({ id }) => id.length));
  const lines = checks.map(
    ({ id, severity, title }) =>
      `${style(SEVERITY_STYLES[severity], severity.padEnd('warning'.length))}  ${id.padEnd(idWidth)}  ${title}\n`,
  );
  return `${lines.join('')}\nRun \`synthcheck explain ID\` for details.\n`;
}
