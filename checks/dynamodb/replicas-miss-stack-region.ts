import { defineCheck } from '../../src/check/check.js';
import { replicaRegionsOf } from '../../src/queries/global-tables.js';
import { globalTableExample, replica } from './model/global-table-example.js';

export default defineCheck({
  id: 'dynamodb/replicas-miss-stack-region',
  title: 'Global table has no replica in its own region',
  severity: 'error',
  types: ['AWS::DynamoDB::GlobalTable'],
  docs: {
    why: 'CloudFormation creates the table in the region of its stack and adds the others from there: "The Replicas section must contain an entry for the current region".',
    fix: '`TableV2` adds the region of its stack by itself: list only the other ones in `replicas`, and give the stack the `env` that is meant. On `CfnGlobalTable` add a replica with `region: this.region`.',
    sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-globaltable.html'],
    templateFix: 'Add the region of the stack to `Replicas`: `- Region: !Ref AWS::Region`.',
    bad: globalTableExample({}, [replica('us-west-2'), replica('eu-west-1')]),
    good: globalTableExample({}, [replica('us-west-2'), replica('us-east-1')]),
  },
  *resource(table) {
    const regions = replicaRegionsOf(table) ?? [];
    const { region } = table;
    if (region === undefined || regions.length === 0 || regions.includes(region)) return;
    yield {
      at: table.property('Replicas'),
      message: `The stack is deployed to ${region}, but the table has replicas in ${regions.join(', ')} only. CloudFormation rejects it: "The Replicas section must contain an entry for the current region".`,
    };
  },
});
