import { counted } from '../../counted.js';
import type { Finding } from '../../finding/report.js';
import type { Level } from './model.js';

/** `Rules.0.Bucket`; what stands beside `Properties` keeps its first step. */
export function formatPath(path: readonly (string | number)[]): string {
  return (path[0] === 'Properties' ? path.slice(1) : path).join('.');
}

export function levelName(level: Level): string {
  return level === 'none' ? 'no finding' : level;
}

/** `2 errors, 1 warning`, or nothing. */
export function findingsInWords(findings: readonly Finding[]): string {
  return (['error', 'warning', 'info'] as const)
    .map((level) => [level, findings.filter(({ severity }) => severity === level).length] as const)
    .filter(([, number]) => number > 0)
    .map(([level, number]) => (level === 'info' ? `${number} info` : counted(number, level)))
    .join(', ');
}

export function positionInWords(position: { readonly file: string; readonly line: number }): string {
  return `${position.file}:${position.line}`;
}
