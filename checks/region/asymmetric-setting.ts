import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { COPIED_SETTINGS } from '../../src/facts/copied-settings.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { isOfProvider } from '../../src/queries/cdk-providers.js';
import { stepsOf } from '../../src/queries/steps-of.js';
import { regionalCopies } from './model/regional-copies.js';

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
    for (const { stacks, resources } of regionalCopies(graph)) {
      const [first, ...others] = stacks.map((stack) => resources.get(stack));
      for (const [place, resource] of first ?? []) {
        if (isOfProvider(resource)) continue;
        for (const copy of others.map((other) => other?.get(place))) {
          if (copy === undefined || copy.existence !== 'certain' || resource.existence !== 'certain') continue;
          // Both must be versioned: `s3/replication-…-unversioned` reports the one that is not.
          if (!isReplicated(resource) && !isReplicated(copy)) yield* differences(resource, copy);
        }
      }
    }
  },
});

/** Whether a bucket is the source or a destination of a replication. */
function isReplicated(resource: Resource): boolean {
  if (resource.type !== 'AWS::S3::Bucket') return false;
  return (
    !resource.property('ReplicationConfiguration').isAbsent ||
    resource.graph.linksTo(resource).some(({ path }) => path[1] === 'ReplicationConfiguration')
  );
}

function* differences(resource: Resource, copy: Resource) {
  const pairs = (COPIED_SETTINGS[resource.type] ?? []).map(
    (path) =>
      [path, resource, copy].map((one) => (typeof one === 'string' ? one : one.property(...stepsOf(path)))) as [string, Property, Property],
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
    message: `${copy.displayName} differs from its copy in ${resource.stack.displayName}: ${list}.`,
    related: [{ at: first[1], message: `The copy in ${resource.region}.` }],
  };
}

/** What a setting says; undefined when it is not known. */
function shownValue(setting: Property): string | undefined {
  return setting.isAbsent ? 'not set' : setting.text;
}
