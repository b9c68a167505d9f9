import { defineCheck } from '../../src/check/check.js';
import { policy, stack } from '../../src/check/example-parts.js';
import type { Resource } from '../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { rootStackOf } from '../../src/graph/model/root-stack.js';
import { groupBy } from '../../src/group-by.js';
import { fateOf } from '../../src/queries/deletion.js';

const ACCOUNT = 'AWS::ApiGateway::Account';
const api = (DeletionPolicy: string) =>
  stack('us-east-1', {
    Role: {
      Type: 'AWS::IAM::Role',
      DeletionPolicy,
      Properties: {
        AssumeRolePolicyDocument: policy({ Effect: 'Allow', Principal: { Service: 'apigateway.amazonaws.com' }, Action: 'sts:AssumeRole' }),
        ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs'],
      },
    },
    Account: { Type: ACCOUNT, DeletionPolicy, Properties: { CloudWatchRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] } } },
  });

export default defineCheck({
  id: 'account/api-logging-role-shared',
  title: 'Several stacks set the CloudWatch Logs role of API Gateway',
  severity: 'warning',
  types: [ACCOUNT],
  docs: {
    why: 'API Gateway has one role for logs in an account and region, and `AWS::ApiGateway::Account` sets it: the stack that is deployed last replaces the role of the others. When that stack is deleted, its role is deleted too, and no API of the account logs any more.',
    fix: 'Declare `apigateway.CfnAccount` with its role in one stack for each account and region, and give every `RestApi` `cloudWatchRole: false`; or keep the roles with `cloudWatchRoleRemovalPolicy: RemovalPolicy.RETAIN`.',
    sources: [
      'https://github.com/aws/aws-cdk/issues/10878',
      'https://github.com/aws/aws-cdk/issues/22954',
      'https://github.com/aws-solutions/workload-discovery-on-aws/issues/81',
    ],
    templateFix:
      'Declare the `AWS::ApiGateway::Account` and its role in one stack for each account and region, or keep both with `DeletionPolicy: Retain`.',
    bad: { Orders: api('Delete'), Payments: api('Delete') },
    good: { Orders: api('Retain'), Payments: api('Retain') },
  },
  *resource(resource, { graph }) {
    const sharing = graph.memo(accountsByPlace).get(placeOf(resource) ?? '') ?? [];
    const [first, ...others] = sharing.filter(
      (account) => !resource.is(account) && rootStackOf(account.stack) !== rootStackOf(resource.stack),
    );
    // One finding for all: at the last one whose role is deleted with its stack.
    if (first === undefined || !resource.is(sharing.filter(losesRole).at(-1))) return;
    yield {
      at: resource.property('CloudWatchRoleArn'),
      message: `Stack ${first.stack.displayName}${others.length > 0 ? ` and ${others.length} more` : ''} sets API Gateway's logging role of ${resource.region ?? 'the region'} too. The one that is deployed last wins, and when ${resource.stack.displayName} is deleted, its role is deleted too, and logging stops for all APIs.`,
      related: [first, ...others].map((other) => ({ at: other, message: `Set by stack ${other.stack.displayName} too.` })),
    };
  },
});

function accountsByPlace(graph: ResourceGraph): ReadonlyMap<string | undefined, readonly Resource[]> {
  return groupBy(graph.certainResourcesOfType(ACCOUNT), placeOf);
}

function placeOf({ account, region }: Resource): string | undefined {
  return account === undefined || region === undefined ? undefined : `${account} ${region}`;
}

function losesRole(account: Resource): boolean {
  const role = account.property('CloudWatchRoleArn').reference?.resource;
  return role?.type === 'AWS::IAM::Role' && role.stack === account.stack && fateOf(role) !== 'retained';
}
