/** A region code, in every partition. Source: https://docs.aws.amazon.com/general/latest/gr/rande.html and `@aws-cdk/region-info`. */
const REGION_PATTERN =
  /^(?:(?:us|eu|ap|sa|ca|me|af|il|mx)-[a-z]+-\d|us-(?:gov|iso[a-z]?)-[a-z]+-\d|cn-[a-z]+-\d|eusc-[a-z]+-[a-z]+-\d|eu-isoe-west-1)$/;

export function isRegion(text: string): boolean {
  return REGION_PATTERN.test(text);
}

/** Every region's name has one of these words before its number. New regions follow them; `us-est-1` does not. */
const DIRECTIONS = /-(?:central|(?:north|south)?(?:east|west)|north|south)-\d+$/;

/** Whether a text has the form of a region code without being one, whatever regions AWS adds. */
export function isMisspelledRegion(text: string): boolean {
  return isRegion(text) && !DIRECTIONS.test(text);
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

/** Whether an ARN's partition is another one than that of a region. What is no name of a partition, such as `*`, is not. */
export function isOtherPartition(partition: string, region: string): boolean {
  return /^aws[a-z-]*$/.test(partition) && partition !== partitionOf(region);
}

/** `AWS::URLSuffix` in a region. */
export function urlSuffixOf(region: string): string {
  return PARTITIONS.find(([prefix]) => region.startsWith(prefix))?.[2] ?? 'amazonaws.com';
}

/**
 * Regions that every account has. Others must be switched on, and their services have names of their own in policies.
 * Source: https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html
 */
const ENABLED_BY_DEFAULT: ReadonlySet<string> = new Set([
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
]);

export function isEnabledByDefault(region: string): boolean {
  return ENABLED_BY_DEFAULT.has(region);
}
