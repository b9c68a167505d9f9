import { defineCheck } from '../../src/check/check.js';
import { replicasOf } from '../../src/queries/global-tables.js';
import { globalTableExample, replica } from './model/global-table-example.js';

export default defineCheck({
  id: 'dynamodb/replica-region-duplicate',
  title: 'Two replicas of a global table in one region',
  severity: 'error',
  types: ['AWS::DynamoDB::GlobalTable'],
  docs: {
    why: 'A global table has one replica in each region. Two entries for one region are no two copies: CloudFormation rejects the table. A list of regions that already holds the region of the stack leads to this.',
    fix: '`TableV2` adds the replica of its own region by itself: leave it out of `replicas`, for example `regions.filter((region) => region !== this.region)`.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-globaltable.html',
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GlobalTables.html',
    ],
    templateFix: 'List each region once in `Replicas`.',
    bad: globalTableExample({}, [replica('us-east-1'), replica('us-west-2'), replica('us-west-2')]),
    good: globalTableExample({}, [replica('us-east-1'), replica('us-west-2')]),
  },
  *resource(table) {
    const first = new Map<string, number>();
    for (const [index, { at, region }] of (replicasOf(table) ?? []).entries()) {
      if (region === undefined) continue;
      const twin = first.get(region);
      if (twin === undefined) first.set(region, index);
      else
        yield {
          at: at.get('Region'),
          message: `The table has two replicas in ${region}: a region holds one replica of a global table, and CloudFormation rejects the second.`,
          related: [{ at: table.property('Replicas', twin, 'Region'), message: `The first replica in ${region}.` }],
        };
    }
  },
});
