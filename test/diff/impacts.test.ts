import { describe, expect, test } from 'vitest';
import { impactOf } from '../../src/diff/impact/impacts.js';
import type { Impact } from '../../src/diff/report.js';
import { IN_PLACE } from '../../src/facts/in-place-updates.js';
import { REPLACEMENTS } from '../../src/generated/replacements.js';

const { diffResource } = await import('@aws-cdk/cloudformation-diff/lib/diff/index.js');
const IMPACTS: Readonly<Record<string, Impact>> = { WILL_REPLACE: 'replace', MAY_REPLACE: 'may-replace', WILL_UPDATE: 'update' };

/** What the package itself says. */
function askPackage(type: string, property: string): Impact {
  const entry = (value: string) => ({ Type: type, Properties: { [property]: value } });
  return IMPACTS[diffResource(entry('a'), entry('b')).propertyUpdates[property]?.changeImpact ?? ''] ?? 'unknown';
}

describe('the table of replacements', () => {
  const listed = REPLACEMENTS.trim()
    .split('\n')
    .flatMap((line) => {
      const [type = '', replacing = '', perhaps = ''] = line.split('|');
      return [...replacing.split(','), ...perhaps.split(',')].filter((name) => name !== '').map((property) => [type, property] as const);
    });

  test('says what @aws-cdk/cloudformation-diff says', () => {
    expect(listed.length).toBeGreaterThan(4_000);
    const differing = listed.filter(([type, property]) => impactOf(type, property) !== askPackage(type, property));
    // Of these the service is known to change them in place.
    expect(differing.filter(([type, property]) => IN_PLACE[type]?.includes(property) !== true)).toEqual([]);
    expect(differing.map(([type, property]) => `${type} ${property}`)).toHaveLength(
      Object.values(IN_PLACE)
        .flat()
        .filter((path) => !path.includes('.')).length,
    );
  }, 60_000);

  test.each<[type: string, property: string, impact: Impact]>([
    ['AWS::S3::Bucket', 'BucketName', 'replace'],
    ['AWS::S3::Bucket', 'Tags', 'update'],
    ['AWS::EC2::Instance', 'BlockDeviceMappings', 'may-replace'],
    ['Custom::Thing', 'Anything', 'unknown'],
    ['AWS::Nothing::Here', 'Name', 'unknown'],
    ['.*', 'Name', 'unknown'],
  ])('%s.%s: %s', (type, property, impact) => {
    expect(impactOf(type, property)).toBe(impact);
    if (type !== '.*') expect(askPackage(type, property)).toBe(impact);
  });

  // The package takes every change of these to replace the resource.
  test.each<[type: string, property: string, impact: Impact]>([
    ['AWS::Serverless::Application', 'Location', 'update'],
    ['AWS::Serverless::Application', 'Parameters', 'update'],
    ['AWS::Serverless::Function', 'FunctionName', 'replace'],
    ['AWS::Serverless::Function', 'MemorySize', 'update'],
    ['AWS::Serverless::SimpleTable', 'PrimaryKey', 'replace'],
    ['AWS::Serverless::SimpleTable', 'SSESpecification', 'update'],
    ['AWS::Serverless::StateMachine', 'Type', 'replace'],
    ['AWS::Serverless::StateMachine', 'Definition', 'update'],
    ['AWS::Serverless::Api', 'DefinitionBody', 'update'],
    ['AWS::Serverless::LayerVersion', 'ContentUri', 'replace'],
  ])('is about what the transform makes of %s: %s: %s', (type, property, impact) => {
    expect(impactOf(type, property)).toBe(impact);
  });

  // The package looks at whole properties alone.
  test.each<[type: string, path: readonly (string | number)[], impact: Impact]>([
    ['AWS::MSK::Cluster', ['BrokerNodeGroupInfo', 'SecurityGroups', 0], 'replace'],
    ['AWS::MSK::Cluster', ['EncryptionInfo', 'EncryptionAtRest', 'DataVolumeKMSKeyId'], 'replace'],
    ['AWS::MSK::Cluster', ['BrokerNodeGroupInfo', 'InstanceType'], 'update'],
    ['AWS::MSK::Cluster', ['BrokerNodeGroupInfo'], 'update'],
    ['AWS::Glue::Table', ['TableInput', 'Name'], 'may-replace'],
    ['AWS::ElastiCache::ReplicationGroup', ['NodeGroupConfiguration', 0, 'Slots'], 'may-replace'],
    ['AWS::EKS::Cluster', ['ResourcesVpcConfig', 'SubnetIds', 1], 'update'],
    ['AWS::S3::Bucket', ['BucketName', 'Fn::Sub'], 'replace'],
  ])('%s %j: %s', (type, [property, ...below], impact) => {
    expect(impactOf(type, String(property), below)).toBe(impact);
  });
});
