import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { QUOTAS, type Quota } from '../../src/facts/quotas.js';
import type { Resource } from '../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { ResourceMap } from '../../src/graph/model/resource-map.js';
import { rootStackOf } from '../../src/graph/model/root-stack.js';
import { groupBy } from '../../src/group-by.js';

const addresses = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`Address${n + 1}`, resource('AWS::EC2::EIP', { Domain: 'vpc' })]));

export default defineCheck({
  id: 'network/quota',
  title: 'More Elastic IPs, VPCs, reserved concurrency or log resource policies than a region has',
  severity: 'warning',
  types: Object.entries(QUOTAS).flatMap(([type, { madeBy = [] }]) => [type, ...madeBy]),
  docs: {
    why: 'A region of an account starts with 5 Elastic IP addresses (every NAT gateway takes one), 5 VPCs, and 1,000 concurrent executions of functions, of which 100 cannot be reserved. The stacks of this app together use more: unless AWS has raised the quota, the deployment fails halfway. The 10 resource policies that CloudWatch Logs has in a region cannot become more.',
    fix: 'Share one VPC between the stacks, give it fewer NAT gateways (`natGateways: 1`), or reserve less concurrency. Let one resource policy admit a service to all log groups of a prefix (`/aws/events/*`), or name them `/aws/vendedlogs/…`. If you need that many, ask for a higher quota before you deploy, and suppress this finding.',
    sources: [
      'https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html',
      'https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html',
      'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html',
      'https://github.com/aws/aws-cdk/issues/20567',
    ],
    templateFix:
      'Share one VPC between the stacks, give it fewer NAT gateways, or reserve less concurrency. Let one `AWS::Logs::ResourcePolicy` admit a service to all log groups of a prefix. If you need that many, ask for a higher quota before you deploy, and suppress this finding.',
    bad: { Blue: stack('us-east-1', addresses(3)), Green: stack('us-east-1', addresses(3)) },
    good: { Blue: stack('us-east-1', addresses(3)), Green: stack('us-west-2', addresses(3)) },
  },
  among: (graph) => graph.memo(findOver),
  *resource(resource, { graph }) {
    const over = graph.memo(findOver).get(resource);
    if (over === undefined) return;
    const { quota, total, stacks } = over;
    const place = resource.region === undefined ? '' : ` in ${resource.region}`;
    const others = stacks.length === 1 ? 'This stack uses' : `${stacks.length} stacks use`;
    yield {
      at: quota.amount === undefined ? resource : resource.property(quota.amount),
      ...(quota.isFixed === undefined ? {} : { severity: 'error' as const }),
      message: `${others} ${total} ${quota.what}${place}, and an account has ${quota.limit} ${quota.isFixed === undefined ? 'by default: without a higher quota, ' : 'at most: '}"${quota.answer}".`,
      related: stacks
        .filter(({ stack }) => stack !== rootStackOf(resource.stack))
        .map(({ stack, amount }) => ({ at: stack, message: `${amount} of them are in this stack.` })),
    };
  },
});

interface Over {
  readonly quota: Quota;
  readonly total: number;
  readonly stacks: readonly { readonly stack: Resource['stack']; readonly amount: number }[];
}

/** By the first resource that is too much in its account and region. */
function findOver(graph: ResourceGraph): ReadonlyMap<Resource, Over> {
  const found = new ResourceMap<Over>();
  for (const [type, quota] of Object.entries(QUOTAS)) {
    const groups = groupBy(graph.certainResourcesOfType(type, ...(quota.madeBy ?? [])), placeOf);
    for (const group of groups.values()) {
      const amounts = group.map((resource) => ({ resource, stack: rootStackOf(resource.stack), amount: amountOf(resource, quota) }));
      const first = firstOver(amounts, quota.limit);
      if (first === undefined) continue;
      const stacks = [...groupBy(amounts, ({ stack }) => stack)].map(([stack, parts]) => ({ stack, amount: sum(parts) }));
      found.set(first.resource, { quota, total: sum(amounts), stacks: stacks.filter(({ amount }) => amount > 0) });
    }
  }
  return found;
}

function firstOver<T extends { readonly amount: number }>(parts: readonly T[], limit: number): T | undefined {
  let total = 0;
  for (const part of parts) {
    total += part.amount;
    if (total > limit) return part;
  }
  return undefined;
}

/** Stacks without an environment may be deployed to different ones. */
function placeOf({ account, region, stack, graph }: Resource): string {
  return account === undefined || region === undefined ? graph.idOf(rootStackOf(stack)) : `${account} ${region}`;
}

function amountOf(resource: Resource, { amount, exempt = [] }: Quota): number {
  if (exempt.some((name) => !resource.property(name).isAbsent)) return 0;
  return amount === undefined ? 1 : (resource.property(amount).number ?? 0);
}

function sum(parts: readonly { readonly amount: number }[]): number {
  return parts.reduce((total, { amount }) => total + amount, 0);
}
