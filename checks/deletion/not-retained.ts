import { defineCheck } from '../../src/check/check.js';
import { stack } from '../../src/check/example-parts.js';
import { STATEFUL_TYPES } from '../../src/facts/stateful-types.js';
import type { Link } from '../../src/graph/model/link.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { rootStackOf } from '../../src/graph/model/root-stack.js';
import { fateOf, isClusterInstance, labelOf, protectionOf } from '../../src/queries/deletion.js';
import { contentOf } from '../../src/queries/stored-content.js';

const sessions = (policy: string) => ({ Sessions: { Type: 'AWS::DynamoDB::Table', DeletionPolicy: policy, Properties: {} } });

export default defineCheck({
  id: 'deletion/not-retained',
  title: 'Data would be deleted with a stack marked "retained"',
  severity: 'error',
  types: [...STATEFUL_TYPES.keys()],
  isAboutIntent: true,
  docs: {
    why: 'The configuration declares that the data of this stack must stay. This resource has neither a deletion policy that keeps it nor deletion protection: deleting the stack, or taking the construct out of the app, or renaming it deletes the data with it.',
    fix: 'Set `removalPolicy: RemovalPolicy.RETAIN` (or `RETAIN_ON_UPDATE_OR_DELETE`; `SNAPSHOT` for databases and volumes), and `deletionProtection: true` where the construct has it.',
    sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html'],
    templateFix:
      '`DeletionPolicy: Retain` and `UpdateReplacePolicy: Retain` (`Snapshot` for databases and volumes), and `DeletionProtection: true` where the resource has it.',
    bad: { 'Sessions-prod': stack('us-east-1', sessions('Delete')) },
    good: { 'Sessions-prod': stack('us-east-1', sessions('Retain')) },
  },
  *resource(resource, { settings }) {
    const stack = rootStackOf(resource.stack);
    if (!settings.isRetained(stack) || settings.isDestroyable(stack)) return;
    const protection = protectionOf(resource);
    if (fateOf(resource) !== 'deleted' || (protection !== undefined && protection.isOn !== false)) return;
    // The data of an instance is its cluster's, that of a read replica its source's.
    if (isClusterInstance(resource) || !resource.property('SourceDBInstanceIdentifier').isAbsent) return;
    const policy = resource.attribute('DeletionPolicy');
    const cause = policy.isAbsent ? 'has no deletion policy' : 'has the deletion policy Delete';
    const start = `The data of the stack ${stack.name} must stay, but ${labelOf(resource)} ${cause}`;
    // The service does not delete it with anything in it.
    if (contentOf(resource) !== undefined)
      yield { at: policy, severity: 'warning', message: `${start}: it is deleted with the stack unless something is in it.` };
    else if (STATEFUL_TYPES.get(resource.type) === 'passing' || isLogin(resource))
      yield { at: policy, severity: 'warning', message: `${start}: what is in it is lost when the stack is deleted.` };
    else yield { at: policy, message: `${start}: it is deleted with all its data when the stack goes.` };
  },
});

/** The login of a database, which CDK never retains by itself: the database takes a new password when this one is lost. */
function isLogin(resource: Resource): boolean {
  const attached = (link: Link) => link.from.type === 'AWS::SecretsManager::SecretTargetAttachment' && link.path[1] === 'SecretId';
  return resource.type === 'AWS::SecretsManager::Secret' && resource.graph.linksTo(resource).some(attached);
}
