import type { Resource } from '../../graph/model/resource.js';
import type { AssessedDifference, Change, ComparedPair } from '../changes.js';
import type { Difference } from '../compare/differences.js';
import { VERSIONED_TYPES } from '../pair/revisions.js';
import type { Impact } from '../report.js';
import { lossByRemoval, lossByReplacement } from './loss.js';
import { isStateful } from './stateful.js';

type ImpactOf = (type: string, property: string) => Impact;

/** What a pair's differences do to what is deployed. Undefined when there is nothing to say. */
export function assessPair(pair: ComparedPair, impactOf: ImpactOf, isLeaving: boolean): Change | undefined {
  const { before, after, differences } = pair;
  const assess = (difference: Difference): AssessedDifference => ({
    ...difference,
    impact: difference.path[0] === 'Properties' ? impactOf(after.type, String(difference.path[1])) : 'update',
  });
  const files = after.type === 'AWS::CloudFormation::Stack' ? [] : pair.folded.filter(({ as }) => as === 'asset').map(assess);
  const isCode = files.every(({ impact }) => impact === 'update' || impact === 'unknown') || VERSIONED_TYPES.has(after.type);
  const assessed = [...differences.map(assess), ...(isCode && differences.length === 0 ? [] : files)];
  const change = { before, after, differences: assessed, cause: undefined };
  if (pair.by !== 'logical-id') return { ...change, ...assessRename(pair, isLeaving) };
  if (before.type !== after.type) {
    const { consequence, words, fix } = lossByRemoval(before);
    const message = `Its type changes from ${before.type} to ${after.type}, which CloudFormation refuses; under another logical id ${words}.`;
    return { ...change, kind: 'changed', consequence: consequence === 'removed' ? 'replaced' : consequence, message, fix };
  }
  if (assessed.length === 0) return files.length === 0 ? undefined : assessCode(before, after);
  return { ...change, kind: 'changed', ...assessUpdate(before, after, assessed) };
}

function assessUpdate(
  before: Resource,
  after: Resource,
  differences: Change['differences'],
): Pick<Change, 'consequence' | 'message' | 'fix'> {
  const changing = (impact: Impact): string => listOf(differences.filter((difference) => difference.impact === impact));
  if (differences.some(({ impact }) => impact === 'replace')) {
    if (VERSIONED_TYPES.has(before.type))
      return { consequence: 'changed', message: `A new revision is made, because ${changing('replace')} changes.`, fix: null };
    const { consequence, words, fix } = lossByReplacement(before, after);
    const message = `Replaced, because ${changing('replace')} changes: a new one is made, and ${words}.`;
    return { consequence, message, fix };
  }
  if (differences.some(({ impact }) => impact === 'may-replace')) {
    const { words } = lossByReplacement(before, after);
    const atRisk = isStateful(before) ? ` Then ${words}.` : '';
    const message = `May be replaced, because ${changing('may-replace')} changes: it is, when the service cannot update it in place.${atRisk}`;
    return { consequence: 'may-be-replaced', message, fix: atRisk === '' ? null : 'Look at a change set (`cdk diff`) before deploying.' };
  }
  if (differences.every(({ path }) => path[0] === 'Metadata' || path[0] === 'DependsOn')) {
    return { consequence: 'metadata', message: `Only ${listOf(differences)} changes.`, fix: null };
  }
  if (before.type.startsWith('Custom::') || before.type === 'AWS::CloudFormation::CustomResource')
    return { consequence: 'changed', message: `${listOf(differences)} changes: what an update does is up to its handler.`, fix: null };
  return { consequence: 'changed', message: `${listOf(differences)} ${isOne(differences) ? 'changes' : 'change'}.`, fix: null };
}

/** CloudFormation knows a resource by stack and logical id, so that under another one it is another resource. */
function assessRename(
  { before, after, stacks, by }: ComparedPair,
  isLeaving: boolean,
): Pick<Change, 'kind' | 'consequence' | 'message' | 'fix'> {
  const kind = stacks === undefined ? 'moved' : 'renamed';
  if (isLeaving) {
    const message = `The stack ${before.stack.name} that it was in leaves the app but stays deployed, so that there are two: this one is new.`;
    return { kind, consequence: isStateful(before) ? 'orphaned' : 'added', message, fix: null };
  }
  const { consequence, words, fix } = lossByRemoval(before);
  const how = {
    'construct-path': 'the construct is the same',
    'physical-name': 'the name is the same',
    content: 'it is alike',
    'logical-id': '',
  };
  const what =
    kind === 'moved'
      ? `Moved from the stack ${before.stack.name} to ${after.stack.name} (${how[by]})`
      : `Its logical id changes from ${before.logicalId} to ${after.logicalId} (${how[by]})`;
  return {
    kind,
    consequence: consequence === 'removed' ? 'replaced' : consequence,
    message: `${what}. CloudFormation makes a new one, and of the old one: ${words}.`,
    fix: `\`cdk refactor\` keeps the deployed resource under its new ${kind === 'moved' ? 'stack' : 'logical id'}.${fix === null ? '' : ` ${fix}`}`,
  };
}

function assessCode(before: Resource, after: Resource): Change {
  const message = VERSIONED_TYPES.has(after.type)
    ? 'Its files change: a new revision is made.'
    : 'Its code or files change, and nothing else.';
  return { kind: 'changed', consequence: 'code', before, after, message, fix: null, differences: [], cause: undefined };
}

export function assessRemoval(resource: Resource): Change {
  const { consequence, words, fix } = lossByRemoval(resource);
  const message = `No longer in the template: ${words}.`;
  return { kind: 'removed', consequence, before: resource, after: undefined, message, fix, differences: [], cause: undefined };
}

export function assessAddition(resource: Resource): Change {
  const change = { before: undefined, after: resource, differences: [], cause: undefined, fix: null };
  return { ...change, kind: 'added', consequence: 'added', message: 'New.' };
}

function isOne(differences: Change['differences']): boolean {
  return new Set(differences.map(({ path }) => (path[0] === 'Properties' ? path[1] : path[0]))).size === 1;
}

const MAX_LISTED = 4;

/** The properties, or parts of the entry, that differ. */
function listOf(differences: Change['differences']): string {
  const names = [...new Set(differences.map(({ path }) => String(path[0] === 'Properties' ? (path[1] ?? 'Properties') : path[0])))];
  const shown = names.slice(0, MAX_LISTED).map((name) => `\`${name}\``);
  const rest = names.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(shown.length === 2 ? ' and ' : ', ');
}
