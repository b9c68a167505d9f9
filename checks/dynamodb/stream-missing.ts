import { defineCheck } from '../../src/check/check.js';
import { isReplicaOfOtherAccount, replicasOf } from '../../src/queries/global-tables.js';
import { globalTableExample, replica } from './model/global-table-example.js';

const replicas = [replica('us-west-2'), replica('us-east-1')];

export default defineCheck({
  id: 'dynamodb/stream-missing',
  title: 'Global table with several replicas and no stream',
  severity: 'error',
  types: ['AWS::DynamoDB::GlobalTable'],
  docs: {
    why: 'DynamoDB replicates through the table’s stream, so a global table with more than one replica must have it: "You must specify a value for this property for a AWS::DynamoDB::GlobalTable resource configured for MREC with more than one entry in Replicas." Only tables with strong consistency between regions (MRSC) go without.',
    fix: 'Use `TableV2` with `replicas`, which adds the stream by itself; on `CfnGlobalTable` write `streamSpecification: { streamViewType: "NEW_AND_OLD_IMAGES" }`.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-dynamodb-globaltable-streamspecification.html',
    ],
    templateFix: 'Write `StreamSpecification: { StreamViewType: NEW_AND_OLD_IMAGES }`.',
    bad: globalTableExample({ StreamSpecification: { Ref: 'AWS::NoValue' } }, replicas),
    good: globalTableExample({}, replicas),
  },
  *resource(table) {
    const replicas = replicasOf(table) ?? [];
    const regions = new Set(replicas.map(({ region }) => region));
    const consistency = table.property('MultiRegionConsistency');
    const isEventual = consistency.isAbsent || consistency.text === 'EVENTUAL';
    // Two replicas in one region have a check of their own.
    if (replicas.length < 2 || (regions.size < replicas.length && !regions.has(undefined)) || !isEventual || isReplicaOfOtherAccount(table))
      return;
    const type = table.property('StreamSpecification', 'StreamViewType');
    if (type.text !== undefined && type.text !== 'NEW_AND_OLD_IMAGES') {
      yield {
        at: type,
        message: `The table has ${replicas.length} replicas, but its stream holds ${type.text}: with more than one replica DynamoDB accepts only NEW_AND_OLD_IMAGES.`,
      };
    }
    if (!table.property('StreamSpecification').isAbsent) return;
    yield {
      at: table.property('Replicas'),
      message: `The table has ${replicas.length} replicas but no StreamSpecification, which replication needs. CloudFormation rejects it.`,
    };
  },
});
