import { counted } from '../../counted.js';
import { kindsInWords } from '../../report/graph/words.js';
import { CHANGE_WORDS, changesInWords, changesWithin } from './change-words.js';
import { findingsWithin, type PageEnvironment, type PageResource, type PageStack, resourcesWithin } from './model.js';
import type { Change } from './page-content.js';
import type { Box, Line } from './scene.js';
import { shorten, shortenPath, textWidth } from './text-width.js';
import { findingsInWords } from './words.js';

const NAME_SIZE = 13;
const NOTE_SIZE = 11;
const NAME_WEIGHT = 600;
const MIN_WIDTH = 104;
const MAX_WIDTH = 216;
const PADDING = 12;
/** Room for the arrow that folds. */
export const CHEVRON = 20;

export interface BoxText {
  readonly name: string;
  readonly note: string;
  readonly width: number;
  readonly height: number;
}

/** The two lines of a closed box, cut to what fits. */
export function closedText(box: Box): BoxText {
  const { of } = box;
  const isResource = of.kind === 'resource';
  const left = isResource ? PADDING : PADDING + CHEVRON;
  const room = (isResource ? MAX_WIDTH : MAX_WIDTH + 44) - left - PADDING;
  const name = isResource ? shortenPath(of.label, room, NAME_SIZE, NAME_WEIGHT) : shorten(of.label, room, NAME_SIZE, NAME_WEIGHT);
  const note = isResource ? shorten(of.typeLabel, room, NOTE_SIZE, 400) : sizeInWords(of);
  const text = Math.max(textWidth(name, NAME_SIZE, NAME_WEIGHT), textWidth(note, NOTE_SIZE));
  return { name, note, width: Math.ceil(Math.max(MIN_WIDTH, text + left + PADDING)), height: 44 };
}

export function headingText(of: Box['of'], width: number): { readonly name: string; readonly note: string } {
  const name = shorten(of.label, Math.max(60, width - CHEVRON - 2 * PADDING), NAME_SIZE, NAME_WEIGHT);
  const left = width - CHEVRON - 2 * PADDING - textWidth(name, NAME_SIZE, NAME_WEIGHT) - 10;
  const note = of.kind === 'resource' ? '' : sizeInWords(of);
  return { name, note: textWidth(note, NOTE_SIZE) <= left ? note : '' };
}

/** The least width of an open box. */
export function headingWidth({ of }: Box): number {
  return Math.min(240, textWidth(of.label, NAME_SIZE, NAME_WEIGHT) + CHEVRON + 2 * PADDING + 24);
}

/** In a diff, what changes within; else how much there is. */
function sizeInWords(of: PageEnvironment | PageStack | PageResource): string {
  if (of.kind === 'resource') return of.typeLabel;
  const changes = changesOf(of);
  if (changes.length > 0) return changesInWords(changes);
  const resources = of.kind === 'stack' ? resourcesWithin(of) : of.stacks.flatMap(resourcesWithin);
  const inside = counted(resources.length, 'resource');
  // A map of applications shows nothing of what is in them.
  if (of.kind === 'stack') return resources.length === 0 ? '' : inside;
  return resources.length === 0 ? counted(of.stacks.length, 'application') : `${counted(of.stacks.length, 'stack')}, ${inside}`;
}

/** For those who hear the picture. */
export function spoken({ of, folded, children }: Box): string {
  const findings = findingsInWords(findingsOf(of));
  const parts =
    of.kind === 'resource'
      ? [
          of.label,
          of.change && CHANGE_WORDS[of.change],
          of.type,
          `in ${of.home.label}, ${of.home.environment}`,
          `${counted(of.out.length, 'link')} out, ${of.in.length} in`,
        ]
      : [`${of.kind === 'stack' ? 'Stack' : 'Region'} ${of.label}`, sizeInWords(of), folded ? 'folded' : children.length > 0 && 'open'];
  return [...parts, findings].filter(Boolean).join('; ');
}

export function changesOf(of: Box['of']): readonly Change[] {
  if (of.kind === 'resource') return of.change === undefined ? [] : [of.change];
  return changesWithin(of.kind === 'stack' ? [of] : of.stacks);
}

export function findingsOf(of: Box['of']): PageResource['findings'] {
  if (of.kind === 'resource') return of.findings;
  return (of.kind === 'stack' ? [of] : of.stacks).flatMap((stack) => [...findingsWithin(stack)]);
}

const MAX_LABEL = 170;

export function lineLabel({ links }: Line): { readonly text: string; readonly width: number; readonly height: number } {
  const text = shorten(kindsInWords(links), MAX_LABEL, NOTE_SIZE, 400);
  return { text, width: Math.ceil(textWidth(text, NOTE_SIZE, 600)) + 24, height: 18 };
}
