import { endedOnce } from '../ended-once.js';
import { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { type AssessedDifference, type Change, isRecreated } from './changes.js';
import type { Failure } from './deployment/failure.js';
import type { StackConnection } from './deployment/links.js';
import type { Problem } from './deployment/problem.js';
import { describeStack, type Places } from './places.js';
import type { DeploymentFailure, DeploymentProblem, LinkChange, PropertyChange, ResourceChange, SecurityChange } from './report.js';
import type { SecurityNote } from './security/security-note.js';
import { type Naming, showValue } from './values.js';

/** Properties that are listed one by one; a rewritten policy or dashboard may have hundreds. */
const MAX_PROPERTIES = 50;

export function writeChange(change: Change, after: ResourceGraph, places: Places): ResourceChange {
  const { kind, consequence, message, fix, differences, cause } = change;
  const shown = differences.slice(0, MAX_PROPERTIES);
  return {
    change: kind,
    consequence,
    before: places.of(change.before),
    after: places.of(change.after),
    message,
    fix,
    properties: shown.map((difference) => writeProperty(difference, change)),
    omitted: differences.length - shown.length,
    cause: places.of(cause),
    consumers: countConsumers(change, after),
  };
}

function writeProperty({ path, before: old, after: current, impact }: AssessedDifference, { before, after }: Change): PropertyChange {
  const textsBy = (naming: Naming) => ({
    before: before === undefined ? null : showValue(old, path, before, naming),
    after: after === undefined ? null : showValue(current, path, after, naming),
  });
  const named = textsBy('construct');
  // A construct that gets a new logical ID with each change, such as a version or a deployment, has one name in both.
  const texts = named.before === named.after ? textsBy('logical-id') : named;
  return {
    path: path[0] === 'Properties' ? path.slice(1) : path,
    change: texts.before === null ? 'added' : texts.after === null ? 'removed' : 'changed',
    impact,
    ...texts,
  };
}

function countConsumers(change: Change, graph: ResourceGraph): number {
  const { consequence, after } = change;
  if (after === undefined || !isRecreated(change) || !['data-loss', 'orphaned', 'replaced'].includes(consequence)) return 0;
  return new Set(
    graph
      .linksTo(after)
      .filter(({ kind }) => kind !== 'depends-on')
      .map(({ from }) => from),
  ).size;
}

export function writeSecurity({ at, ...note }: SecurityNote, places: Places): SecurityChange {
  const { area, direction, subject, message, added, removed, isNew } = note;
  return { area, direction, subject, place: places.of(at), message, added, removed, isNew };
}

export function writeProblem({ kind, level, at, message, fix, sequence = [] }: Problem, places: Places): DeploymentProblem {
  return {
    kind,
    level,
    place: places.of(at),
    stack: describeStack(at instanceof Resource ? at.stack : at),
    message: endedOnce(message),
    fix,
    sequence,
  };
}

export function writeFailure({ stack, step, outcome, deployed, pending, leftBehind }: Failure, places: Places): DeploymentFailure {
  return {
    stack: describeStack(stack),
    step,
    outcome,
    deployed: deployed.map(describeStack),
    pending: pending.map(describeStack),
    leftBehind: leftBehind.map(({ at, message }) => ({ place: places.of(at), message })),
  };
}

export function writeConnection({ from, to, kind, names }: StackConnection): LinkChange {
  const isCrossRegion = from.environment.region !== to.environment.region;
  return { from: describeStack(from), to: describeStack(to), kind, isCrossRegion, names };
}
