/** A list of which each element stands for a region, and each region may be there once. */
export interface OncePerRegion {
  readonly type: string;
  readonly list: string;
  /** Below the element: the region itself, or a resource of the given type that is in it. */
  readonly element: string;
  readonly names?: string;
  readonly what: string;
  readonly source: string;
}

export const ONCE_PER_REGION: readonly OncePerRegion[] = [
  {
    type: 'AWS::S3::MultiRegionAccessPoint',
    list: 'Regions',
    element: 'Bucket',
    names: 'AWS::S3::Bucket',
    what: 'A Multi-Region Access Point has exactly one bucket in each of its regions',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/multi-region-access-point-buckets.html',
  },
];
