import { RegionInfo } from '@aws-cdk/region-info';
import { describe, expect, it } from 'vitest';
import { zoneIdOf } from '../../src/facts/hosted-zones.js';
import { isRegion, partitionOf, urlSuffixOf } from '../../src/facts/regions.js';

const regions = RegionInfo.regions.filter(({ partition }) => partition !== undefined);

describe.each(regions.map((region) => [region.name, region] as const))('%s', (name, info) => {
  it('is a region of the partition and the domain that the CDK knows', () => {
    expect([isRegion(name), partitionOf(name), urlSuffixOf(name)]).toStrictEqual([true, info.partition, info.domainSuffix]);
  });

  it('has the hosted zones that the CDK knows, or none', () => {
    const zones = [
      [zoneIdOf({ service: 's3-website', region: name }), info.s3StaticWebsiteHostedZoneId],
      [zoneIdOf({ service: 'beanstalk', region: name }), info.ebsEnvEndpointHostedZoneId],
    ];
    for (const [own, known] of zones) expect([known, undefined]).toContain(own);
  });
});
