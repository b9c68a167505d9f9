import { expect, it } from 'vitest';
import check from '../../../checks/codepipeline/artifact-store-region.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const store = (Region: unknown, more: object = {}, Location: unknown = 'contoso-artifacts') => ({
  Region,
  ArtifactStore: { Type: 'S3', Location, ...more },
});
const app = (stores: object, ...regions: readonly (string | undefined)[]): Example => ({
  App: {
    region: 'us-east-1',
    parameters: { Where: { Type: 'String' } },
    resources: {
      Pipeline: {
        Type: 'AWS::CodePipeline::Pipeline',
        Properties: {
          ...stores,
          Stages: [{ Name: 'Deploy', Actions: regions.map((Region, n) => ({ Name: `A${n}`, ...(Region && { Region }) })) }],
        },
      },
    },
  },
  West: {
    region: 'us-west-2',
    resources: { Artifacts: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'contoso-artifacts-west' } } },
  },
});
const found = (example: Example) => findingsIn(example, check).map(({ severity, propertyPath }) => `${severity} ${propertyPath}`);

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toEqual([
    {
      severity: 'error',
      checkId: 'codepipeline/artifact-store-region',
      stack: 'Delivery',
      logicalId: 'Pipeline',
      propertyPath: 'Stages.0.Actions.1.Region',
      message: 'This action is in us-west-2, and the pipeline has artifact stores in us-east-1 only: each region of an action needs one.',
    },
  ]);
});

it.each<[string, Example, string]>([
  ['a single store', app({ ArtifactStore: store('').ArtifactStore }, undefined, 'eu-west-1'), 'Stages.0.Actions.1.Region'],
  ['two actions of one region, once', app({ ArtifactStores: [store('us-east-1')] }, 'eu-west-1', 'eu-west-1'), 'Stages.0.Actions.0.Region'],
  [
    'a bucket of another region',
    app({ ArtifactStores: [store('us-east-1', {}, 'contoso-artifacts-west')] }),
    'ArtifactStores.0.ArtifactStore.Location',
  ],
  [
    'a key of another region',
    app({ ArtifactStores: [store('us-east-1', { EncryptionKey: { Type: 'KMS', Id: 'arn:aws:kms:us-west-2:482731905566:key/1' } })] }),
    'ArtifactStores.0.ArtifactStore.EncryptionKey.Id',
  ],
])('reports %s', (_, example, expected) => {
  expect(found(example)).toEqual([`error ${expected}`]);
});

it.each<[string, Example]>([
  ['actions without a region', app({ ArtifactStore: store('').ArtifactStore }, undefined)],
  ["actions of the pipeline's own region", app({ ArtifactStore: store('').ArtifactStore }, 'us-east-1')],
  ['a store for each region', app({ ArtifactStores: [store('us-east-1'), store('us-west-2', {}, 'contoso-artifacts-west')] }, 'us-west-2')],
  ['stores for regions that are not known', app({ ArtifactStores: [store({ Ref: 'Where' })] }, 'us-west-2')],
  ['no store at all, which is for others to say', app({}, 'us-west-2')],
])('ignores %s', (_, example) => {
  expect(found(example)).toEqual([]);
});
