import { stripVTControlCharacters, styleText } from 'node:util';
import type { ReporterOptions } from '../reporter.js';

export type Style = Parameters<typeof styleText>[0];

/** Colours and line ends of a terminal. */
export interface Layout {
  style(style: Style, text: string): string;
  /** A text that opens an address where it is pressed: https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda */
  link(text: string, url: string | undefined): string;
  /** Breaks at spaces only, so that paths stay whole. Every line begins with the indent. */
  wrap(text: string, indent: string): string;
}

export function createLayout({ colors, width }: Pick<ReporterOptions, 'colors' | 'width'>): Layout {
  return {
    // Whether there are colours was decided by who knows the stream.
    style: (style, text) => (colors ? styleText(style, text, { validateStream: false }) : text),
    link: (text, url) => (url === undefined ? text : `\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\`),
    wrap: (text, indent) => wrap(text, indent, width),
  };
}

function wrap(text: string, indent: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && lengthOf(`${indent}${line} ${word}`) > width) {
      lines.push(line);
      line = word;
    } else line += line === '' ? word : ` ${word}`;
  }
  return [...lines, line].map((text) => indent + text).join('\n');
}

/** Without the codes of colours, which most texts have none of. */
function lengthOf(text: string): number {
  return text.includes('\u001b') ? stripVTControlCharacters(text).length : text.length;
}
