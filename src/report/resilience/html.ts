import type { ContractReport, EntryRow, ReachRow, ResilienceReport, StandbyRow, StoreRow } from '../../resilience/report.js';
import type { Level } from '../../resilience/verdict.js';
import { html, type Markup } from '../text/html.js';
import { failoverOf, headOf, LEVEL_WORDS, nameOf, proofOf, STANDBY_WORDS, timeOf, verdictOfContract } from './words.js';

/** The matrix of each contract as a page that needs nothing else: it has no script and loads nothing. */
export function resilienceToHtml({ contracts, tool }: ResilienceReport): string {
  return `<!doctype html>\n${
    html`<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Resilience: ${contracts.map(({ name }) => name).join(', ')}</title><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><style>${STYLE}</style></head><body><main>${contracts.map(sectionOf)}</main><footer>${tool.name} ${tool.version}</footer></body></html>`
      .text
  }\n`;
}

function sectionOf(contract: ContractReport): Markup {
  return html`<section><h1>${contract.name} <span class="${contract.level}">${verdictOfContract(contract)}</span></h1><p>${headOf(contract)}</p>${table('Data', ['store', 'reaches', 'by', 'recovery point', 'at failover', 'verdict', 'proof'], contract.stores.flatMap(storeRows))}${table('Ways in', ['way in', 'leads to', 'time to move', 'decided by', 'verdict', 'proof'], contract.entryPoints.map(entryCells))}${table('Standby', ['what', 'when lost', 'verdict', 'proof'], contract.standby.map(standbyCells))}</section>`;
}

function table(title: string, head: readonly string[], rows: readonly (readonly Markup[])[]): Markup | false {
  if (rows.length === 0) return false;
  return html`<h2>${title}</h2><div class="scroll"><table><thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`;
}

function storeRows({ at, what, notCounted, reaches }: StoreRow): readonly (readonly Markup[])[] {
  const name = html`${what} <code>${nameOf(at)}</code>`;
  const none = html``;
  if (notCounted !== null) return [[name, none, none, none, none, html`not counted: ${notCounted}`, none]];
  return reaches.map((reach) => [
    name,
    html`${reach.region}`,
    wayOf(reach),
    html`${reach.recoveryPoint?.words ?? ''}`,
    html`${failoverOf(reach)}`,
    verdict(reach.level, reach.because),
    html`<code>${proofOf(reach.proof)}</code>`,
  ]);
}

/** The addresses are those of the table of facts. */
function wayOf({ way, source, states }: ReachRow): Markup {
  return way === null ? html`nothing` : html`<a href="${source ?? ''}" title="${states ?? ''}" rel="noreferrer">${way}</a>`;
}

function entryCells(row: EntryRow): readonly Markup[] {
  const { kind, name, regions, decidedBy, level, because, at } = row;
  return [
    html`${kind} <code>${name}</code>`,
    html`${regions.join(', ')}`,
    html`${timeOf(row)}`,
    html`${decidedBy ?? ''}`,
    verdict(level, because),
    html`<code>${proofOf(at)}</code>`,
  ];
}

function standbyCells({ at, kind, lost, level, because }: StandbyRow): readonly Markup[] {
  return [
    html`${STANDBY_WORDS[kind]} <code>${nameOf(at)}</code>`,
    html`${lost}`,
    verdict(level, because),
    html`<code>${proofOf(at)}</code>`,
  ];
}

function verdict(level: Level, because: string): Markup {
  return html`<strong class="${level}">${LEVEL_WORDS[level]}</strong> ${because}`;
}

const STYLE = [
  ':root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif}',
  'body{margin:0 auto;max-width:90rem;padding:1rem}',
  'h1{font-size:1.4rem}h1 span{font-size:1rem;margin-left:.5rem}h2{font-size:1.1rem;margin-top:2rem}',
  '.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}',
  'th,td{border-bottom:1px solid #8884;padding:.4rem .6rem;text-align:left;vertical-align:top}',
  'code{font-size:.85em;overflow-wrap:anywhere}',
  '.not-met{color:light-dark(#b3261e,#ff8a80)}.at-risk{color:light-dark(#8a5000,#ffc266)}.met,.consistent{color:light-dark(#1b6e3c,#7ddc9c)}.unknown{color:light-dark(#555,#aaa)}',
  'footer{color:light-dark(#555,#aaa);margin-top:3rem}',
].join('');
