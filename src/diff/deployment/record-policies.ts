import type { Resource } from '../../graph/model/resource.js';
import { identitiesOf } from '../../queries/identities.js';
import { RecordFields } from '../../queries/record-fields.js';
import { RECORD_TYPES } from '../../queries/record-sets.js';
import { holdersOf, isDeletedBefore, takersOf } from './identities.js';
import type { DiffContext, Problem } from './problem.js';
import { isKept, releaseOf } from './release.js';

const TYPES: ReadonlySet<string> = new Set(RECORD_TYPES);

interface Answer {
  readonly resource: Resource;
  /** Zone, name and type. */
  readonly key: string;
  readonly policy: RecordFields['policy'];
}

/**
 * Records of one name and type have one routing policy, at every moment of an update.
 * Sources: https://github.com/kubernetes-sigs/external-dns/issues/4345, https://github.com/hashicorp/terraform-provider-aws/issues/15622,
 * https://github.com/cert-manager/cert-manager/issues/5388
 */
export function* recordPolicyProblems(context: DiffContext): Generator<Problem> {
  const takers = [...takersOf(context)].filter(({ type }) => TYPES.has(type)).flatMap(answersOf);
  if (takers.length === 0) return;
  const holders = new Map<string, Answer[]>();
  for (const holder of [...holdersOf(context)].filter(({ type }) => TYPES.has(type)).flatMap(answersOf))
    holders.set(holder.key, [...(holders.get(holder.key) ?? []), holder]);
  const reported = new Set<string>();
  for (const taker of takers) {
    if (reported.has(taker.key) || isDeletedBefore(taker.resource, context)) continue;
    const problem = problemOf(taker, holders.get(taker.key) ?? [], context);
    if (problem === undefined) continue;
    reported.add(taker.key);
    yield problem;
  }
}

function answersOf(resource: Resource): readonly Answer[] {
  return identitiesOf(resource)
    .filter(({ row }) => row.space === 'record')
    .map(({ parts, at }) => {
      const record = new RecordFields(resource, resource.property(...at.path.slice(1, -1)));
      return { resource, key: parts.slice(0, 3).join('\n'), policy: record.policy };
    });
}

function problemOf(taker: Answer, deployed: readonly Answer[], context: DiffContext): Problem | undefined {
  const { matches } = context.pairing;
  const own = deployed.find(({ resource }) => matches.partnerOf(resource)?.base === taker.resource.base);
  if (taker.policy === undefined || own?.policy === taker.policy) return undefined;
  for (const holder of deployed) {
    if (holder.policy === undefined || holder.policy === taker.policy) continue;
    const partner = matches.partnerOf(holder.resource);
    // A group changes its records at once.
    if (partner?.base === taker.resource.base) continue;
    // That two policies are there in the new version as well is for a check to report.
    if (
      partner !== undefined &&
      isKept(partner, context) &&
      answersOf(partner).some(({ key, policy }) => key === taker.key && policy !== taker.policy)
    )
      continue;
    const when = releaseOf(taker.resource, holder.resource, context);
    if (when === 'before') continue;
    return {
      kind: 'update-refused',
      // Of two records that both change, the first to change finds the other one as it was.
      level: when === 'any-time' && own === undefined ? 'careful' : 'blocked',
      at: taker.resource,
      message: `${own?.policy === undefined ? `It is created as a ${taker.policy} record` : `Its routing policy changes from ${own.policy} to ${taker.policy}`} while the deployed ${holder.resource.displayNameFrom(taker.resource)} of the same name and type is still ${holder.policy}: \`${answerTo(taker)}\`.`,
      fix: 'Deploy in two steps, with an interruption: first without the records of this name and type, then with the new policy. Or create the records with the new policy under another name, and let an alias record, or the clients, use that one.',
      isByOrder: when === 'any-order',
    };
  }
  return undefined;
}

function answerTo({ policy }: Answer): string {
  const start = 'RRSet with DNS name …, type … cannot be created';
  if (policy === 'weighted') return `${start} as a non-weighted set exists with the same name and type.`;
  if (policy === 'multivalue answer') return `${start} because a non multivalue answer rrset exists with the same name and type.`;
  return `${start} as other RRSets exist with the same name and type.`;
}
