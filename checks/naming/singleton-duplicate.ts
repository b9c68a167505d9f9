import { defineCheck } from '../../src/check/check.js';
import { SINGLETONS } from '../../src/facts/singletons.js';
import type { Resource } from '../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';

const detector = { Type: 'AWS::GuardDuty::Detector', Properties: { Enable: true } };

export default defineCheck({
  id: 'naming/singleton-duplicate',
  title: 'Two resources where AWS allows one',
  severity: 'error',
  types: Object.keys(SINGLETONS),
  docs: {
    why: 'Some resources exist once in an account and region, or once in an account: a GuardDuty detector, a Config recorder, the identity provider of one URL. A second stack that declares one fails ("a detector already exists for the current account"), or the two overwrite each other\'s settings.',
    fix: 'Declare it in one stack for each account and region, which the others depend on, and pass it to them or look it up there: `iam.OpenIdConnectProvider.fromOpenIdConnectProviderArn(this, "GitHub", arn)`.',
    sources: [
      'https://docs.aws.amazon.com/guardduty/latest/APIReference/API_CreateDetector.html',
      'https://docs.aws.amazon.com/config/latest/APIReference/API_PutConfigurationRecorder.html',
      'https://github.com/guardian/cdk/issues/2529',
    ],
    bad: {
      Security: { region: 'us-east-1', resources: { Detector: detector } },
      Audit: { region: 'us-east-1', resources: { Detector: detector } },
    },
    good: {
      East: { region: 'us-east-1', resources: { Detector: detector } },
      West: { region: 'us-west-2', resources: { Detector: detector } },
    },
  },
  *resource(resource, { graph }) {
    const singleton = SINGLETONS[resource.type];
    const sharing = graph.memo(byPlace).get(keyOf(resource) ?? '') ?? [];
    if (singleton === undefined || !resource.is(sharing[1])) return;
    const [first, , ...others] = sharing as [Resource, ...Resource[]];
    const { scope, per, refusal } = singleton;
    const place = scope === 'account' ? 'an account' : 'an account and region';
    const isKnown = resource.account !== undefined && (scope === 'account' || resource.region !== undefined);
    yield {
      at: per === undefined ? resource : resource.property(per),
      message: `${first.logicalId} in stack ${first.stack.displayName} is one already, and ${place} can have only one ${resource.type}${per ? ` for each ${per}` : ''}: ${refusal ? `the second is refused with "${refusal}"` : 'the second fails, or replaces the settings of the first'}.`,
      ...((refusal === undefined || !isKnown) && { severity: 'warning' as const }),
      related: [first, ...others].map((other) => ({ at: other, message: `In stack ${other.stack.displayName} too.` })),
    };
  },
});

function byPlace(graph: ResourceGraph): Map<string, Resource[]> {
  const groups = new Map<string, Resource[]>();
  for (const resource of graph.certainResourcesOfType(...Object.keys(SINGLETONS))) {
    const key = keyOf(resource);
    if (key === undefined) continue;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(resource);
  }
  return groups;
}

/** Equal for two resources of which there can be only one; undefined when it is not known what tells them apart. */
function keyOf(resource: Resource): string | undefined {
  const { scope, per } = SINGLETONS[resource.type] ?? {};
  const part = per === undefined ? '' : resource.property(per).text?.replace(/^https:\/\/|\/$/g, '');
  const type = resource.type.replace('Custom::AWSCDKOpenIdConnectProvider', 'AWS::IAM::OIDCProvider');
  return part === undefined ? undefined : [type, resource.account, scope === 'region' ? resource.region : '', part].join('\n');
}
