import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';

const table = resource('AWS::DynamoDB::Table', {});

export default defineCheck({
  id: 'assembly/resources-generated',
  title: 'Resources that are not checked because CloudFormation generates them',
  severity: 'warning',
  docs: {
    why: '`Fn::ForEach` and macros generate resources when the stack is deployed. The synthesized template does not contain them, so they are not checked: no finding does not mean that they are right.',
    fix: 'Write the loop in the app instead, `for (const name of names) new Table(this, name)`, so that the resources stand in the template. Otherwise check the processed template: `aws cloudformation get-template --template-stage Processed`.',
    sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html'],
    templateFix: 'Check the processed template: `aws cloudformation get-template --template-stage Processed`.',
    bad: { Tables: stack('us-east-1', { 'Fn::ForEach::Tables': ['Name', ['A', 'B'], { 'Table${Name}': table }] as never }) },
    good: { Tables: stack('us-east-1', { TableA: table, TableB: table }) },
  },
  *stack(stack) {
    const { generators } = stack.template;
    if (generators.length === 0) return;
    yield {
      at: stack,
      message: `CloudFormation generates resources of ${stack.displayName} with ${generators.slice(0, MAX_NAMED).join(', ')}${generators.length > MAX_NAMED ? ` and ${generators.length - MAX_NAMED} more` : ''}: they are not in the template, and are not checked.`,
    };
  },
});

const MAX_NAMED = 10;
