import { expect, it } from 'vitest';
import check from '../../../checks/global/dsql-witness-region.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const peers = (one: string, other: string): Example => ({
  East: {
    region: 'us-east-1',
    resources: { Cluster: { Type: 'AWS::DSQL::Cluster', Properties: { MultiRegionProperties: { WitnessRegion: one } } } },
    outputs: { Arn: { Value: { 'Fn::GetAtt': ['Cluster', 'ResourceArn'] } } },
  },
  West: {
    region: 'us-east-2',
    dependencies: ['East'],
    resources: {
      Cluster: {
        Type: 'AWS::DSQL::Cluster',
        Properties: {
          MultiRegionProperties: {
            WitnessRegion: other,
            Clusters: [{ 'Fn::GetStackOutput': { StackName: 'East', OutputName: 'Arn', Region: 'us-east-1' } }],
          },
        },
      },
    },
  },
});

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "global/dsql-witness-region",
        "logicalId": "Cluster",
        "message": "The witness is in us-east-1, the region of the cluster: it must be in a third region.",
        "propertyPath": "MultiRegionProperties.WitnessRegion",
        "severity": "warning",
        "stack": "Database",
      },
    ]
  `);
});

it.each<[string, Example, string]>([
  ['a peer with another witness', peers('eu-west-2', 'eu-west-3'), 'warning West.Cluster MultiRegionProperties.WitnessRegion'],
])('reports %s', (_, example, expected) => {
  expect(
    findingsIn(example, check).map(({ severity, stack, logicalId, propertyPath }) =>
      `${severity} ${stack}.${logicalId} ${propertyPath ?? ''}`.trim(),
    ),
  ).toEqual([expected]);
});

it.each<[string, Example]>([
  ['one witness', peers('us-west-1', 'us-west-1')],
  ['a cluster in one region', { One: { region: 'us-east-1', resources: { Cluster: { Type: 'AWS::DSQL::Cluster', Properties: {} } } } }],
  [
    'a region that is not known',
    {
      One: {
        resources: { Cluster: { Type: 'AWS::DSQL::Cluster', Properties: { MultiRegionProperties: { WitnessRegion: 'us-west-2' } } } },
      },
    },
  ],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
