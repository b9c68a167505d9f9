import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { FUNCTION_POLICY_SIZE } from '../../src/facts/policy-quotas.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { rootStackOf } from '../../src/graph/model/root-stack.js';
import { groupBy } from '../../src/group-by.js';
import { keyTextOf } from '../../src/queries/key-texts.js';
import { leastSize } from '../../src/queries/least-size.js';

/** The longest name that a log group may have. */
const NAME = 'acme-payments-production'.padEnd(500, '/settlement');

const permissions = (count: number) => ({
  Logs: stack(
    'us-east-1',
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `Allow${index}`,
        resource('AWS::Lambda::Permission', {
          Action: 'lambda:InvokeFunction',
          FunctionName: 'arn:aws:lambda:us-east-1:482731905566:function:forward',
          Principal: 'logs.amazonaws.com',
          SourceArn: `arn:aws:logs:us-east-1:482731905566:log-group:${NAME}/${index}:*`,
        }),
      ]),
    ),
  ),
});

export default defineCheck({
  id: 'access/function-policy-size',
  title: 'Too many permissions on a function: "The final policy size is bigger than the limit (20480)"',
  severity: 'error',
  docs: {
    why: 'Every `AWS::Lambda::Permission` adds a statement to the policy of the function, which is limited to 20 KB: about fifty rules, topics, log groups or API methods, across all stacks. Lambda rejects more: "The final policy size (…) is bigger than the limit (20480)."',
    fix: "Allow the service once with a pattern: `fn.addPermission('Rules', { principal, sourceArn: 'arn:aws:events:…:rule/acme-*' })`, and import the function for the targets with `fromFunctionAttributes({ …, skipPermissions: true })`.",
    sources: [
      'https://github.com/aws/aws-cdk/issues/18369',
      'https://github.com/serverless/serverless/issues/5357',
      'https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/2304',
    ],
    templateFix:
      'Replace the `AWS::Lambda::Permission` of each caller by one whose `SourceArn` has a pattern: `arn:aws:events:REGION:ACCOUNT:rule/acme-*`.',
    bad: permissions(28),
    good: permissions(14),
  },
  *graph({ graph }) {
    const all = groupBy(
      graph.certainResourcesOfType('AWS::Lambda::Permission'),
      (permission) => keyTextOf(permission.property('FunctionName'), 'function')?.text,
    );
    for (const [name, group] of all) {
      if (name === undefined) continue;
      let size = '{"Version":"2012-10-17","Id":"default","Statement":[]}'.length;
      const first = group.find((permission) => {
        size += statementSize(permission) + 1;
        return size > FUNCTION_POLICY_SIZE;
      });
      if (first === undefined) continue;
      const others = [...groupBy(group, ({ stack }) => rootStackOf(stack))].filter(([stack]) => stack !== rootStackOf(first.stack));
      yield {
        at: first.property('FunctionName'),
        message: `${group.length} permissions are too many for the policy of one function: "The final policy size (${size}) is bigger than the limit (${FUNCTION_POLICY_SIZE})."`,
        related: others.map(([stack, permissions]) => ({ at: stack, message: `${permissions.length} of them are in this stack.` })),
      };
    }
  },
});

/** The least length of the statement that Lambda makes of a permission. */
function statementSize(permission: Resource): number {
  const sid = Math.min(100, permission.stack.name.length + permission.logicalId.length + '--123456789012'.length);
  const frame =
    '{"Sid":"","Effect":"Allow","Principal":{"Service":},"Action":,"Resource":"arn:aws:lambda:us-east-1:123456789012:function:f"}'.length;
  const source = permission.property('SourceArn');
  const condition = source.isAbsent ? 0 : ',"Condition":{"ArnLike":{"AWS:SourceArn":}}'.length + leastSize(source.value);
  return sid + frame + leastSize(permission.property('Principal').value) + leastSize(permission.property('Action').value) + condition;
}
