import { defineCheck } from '../../src/check/check.js';
import { policy, resource, stack } from '../../src/check/example-parts.js';
import { grouped } from '../../src/counted.js';
import { RESOURCE_POLICY_SIZES } from '../../src/facts/resource-policy-sizes.js';
import { leastSizeAt, mostSizeAt } from '../../src/queries/least-size.js';

const app = (topics: number) => ({
  Orders: stack('us-east-1', {
    Policy: resource('AWS::SQS::QueuePolicy', {
      Queues: ['https://sqs.us-east-1.amazonaws.com/482731905566/orders'],
      PolicyDocument: policy(
        ...Array.from({ length: topics }, (_, index) => ({
          Effect: 'Allow',
          Principal: { Service: 'sns.amazonaws.com' },
          Action: 'sqs:SendMessage',
          Resource: 'arn:aws:sqs:us-east-1:482731905566:orders',
          Condition: { ArnEquals: { 'aws:SourceArn': `arn:aws:sns:us-east-1:482731905566:topic-${index}` } },
        })),
      ),
    }),
  }),
});

export default defineCheck({
  id: 'access/resource-policy-size',
  title: 'Policy of a bucket, queue or key is too long, or has too many statements',
  severity: 'error',
  types: RESOURCE_POLICY_SIZES.map(({ type }) => type),
  docs: {
    why: 'A bucket policy has 20 KB at most, a key policy 32 KB, the policy of a queue 8 KB and 20 statements. The CDK adds a statement for each grant and subscription, until the service rejects the policy.',
    fix: 'Let in an account or an organization (`new iam.OrganizationPrincipal(…)`) instead of one role at a time, one statement with a pattern (`ArnLike` of `aws:SourceArn`) instead of one for each topic, or give each reader of a bucket an access point.',
    sources: [
      ...new Set(RESOURCE_POLICY_SIZES.map(({ source }) => source)),
      'https://github.com/awslabs/service-workbench-on-aws/issues/1126',
    ],
    templateFix:
      'Let in an account or an organization (`aws:PrincipalOrgID`) instead of one role at a time, one statement with a pattern (`ArnLike` of `aws:SourceArn`) instead of one for each topic, or give each reader of a bucket an access point.',
    bad: app(60),
    good: app(6),
  },
  *resource(holder) {
    for (const { type, document, what, limit, isExact, statements } of RESOURCE_POLICY_SIZES) {
      if (type !== holder.type) continue;
      const at = holder.property(document);
      const count = at.get('Statement').items?.length ?? 0;
      // Nearly all are far from the quota.
      const size = mostSizeAt(at) > limit ? leastSizeAt(at) : 0;
      if (size > limit)
        yield {
          at,
          severity: isExact ? 'error' : 'warning',
          message: `This policy has at least ${grouped(size)} bytes, and ${what} may have ${grouped(limit)}.`,
        };
      else if (statements !== undefined && count > statements)
        yield { at, severity: 'warning', message: `This policy has ${count} statements, and ${what} may have ${statements}.` };
    }
  },
});
