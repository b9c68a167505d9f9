import { defineCheck } from '../../src/check/check.js';
import { EDGE_LIMITS, type EdgeLimit } from '../../src/facts/edge-functions.js';
import type { Property } from '../../src/graph/model/property.js';
import { edgeUses } from '../../src/queries/edge-functions.js';
import { siteWithFunction } from './model/edge-example.js';

export default defineCheck({
  id: 'cloudfront/edge-function-unsupported',
  title: 'Lambda@Edge function with environment variables, layers, a VPC or too much memory',
  severity: 'error',
  types: ['AWS::Lambda::Function'],
  docs: {
    why: 'A function that CloudFront runs at its edge locations cannot have environment variables, layers, a VPC, a container image or the arm64 architecture, and for viewer events no more than 128 MB and 5 seconds. The function itself is created; the distribution that uses it fails with "InvalidLambdaFunctionAssociation".',
    fix: 'Remove the setting from the `experimental.EdgeFunction`; write values into the code at build time instead of environment variables, and use an origin event where more memory or time is needed.',
    sources: [
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html',
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
      'https://github.com/aws/aws-cdk/issues/9328',
    ],
    templateFix:
      'Remove the setting from the function (`Environment`, `VpcConfig`, `DeadLetterConfig`, layers, `Architectures: [arm64]`, …); write values into the code instead, and use an origin event where more memory or time is needed.',
    bad: siteWithFunction({ Environment: { Variables: { LEVEL: 'debug' } } }),
    good: siteWithFunction({}),
  },
  among: (graph) => graph.memo(edgeUses),
  *resource(edgeFunction, { graph }) {
    const uses = graph.memo(edgeUses).get(edgeFunction) ?? [];
    if (uses.length === 0) return;
    const exceeded = new Set<string>();
    for (const limit of EDGE_LIMITS) {
      const at = edgeFunction.property(...limit.property);
      const found = valueBeyond(limit, at);
      const concerned = uses.filter(({ event }) => limit.events === undefined || (event !== undefined && limit.events.test(event)));
      const [first] = concerned;
      const key = limit.property.join();
      if (found === undefined || first === undefined || exceeded.has(key)) continue;
      exceeded.add(key);
      const consequence = limit.isUnreported
        ? 'CloudFront may reject the distribution'
        : `the distribution is rejected${limit.says ? ` with "${limit.says}"` : ''}`;
      yield {
        at,
        ...(limit.isUnreported && { severity: 'warning' as const }),
        message: `${first.at.resource.displayNameFrom(at.resource)} runs this function at ${first.event ?? 'an edge event'}, and Lambda@Edge ${limit.most === undefined ? `does not support ${limit.what}` : `allows a ${limit.what} of ${limit.most} there, not ${found}`}: ${consequence}.`,
        related: concerned.map((use) => ({ at: use.at, message: `Runs the function at ${use.event ?? 'an edge event'}.` })),
      };
    }
  },
});

/** The value that breaks the limit, in words; undefined when it keeps to it or is not known. */
function valueBeyond({ most, only }: EdgeLimit, at: Property): string | undefined {
  if (at.isAbsent) return undefined;
  if (most !== undefined) return at.number !== undefined && at.number > most ? `${at.number}` : undefined;
  if (only !== undefined) return (at.items ?? []).map(({ text }) => text).find((text) => text !== undefined && !only.test(text));
  const count = at.entries?.length ?? at.items?.length ?? 0;
  return count > 0 ? `${count}` : undefined;
}
