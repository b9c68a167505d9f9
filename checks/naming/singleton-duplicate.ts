import { defineCheck } from '../../src/check/check.js';
import { SINGLETON_DUPLICATE, SINGLETONS } from '../../src/facts/identities/singletons.js';
import { declaredTwice } from '../../src/queries/identities.js';

const detector = { Type: 'AWS::GuardDuty::Detector', Properties: { Enable: true } };

export default defineCheck({
  id: SINGLETON_DUPLICATE,
  title: 'Second resource of a kind that AWS allows once',
  severity: 'error',
  types: [...new Set(SINGLETONS.map(({ type }) => type))],
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
    bad: {
      Security: { region: 'us-east-1', resources: { Detector: detector } },
      Audit: { region: 'us-east-1', resources: { Detector: detector } },
    },
    good: {
      East: { region: 'us-east-1', resources: { Detector: detector } },
      West: { region: 'us-west-2', resources: { Detector: detector } },
    },
  },
  among: (graph) => graph.memo(declaredTwice),
  *resource(resource, { graph }) {
    for (const { first, second, others } of graph.memo(declaredTwice).get(resource) ?? []) {
      const { row, at, isCertain } = second;
      if (row.check !== SINGLETON_DUPLICATE) continue;
      const place = row.scope === 'account' ? 'an account' : 'an account and region';
      const [per] = row.parts.flatMap(({ of }) => of);
      yield {
        at: per === undefined ? resource : at,
        message: `${first.resource.displayName} in stack ${first.resource.stack.displayName} is one already, and ${place} can have only one ${resource.type}${per ? ` for each ${per}` : ''}: ${row.says ? `the second is rejected with "${row.says}"` : 'the second fails, or replaces the settings of the first'}.`,
        ...(!(row.isCertain && isCertain) && { severity: 'warning' as const }),
        related: [first, ...others].map((other) => ({ at: other.resource, message: `In stack ${other.resource.stack.displayName} too.` })),
      };
      return;
    }
  },
});
