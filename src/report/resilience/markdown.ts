import type { ContractReport, EntryRow, ReachRow, ResilienceReport, StandbyRow, StoreRow } from '../../resilience/report.js';
import { code, prose } from '../text/markdown.js';
import { headOf, LEVEL_WORDS, nameOf, proofOf, STANDBY_WORDS, timeOf, verdictOfContract } from './words.js';

/** The matrix of each contract as tables. */
export function resilienceToMarkdown({ contracts }: ResilienceReport): string {
  return `${contracts.map((contract) => sectionOf(contract).join('\n')).join('\n\n')}\n`;
}

function sectionOf(contract: ContractReport): readonly string[] {
  return [
    `## ${code(contract.name)}: ${verdictOfContract(contract)}`,
    '',
    prose(headOf(contract)),
    ...table('Data', ['store', 'reaches', 'by', 'recovery point', 'verdict', 'proof'], contract.stores.flatMap(storeRows)),
    ...table('Ways in', ['way in', 'leads to', 'time to move', 'decided by', 'verdict', 'proof'], contract.entryPoints.map(entryCells)),
    ...table('Standby', ['what', 'when lost', 'verdict', 'proof'], contract.standby.map(standbyCells)),
  ];
}

function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return [];
  return ['', `### ${title}`, '', line(head), line(head.map(() => '---')), ...rows.map(line)];
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function storeRows({ at, what, notCounted, reaches }: StoreRow): readonly (readonly string[])[] {
  const name = `${what} ${code(nameOf(at))}`;
  if (notCounted !== null) return [[name, '', '', '', `not counted: ${cell(notCounted)}`, '']];
  return reaches.map((reach) => [
    name,
    reach.region,
    wayOf(reach),
    reach.recoveryPoint?.words ?? '',
    `**${LEVEL_WORDS[reach.level]}**: ${cell(reach.because)}`,
    proof(reach.proof),
  ]);
}

function wayOf({ way, source }: ReachRow): string {
  return way === null ? 'nothing' : `[${way}](${source})`;
}

function entryCells(row: EntryRow): readonly string[] {
  const { kind, name, regions, decidedBy, level, because, at } = row;
  return [
    `${kind} ${code(name)}`,
    regions.join(', '),
    timeOf(row),
    cell(decidedBy ?? ''),
    `**${LEVEL_WORDS[level]}**: ${cell(because)}`,
    proof(at),
  ];
}

function standbyCells({ at, kind, lost, level, because }: StandbyRow): readonly string[] {
  return [`${STANDBY_WORDS[kind]} ${code(nameOf(at))}`, lost, `**${LEVEL_WORDS[level]}**: ${cell(because)}`, proof(at)];
}

function proof(place: Parameters<typeof proofOf>[0]): string {
  return place === null ? '' : code(proofOf(place));
}

function cell(text: string): string {
  return prose(text).replaceAll('|', '\\|').replaceAll('\n', ' ');
}
