import { defineCheck } from '../../src/check/check.js';
import { stack } from '../../src/check/example-parts.js';
import { DELETION_PROTECTION } from '../../src/facts/deletion-protection.js';
import { rootStackOf } from '../../src/graph/model/root-stack.js';
import { fateOf, labelOf, protectionOf } from '../../src/queries/deletion.js';

const database = (policy: string) => ({
  Orders: { Type: 'AWS::RDS::DBCluster', DeletionPolicy: policy, Properties: { Engine: 'aurora-postgresql', DeletionProtection: true } },
});

export default defineCheck({
  id: 'deletion/protection-blocks-delete',
  title: 'Deletion protection blocks stack deletion',
  severity: 'warning',
  types: [...DELETION_PROTECTION.keys()],
  docs: {
    why: 'The deletion policy deletes the resource with the stack, and its deletion protection prevents that. `cdk destroy` then deletes what it can, fails at this resource, and leaves half a stack in DELETE_FAILED; so does an update that removes or replaces the resource. The deletion itself does not switch protection off: an update has to do it before, or somebody by hand. Of what holds nothing, such as a load balancer, it is an info: the protection is usually meant, and only the deletion has to wait for it.',
    fix: 'Decide which one is meant. To keep the data: `removalPolicy: RemovalPolicy.RETAIN` beside `deletionProtection: true`, or name the stack under `deletion.retained` in the configuration. To be able to destroy it: `deletionProtection: false`, deployed before the deletion.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html',
      'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DeleteCluster.html',
    ],
    templateFix:
      'Decide which one is meant. To keep the data: `DeletionPolicy: Retain` beside the deletion protection, or name the stack under `deletion.retained` in the configuration. To be able to delete it: switch the protection off, and deploy that before the deletion.',
    bad: { Database: stack('us-east-1', database('Snapshot')) },
    good: { Database: stack('us-east-1', database('Retain')) },
  },
  *resource(resource, { settings }) {
    const protection = protectionOf(resource);
    if (protection?.isOn !== true) return;
    const stack = rootStackOf(resource.stack);
    // Where the configuration declares the intent, the other two checks report it; a protected stack is not meant to be deleted at all.
    if (settings.isDestroyable(stack) || settings.isRetained(stack) || stack.terminationProtection) return;
    const fate = fateOf(resource);
    if (fate === undefined || fate === 'retained') return;
    const policy = resource.attribute('DeletionPolicy').text;
    const answer = protection.answer === undefined ? '' : `: "${protection.answer}"`;
    yield {
      at: protection.at,
      ...(DELETION_PROTECTION.get(resource.type)?.holdsSomething === false && {
        severity: 'info',
        fix: 'Leave it as it is until the stack is to go, or the resource is to be removed or replaced: switch the protection off in a deployment before that one.',
      }),
      message: `${labelOf(resource)} has deletion protection, but its deletion policy is ${policy ?? `left at ${fate === 'snapshot' ? 'Snapshot' : 'Delete'}`}: deleting the stack ${stack.name} fails halfway${answer}.`,
    };
  },
});
