import type { Json } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { ADMISSIONS } from '../../src/facts/admission/index.js';
import { latePermissionsOf } from '../../src/queries/policies/admission.js';
import { isCreatedLater } from '../../src/queries/stack-order.js';

const app = (SourceArn: Json) => ({
  Uploads: stack('us-east-1', {
    Resize: resource('AWS::Lambda::Function', {}),
    Permission: resource('AWS::Lambda::Permission', {
      FunctionName: { Ref: 'Resize' },
      Action: 'lambda:InvokeFunction',
      Principal: 's3.amazonaws.com',
      SourceArn,
    }),
    Inbox: resource('AWS::S3::Bucket', {
      BucketName: 'contoso-inbox',
      NotificationConfiguration: { LambdaConfigurations: [{ Event: 's3:ObjectCreated:*', Function: { 'Fn::GetAtt': ['Resize', 'Arn'] } }] },
    }),
  }),
});

const FAILING = [...ADMISSIONS].filter(([, rows]) => rows.some(({ fails }) => fails));

export default defineCheck({
  id: 'access/permission-created-later',
  title: 'Resource policy is created after the resource that needs it',
  severity: 'error',
  types: FAILING.map(([type]) => type),
  docs: {
    why: 'The service looks at the policy of the bucket, queue, topic or function when the trail, notification or rule is created. Here the policy itself refers to that resource, or is in a stack that is deployed after it: it cannot be there in time, and the first deployment fails.',
    fix: 'Let the policy name the resource by a fixed name instead of a reference (`sourceArn: "arn:aws:s3:::contoso-inbox"`) and add the dependency (`bucket.node.addDependency(permission)`), or deploy its stack first: `trailStack.addStackDependency(policyStack)`.',
    sources: ['https://github.com/aws/aws-cdk/issues/27168', 'https://github.com/aws/aws-cdk/issues/4663'],
    templateFix:
      'Add `DependsOn` with the policy or permission to the resource that needs it, and write the `SourceArn` as text instead of a reference, or deploy the stack of the policy first.',
    bad: app({ 'Fn::GetAtt': ['Inbox', 'Arn'] }),
    good: app('arn:aws:s3:::contoso-inbox'),
  },
  *resource(caller) {
    for (const { row, place, callee, holders } of latePermissionsOf(caller)) {
      const [holder] = holders;
      if (holder === undefined || !holders.every((each) => isCreatedLater(each, caller))) continue;
      yield {
        at: place,
        message: `${holder.displayName}, which lets ${row.service}.amazonaws.com use ${callee.physicalName ?? callee.displayNameFrom(holder)}, is created after this, and the first deployment fails: ${row.answer}.`,
        related: [{ at: holder, message: 'This must be there first.' }],
      };
    }
  },
});
