import type { Json, JsonObject } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { ADMISSIONS } from '../../src/facts/admission/index.js';
import { ROLE_PERMISSIONS } from '../../src/facts/admission/role-permissions.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { rootStackOf } from '../../src/graph/model/root-stack.js';
import { latePermissionsOf } from '../../src/queries/policies/admission.js';
import { lateRolePoliciesOf } from '../../src/queries/policies/late-role-policies.js';
import { isCreatedLater } from '../../src/queries/stack-order.js';

const app = (SourceArn: Json, more: JsonObject = {}) => ({
  Uploads: stack('us-east-1', {
    Resize: resource('AWS::Lambda::Function', {}),
    Permission: resource('AWS::Lambda::Permission', {
      FunctionName: { Ref: 'Resize' },
      Action: 'lambda:InvokeFunction',
      Principal: 's3.amazonaws.com',
      SourceArn,
    }),
    Inbox: {
      ...resource('AWS::S3::Bucket', {
        BucketName: 'contoso-inbox',
        NotificationConfiguration: {
          LambdaConfigurations: [{ Event: 's3:ObjectCreated:*', Function: { 'Fn::GetAtt': ['Resize', 'Arn'] } }],
        },
      }),
      ...more,
    },
  }),
});

const FAILING = [
  ...[...ADMISSIONS].filter(([, rows]) => rows.some(({ fails, looksAtOnce }) => fails || looksAtOnce)),
  ...Object.entries(ROLE_PERMISSIONS).filter(([, rows]) => rows.some(({ fails }) => fails)),
];

export default defineCheck({
  id: 'access/permission-created-later',
  title: 'Policy is created after the resource that needs it',
  severity: 'error',
  types: [...new Set(FAILING.map(([type]) => type))],
  docs: {
    why: 'The service looks at the policy of the bucket, queue, topic or function when the trail, notification or rule is created, and tests the role that it is given. A policy that itself refers to that resource, or is in a stack that is deployed after it, cannot be there in time, and the first deployment fails. One that nothing orders may be late: CloudFormation creates a role and its `AWS::IAM::Policy` one after the other, and what names the role waits for the role alone.',
    fix: 'Add the dependency: `deliveryStream.node.addDependency(role)` includes the policies of the role, `bucket.node.addDependency(permission)`. Where the policy refers to the resource, let it name that by a fixed name (`sourceArn: "arn:aws:s3:::contoso-inbox"`), or give it to the role as one of its inline policies. Deploy the stack of the policy first: `trailStack.addStackDependency(policyStack)`.',
    sources: [
      'https://github.com/aws/aws-cdk/issues/27168',
      'https://github.com/aws/aws-cdk/issues/4663',
      'https://github.com/aws/aws-cdk/issues/7236',
      'https://github.com/aws/aws-cdk/issues/29484',
    ],
    templateFix:
      'Add `DependsOn` with the policy or permission to the resource that needs it, and write the `SourceArn` as text instead of a reference, or deploy the stack of the policy first. Policies of a role are there in time as its `Policies`.',
    bad: app({ 'Fn::GetAtt': ['Inbox', 'Arn'] }),
    good: app('arn:aws:s3:::contoso-inbox', { DependsOn: 'Permission' }),
  },
  *resource(caller) {
    const reported = new Set<Resource>();
    for (const { row, place, callee, holders } of latePermissionsOf(caller)) {
      const [holder] = holders;
      const when = timeOf(holders, caller);
      // A policy of a bucket is there within seconds: only what starts together with it is early.
      const mayBeInTime = when?.severity !== undefined && !row.looksAtOnce && !holders.every((each) => startsWith(caller, each));
      if (holder === undefined || when === undefined || mayBeInTime || reported.has(holder)) continue;
      reported.add(holder);
      yield {
        at: place,
        ...(row.fails ? when.severity : { severity: 'warning' as const }),
        message: `${holder.displayName}, which lets ${row.service}.amazonaws.com use ${callee.physicalName ?? callee.displayNameFrom(holder)}, ${row.fails ? when.words : when.words.replace('deployment fails', 'deployment can fail')}: ${row.answer}.`,
        related: [{ at: holder, message: 'This must be there first.' }],
      };
    }
    for (const { row, at, role, action, holders } of lateRolePoliciesOf(caller)) {
      const [holder] = holders;
      const when = timeOf(holders, caller);
      if (holder === undefined || when === undefined) continue;
      yield {
        at,
        ...when.severity,
        message: `${holder.displayName}, which gives the role ${role.physicalName ?? role.displayNameFrom(caller)} the permission ${action}, ${when.words}: ${row.answer.replace('{call}', action.slice(action.indexOf(':') + 1))}.`,
        related: [{ at: holder, message: 'This must be there first.' }],
      };
    }
  },
});

interface Time {
  readonly severity?: { readonly severity: 'warning' };
  readonly words: string;
}

/** When policies of which one is needed are there; undefined where that is not known. */
function timeOf(holders: readonly Resource[], caller: Resource): Time | undefined {
  if (holders.every((each) => isCreatedLater(each, caller))) return { words: 'is created after this, and the first deployment fails' };
  if (holders.some(({ stack }) => rootStackOf(stack) !== rootStackOf(caller.stack))) return undefined;
  return {
    severity: { severity: 'warning' },
    words: 'is needed first, and nothing makes CloudFormation create it before this: the first deployment can fail',
  };
}

/** Whether a resource waits for nothing that another one does not wait for as well. */
function startsWith(caller: Resource, holder: Resource): boolean {
  const { graph } = caller;
  return [...graph.linksFrom(caller)].every(
    ({ to }) => rootStackOf(to.stack) !== rootStackOf(caller.stack) || graph.order.createdBefore(to, holder),
  );
}
