import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { TWIN_SETTINGS } from '../../src/facts/copied-settings.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { isOfProvider } from '../../src/queries/cdk-providers.js';
import { stepsOf } from '../../src/queries/steps-of.js';
import { regionalTwins } from './model/regional-copies.js';

const example = (settings: object) => ({
  OrdersPrimary: stack('us-east-1', { Bucket: resource('AWS::S3::Bucket', { VersioningConfiguration: { Status: 'Enabled' } }) }),
  OrdersSecondary: stack('us-west-2', { Bucket: resource('AWS::S3::Bucket', { ...settings }) }),
});

export default defineCheck({
  id: 'region/asymmetric-setting',
  title: 'Regional copies have different settings',
  severity: 'info',
  docs: {
    why: 'The same construct in two regional stacks is protected, encrypted, backed up or run differently. After a failover the weaker settings count.',
    fix: 'Give both stacks the same props, from one constant. If the difference is meant, suppress this with a reason.',
    sources: [
      'https://docs.aws.amazon.com/whitepapers/latest/disaster-recovery-workloads-on-aws/disaster-recovery-options-in-the-cloud.html',
    ],
    templateFix:
      'Give both stacks the same setting, for example from one template. If the difference is meant, suppress this with a reason.',
    bad: example({}),
    good: example({ VersioningConfiguration: { Status: 'Enabled' } }),
  },
  *graph({ graph }) {
    for (const { stacks, resources } of regionalTwins(graph)) {
      const [first, ...others] = stacks.map((stack) => resources.get(stack));
      for (const [place, resource] of first ?? []) {
        if (isOfProvider(resource)) continue;
        for (const twin of others.map((other) => other?.get(place))) {
          if (twin !== undefined && twin.existence === 'certain' && resource.existence === 'certain') yield* differences(resource, twin);
        }
      }
    }
  },
});

function* differences(resource: Resource, twin: Resource) {
  const pairs = (TWIN_SETTINGS[resource.type] ?? []).map(
    (path) =>
      [path, resource, twin].map((one) => (typeof one === 'string' ? one : one.property(...stepsOf(path)))) as [string, Property, Property],
  );
  const different = pairs.filter(
    ([, one, other]) => shownValue(one) !== undefined && shownValue(other) !== undefined && shownValue(one) !== shownValue(other),
  );
  const [first] = different;
  if (first === undefined) return;
  const list = different
    .map(([path, one, other]) => `${path} is ${shownValue(other)} here and ${shownValue(one)} in ${resource.region}`)
    .join('; ');
  yield {
    at: first[2],
    message: `${twin.displayName} differs from its copy in ${resource.stack.displayName}: ${list}.`,
    related: [{ at: first[1], message: `The copy in ${resource.region}.` }],
  };
}

/** What a setting says; undefined when it is not known. */
function shownValue(setting: Property): string | undefined {
  return setting.isAbsent ? 'not set' : setting.text;
}
