import type { Link } from '../../graph/model/link.js';
import type { TemplatePath } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import { type Change, isRecreated } from '../changes.js';
import { canonicalOf } from '../compare/canonical.js';
import type { Matches } from '../pair/matches.js';
import { VERSIONED_TYPES } from '../pair/revisions.js';
import { CONSEQUENCES, type Impact } from '../report.js';
import { lossByReplacement } from './loss.js';

/** What follows from replacements, across all stacks. */
export interface Propagated {
  /** All changes, those included that happen only because something else is replaced. */
  readonly changes: readonly Change[];
  /** Resources of after that are physically others than before. */
  readonly recreated: ReadonlySet<Resource>;
}

interface Context {
  readonly after: ResourceGraph;
  readonly matches: Matches;
  readonly impactOf: (type: string, property: string, below: TemplatePath) => Impact;
}

/** Follows the references to what is replaced: what refers to it gets another value, and is replaced itself where CloudFormation does so for that property. */
export function propagateReplacements(changes: readonly Change[], revisions: readonly Resource[], context: Context): Propagated {
  const byResource = new Map(changes.map((change) => [change.after, change]));
  const others = changes.filter(({ after }) => after === undefined);
  byResource.delete(undefined);
  const recreated = new Set<Resource>(revisions);
  for (const change of changes) if (change.after !== undefined && isRecreated(change)) recreated.add(change.after);
  // Grows while it is walked.
  for (const resource of recreated) {
    for (const link of context.after.linksTo(resource)) {
      const { from, path } = link;
      if (recreated.has(from) || !isFollowing(link, context.matches)) continue;
      const impact = context.impactOf(from.type, String(path[1]), path.slice(2));
      if (impact === 'replace') recreated.add(from);
      const change = impact === 'replace' || impact === 'may-replace' ? propagatedChange(link, impact, context.matches) : undefined;
      if (change !== undefined) byResource.set(from, worseOf(change, byResource.get(from)));
    }
  }
  return { changes: [...others, ...(byResource as ReadonlyMap<Resource, Change>).values()], recreated };
}

/** Whether the value that the link gives becomes another one when what it leads to is created again. */
export function isFollowing({ from, to, path, kind, attribute }: Link, matches: Matches): boolean {
  if (kind === 'depends-on' || kind === 'arn' || kind === 'name' || path[0] !== 'Properties') return false;
  if (!matches.isUpdatedInPlace(from)) return false;
  const reference = (resource: Resource) => ({ kind: 'reference', resource, attribute, via: [] }) as const;
  const { text } = canonicalOf(reference(to), matches.namingAfter);
  const origin = matches.originOf(to);
  // By its name, which is the same: that it can be made at all is another question.
  return text.includes('${') || origin === undefined || text !== canonicalOf(reference(origin), matches.namingBefore).text;
}

function propagatedChange(link: Link, impact: 'replace' | 'may-replace', matches: Matches): Change | undefined {
  const { from: after, to: cause, path } = link;
  const before = matches.originOf(after);
  if (before === undefined || VERSIONED_TYPES.has(after.type)) return undefined;
  const { consequence, words, fix } = lossByReplacement(before, after);
  const where = cause.stack === after.stack ? '' : ` in the stack ${cause.stack.name}`;
  const because = `because \`${String(path[1])}\` refers to ${cause.displayName}${where}, which is replaced`;
  const change = { kind: 'carried', before, after, fix, differences: [], cause } as const;
  return impact === 'replace'
    ? { ...change, consequence, message: `Replaced, ${because}: CloudFormation creates a new one, and ${words}.` }
    : {
        ...change,
        consequence: 'may-be-replaced',
        message: `May be replaced, ${because}: it is replaced if the service cannot update it in place.`,
      };
}

/** The consequence of what follows where it is the worse one; what differs in the resource itself stays its own. */
function worseOf(propagated: Change, known: Change | undefined): Change {
  if (known === undefined) return propagated;
  const isWorse = CONSEQUENCES.indexOf(propagated.consequence) < CONSEQUENCES.indexOf(known.consequence);
  return isWorse ? { ...propagated, kind: known.kind, differences: known.differences } : known;
}
