import type { CheckContext } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { defineFamily } from '../../src/check/family.js';
import type { Problem } from '../../src/check/problem.js';
import { identityTypesOf } from '../../src/facts/identities/identities.js';
import type { Resource } from '../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { rootStackOf } from '../../src/graph/model/root-stack.js';
import { type Collision, declaredTwice as collisionsOf, type Declaration } from '../../src/queries/identities.js';

interface IdentityCheck {
  readonly id: string;
  /** Several keys of a resource are one problem. */
  readonly isOnce?: true;
  problemOf(collision: Collision, resource: Resource): Problem;
}

/** Checks that report the collisions of the rows of `facts/identities` which name them. */
const identityCheck = defineFamily(({ id, isOnce, problemOf }: IdentityCheck) => ({
  types: identityTypesOf(id),
  among: (graph: ResourceGraph) => graph.memo(collisionsOf(id)),
  *resource(resource: Resource, { graph }: CheckContext): Iterable<Problem> {
    const own = graph.memo(collisionsOf(id)).get(resource) ?? [];
    for (const collision of isOnce ? own.slice(0, 1) : own) yield problemOf(collision, resource);
  },
}));

const rule = (priority: number) =>
  resource('AWS::ElasticLoadBalancingV2::ListenerRule', {
    ListenerArn: 'arn:aws:elasticloadbalancing:us-east-1:482731905566:listener/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2',
    Priority: priority,
    Conditions: [{ Field: 'path-pattern', Values: [`/${priority}/*`] }],
    Actions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200' } }],
  });

export const declaredTwice = identityCheck({
  id: 'naming/declared-twice',
  title: 'Resource already exists: the same one declared twice',
  severity: 'error',
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
    bad: { Orders: stack('us-east-1', { Rule: rule(10) }), Payments: stack('us-east-1', { Rule: rule(10) }) },
    good: { Orders: stack('us-east-1', { Rule: rule(10) }), Payments: stack('us-east-1', { Rule: rule(20) }) },
  },
  problemOf({ first, second, others }, resource) {
    const { graph } = resource;
    const { row, at, isCertain } = second;
    const isOne = isCertain || rootStackOf(first.resource.stack) === rootStackOf(resource.stack);
    const isProved = row.second === 'rejected' && row.isCertain && isOne;
    return {
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
  },
});

function consequence({ row: { second, says } }: Declaration): string {
  if (second === 'overwrites') return 'what is deployed last replaces the other, and deleting either removes the settings of both';
  if (second === 'shared') return 'both are one and the same, and deleting either removes it for both';
  if (second === 'ignored') return 'CloudFormation reports success for the second, but nothing is created, and deleting either removes it';
  return says === undefined ? 'the second is rejected, or replaces the first' : `the second is rejected with "${says}"`;
}

const detector = resource('AWS::GuardDuty::Detector', { Enable: true });

export const singletonDuplicate = identityCheck({
  id: 'naming/singleton-duplicate',
  isOnce: true,
  title: 'Second resource of a kind that AWS allows once',
  severity: 'error',
  docs: {
    why: 'Some resources exist once in an account and region, or once in an account: a GuardDuty detector, a Config recorder, the identity provider of one URL. A second stack that declares one fails ("a detector already exists for the current account"), or the two overwrite each other\'s settings.',
    fix: 'Declare it in one stack for each account and region, which the others depend on, and pass it to them or look it up there: `iam.OpenIdConnectProvider.fromOpenIdConnectProviderArn(this, "GitHub", arn)`.',
    sources: [
      'https://docs.aws.amazon.com/guardduty/latest/APIReference/API_CreateDetector.html',
      'https://docs.aws.amazon.com/config/latest/APIReference/API_PutConfigurationRecorder.html',
      'https://github.com/guardian/cdk/issues/2529',
    ],
    templateFix:
      'Declare it in one stack for each account and region, which is deployed first, and let the others refer to it by its ARN or an export.',
    bad: { Security: stack('us-east-1', { Detector: detector }), Audit: stack('us-east-1', { Detector: detector }) },
    good: { East: stack('us-east-1', { Detector: detector }), West: stack('us-west-2', { Detector: detector }) },
  },
  problemOf({ first, second, others }, resource) {
    const { row, at, isCertain } = second;
    const place = row.scope === 'account' ? 'an account' : 'an account and region';
    const [per] = row.parts.flatMap(({ of }) => of);
    return {
      at: per === undefined ? resource : at,
      message: `${first.resource.displayName} in stack ${first.resource.stack.displayName} is one already${isCertain ? '' : ` (if both stacks are deployed to one ${row.scope === 'account' ? 'account' : 'account and region'})`}, and ${place} can have only one ${resource.type}${per ? ` for each ${per}` : ''}: ${row.says ? `the second is rejected with "${row.says}"` : 'the second fails, or replaces the settings of the first'}.`,
      ...(!(row.isCertain && isCertain) && { severity: 'warning' as const }),
      related: [first, ...others].map((other) => ({ at: other.resource, message: `In stack ${other.resource.stack.displayName} too.` })),
    };
  },
});
