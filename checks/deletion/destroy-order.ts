import { defineCheck } from '../../src/check/check.js';
import { stack, stackAfter } from '../../src/check/example-parts.js';
import { rootStackOf } from '../../src/graph/model/root-stack.js';
import { fateOf, labelOf, protectionOf } from '../../src/queries/deletion.js';
import { BLOCKING_TYPES, blockedBy } from '../../src/queries/dependents.js';

const regions = (policy: string) => ({
  Primary: stack('us-east-1', {
    Cluster: {
      Type: 'AWS::RDS::DBCluster',
      DeletionPolicy: policy,
      Properties: {
        Engine: 'aurora-mysql',
        MasterUsername: 'ledger',
        MasterUserPassword: '{{resolve:secretsmanager:ledger:SecretString:password}}',
      },
    },
    Ledger: {
      Type: 'AWS::RDS::GlobalCluster',
      DeletionPolicy: policy,
      Properties: { GlobalClusterIdentifier: 'ledger', SourceDBClusterIdentifier: { Ref: 'Cluster' } },
    },
  }),
  Standby: stackAfter('Primary', 'us-west-2', {
    Member: {
      Type: 'AWS::RDS::DBCluster',
      DeletionPolicy: 'Retain',
      Properties: { Engine: 'aurora-mysql', GlobalClusterIdentifier: 'ledger' },
    },
  }),
});

export default defineCheck({
  id: 'deletion/destroy-order',
  title: 'Retained resource blocks the deletion of a resource it uses',
  severity: 'warning',
  types: BLOCKING_TYPES,
  docs: {
    why: 'Some resources cannot be deleted before others: a global cluster before its members, a primary cluster before the secondaries, a subnet or subnet group before the database in it. When the one that must be deleted first is retained, the deletion of the other fails, in whatever stack and region it is, and `cdk destroy` stops halfway.',
    fix: 'Give both the same `removalPolicy`: `RETAIN` also for the global cluster (`globalCluster.applyRemovalPolicy(RemovalPolicy.RETAIN)`) or for the VPC in which a retained database lives (or keep the VPC in a stack that stays), or `DESTROY` or `SNAPSHOT` for the member.',
    sources: [
      'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-deleting.html',
      'https://github.com/aws/aws-cdk/issues/5282',
    ],
    templateFix:
      'Give both the same `DeletionPolicy`: `Retain` also for the global cluster, or for the VPC in which a retained database lives; or `Delete` or `Snapshot` for the member.',
    bad: regions('Delete'),
    good: regions('Retain'),
  },
  *resource(resource, { settings }) {
    if (settings.isDestroyable(rootStackOf(resource.stack)) || fateOf(resource) !== 'retained') return;
    const going = blockedBy(resource).filter(({ resource: other }) => {
      const fate = fateOf(other);
      return other.existence === 'certain' && fate !== undefined && fate !== 'retained' && protectionOf(other)?.isOn !== true;
    });
    const [first] = going;
    if (first === undefined) return;
    yield {
      at: resource.attribute('DeletionPolicy'),
      // To keep a database and leave its network to whoever deletes the stack is common, and stops at the network as it should.
      severity: going.some(({ isNetwork }) => !isNetwork) ? 'warning' : 'info',
      message: `${labelOf(resource)} is retained, and ${labelOf(first.resource)}${where(first.resource.stack.name, resource.stack.name)} cannot be deleted while it exists: its deletion fails ("${first.answer}").`,
      related: going.map(({ resource: other }) => ({ at: other, message: 'This cannot be deleted.' })),
    };
  },
});

function where(stack: string, own: string): string {
  return stack === own ? '' : ` of the stack ${stack}`;
}
