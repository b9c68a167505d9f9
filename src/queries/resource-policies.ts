import type { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { isCovered, statementsOf } from './iam-policies.js';

/** Types that attach a policy document to a queue or a topic, and the property that names it. */
const ATTACHED: Readonly<Record<string, string>> = {
  'AWS::SQS::QueuePolicy': 'Queues',
  'AWS::SQS::QueueInlinePolicy': 'Queue',
  'AWS::SNS::TopicPolicy': 'Topics',
  'AWS::SNS::TopicInlinePolicy': 'TopicArn',
};

/** The policy documents of a queue or topic over all stacks; undefined when it may have others. */
export function policiesAbout(callee: Resource): readonly Property[] | undefined {
  const { graph } = callee;
  const { byCallee, isComplete } = graph.memo(indexPolicies);
  if (!isComplete || graph.stacks.some((stack) => graph.hasUnexpandedMacros(stack)) || isOfCustomResource(callee)) return undefined;
  return byCallee.get(callee.base) ?? [];
}

interface Policies {
  readonly byCallee: ReadonlyMap<Resource, readonly Property[]>;
  /** False when it is not known what a policy is about. */
  readonly isComplete: boolean;
}

function indexPolicies(graph: ResourceGraph): Policies {
  const byCallee = new Map<Resource, Property[]>();
  let isComplete = true;
  for (const [type, property] of Object.entries(ATTACHED)) {
    for (const policy of graph.resourcesOfType(type)) {
      for (const place of policy.property(property).items ?? [undefined]) {
        const callee = place?.target('AWS::SQS::Queue', 'AWS::SNS::Topic') ?? place?.reference?.resource;
        // A URL that is written out, or a parameter: it may be any queue's.
        if (callee === undefined) isComplete = false;
        else byCallee.set(callee.base, [...(byCallee.get(callee.base) ?? []), policy.property('PolicyDocument')]);
      }
    }
  }
  return { byCallee, isComplete };
}

/** CDK's handler sets a bucket's notifications, and no policy of where they go. */
function isOfCustomResource(callee: Resource): boolean {
  const isOther = (type: string) => /^Custom::|::CustomResource$/.test(type) && type !== 'Custom::S3BucketNotifications';
  return callee.graph.linksTo(callee).some(({ from }) => isOther(from.type));
}

/** Whether a document may let a service do something. What is not known, and every condition, counts as allowed. */
export function mayAdmit(document: Property, service: string, action: string): boolean {
  const statements = statementsOf(document);
  if (statements === undefined) return true;
  return statements.some(
    ({ at, effect, actions }) =>
      effect !== 'Deny' &&
      (actions === undefined || actions.some((pattern) => isCovered(pattern.toLowerCase(), action.toLowerCase()))) &&
      mayBeService(at, service),
  );
}

function mayBeService(statement: Property, service: string): boolean {
  const principal = statement.get('Principal');
  if (principal.isAbsent) return !statement.get('NotPrincipal').isAbsent;
  const { entries } = principal;
  // `*`, or not known.
  if (entries === undefined) return true;
  return entries.some(([kind, value]) => {
    const texts = value.items?.map(({ text }) => text);
    if (texts === undefined || texts.includes('*')) return true;
    if (kind !== 'Service') return false;
    // Also with a region (`sns.ap-east-1.amazonaws.com`) and in other partitions.
    return texts.some((text) => text === undefined || text.startsWith(`${service}.`));
  });
}
