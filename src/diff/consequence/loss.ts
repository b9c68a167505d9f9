import { ATTACHMENTS } from '../../facts/attachments.js';
import type { Resource } from '../../graph/model/resource.js';
import { fateOf, protectionOf } from '../../queries/deletion.js';
import { contentOf } from '../../queries/stored-content.js';
import { importCommand, isCdk, retainSetting } from '../commands.js';
import type { Consequence } from '../report.js';
import { isStateful } from './stateful.js';

/** What becomes of a deployed resource that CloudFormation no longer wants. */
export interface Loss {
  readonly consequence: Extract<Consequence, 'data-loss' | 'orphaned' | 'replaced' | 'changed' | 'removed'>;
  /** As the end of a sentence: "…, and `DeletionPolicy: Delete` deletes it with what it holds". */
  readonly words: string;
  readonly fix: string | null;
}

function keepingFix({ stack }: Resource, attribute: string): string {
  const setting = isCdk(stack) ? 'removalPolicy: RemovalPolicy.RETAIN' : `${attribute}: Retain`;
  return `Set \`${setting}\` and deploy that first, or copy what it holds before this deployment.`;
}

function orphanFix({ stack }: Resource): string {
  return `Delete it by hand when nobody needs it, or take it into a stack again with ${importCommand(stack)}.`;
}

/** A resource that is no longer in the template: what the template it was deployed with says counts. */
export function lossByRemoval(resource: Resource): Loss {
  if (protectionOf(resource)?.isOn === true) return protectedLoss();
  const fate = fateOf(resource);
  if (fate === 'retained')
    return { consequence: 'orphaned', words: 'it is retained and no longer managed by CloudFormation', fix: orphanFix(resource) };
  if (!isStateful(resource)) return { consequence: 'removed', words: 'it is deleted', fix: null };
  return refusedDeletion(resource, 'removed') ?? lossByDeletion(resource, fate === 'snapshot' ? 'Snapshot' : 'Delete', 'DeletionPolicy');
}

/** A resource that CloudFormation replaces: the policy of the template that is deployed counts, and it is `Delete` by default. */
export function lossByReplacement(before: Resource, after: Resource): Loss {
  const policy = after.attribute('UpdateReplacePolicy').text ?? 'Delete';
  if (policy === 'Retain') {
    return isStateful(before)
      ? {
          consequence: 'orphaned',
          words: 'the old one is retained and no longer managed by CloudFormation, and the new one is empty',
          fix: orphanFix(before),
        }
      : { consequence: 'replaced', words: 'the old one is retained and no longer managed by CloudFormation', fix: orphanFix(before) };
  }
  if (protectionOf(before)?.isOn === true) return protectedLoss();
  if (!isStateful(before)) return { consequence: replacedOf(before), words: 'the old one is deleted', fix: null };
  return refusedDeletion(before, 'replaced') ?? lossByDeletion(before, policy, 'UpdateReplacePolicy');
}

/** An attachment that is replaced is one that changes: nothing is lost with it. */
export function replacedOf({ type }: Resource): 'replaced' | 'changed' {
  return ATTACHMENTS.has(type) ? 'changed' : 'replaced';
}

/** The default of `PendingWindowInDays`. */
const DAYS = 30;

/** What cannot be deleted with what it holds, or not at once: nothing is lost by the deployment alone. */
function refusedDeletion(resource: Resource, consequence: 'removed' | 'replaced'): Loss | undefined {
  const { type } = resource;
  const old = consequence === 'removed' ? 'it' : 'the old one';
  // https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html
  if (type === 'AWS::KMS::Key' || type === 'AWS::KMS::ReplicaKey') {
    const days = resource.property('PendingWindowInDays').text ?? DAYS;
    return {
      consequence,
      words: `${old} is scheduled for deletion in ${days} days (until then \`aws kms cancel-key-deletion\` keeps it), and what it encrypted cannot be read`,
      fix: `Set ${retainSetting(resource)} as long as anything is encrypted with it.`,
    };
  }
  // https://docs.aws.amazon.com/Route53/latest/APIReference/API_DeleteHostedZone.html
  if (type === 'AWS::Route53::HostedZone') {
    return {
      consequence,
      words: `${old} is deleted, or retained and no longer managed by CloudFormation when it has records that are not in the template`,
      fix: consequence === 'replaced' ? 'Point the delegation at the name servers of the new zone.' : null,
    };
  }
  const content = contentOf(resource);
  if (content === undefined) return undefined;
  return {
    consequence: 'orphaned',
    words: `${old} is deleted only when it is empty; otherwise it is retained and no longer managed by CloudFormation (\`${content.answer}\`)`,
    fix: orphanFix(resource),
  };
}

function lossByDeletion(resource: Resource, policy: string, attribute: string): Loss {
  return policy === 'Snapshot'
    ? {
        consequence: 'data-loss',
        words: `\`${attribute}: Snapshot\` deletes it after a final snapshot: what uses it has no data until that is restored`,
        fix: 'Restore the snapshot into the new resource (`snapshotIdentifier`), or leave this change out.',
      }
    : {
        consequence: 'data-loss',
        words: `\`${attribute}: ${policy}\` deletes it with what it holds`,
        fix: keepingFix(resource, attribute),
      };
}

function protectedLoss(): Loss {
  return {
    consequence: 'orphaned',
    words: 'its deletion protection makes CloudFormation fail to delete it and leave it behind, no longer in any stack',
    fix: 'To delete it, switch the protection off in a deployment of its own first.',
  };
}
