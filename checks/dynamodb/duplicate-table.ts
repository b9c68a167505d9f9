import { defineCheck } from '../../src/check/check.js';
import { resource, stack, stackAfter } from '../../src/check/example-parts.js';
import { declarationsOfSameName, regionsOf, TABLES } from './model/dynamodb-tables.js';
import { globalTable, replica } from './model/global-table-example.js';

const sessions = globalTable({ TableName: 'sessions' }, [replica('us-east-1'), replica('us-west-2')]);
const name = resource('AWS::SSM::Parameter', { Type: 'String', Name: '/sessions/table', Value: 'sessions' });

export default defineCheck({
  id: 'dynamodb/duplicate-table',
  title: 'Table is declared twice',
  severity: 'error',
  types: TABLES,
  docs: {
    why: 'One declaration of a global table, in one stack, creates the table in every region of its replicas. A second declaration of the same name, in another stack or as a plain table, fails because the table already exists: "Failed to create a the new replica of table with name: \'sessions\' because one or more replicas already existed as tables."',
    fix: 'Declare the table once, with `replicas`. In the stacks of the other regions refer to it with `TableV2.fromTableName(this, "Sessions", "sessions")` and make them deploy later with `otherStack.addStackDependency(tableStack)`.',
    sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-globaltable.html'],
    templateFix:
      'Declare the table once, with a replica for each region in `Replicas`. Templates of the other regions refer to it by its name, and are deployed later.',
    bad: { East: stack('us-east-1', { Sessions: sessions }), West: stack('us-west-2', { Sessions: sessions }) },
    good: { East: stack('us-east-1', { Sessions: sessions }), West: stackAfter('East', 'us-west-2', { SessionsTable: name }) },
  },
  *resource(table) {
    const declarations = declarationsOfSameName(table);
    const index = declarations.findIndex((other) => other.is(table));
    if (index < 1) return;
    const regions = regionsOf(table);
    const taken = declarations.slice(0, index).find((other) => shared(regions, regionsOf(other)).length > 0);
    if (taken === undefined) return;
    const isSameAccountForCertain = table.account !== undefined;
    const isSameRegion = table.region !== undefined && table.region === taken.region;
    yield {
      at: table.property('TableName'),
      ...(!isSameAccountForCertain && { severity: 'warning' }),
      message: `The table "${table.physicalName}" is also declared in ${taken.stack.displayName}, and both put it in ${shared(regions, regionsOf(taken)).join(', ')}${isSameAccountForCertain ? '' : ' (if both stacks go to one account)'}. The stack that is deployed second fails, since the table already exists.`,
      ...(isSameRegion && { fix: SAME_REGION_FIX }),
      fill: { '"sessions"': `"${table.physicalName}"` },
      related: [{ at: taken, message: `Declared here too, for ${regionsOf(taken)?.join(', ')}.` }],
    };
  },
});

/** Two stages of one app, or one stack twice: the second table is not meant to be a replica of the first. */
const SAME_REGION_FIX =
  'Leave `tableName` out, so that each stack has a table of its own, or make the name depend on the stage: `` tableName: `sessions-${stage}` ``. To use one table in both stacks, declare it in one and pass it to the other.';

function shared(some: readonly string[] = [], others: readonly string[] = []): readonly string[] {
  return some.filter((region) => others.includes(region));
}
