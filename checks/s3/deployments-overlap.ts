import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import type { Resource } from '../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { keyTextOf } from '../../src/queries/key-texts.js';

const TYPE = 'Custom::CDKBucketDeployment';
const deployment = (prefix?: string) =>
  resource(TYPE, {
    ServiceToken: 'arn:aws:lambda:us-east-1:482731905566:function:deployment',
    DestinationBucketName: { Ref: 'Bucket' },
    ...(prefix && { DestinationBucketKeyPrefix: prefix }),
    Prune: true,
  });
const site = (first: string | undefined, second: string) => ({
  Site: stack('us-east-1', { Bucket: { Type: 'AWS::S3::Bucket' }, App: deployment(first), Docs: deployment(second) }),
});

export default defineCheck({
  id: 's3/deployments-overlap',
  title: "Two bucket deployments delete each other's files",
  severity: 'warning',
  types: [TYPE],
  docs: {
    why: 'A `BucketDeployment` deletes what is in the destination and not in its own source, unless it has `prune: false`. When two write to one bucket, and one prefix begins with the other, the one that runs last deletes the files of the other.',
    fix: 'Give each its own `destinationKeyPrefix`, put all `sources` into one `BucketDeployment`, or set `prune: false` on the one with the shorter prefix.',
    sources: [
      'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_s3_deployment-readme.html#prune',
      'https://github.com/aws/aws-cdk/issues/953',
    ],
    templateFix: 'Give each its own prefix of keys, or put all sources into one deployment.',
    bad: site(undefined, 'docs'),
    good: site('app', 'docs'),
  },
  *resource(resource, { graph }) {
    const bucket = keyTextOf(resource.property('DestinationBucketName'), 'resource')?.text;
    const all = graph.memo(deploymentsByBucket).get(bucket ?? '') ?? [];
    const own = all.findIndex((other) => resource.is(other));
    const victims = all.filter((other, index) => deletesFilesOf(resource, other) && !(index < own && deletesFilesOf(other, resource)));
    const [first] = victims;
    if (first === undefined) return;
    const names = victims.length === 1 ? first.displayName : `${first.displayName} and ${victims.length - 1} more`;
    yield {
      at: resource.property('DestinationBucketName'),
      message: `${resource.displayName} deletes all files under "${prefixOf(resource)}" that are not in its own sources. ${names} writes there too: its files are deleted by the next deployment of ${resource.displayName}.`,
      related: victims.map((other) => ({
        at: other.property('DestinationBucketName'),
        message: `Writes to "${prefixOf(other)}" of the same bucket.`,
      })),
    };
  },
});

function deletesFilesOf(resource: Resource, other: Resource): boolean {
  return !resource.is(other) && prunes(resource) && contains(prefixOf(resource), prefixOf(other));
}

function deploymentsByBucket(graph: ResourceGraph): ReadonlyMap<string, readonly Resource[]> {
  const groups = new Map<string, Resource[]>();
  for (const resource of graph.certainResourcesOfType(TYPE)) {
    const bucket = keyTextOf(resource.property('DestinationBucketName'), 'resource')?.text;
    if (bucket === undefined || prefixOf(resource) === undefined) continue;
    const group = groups.get(bucket);
    if (group === undefined) groups.set(bucket, [resource]);
    else if (group.length < 50) group.push(resource);
  }
  return groups;
}

function prefixOf(resource: Resource): string | undefined {
  const prefix = resource.property('DestinationBucketKeyPrefix');
  return prefix.isAbsent ? '' : prefix.text?.replace(/^\/|\/$/g, '');
}

/** With filters it deletes less than the whole prefix. */
function prunes(resource: Resource): boolean {
  const prune = resource.property('Prune');
  return (prune.isAbsent || prune.boolean === true) && resource.property('Exclude').isAbsent && resource.property('Include').isAbsent;
}

function contains(outer: string | undefined, inner: string | undefined): boolean {
  return outer !== undefined && inner !== undefined && (outer === '' || inner === outer || inner.startsWith(`${outer}/`));
}
