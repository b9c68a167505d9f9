import { defineCheck } from '../../src/check/check.js';
import { ADMISSIONS, type Admission } from '../../src/facts/admission.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { placesAt } from '../../src/queries/region-of.js';
import { mayAdmit, policiesAbout } from '../../src/queries/resource-policies.js';

const app = (policy: object) => ({
  Uploads: {
    region: 'us-east-1',
    resources: {
      Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'uploads' } },
      ...policy,
    },
  },
  Store: {
    region: 'us-east-1',
    dependencies: ['Uploads'],
    resources: {
      Inbox: {
        Type: 'AWS::S3::Bucket',
        Properties: {
          NotificationConfiguration: {
            QueueConfigurations: [{ Event: 's3:ObjectCreated:*', Queue: 'arn:aws:sqs:us-east-1:482731905566:uploads' }],
          },
        },
      },
    },
  },
});

export default defineCheck({
  id: 'access/service-not-admitted',
  title: 'Queue or topic whose policy does not allow the service that sends to it',
  severity: 'error',
  types: Object.keys(ADMISSIONS),
  docs: {
    why: 'A service sends to a queue or a topic only if the policy of the queue or topic allows it. CDK writes that policy for constructs of the same app, and nothing for those imported by ARN. S3 then rejects the notification ("Unable to validate the following destination configurations"); SNS, EventBridge and CloudWatch drop the message.',
    fix: 'Allow the service where the queue or topic is declared: `queue.grantSendMessages(new iam.ServicePrincipal("s3.amazonaws.com"))`, `topic.grantPublish(…)`.',
    sources: [...new Set(Object.values(ADMISSIONS).flatMap((rows) => rows.map(({ source }) => source)))],
    bad: app({}),
    good: app({
      Policy: {
        Type: 'AWS::SQS::QueuePolicy',
        Properties: {
          Queues: [{ Ref: 'Queue' }],
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Principal: { Service: 's3.amazonaws.com' }, Action: 'sqs:SendMessage', Resource: '*' }],
          },
        },
      },
    }),
  },
  *resource(caller) {
    for (const row of ADMISSIONS[caller.type] ?? []) {
      for (const at of placesAt(caller, row.path)) {
        const callee = at.target(row.callee);
        if (callee?.existence !== 'certain' || hasRole(caller, at, row)) continue;
        const missing = missingIn(callee, row);
        if (missing === undefined) continue;
        yield {
          at,
          severity: row.fails ? 'error' : 'warning',
          message: `${missing} does not allow ${row.service}.amazonaws.com${row.fails ? ', and the deployment fails' : ''}: ${row.answer}.`,
          fix: `Where the ${callee.type === 'AWS::SQS::Queue' ? 'queue' : 'topic'} is declared: \`${row.fix}\`. If it has a key of its own, give the service kms:Decrypt and kms:GenerateDataKey* in the key policy.`,
          related: [{ at: callee, message: 'This is where it sends to.' }],
        };
      }
    }
  },
});

/** Beside the ARN, a target may name the role with which the service calls. */
function hasRole(caller: Resource, at: Property, { role }: Admission): boolean {
  return role !== undefined && !caller.property(...at.path.slice(1, -1), role).isAbsent;
}

/** What lacks the permission, in words; undefined when nothing does for certain. */
function missingIn(callee: Resource, { service, action, key, defaultPolicyAdmits }: Admission): string | undefined {
  const documents = policiesAbout(callee);
  if (documents === undefined) return undefined;
  const isDefault = documents.length === 0 && defaultPolicyAdmits;
  if (!isDefault && !documents.some((document) => mayAdmit(document, service, action)))
    return `The policy of ${callee.logicalId} (${action})`;
  const property = callee.property('KmsMasterKeyId');
  if (/^alias\/aws\//.test(property.text ?? '')) return `The AWS managed key of ${callee.logicalId}, whose policy cannot be changed,`;
  const policy = property.target('AWS::KMS::Key')?.property('KeyPolicy');
  const lacking = policy === undefined ? undefined : key.find((needed) => !policy.isAbsent && !mayAdmit(policy, service, needed));
  return lacking === undefined ? undefined : `The key policy of ${callee.logicalId} (${lacking})`;
}
