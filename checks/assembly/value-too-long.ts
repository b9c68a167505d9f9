import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { grouped } from '../../src/counted.js';
import { VALUE_LIMITS } from '../../src/facts/value-limits.js';
import { groupBy } from '../../src/group-by.js';
import { memoize } from '../../src/memoize.js';
import { leastDecodedSizeAt, leastSizeAt, mostSizeAt } from '../../src/queries/least-size.js';

const example = (Value: string) => ({
  Search: stack('us-east-1', { Synonyms: resource('AWS::SSM::Parameter', { Type: 'String', Tier: 'Standard', Value }) }),
});

export default defineCheck({
  id: 'assembly/value-too-long',
  title: 'Environment variables, user data or parameter value longer than the service takes',
  severity: 'error',
  types: [...new Set(VALUE_LIMITS.map(({ type }) => type))],
  docs: {
    why: 'The environment variables of a function have 4 KB together, user data 16 KB before it is encoded, and the value of an SSM parameter 4,096 characters, or 8,192 in the advanced tier. CloudFormation does not count them, so the deployment fails when the service does.',
    fix: 'Keep what is long in a file: an asset (`s3assets.Asset`) that the function or the instance reads, or the code itself. Parameters take `tier: ssm.ParameterTier.ADVANCED`.',
    sources: [
      'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
      'https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html',
      'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html',
      'https://github.com/aws-samples/aws-genai-llm-chatbot/issues/583',
      'https://github.com/github-aws-runners/terraform-aws-github-runner/issues/3815',
      'https://github.com/tuna/opentuna/issues/29',
    ],
    templateFix:
      'Keep what is long in an object of S3 that the function or the instance reads, or in the code itself. Parameters take `Tier: Advanced`.',
    bad: example('payment=transfer,'.repeat(257)),
    good: example('s3://acme-search/synonyms.csv'),
  },
  *resource(resource) {
    for (const { property, what, limit, counts, unless, answer } of limitsByType().get(resource.type) ?? []) {
      const [first, ...further] = property;
      const at = resource.property(first).get(...further);
      if (at.isAbsent || mostSizeAt(at) <= limit) continue;
      const chosen = unless === undefined ? undefined : resource.property(unless[0]);
      if (chosen !== undefined && (chosen.isUnknown || unless?.[1].includes(chosen.text ?? '') === true)) continue;
      const size = counts === 'decoded' ? leastDecodedSizeAt(at) : leastSizeAt(at) - (counts === 'text' ? 2 : 0);
      if (size <= limit) continue;
      const wont = chosen?.isAbsent === true ? `, unless the account has another default for ${unless?.[0]}` : '';
      yield {
        at,
        ...(chosen?.isAbsent === true ? { severity: 'warning' as const } : {}),
        message: `At least ${grouped(size)} characters; the limit for the ${what} is ${grouped(limit)}${wont}${answer === undefined ? '.' : `: "${answer}"`}`,
      };
      return;
    }
  },
});

const limitsByType = memoize(() => groupBy(VALUE_LIMITS, ({ type }) => type));
