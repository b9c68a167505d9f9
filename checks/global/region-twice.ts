import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { ONCE_PER_REGION } from '../../src/facts/once-per-region.js';
import type { Property } from '../../src/graph/model/property.js';
import { stepsOf } from '../../src/queries/steps-of.js';

const buckets = (second: string) => ({
  East: stack('us-east-1', { Bucket: resource('AWS::S3::Bucket', { BucketName: 'acme-east' }) }),
  Second: stack(second, { Bucket: resource('AWS::S3::Bucket', { BucketName: 'acme-second' }) }),
  Access: stack(
    { region: 'us-east-1', dependencies: ['East', 'Second'] },
    { Point: resource('AWS::S3::MultiRegionAccessPoint', { Regions: [{ Bucket: 'acme-east' }, { Bucket: 'acme-second' }] }) },
  ),
});

export default defineCheck({
  id: 'global/region-twice',
  title: 'Duplicate region',
  severity: 'error',
  types: ONCE_PER_REGION.map(({ type }) => type),
  docs: {
    why: 'Secrets, global datastores and access points have one replica, cluster or bucket in each of their regions. A Multi-Region Access Point routes a request to the bucket of a region: "Multi-Region Access Points support only one bucket per AWS Region. Therefore, you can\'t add two buckets from the same Region."',
    fix: 'List each region once. The buckets of an access point come from stacks of different regions: `env: { region: … }`.',
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/multi-region-access-point-create-examples.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/multi-region-access-point-buckets.html',
    ],
    templateFix: 'List each region once. The buckets of an access point come from stacks of different regions.',
    bad: buckets('us-east-1'),
    good: buckets('us-west-2'),
  },
  *resource(resource) {
    for (const row of ONCE_PER_REGION.filter(({ type }) => type === resource.type)) {
      const seen = new Map<string, Property>();
      for (const item of resource.property(...stepsOf(row.list)).items ?? []) {
        const at = item.get(row.element);
        const region = row.names === undefined ? at.text : at.target(row.names)?.region;
        if (region === undefined) continue;
        const first = seen.get(region);
        if (first === undefined) seen.set(region, at);
        else
          yield {
            at,
            message: `${row.what}, and ${region} is here twice.`,
            ...(!row.isRejected && { severity: 'warning' as const }),
            related: [{ at: first, message: `The first of ${region}.` }],
          };
      }
    }
  },
});
