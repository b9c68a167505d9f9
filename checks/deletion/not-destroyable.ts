import type { Stack } from '../../src/assembly/model.js';
import { type CheckContext, defineCheck, type ResourceCheck } from '../../src/check/check.js';
import { stack } from '../../src/check/example-parts.js';
import type { Problem } from '../../src/check/problem.js';
import { resourceProblems } from '../../src/check/resource-problems.js';
import { STATEFUL_TYPES } from '../../src/facts/stateful-types.js';
import { rootStackOf } from '../../src/graph/model/root-stack.js';
import { isRetainedAbove, labelOf, ownFateOf, protectionOf } from '../../src/queries/deletion.js';
import { contentOf } from '../../src/queries/stored-content.js';
import { oneForAlike } from './model/alike.js';
import { importersOf } from './model/exports.js';

const sessions = (policy: string) => ({ Sessions: { Type: 'AWS::DynamoDB::Table', DeletionPolicy: policy, Properties: {} } });

const described = {
  id: 'deletion/not-destroyable',
  title: 'Stack marked "destroyable" cannot be destroyed',
  severity: 'error',
  docs: {
    why: 'The configuration declares that `cdk destroy` must delete this stack and leave nothing behind. Deletion protection, termination protection, an export that another stack uses, or content that nothing removes make the deletion fail, often halfway; what is retained stays, costs money, and keeps its name, which the next deployment then cannot use.',
    fix: 'In this stack: `removalPolicy: RemovalPolicy.DESTROY`, `deletionProtection: false`, `autoDeleteObjects: true` for a `Bucket`, `emptyOnDelete: true` for a `Repository`, `terminationProtection: false`. What protects production belongs behind a property of the stack, such as `isProduction`.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-protect-stacks.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    ],
    templateFix:
      'In this stack: `DeletionPolicy: Delete`, `UpdateReplacePolicy: Delete`, `DeletionProtection: false`, `EmptyOnDelete: true` for a repository, and no termination protection. What protects production belongs under a condition on a parameter.',
    bad: { 'Sessions-test': stack('us-east-1', sessions('Retain')) },
    good: { 'Sessions-test': stack('us-east-1', sessions('Delete')) },
  },
} as const;

export default defineCheck({
  ...described,
  *stack(stack, context) {
    if (!context.settings.isDestroyable(rootStackOf(stack))) return;
    if (stack.parent === undefined) yield* obstaclesOf(stack, context);
    const problems = [...context.graph.resourcesOf(stack)].flatMap((resource) =>
      [...resourceProblems(ofResources, resource, context)].map((problem) => ({ resource, problem })),
    );
    yield* oneForAlike(problems);
  },
});

function* obstaclesOf(stack: Stack, { graph, settings }: CheckContext): Generator<Problem> {
  if (settings.isRetained(stack))
    yield {
      at: stack,
      severity: 'warning',
      message: `The stack ${stack.name} is named under both deletion.destroyable and deletion.retained in the configuration. It is checked as destroyable.`,
      fix: 'Change the patterns of `deletion.destroyable` and `deletion.retained` so that only one of them matches the name of the stack.',
    };
  if (stack.terminationProtection)
    yield {
      at: stack,
      message: `The stack ${stack.name} must be destroyable, but has termination protection: "Stack [${stack.name}] cannot be deleted while TerminationProtection is enabled".`,
      fix: 'Set `terminationProtection: false` on the stack, and deploy it before the stack is deleted.',
    };
  for (const { name, importer, at } of importersOf(graph, stack)) {
    if (settings.isDestroyable(importer)) continue;
    yield {
      at: stack,
      message: `The stack ${stack.name} must be destroyable, but ${importer.name}, which is not declared so, uses its export ${name}: "Export ${name} cannot be deleted as it is in use by ${importer.name}".`,
      fix: 'Pass the value in another way (a parameter of Parameter Store, or a `GetStackOutput` reference), or declare the other stack as destroyable too: `cdk destroy` deletes it first.',
      related: [{ at, message: 'The export is used here.' }],
    };
  }
}

/** How to have a resource emptied when it is deleted. */
const FUNCTION = 'AWS::Lambda::Function';
const EMPTYING: ReadonlyMap<string, string> = new Map([
  [
    FUNCTION,
    'Delete the stack again some hours later, when the replicas are gone, or retain the function (`RemovalPolicy.RETAIN`) and delete it later by hand. A `cloudfront.Function` has no replicas.',
  ],
  ['AWS::S3::Bucket', 'Set `autoDeleteObjects: true` beside `removalPolicy: RemovalPolicy.DESTROY` on the `Bucket`.'],
  ['AWS::ECR::Repository', 'Set `emptyOnDelete: true` beside `removalPolicy: RemovalPolicy.DESTROY` on the `Repository`.'],
  [
    'AWS::RDS::OptionGroup',
    'Delete the database without a snapshot (`removalPolicy: RemovalPolicy.DESTROY`), or delete the snapshot and then the stack again.',
  ],
  ['AWS::Athena::WorkGroup', 'Set `recursiveDeleteOption: true` on the `CfnWorkGroup`.'],
  [
    'AWS::Route53::HostedZone',
    'Put the records into a stack that is deleted before the zone, or keep the zone in a stack of its own that stays. Validation records of certificates have to be deleted by hand.',
  ],
]);

/** When the deletion fails, where that is not with anything in it. */
const WHEN: ReadonlyMap<string, string> = new Map([
  [FUNCTION, 'for hours after the distribution is deleted'],
  ['AWS::RDS::OptionGroup', 'while the snapshot is there'],
]);

/** What they leave behind is no loss: a version goes with its function, a deployment with its API. */
const GONE_WITH_OTHERS = new Set(['AWS::Lambda::Version', 'AWS::ApiGateway::Deployment', 'AWS::CDK::Metadata']);

const ofResources: ResourceCheck = {
  ...described,
  types: [],
  isAboutIntent: true,
  *resource(resource, { graph, settings }) {
    const fate = ownFateOf(resource);
    if (fate === undefined || isRetainedAbove(resource)) return;
    const start = `The stack ${rootStackOf(resource.stack).name} must be destroyable, but`;
    const policy = resource.attribute('DeletionPolicy');
    const protection = protectionOf(resource);
    const isProtected = protection?.isOn === true;
    if (fate === 'retained') {
      if (GONE_WITH_OTHERS.has(resource.type)) return;
      const message = `${start} ${labelOf(resource)} is retained${isProtected ? ', and has deletion protection' : ''}: it remains when the stack is deleted.`;
      // What holds data or other resources costs money and space; a role or a setting only lies about.
      const severity = STATEFUL_TYPES.has(resource.type) || resource.type === 'AWS::CloudFormation::Stack' ? 'error' : 'warning';
      yield {
        at: policy,
        severity,
        message,
        fix: 'Set `removalPolicy: RemovalPolicy.DESTROY` on the construct, or `RemovalPolicies.of(stack).destroy()` for the whole stack.',
      };
      return;
    }
    if (isProtected) {
      const answer = protection.answer === undefined ? '' : `: "${protection.answer}"`;
      yield {
        at: protection.at,
        message: `${start} ${labelOf(resource)} has deletion protection${answer}.`,
        fix: 'Switch the deletion protection off (`deletionProtection: false` on most constructs), and deploy that before the stack is deleted.',
      };
      return;
    }
    // Where another stack uses an export of this one, the deletion fails with that already.
    const importers = new Set(importersOf(graph, rootStackOf(resource.stack)).map(({ importer }) => importer));
    const content = contentOf(resource, (stack) => !settings.isDestroyable(stack) && !importers.has(stack));
    if (content !== undefined) {
      yield {
        at: content.at,
        severity: content.isCertain ? 'error' : 'warning',
        message: `${start} ${content.cause} ${labelOf(resource)}: ${WHEN.get(resource.type) ?? 'with anything in it'} the deletion fails with "${content.answer}".`,
        fix:
          EMPTYING.get(resource.type) ?? 'Empty it before the stack is deleted, by hand or with a custom resource that runs on deletion.',
      };
    } else if (fate === 'snapshot')
      yield {
        at: policy,
        severity: 'warning',
        message: `${start} ${labelOf(resource)} creates a final snapshot when it is deleted, which is retained and billed.`,
        fix: 'Set `removalPolicy: RemovalPolicy.DESTROY` on the construct, which deletes it without a snapshot.',
      };
  },
};
