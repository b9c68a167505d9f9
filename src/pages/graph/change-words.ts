import { counted } from '../../counted.js';
import { CONSEQUENCE_WORDS } from '../../report/diff/consequence-words.js';
import { type PageResource, type PageStack, resourcesWithin, stacksWithin } from './model.js';
import { CHANGES, type Change } from './page-content.js';

/** Each change has a sign: colour alone is not enough. */
export const SIGNS: Readonly<Record<Change, string>> = {
  blocked: '✕',
  'data-loss': '!',
  orphaned: '○',
  replaced: '↻',
  'may-be-replaced': '↻?',
  removed: '−',
  changed: '~',
  code: '‹›',
  added: '+',
};

export const CHANGE_WORDS: Readonly<Record<Change, string>> = { blocked: 'deployment rejected', ...CONSEQUENCE_WORDS };

export function changesWithin(stacks: readonly PageStack[]): readonly Change[] {
  const all: readonly (PageResource | PageStack)[] = stacks.flatMap((stack) => [stack, ...stacksWithin(stack), ...resourcesWithin(stack)]);
  return all.flatMap(({ change }) => change ?? []);
}

export function worstChange(changes: readonly Change[]): Change | undefined {
  return CHANGES.find((change) => changes.includes(change));
}

/** `2 replaced, 1 added`. */
export function changesInWords(changes: readonly Change[]): string {
  const parts = CHANGES.map((change) => [change, changes.filter((other) => other === change).length] as const);
  return parts
    .flatMap(([change, number]) => (number > 0 ? [`${counted(number, CHANGE_WORDS[change], CHANGE_WORDS[change])}`] : []))
    .join(', ');
}
