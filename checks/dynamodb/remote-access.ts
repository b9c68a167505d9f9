import { defineCheck } from '../../src/check/check.js';
import { outputOf, resource, stackAfter, stackWith } from '../../src/check/example-parts.js';
import type { Link } from '../../src/graph/model/link.js';
import { Property } from '../../src/graph/model/property.js';
import { rootStackOf } from '../../src/graph/model/root-stack.js';
import { regionsOf, TABLES } from './model/dynamodb-tables.js';
import { globalTable, replica } from './model/global-table-example.js';

const app = (...replicas: readonly ReturnType<typeof replica>[]) => ({
  East: stackWith({ TableName: { Ref: 'Sessions' } }, 'us-east-1', { Sessions: globalTable({ TableName: 'sessions' }, replicas) }),
  West: stackAfter('East', 'us-west-2', {
    TableName: resource('AWS::SSM::Parameter', {
      Type: 'String',
      Name: '/sessions/table',
      Value: outputOf('East', 'TableName', 'us-east-1'),
    }),
  }),
});

export default defineCheck({
  id: 'dynamodb/remote-access',
  title: 'Table is used from a region without a replica',
  severity: 'info',
  types: TABLES,
  docs: {
    why: 'A stack in another region refers to a table that has no replica there. Its requests cross regions, or look for the table in their own region and do not find it; and when the table’s region fails, so does this stack.',
    fix: 'Add the region to `replicas` of the `TableV2`, and use `table.replica("us-west-2")` in the stack of that region.',
    sources: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GlobalTables.html'],
    templateFix: "Add the region to `Replicas` of the table, and use the replica of the stack's own region.",
    bad: app(replica('us-east-1')),
    good: app(replica('us-east-1'), replica('us-west-2')),
  },
  *resource(table, { graph }) {
    const regions = regionsOf(table);
    if (regions === undefined || regions.length === 0) return;
    const reported = new Set<unknown>();
    for (const link of graph.linksTo(table)) {
      const { from } = link;
      if (from.region === undefined || regions.includes(from.region) || from.account !== table.account || isPlumbing(from.type)) continue;
      const stack = rootStackOf(from.stack);
      if (reported.has(stack)) continue;
      reported.add(stack);
      yield {
        at: placeOf(link),
        fill: { 'us-west-2': from.region },
        message: `${stack.displayName} is deployed to ${from.region} and uses the table "${table.physicalName ?? table.displayName}", which exists in ${regions.join(', ')} only.`,
        related: [{ at: table, message: 'The table is declared here.' }],
      };
    }
  },
});

/** The property, without the steps into an expression. */
function placeOf({ from, path }: Link): Property {
  const end = path.findIndex((step) => String(step).startsWith('Fn::'));
  const [key, ...steps] = end < 0 ? path : path.slice(0, end);
  return Property.of(from, String(key)).get(...steps);
}

/** What only hands values on, or belongs to the table itself. */
function isPlumbing(type: string): boolean {
  return /^Custom::(?:CrossRegionExport|DynamoDBReplica)|^AWS::(?:CloudFormation|DynamoDB)::/.test(type);
}
