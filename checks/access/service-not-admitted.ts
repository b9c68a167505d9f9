import { defineCheck } from '../../src/check/check.js';
import { policy, resource, stack, stackAfter } from '../../src/check/example-parts.js';
import { ADMISSIONS } from '../../src/facts/admission/index.js';
import { type Rejection, rejectionsByCaller } from '../../src/queries/policies/admission.js';
import { tableOf } from '../../src/table-of.js';

const app = (policy: object) => ({
  Uploads: stack('us-east-1', { Queue: resource('AWS::SQS::Queue', { QueueName: 'uploads' }), ...policy }),
  Store: stackAfter('Uploads', 'us-east-1', {
    Inbox: resource('AWS::S3::Bucket', {
      NotificationConfiguration: {
        QueueConfigurations: [{ Event: 's3:ObjectCreated:*', Queue: 'arn:aws:sqs:us-east-1:482731905566:uploads' }],
      },
    }),
  }),
});

export default defineCheck({
  id: 'access/service-not-admitted',
  title: 'Resource policy does not allow the service that uses it',
  severity: 'error',
  types: [...ADMISSIONS.keys()],
  docs: {
    why: 'A service sends to a queue or a topic, invokes a function or writes to a bucket only if the policy there allows it. The CDK writes that policy for constructs of the same app, and nothing for those imported by ARN. S3 then rejects the notification ("Unable to validate the following destination configurations"); SNS, EventBridge and CloudWatch drop the message.',
    fix: 'Allow the service where the queue, topic, function or bucket is declared: `queue.grantSendMessages(new iam.ServicePrincipal("s3.amazonaws.com"))`, `topic.grantPublish(…)`.',
    sources: [...new Set([...ADMISSIONS.values()].flatMap((rows) => rows.map(({ source }) => source)))],
    templateFix:
      'Allow the service in the policy of the queue, topic, bucket or key (`Principal: { Service: s3.amazonaws.com }` with the action), for a function with an `AWS::Lambda::Permission`.',
    bad: app({}),
    good: app({
      Policy: resource('AWS::SQS::QueuePolicy', {
        Queues: [{ Ref: 'Queue' }],
        PolicyDocument: policy({ Effect: 'Allow', Principal: { Service: 's3.amazonaws.com' }, Action: 'sqs:SendMessage', Resource: '*' }),
      }),
    }),
  },
  among: (graph) => graph.memo(rejectionsByCaller),
  *resource(caller, { graph }) {
    for (const rejection of graph.memo(rejectionsByCaller).get(caller) ?? []) {
      const { row, callee, places } = rejection;
      const [at, ...others] = places;
      if (at === undefined) continue;
      yield {
        at,
        severity: row.fails ? 'error' : 'warning',
        message: `${lackIn(rejection)} ${rejection.service}.amazonaws.com${row.fails ? ', and the deployment fails' : ''}: ${row.answer}.`,
        fix: fixOf(rejection),
        // A domain with four kinds of logs lacks one policy.
        ...(callee.type === LOG_GROUP && {
          cause: {
            key: `${at.resource.id} ${rejection.service}`,
            here: `${callee.displayNameFrom(at.resource)} is a log group that the service may not write to, either.`,
          },
        }),
        related: [
          { at: callee, message: `This is the ${NOUNS[callee.type]}.` },
          ...others.slice(0, 4).map((place) => ({ at: place, message: 'This needs the same permission.' })),
        ],
      };
    }
  },
});

const LOG_GROUP = 'AWS::Logs::LogGroup';

const NOUNS: Readonly<Record<string, string>> = tableOf({
  'AWS::SQS::Queue': 'queue',
  'AWS::SNS::Topic': 'topic',
  'AWS::Lambda::Function': 'function',
  'AWS::Lambda::Alias': 'alias',
  'AWS::Lambda::Version': 'version',
  'AWS::S3::Bucket': 'bucket',
  'AWS::KMS::Key': 'key',
  [LOG_GROUP]: 'log group',
});

/** What lacks the permission, in words. */
function lackIn({ callee, lacks, action }: Rejection): string {
  const name = callee.physicalName ?? callee.displayName;
  if (lacks === 'managed-key') return `The AWS managed key of ${name}, whose policy cannot be changed, does not allow`;
  if (callee.type === LOG_GROUP) return `No resource policy of CloudWatch Logs in this app (${action} on ${name}) allows`;
  if (callee.type === 'AWS::KMS::Key') return `The policy of the key ${name} (${action}) does not allow`;
  return `The ${lacks === 'policy' ? 'policy' : 'key policy'} of ${name} (${action}) does not allow`;
}

function fixOf({ row, callee, lacks, service }: Rejection): string {
  const key = `\`key.grant(new iam.ServicePrincipal("${service}.amazonaws.com"), "kms:Decrypt", "kms:GenerateDataKey*")\``;
  if (lacks === 'managed-key') return `Encrypt it with a \`Key\` of your own and allow the service there: ${key}.`;
  if (lacks === 'key-policy' && callee.type !== 'AWS::KMS::Key') return `Where the key is declared: ${key}.`;
  return `Where the ${NOUNS[callee.type]} is declared: \`${row.fix.replace(`"${row.service}.amazonaws.com"`, `"${service}.amazonaws.com"`)}\`.`;
}
