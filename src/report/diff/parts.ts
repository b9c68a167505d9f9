import type { DiffReport, TemplatePartChange } from '../../diff/report.js';

/** So many are listed by name; all of them are in the other formats. */
const MAX_NAMES = 30;

const WORDS: Readonly<Record<TemplatePartChange['section'], readonly [one: string, more: string]>> = {
  Outputs: ['output', 'outputs'],
  Parameters: ['parameter', 'parameters'],
  Conditions: ['condition', 'conditions'],
  Mappings: ['mapping', 'mappings'],
  stack: ['setting', 'settings'],
};

/** `Removes the export payments-data:Orders. Changes the parameter Stage.` What is removed comes first, exports before all else. */
export function describeParts(parts: readonly TemplatePartChange[]): string {
  const sentences = (['removed', 'changed', 'added'] as const).flatMap((change) => {
    const changed = parts.filter((part) => part.change === change);
    const groups = [
      list(
        ['export', 'exports'],
        changed.flatMap(({ exportName }) => exportName ?? []),
      ),
      ...(['Outputs', 'Parameters', 'Conditions', 'Mappings', 'stack'] as const).map((section) =>
        list(
          WORDS[section],
          changed.filter((part) => part.section === section && part.exportName === null).map(({ name }) => name),
        ),
      ),
    ].filter((text) => text !== '');
    const verb = { removed: 'Removes', changed: 'Changes', added: 'Adds' }[change];
    return groups.length === 0 ? [] : [`${verb} ${groups.join(', ')}.`];
  });
  return sentences.join(' ');
}

function list([one, more]: readonly [string, string], names: readonly string[]): string {
  if (names.length === 0) return '';
  const rest = names.length - MAX_NAMES;
  return `the ${names.length === 1 ? one : more} ${names.slice(0, MAX_NAMES).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** Whether others may have read something that goes. */
export function removesExports({ parts }: DiffReport['stacks'][number]): boolean {
  return parts.some(({ change, exportName }) => change === 'removed' && exportName !== null);
}
