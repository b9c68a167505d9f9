/** A region code, in every partition. Source: https://docs.aws.amazon.com/general/latest/gr/rande.html and `@aws-cdk/region-info`. */
const REGION_PATTERN =
  /^(?:(?:us|eu|ap|sa|ca|me|af|il|mx)-[a-z]+-\d|us-(?:gov|iso[a-z]?)-[a-z]+-\d|cn-[a-z]+-\d|eusc-[a-z]+-[a-z]+-\d|eu-isoe-west-1)$/;

export function isRegion(text: string): boolean {
  return REGION_PATTERN.test(text);
}

const PARTITIONS: readonly (readonly [prefix: string, partition: string, urlSuffix: string])[] = [
  ['cn-', 'aws-cn', 'amazonaws.com.cn'],
  ['us-gov-', 'aws-us-gov', 'amazonaws.com'],
  ['us-isob-', 'aws-iso-b', 'sc2s.sgov.gov'],
  ['us-isof-', 'aws-iso-f', 'csp.hci.ic.gov'],
  ['us-iso-', 'aws-iso', 'c2s.ic.gov'],
  ['eu-isoe-', 'aws-iso-e', 'cloud.adc-e.uk'],
  ['eusc-', 'aws-eusc', 'amazonaws.eu'],
];

/** `AWS::Partition` in a region. */
export function partitionOf(region: string): string {
  return PARTITIONS.find(([prefix]) => region.startsWith(prefix))?.[1] ?? 'aws';
}

/** `AWS::URLSuffix` in a region. */
export function urlSuffixOf(region: string): string {
  return PARTITIONS.find(([prefix]) => region.startsWith(prefix))?.[2] ?? 'amazonaws.com';
}
