import type { Docs } from '../check/check.js';
import type { Severity } from '../check/problem.js';
import type { CheckedProblem } from '../check/run.js';
import { endedOnce } from '../ended-once.js';
import { memoizeByKey } from '../memoize.js';
import { fillIn } from './fill-in.js';
import { type PlaceParts, partsOfPlace } from './place.js';
import { fixIn } from './template-fix.js';

/** What a check or another tool found, before it has lines: what suppressions and the baseline look at. */
export interface UnlocatedFinding {
  /** `service/what-is-wrong`; of another tool `plugin/rule`. */
  readonly checkId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fix: string;
  /** A section of the catalogue, or the address of another tool's page. */
  readonly docs: string;
  readonly place: PlaceParts;
  readonly related: readonly { readonly message: string; readonly place: PlaceParts }[];
  /** What the check says of itself, where one of ours found it. */
  readonly docsOfCheck?: Docs;
  /** Why the app accepts it, when CDK itself has put it aside. */
  readonly acknowledged?: string | undefined;
}

export function toDetected({ check, problem }: CheckedProblem, severity: Severity | undefined): UnlocatedFinding {
  const place = partsOfPlace(problem.at);
  return {
    checkId: check.id,
    severity: severity ?? problem.severity ?? check.severity,
    message: endedOnce(problem.message),
    // When it is asked for: there may be half a million findings, of which a report lists a few.
    get fix() {
      return fillIn(fixIn(place, check.docs, problem.fix), problem.fill);
    },
    docs: sectionOf(check.id),
    place,
    docsOfCheck: check.docs,
    related:
      problem.related === undefined ? NOTHING_RELATED : problem.related.map(({ at, message }) => ({ message, place: partsOfPlace(at) })),
  };
}

const NOTHING_RELATED: UnlocatedFinding['related'] = [];

/** One text for all findings of a check. */
const sectionOf = memoizeByKey((checkId) => `checks/${catalogueSection(checkId)}`);

/** The section below `checks/`, its anchor as GitHub makes it of the heading: `s3/README.md#s3replication-cycle` for `s3/replication-cycle`. */
export function catalogueSection(checkId: string): string {
  return `${checkId.slice(0, checkId.indexOf('/'))}/README.md#${checkId.replaceAll('/', '')}`;
}
