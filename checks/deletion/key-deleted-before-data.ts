import { defineCheck } from '../../src/check/check.js';
import { stack } from '../../src/check/example-parts.js';
import { KEY_PATHS } from '../../src/facts/key-properties.js';
import { STATEFUL_TYPES } from '../../src/facts/stateful-types.js';
import type { Link } from '../../src/graph/model/link.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { rootStackOf } from '../../src/graph/model/root-stack.js';
import { fateOf, labelOf } from '../../src/queries/deletion.js';
import { stepsOf } from '../../src/queries/steps-of.js';

const receipts = (policy: string) => ({
  Receipts: stack('us-east-1', {
    Key: { Type: 'AWS::KMS::Key', DeletionPolicy: policy, Properties: {} },
    Bucket: {
      Type: 'AWS::S3::Bucket',
      DeletionPolicy: 'Retain',
      Properties: {
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: { 'Fn::GetAtt': ['Key', 'Arn'] } } },
          ],
        },
      },
    },
  }),
});

export default defineCheck({
  id: 'deletion/key-deleted-before-data',
  title: 'Encryption key is deleted while the data that it encrypts is retained',
  severity: 'warning',
  types: ['AWS::KMS::Key'],
  docs: {
    why: 'When the stack is deleted, the data is retained (or a final snapshot is taken), but the customer managed key that encrypts it is scheduled for deletion. After the waiting period of 7 to 30 days nothing can decrypt the data any more, and AWS cannot restore the key.',
    fix: 'Set `removalPolicy: RemovalPolicy.RETAIN` on the `kms.Key`, as on the data; or `RemovalPolicy.DESTROY` on both.',
    sources: [
      'https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html',
    ],
    templateFix:
      '`DeletionPolicy: Retain` (and `UpdateReplacePolicy: Retain`) on the `AWS::KMS::Key`, as on the data; or `Delete` on both.',
    bad: receipts('Delete'),
    good: receipts('Retain'),
  },
  *resource(key, { graph, settings }) {
    const stack = rootStackOf(key.stack);
    // Where the configuration declares what is meant, other checks report each resource.
    if (settings.isDestroyable(stack) || settings.isRetained(stack) || fateOf(key) !== 'deleted') return;
    const aliases = graph.linksTo(key).flatMap(({ from }) => (from.type === 'AWS::KMS::Alias' ? [from] : []));
    const data = [key, ...aliases].flatMap((named) =>
      graph
        .linksTo(named)
        .filter(isEncryption)
        .map(({ from }) => from),
    );
    const kept = [...new Set(data)].filter(
      (resource) => resource.existence === 'certain' && isKept(resource) && !isArtifactStore(resource),
    );
    const [first] = kept;
    if (first === undefined) return;
    const others = kept.length > 1 ? ` and ${kept.length - 1} more` : '';
    const what = fateOf(first) === 'snapshot' ? 'leaves a final snapshot' : 'is retained';
    yield {
      at: key.attribute('DeletionPolicy'),
      message: `${labelOf(key)} is deleted with the stack ${stack.name}, but ${labelOf(first)}${others}, which it encrypts, ${what}: once the key is deleted, the data cannot be decrypted.`,
      related: kept.map((resource) => ({
        at: resource,
        message: `This ${fateOf(resource) === 'snapshot' ? 'leaves a snapshot' : 'is retained'}.`,
      })),
    };
  },
});

/** Replicas of a global table name a key each. */
const REPLICA_KEY = 'Replicas.*.SSESpecification.KMSMasterKeyId';

/** Whether the link names the key that encrypts data that is kept there. */
function isEncryption({ from, path }: Link): boolean {
  if (STATEFUL_TYPES.get(from.type) !== 'data' || path[0] !== 'Properties') return false;
  const place = path.slice(1).map((step) => (typeof step === 'number' ? '*' : step));
  const paths = from.type === 'AWS::DynamoDB::GlobalTable' ? [REPLICA_KEY] : (KEY_PATHS.get(from.type) ?? []);
  return paths.some((known) => stepsOf(known).every((step, index) => step === place[index]));
}

/** What passes through a pipeline can be built again; the CDK itself retains this bucket and deletes its key. */
function isArtifactStore(resource: Resource): boolean {
  return resource.graph.linksTo(resource).some(({ from }) => from.type === 'AWS::CodePipeline::Pipeline');
}

function isKept(resource: Resource): boolean {
  const fate = fateOf(resource);
  return fate === 'retained' || fate === 'snapshot';
}
