import type { Json } from '../../assembly/model.js';
import { REPLACED_UNLESS } from '../../facts/replaced-unless.js';
import type { TemplatePath } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import type { AssessedDifference, Change, ComparedPair } from '../changes.js';
import { importCommand, isCdk, retainSetting } from '../commands.js';
import type { Difference } from '../compare/differences.js';
import { VERSIONED_TYPES } from '../pair/revisions.js';
import type { Impact } from '../report.js';
import { lossByRemoval, lossByReplacement, replacedOf } from './loss.js';
import { lossByObjectExpiry } from './object-expiry.js';
import { lossByRetention } from './retention.js';
import { isRetyped } from './retyped.js';
import { isStateful } from './stateful.js';

type ImpactOf = (type: string, property: string, below: TemplatePath, whole?: Json) => Impact;

/** What a pair's differences do to what is deployed. Undefined when there is nothing to say. */
export function assessPair(pair: ComparedPair, impactOf: ImpactOf, isLeaving: boolean): Change | undefined {
  const { before, after, differences } = pair;
  const assess = (difference: Difference): AssessedDifference => {
    const impact =
      difference.path[0] !== 'Properties'
        ? 'update'
        : isReplacedByUpgrade(after, String(difference.path[1])) ||
            (difference.path[1] === 'AttributeDefinitions' && isRetyped(before, after))
          ? 'replace'
          : impactOf(after.type, String(difference.path[1]), difference.path.slice(2), wholeOf(difference));
    return { ...difference, impact: impact === 'replace' && difference.mayBeSame ? 'may-replace' : impact };
  };
  const files = after.type === 'AWS::CloudFormation::Stack' ? [] : pair.folded.filter(({ as }) => as === 'asset').map(assess);
  const isCode = files.every(({ impact }) => impact === 'update' || impact === 'unknown') || VERSIONED_TYPES.has(after.type);
  const assessed = [...differences.map(assess), ...(isCode && differences.length === 0 ? [] : files)];
  const change = { before, after, differences: assessed, cause: undefined };
  if (pair.by !== 'logical-id') return { ...change, ...assessRename(pair, isLeaving) };
  if (before.type !== after.type) {
    const { consequence, words, fix } = lossByRemoval(before);
    const message = `Its type changes from ${before.type} to ${after.type}, which CloudFormation rejects; under another logical ID ${words}.`;
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
      return { consequence: 'changed', message: `A new revision is created, because ${changing('replace')} changes.`, fix: null };
    const { consequence, words, fix } = lossByReplacement(before, after);
    const message = `Replaced, because ${changing('replace')} changes: CloudFormation creates a new one, and ${words}.`;
    return { consequence, message, fix: adviceOf(after, differences) ?? fix };
  }
  if (differences.some(({ impact }) => impact === 'may-replace')) {
    const { words } = lossByReplacement(before, after);
    const atRisk = isStateful(before) ? ` Then ${words}.` : '';
    const isOpen = differences.some(({ impact, mayBeSame }) => impact === 'may-replace' && mayBeSame);
    const when = isOpen ? 'unless its condition gives it the value that it has' : 'if the service cannot update it in place';
    const message = `May be replaced, because ${changing('may-replace')} changes: it is replaced ${when}.${atRisk}`;
    return { consequence: 'may-be-replaced', message, fix: atRisk === '' ? null : 'Look at a change set (`cdk diff`) before deploying.' };
  }
  const expired = lossByRetention(before, after) ?? lossByObjectExpiry(before, after);
  if (expired !== undefined)
    return {
      consequence: 'data-loss',
      message: expired,
      fix: 'Export what must be kept before this deployment, or leave the time as it is.',
    };
  if (differences.every(({ path }) => path[0] === 'Metadata' || path[0] === 'DependsOn')) {
    return { consequence: 'metadata', message: `Only ${listOf(differences)} changes.`, fix: null };
  }
  if (before.type.startsWith('Custom::') || before.type === 'AWS::CloudFormation::CustomResource')
    return { consequence: 'changed', message: `${listOf(differences)} changes: its handler decides what an update does.`, fix: null };
  return { consequence: 'changed', message: `${listOf(differences)} ${isOne(differences) ? 'changes' : 'change'}.`, fix: null };
}

/** What is added or removed as a whole. */
function wholeOf({ before, after }: Difference): Json | undefined {
  return before === undefined ? after : after === undefined ? before : undefined;
}

/** Whether an update policy that is missing makes CloudFormation replace it. */
function isReplacedByUpgrade(after: Resource, property: string): boolean {
  const row = REPLACED_UNLESS[after.type];
  if (row?.property !== property) return false;
  const policy = after.attribute('UpdatePolicy').get(row.policy);
  return policy.isAbsent || policy.boolean === false;
}

/** How to keep it from being replaced, when only a missing update policy is the reason. */
export function adviceOf({ type }: Resource, differences: Change['differences']): string | undefined {
  const row = REPLACED_UNLESS[type];
  return row !== undefined && differences.every(({ impact, path }) => impact !== 'replace' || path[1] === row.property)
    ? row.fix
    : undefined;
}

/** What is said of "it" where there are two. */
export function ofTheOld(words: string): string {
  return words.replace(/^it /, 'the old one ').replace('deletes it ', 'deletes the old one ').replace(/^its /, "the old one's ");
}

function moveOf(resource: Resource): string {
  return `To keep the deployed resource, deploy it with ${retainSetting(resource)}, take it out of the old stack, and bring it into the new one with ${importCommand(resource.stack)}.`;
}

/** CloudFormation knows a resource by stack and logical id, so that under another one it is another resource. */
function assessRename(
  { before, after, stacks, by }: ComparedPair,
  isLeaving: boolean,
): Pick<Change, 'kind' | 'consequence' | 'message' | 'fix'> {
  const kind = stacks === undefined ? 'moved' : 'renamed';
  if (isLeaving) {
    const holds = isStateful(before) ? ', and empty; the old one keeps what it holds' : '';
    const message = `The stack ${before.stack.name} that it was in is no longer in the app but stays deployed: there are two now. This one is new${holds}.`;
    return { kind, consequence: 'added', message, fix: null };
  }
  const { consequence, words, fix } = lossByRemoval(before);
  const how = {
    'construct-path': 'same construct',
    'physical-name': 'same name',
    content: 'same type and properties',
    'logical-id': '',
  };
  const what =
    kind === 'moved'
      ? `Moved from the stack ${before.stack.name} to ${after.stack.name} (${how[by]})`
      : `Its logical ID changes from ${before.logicalId} to ${after.logicalId} (${how[by]})`;
  return {
    kind,
    consequence: consequence === 'removed' ? replacedOf(before) : consequence,
    message: `${what}. CloudFormation creates a new one, and ${ofTheOld(words)}.`,
    fix:
      kind === 'moved'
        ? moveOf(before)
        : `Keep its logical ID${isCdk(before.stack) ? ` with \`overrideLogicalId('${before.logicalId}')\`` : ''}.${fix === null ? '' : ` ${fix}`}`,
  };
}

function assessCode(before: Resource, after: Resource): Change {
  const message = VERSIONED_TYPES.has(after.type)
    ? 'Its files change: a new revision is created.'
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
