import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import type { Problem } from '../../src/check/problem.js';
import { keyRegionOf } from '../../src/queries/kms-keys.js';
import { type ArtifactStore, actionRegionsOf, artifactStoresOf } from './model/pipeline-stores.js';

const store = (Region: string, Location: string) => ({ Region, ArtifactStore: { Type: 'S3', Location } });
const app = (...stores: readonly ReturnType<typeof store>[]) => ({
  Delivery: stack('us-east-1', {
    Pipeline: resource('AWS::CodePipeline::Pipeline', {
      ArtifactStores: [store('us-east-1', 'contoso-artifacts-use1'), ...stores],
      Stages: [
        {
          Name: 'Deploy',
          Actions: [
            { Name: 'East', ActionTypeId: { Category: 'Deploy', Owner: 'AWS', Provider: 'CloudFormation', Version: '1' } },
            {
              Name: 'West',
              ActionTypeId: { Category: 'Deploy', Owner: 'AWS', Provider: 'CloudFormation', Version: '1' },
              Region: 'us-west-2',
            },
          ],
        },
      ],
    }),
  }),
});

export default defineCheck({
  id: 'codepipeline/artifact-store-region',
  title: 'Pipeline has no artifact store in the region of an action',
  severity: 'error',
  types: ['AWS::CodePipeline::Pipeline'],
  docs: {
    why: '"There must be an artifact store for the pipeline Region and for each cross-region action in the pipeline", and its bucket and key must be in that same region. CodePipeline rejects the pipeline, or the action fails when it cannot read its artifacts.',
    fix: "Let the CDK make the buckets: give the action the resource of the other stack, or its `region`, and `codepipeline.Pipeline` adds a support stack. With buckets of your own: `crossRegionReplicationBuckets: { 'us-west-2': otherBucket }`.",
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codepipeline-pipeline.html',
      'https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-create-cross-region.html',
    ],
    templateFix:
      'Add a store for each region to `ArtifactStores`: `{ Region: us-west-2, ArtifactStore: { Type: S3, Location: BUCKET } }`, with a bucket of that region.',
    bad: app(),
    good: app(store('us-west-2', 'contoso-artifacts-usw2')),
  },
  *resource(pipeline) {
    const stores = artifactStoresOf(pipeline);
    if (stores === undefined || stores.length === 0 || pipeline.region === undefined) return;
    const regions = new Set(stores.map(({ region }) => region));
    const missing = new Set<string>();
    for (const at of actionRegionsOf(pipeline)) {
      const region = at.text ?? '';
      if (regions.has(region) || missing.has(region)) continue;
      missing.add(region);
      const message = `This action is in ${region}, and the pipeline has artifact stores in ${[...regions].join(', ')} only: each region of an action needs one.`;
      yield { at, fill: { 'us-west-2': region }, message };
    }
    for (const each of stores) yield* misplaced(each);
  },
});

function* misplaced({ at, region }: ArtifactStore): Generator<Problem> {
  const location = at.get('Location');
  const bucket = location.target('AWS::S3::Bucket');
  if (bucket?.region !== undefined && bucket.region !== region) {
    const message = `The artifact store for ${region} is a bucket in ${bucket.region}: it must be in the region of the actions that use it.`;
    yield { at: location, fill: { 'us-west-2': region }, message, related: [{ at: bucket, message: `The bucket, in ${bucket.region}.` }] };
  }
  const key = at.get('EncryptionKey', 'Id');
  const keyRegion = keyRegionOf(key);
  if (keyRegion === undefined || keyRegion === '' || keyRegion === region) return;
  yield {
    at: key,
    fill: { 'us-west-2': region },
    message: `The artifact store for ${region} is encrypted with a key in ${keyRegion}: a KMS key can be used in its own region only.`,
  };
}
