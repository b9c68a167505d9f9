import { defineCheck } from '../../src/check/check.js';
import { stack } from '../../src/check/example-parts.js';
import { NAMED_TYPES } from '../../src/facts/resource-names.js';
import { STATEFUL_TYPES } from '../../src/facts/stateful-types.js';
import { rootStackOf } from '../../src/graph/model/root-stack.js';
import { isRetainedAbove, labelOf, ownFateOf } from '../../src/queries/deletion.js';
import { propOfName } from '../../src/queries/name-props.js';
import { temporaryBecause } from './model/intent.js';

const invoices = (properties: { readonly BucketName?: string }) => ({
  Invoices: { Type: 'AWS::S3::Bucket', DeletionPolicy: 'Retain', Properties: properties },
});

const KEEP =
  '`RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE` at least deletes the resource when its first deployment fails; after that, `cdk import` takes a retained resource back.';

export default defineCheck({
  id: 'deletion/retained-name-collides',
  title: 'Retained resource has a fixed name',
  severity: 'info',
  types: [...NAMED_TYPES.keys()],
  docs: {
    why: 'What is retained outlives its stack and keeps its name. When the stack is deployed again after it was destroyed, or after a first deployment that failed and was rolled back, the name is taken and creation fails with "already exists". Where a stack is never deleted this does not matter: name it under `deletion.retained` in the configuration, and this check ignores it.',
    fix: `Leave the name out (no \`bucketName\`), so that CloudFormation makes a new one each time. Where the name matters, ${KEEP}`,
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html',
    ],
    templateFix:
      'Leave the name out (no `BucketName`), so that CloudFormation makes a new one each time. Where the name matters, `DeletionPolicy: RetainExceptOnCreate` at least deletes the resource when its first deployment fails; after that, an import (`aws cloudformation create-change-set --change-set-type IMPORT`) takes a retained resource back.',
    bad: { Billing: stack('us-east-1', invoices({ BucketName: 'contoso-invoices' })) },
    good: { Billing: stack('us-east-1', invoices({})) },
  },
  *resource(resource, { graph, settings }) {
    if (resource.physicalName === undefined || ownFateOf(resource) !== 'retained') return;
    const stack = rootStackOf(resource.stack);
    // Of the stacks that a pipeline of the CDK makes for other regions, the names are generated.
    if (/-support-/.test(stack.name) && /^CrossRegionCodePipelineReplicationBucket/.test(resource.logicalId)) return;
    // Of destroyable stacks `not-destroyable` says that it stays; retained ones are not meant to be deployed anew.
    if (settings.isDestroyable(stack) || settings.isRetained(stack) || isRetainedAbove(resource)) return;
    // Of those that are probably temporary, `temporary-stack-leftovers` says so, and what solves that solves this.
    if (STATEFUL_TYPES.get(resource.type) === 'data' && temporaryBecause(graph, stack) !== undefined) return;
    const failed = resource.attribute('DeletionPolicy').text === 'Retain' ? ', or after a first deployment that failed' : '';
    const steps = NAMED_TYPES.get(resource.type)?.steps ?? [];
    const property = steps.at(-1) ?? '';
    yield {
      at: resource.property(...steps),
      fill: { bucketName: propOfName(property, resource.type), BucketName: property },
      ...(isGenerated(resource.physicalName) && { fix: `The CDK derives this name from the path of the construct. ${KEEP}` }),
      message: `${labelOf(resource)} is retained under a fixed name: when ${stack.name} is deployed again after it was destroyed${failed}, the name is taken ("already exists").`,
      cause: { key: stack, here: `${labelOf(resource)} is retained under a fixed name.` },
    };
  },
});

/** The CDK names vaults and groups of schedules itself: parts of the path, and a hash of it. */
function isGenerated(name: string): boolean {
  return /[A-Za-z]-?[0-9A-F]{8}$/.test(name);
}
