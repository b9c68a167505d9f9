import { defineCheck } from '../../src/check/check.js';
import { IDENTITIES } from '../../src/facts/identities/identities.js';
import { rootStackOf } from '../../src/graph/model/root-stack.js';
import { type Declaration, declaredTwice } from '../../src/queries/identities.js';

const rule = (priority: number) => ({
  Type: 'AWS::ElasticLoadBalancingV2::ListenerRule',
  Properties: {
    ListenerArn: 'arn:aws:elasticloadbalancing:us-east-1:482731905566:listener/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2',
    Priority: priority,
    Conditions: [{ Field: 'path-pattern', Values: [`/${priority}/*`] }],
    Actions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200' } }],
  },
});
const ID = 'naming/declared-twice';

export default defineCheck({
  id: ID,
  title: 'Resource already exists: the same one declared twice',
  severity: 'error',
  types: [...IDENTITIES].filter(([, rows]) => rows.some(({ check }) => check === ID)).map(([type]) => type),
  docs: {
    why: 'A physical name is not the only thing that must be unique. A load balancer has one listener for each port and one rule for each priority, a route table one route for each destination, a bucket one policy. The second declaration fails ("already exists"), or replaces what the first has set; deleting either then removes it for both.',
    fix: 'Declare it once, in the stack that owns what it belongs to, and pass it to the other stacks; or change the part that must differ (`priority`, `port`, the path). A resource that only gets another logical ID needs `overrideLogicalId`, since CloudFormation creates the new one before it deletes the old one.',
    sources: [
      'https://github.com/aws/aws-cdk/issues/12067',
      'https://github.com/aws/aws-cdk/issues/13901',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatereplacepolicy.html',
    ],
    templateFix:
      'Declare it once, in the stack that owns what it belongs to; or change the part that must differ (`Priority`, `Port`, the path). Keep the logical ID of a resource that only moves within the template, since CloudFormation creates the new one before it deletes the old one.',
    bad: {
      Orders: { region: 'us-east-1', resources: { Rule: rule(10) } },
      Payments: { region: 'us-east-1', resources: { Rule: rule(10) } },
    },
    good: {
      Orders: { region: 'us-east-1', resources: { Rule: rule(10) } },
      Payments: { region: 'us-east-1', resources: { Rule: rule(20) } },
    },
  },
  among: (graph) => graph.memo(declaredTwice),
  *resource(resource, { graph }) {
    for (const { first, second, others } of graph.memo(declaredTwice).get(resource) ?? []) {
      const { row, at, isCertain } = second;
      if (row.check !== ID) continue;
      const isOne = isCertain || rootStackOf(first.resource.stack) === rootStackOf(resource.stack);
      const isProved = row.second === 'rejected' && row.isCertain && isOne;
      yield {
        at,
        message: `Stack ${first.resource.stack.displayName} declares ${first.resource.displayName} for the same ${row.what}${isOne ? '' : ' (if both stacks are deployed to one account and region)'}: ${consequence(first)}.`,
        ...(row.fix && { fix: row.fix }),
        ...(!isProved && {
          severity: row.second === 'ignored' && first.resource.stack === resource.stack ? ('info' as const) : ('warning' as const),
        }),
        related: [first, ...others].map((other) => ({ at: other.at, message: `${other.resource.displayName} is the same ${row.what}.` })),
        // What two copies of one stack declare.
        ...(first.resource.stack !== resource.stack && {
          cause: {
            key: [graph.idOf(first.resource.stack), graph.idOf(resource.stack), resource.type].join('\n'),
            here: `${first.resource.displayName} is the same ${row.what}.`,
          },
        }),
      };
    }
  },
});

function consequence({ row: { second, says } }: Declaration): string {
  if (second === 'overwrites') return 'what is deployed last replaces the other, and deleting either removes the settings of both';
  if (second === 'shared') return 'both are one and the same, and deleting either removes it for both';
  if (second === 'ignored') return 'CloudFormation reports success for the second, but nothing is created, and deleting either removes it';
  return says === undefined ? 'the second is rejected, or replaces the first' : `the second is rejected with "${says}"`;
}
