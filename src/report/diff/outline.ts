import { counted } from '../../counted.js';
import type { Consequence, DiffPlace, DiffReport, LinkChange, PropertyChange, ResourceChange } from '../../diff/report.js';
import type { ReportResource, ReportStack } from '../../finding/report.js';
import { shortList } from '../../short-list.js';
import { formatStack, formatSubject } from '../text/words.js';
import { CONSEQUENCE_WORDS } from './consequence-words.js';
import { describeParts, isUsedByName, type RemovedNames, removedNamesOf } from './parts.js';
import { nameOfPlace, placeOf, STACK_WORDS, sourceOf } from './words.js';

export type Tone = 'bad' | 'warning' | 'good' | 'plain';

/** One thing that changes, in the words that all formats use. */
export interface Entry {
  readonly tone: Tone;
  readonly label: string;
  readonly subject: string;
  readonly stack: string;
  /** `lib/data.ts:12`, or empty. */
  readonly source: string;
  /** The same as data. */
  readonly position: Position;
  /** What it is about, when that is a resource or a stack. */
  readonly place: EntryPlace | null;
  readonly message: string;
  readonly fix: string | null;
  /** What to do in which order, when one deployment does not do: `1. add us-west-2 alone: \`cdk deploy data\``. */
  readonly steps?: readonly string[];
  /** Further lines: grants that come and go. */
  readonly lines: readonly string[];
  readonly properties: readonly PropertyChange[];
}

/** `resource` is null for a stack as a whole. */
export type EntryPlace = Pick<DiffPlace, 'stack'> & { readonly resource: ReportResource | null };
type Position = { readonly file: string; readonly line: number } | null;

export interface Section {
  readonly title: string;
  readonly entries: readonly Entry[];
  /** Whether a reader wants to see it only when asked for. */
  readonly isCollapsed: boolean;
}

/** The diff as sections, what matters most first; empty ones are left out. */
export function outlineOf(report: DiffReport): readonly Section[] {
  const { deployment, security, findings, stacks } = report;
  const of = (...consequences: readonly Consequence[]): readonly Entry[] =>
    report.resources.filter(({ consequence }) => consequences.includes(consequence)).map(resourceEntry);
  const weaker = security.filter(({ direction }) => direction === 'broadened' || direction === 'changed' || direction === 'weakened');
  const stronger = security.filter(({ direction }) => direction === 'narrowed' || direction === 'strengthened');
  const sections: readonly Section[] = [
    prominent('Deployment', [...deployment.problems.map(problemEntry), ...failureEntry(deployment.failure)]),
    prominent('Lost, orphaned or replaced', lossEntries(report.resources)),
    prominent('Security', [...weaker].sort(byDirection).map(securityEntry)),
    prominent('Stacks', stacks.filter(({ change }) => change !== 'changed').map(stackEntry)),
    prominent('Removed exports, outputs, parameters and names', removedNamesOf(report).map(removedEntry)),
    prominent(
      'New findings',
      findings.new.map((finding) => findingEntry(finding, finding.severity === 'error' ? 'bad' : 'warning')),
    ),
    collapsed('Outputs, parameters and settings', stacks.flatMap(partsEntry)),
    collapsed('Removed', of('removed')),
    collapsed('Changed', of('changed')),
    collapsed('Code', of('code')),
    collapsed('Added', of('added')),
    collapsed('Only metadata', of('metadata')),
    collapsed('Security, tighter', stronger.map(securityEntry)),
    collapsed(
      'Fixed findings',
      findings.fixed.map((finding) => findingEntry(finding, 'good')),
    ),
    collapsed('Links between stacks', [
      ...deployment.links.added.map((link) => linkEntry(link, 'new link')),
      ...deployment.links.removed.map((link) => linkEntry(link, 'lost link')),
    ]),
  ];
  return sections.filter(({ entries }) => entries.length > 0);
}

function prominent(title: string, entries: readonly Entry[]): Section {
  return { title, entries, isCollapsed: false };
}

function collapsed(title: string, entries: readonly Entry[]): Section {
  return { title, entries, isCollapsed: true };
}

const LOSSES: ReadonlySet<Consequence> = new Set(['data-loss', 'orphaned', 'replaced', 'may-be-replaced']);
const MAX_FOLLOWING = 5;

/** What holds nothing and is replaced only because of another resource stands with that one. */
function lossEntries(changes: readonly ResourceChange[]): readonly Entry[] {
  const losses = changes.filter(({ consequence }) => LOSSES.has(consequence));
  const listed = new Map(losses.map((change) => [keyOf(placeOf(change)), change]));
  const following = new Map<ResourceChange, string[]>();
  const leads = losses.filter((change) => {
    const lead = leadOf(change, listed);
    if (lead === undefined) return true;
    following.set(lead, [...(following.get(lead) ?? []), nameOfPlace(placeOf(change))]);
    return false;
  });
  return leads.map((change) => {
    const names = following.get(change);
    const entry = resourceEntry(change);
    return names === undefined ? entry : { ...entry, lines: [...entry.lines, followingInWords(names)] };
  });
}

/** What a carried replacement comes from, at the end of the chain, if it is listed itself. */
function leadOf(change: ResourceChange, listed: ReadonlyMap<string, ResourceChange>): ResourceChange | undefined {
  let lead: ResourceChange | undefined = change;
  for (const seen = new Set<ResourceChange>(); lead !== undefined && isFollowing(lead) && !seen.has(lead); ) {
    seen.add(lead);
    lead = lead.cause === null ? undefined : listed.get(keyOf(lead.cause));
  }
  return lead === change || lead === undefined || isFollowing(lead) ? undefined : lead;
}

function isFollowing({ change, consequence }: ResourceChange): boolean {
  return change === 'carried' && (consequence === 'replaced' || consequence === 'may-be-replaced');
}

function followingInWords(names: readonly string[]): string {
  return `replaced with it: ${shortList(names, MAX_FOLLOWING)}`;
}

function keyOf({ stack, resource }: DiffPlace): string {
  return JSON.stringify([stack.assembly, stack.id, resource?.logicalId]);
}

const TONES: Readonly<Partial<Record<Consequence, Tone>>> = {
  'data-loss': 'bad',
  orphaned: 'warning',
  replaced: 'warning',
  'may-be-replaced': 'warning',
  added: 'good',
};

function resourceEntry(change: ResourceChange): Entry {
  const place = placeOf(change);
  const { consequence, message, fix, properties, omitted, consumers } = change;
  const others = consumers > 0 ? ` ${counted(consumers, 'resource that refers to it is', 'resources that refer to it are')} updated.` : '';
  return {
    tone: TONES[consequence] ?? 'plain',
    label: CONSEQUENCE_WORDS[consequence],
    subject: nameOfPlace(place),
    ...placeWords(place, place.stack),
    message: message + others,
    fix,
    lines: omitted > 0 ? [`and ${omitted} more properties`] : [],
    properties,
  };
}

function placeWords(place: DiffPlace | null, stack: ReportStack): Pick<Entry, 'stack' | 'source' | 'position' | 'place'> {
  return {
    stack: formatStack(stack),
    source: sourceOf(place?.source ?? null),
    position: place?.source ?? null,
    place: place ?? { stack, resource: null },
  };
}

/** Who may do more comes before what is protected less. */
function byDirection(one: DiffReport['security'][number], other: DiffReport['security'][number]): number {
  const rank = (direction: string): number => ['broadened', 'weakened', 'changed'].indexOf(direction);
  return rank(one.direction) - rank(other.direction);
}

const NOWHERE = { source: '', position: null, place: null } as const;
const NOTHING_MORE = { lines: [], properties: [] } as const;

function problemEntry({ level, place, stack, message, fix, sequence }: DiffReport['deployment']['problems'][number]): Entry {
  const subject = place === null ? `stack ${stack.name}` : nameOfPlace(place);
  const tone = level === 'blocked' ? 'bad' : 'warning';
  return { tone, label: level, subject, ...placeWords(place, stack), message, fix, steps: sequence, ...NOTHING_MORE };
}

/** Where `cdk deploy` stops, and what is there then. */
function failureEntry(failure: DiffReport['deployment']['failure']): readonly Entry[] {
  if (failure === null) return [];
  const { stack, step, outcome, deployed, pending, leftBehind } = failure;
  if (deployed.length + pending.length + leftBehind.length === 0) return [];
  const end = outcome === 'rejected' ? 'rejects it before anything of it is changed' : 'rolls it back';
  const message = [
    `The deployment stops at step ${step} of ${step + pending.length}, ${stack.name}: CloudFormation ${end}.`,
    deployed.length === 0 ? '' : `${namesOf(deployed)} ${deployed.length === 1 ? 'stays' : 'stay'} deployed in the new version.`,
    pending.length === 0 ? '' : `${namesOf(pending)} ${pending.length === 1 ? 'is' : 'are'} not reached.`,
  ];
  return [
    {
      tone: 'warning',
      label: outcome === 'rejected' ? 'stops' : 'rollback',
      ...ofStack(stack),
      message: message.filter((text) => text !== '').join(' '),
      fix: null,
      lines: leftBehind.map(({ place, message: what }) => `${place === null ? '' : nameOfPlace(place)} ${what}`),
      properties: [],
    },
  ];
}

const MAX_STACKS = 5;

function namesOf(stacks: readonly ReportStack[]): string {
  return shortList(
    stacks.map(({ name }) => name),
    MAX_STACKS,
  );
}

function removedEntry({ stack, hasExports, message }: RemovedNames): Entry {
  return { tone: hasExports ? 'warning' : 'plain', label: 'removed', ...ofStack(stack), message, fix: null, ...NOTHING_MORE };
}

/** What of a template is added or changed and is no resource. */
function partsEntry({ before, after, parts }: DiffReport['stacks'][number]): readonly Entry[] {
  const others = parts.filter((part) => !isUsedByName(part));
  if (others.length === 0) return [];
  const stack = (after ?? before) as ReportStack;
  return [{ tone: 'plain', label: 'changed', ...ofStack(stack), message: describeParts(others), fix: null, ...NOTHING_MORE }];
}

function ofStack(stack: ReportStack): Pick<Entry, 'subject' | 'stack' | 'source' | 'position' | 'place'> {
  return { subject: stack.name, stack: formatStack(stack), ...NOWHERE, place: { stack, resource: null } };
}

function stackEntry({ change, before, after, message, fix, stateful }: DiffReport['stacks'][number]): Entry {
  const stack = (after ?? before) as ReportStack;
  const lines = stateful.map((resource) => `holds ${resource?.constructPath ?? resource?.logicalId} (${resource?.type})`);
  const tone = change === 'added' ? 'good' : change === 'renamed' ? 'plain' : 'warning';
  return {
    tone,
    label: STACK_WORDS[change],
    ...ofStack(stack),
    message,
    fix,
    lines,
    properties: [],
  };
}

function securityEntry({ direction, subject, place, message, added, removed }: DiffReport['security'][number]): Entry {
  const tone = direction === 'broadened' || direction === 'weakened' ? 'warning' : direction === 'changed' ? 'plain' : 'good';
  const where = place === null ? { stack: '', ...NOWHERE } : placeWords(place, place.stack);
  const lines = [...added.map((line) => `+ ${line}`), ...removed.map((line) => `- ${line}`)];
  return { tone, label: direction, subject, ...where, message, fix: null, lines, properties: [] };
}

function findingEntry(finding: DiffReport['findings']['new'][number], tone: Tone): Entry {
  const { checkId, message, fix, stack } = finding;
  return {
    tone,
    label: checkId,
    subject: formatSubject(finding),
    stack: formatStack(stack),
    source: sourceOf(finding.source),
    position: finding.source,
    place: finding,
    message,
    fix: tone === 'good' ? null : fix,
    ...NOTHING_MORE,
  };
}

function linkEntry({ from, to, kind, isCrossRegion, names }: LinkChange, label: string): Entry {
  const message = `By ${kind}${isCrossRegion ? `, from ${from.region ?? 'any region'} to ${to.region ?? 'any region'}` : ''}.`;
  return {
    tone: 'plain',
    label,
    subject: `${from.name} → ${to.name}`,
    stack: '',
    ...NOWHERE,
    message,
    fix: null,
    lines: names,
    properties: [],
  };
}
