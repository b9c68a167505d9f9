import type { ContractReport, EntryRow, ResilienceReport, StandbyRow, StoreRow } from '../../resilience/report.js';
import type { Level } from '../../resilience/verdict.js';
import { escapeControlCharacters } from '../text/escape.js';
import { createLayout, type Layout, type Style } from '../text/layout.js';
import { failoverOf, headOf, LEVEL_WORDS, nameOf, proofOf, STANDBY_WORDS, timeOf, verdictOfContract } from './words.js';

const STYLES: Readonly<Record<Level, Style>> = {
  met: 'green',
  consistent: 'green',
  unknown: 'dim',
  'at-risk': 'yellow',
  'not-met': 'red',
};

/** The matrix of each contract for a terminal: what holds data and where traffic enters, with the verdict and its proof below. */
export function resilienceToTerminal(
  { contracts }: ResilienceReport,
  options: { readonly colors: boolean; readonly width: number },
): string {
  const layout = createLayout(options);
  return `${contracts.map((contract) => contractLines(contract, layout).join('\n')).join('\n\n')}\n`;
}

function contractLines(contract: ContractReport, layout: Layout): readonly string[] {
  const title = `${layout.style('bold', escapeControlCharacters(contract.name))}: ${layout.style(STYLES[contract.level], verdictOfContract(contract))}`;
  return [
    title,
    `  ${headOf(contract)}`,
    ...section(
      'Data',
      contract.stores.flatMap((row) => storeLines(row, layout)),
      layout,
    ),
    ...section(
      'Ways in',
      contract.entryPoints.flatMap((row) => entryLines(row, layout)),
      layout,
    ),
    ...section(
      'Standby',
      contract.standby.flatMap((row) => standbyLines(row, layout)),
      layout,
    ),
  ];
}

function section(title: string, lines: readonly string[], layout: Layout): readonly string[] {
  return lines.length === 0 ? [] : ['', `  ${layout.style('bold', title)}`, ...lines];
}

const WIDTH = 12;

function verdict(level: Level, layout: Layout): string {
  return layout.style(STYLES[level], LEVEL_WORDS[level].padEnd(WIDTH));
}

function storeLines({ at, what, notCounted, reaches }: StoreRow, layout: Layout): readonly string[] {
  const name = `${what} ${escapeControlCharacters(nameOf(at))}`;
  if (notCounted !== null)
    return [`  ${layout.style('dim', 'not counted'.padEnd(WIDTH))}${name}`, detail(escapeControlCharacters(notCounted), layout)];
  return reaches.flatMap((reach) => [
    `  ${verdict(reach.level, layout)}${name} → ${reach.region}`,
    ...(reach.way === null ? [] : [detail(`${reach.way}, ${reach.recoveryPoint?.words ?? ''}; at failover: ${failoverOf(reach)}`, layout)]),
    detail(escapeControlCharacters(reach.because), layout),
    ...(reach.proof === null ? [] : [detail(escapeControlCharacters(proofOf(reach.proof)), layout), detail(reach.source ?? '', layout)]),
  ]);
}

function entryLines(row: EntryRow, layout: Layout): readonly string[] {
  const { kind, name, lost, regions, level, because, decidedBy, at } = row;
  return [
    `  ${verdict(level, layout)}${kind} ${escapeControlCharacters(name)}: ${regions.join(', ')}; away from ${lost}: ${timeOf(row)}`,
    ...(decidedBy === null ? [] : [detail(`decided by ${escapeControlCharacters(decidedBy)}`, layout)]),
    detail(escapeControlCharacters(because), layout),
    detail(escapeControlCharacters(proofOf(at)), layout),
  ];
}

function standbyLines({ at, kind, lost, level, because }: StandbyRow, layout: Layout): readonly string[] {
  return [
    `  ${verdict(level, layout)}${STANDBY_WORDS[kind]} ${escapeControlCharacters(nameOf(at))}, when ${lost} is lost`,
    detail(escapeControlCharacters(because), layout),
    detail(escapeControlCharacters(proofOf(at)), layout),
  ];
}

function detail(text: string, layout: Layout): string {
  return layout.style('dim', layout.wrap(text, ' '.repeat(WIDTH + 4)));
}
