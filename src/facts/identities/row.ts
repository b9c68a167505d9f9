/** How two values of a key are compared. */
export type Comparison =
  /** Letter by letter. */
  | 'exact'
  | 'caseless'
  /** A domain name: without regard to case, and to a final dot. */
  | 'host'
  /** A block of IPv4 addresses: host bits do not count. */
  | 'cidr'
  /** A URL without its scheme and final slash. */
  | 'url'
  /** `6` is `tcp`. */
  | 'protocol'
  /** A resource: by reference, ARN or name. */
  | 'resource'
  /** A function, and its alias or version. */
  | 'function'
  /** The VPC of a subnet. */
  | 'vpc'
  /** The availability zone of a subnet. */
  | 'zone';

/** A part of a key. */
export interface KeyPart {
  /** Paths below `Properties`; below the element of the row's list when they begin with a dot. The first that is there counts. */
  readonly of: readonly string[];
  readonly as: Comparison;
  /** What AWS takes when none is there. Without it a resource that lacks the part has no key. */
  readonly absent?: string;
}

/** Where a key must be unique. `parent`: within the resource that its first part names. */
export type KeyScope = 'partition' | 'account' | 'region' | 'parent';

/**
 * What happens to a second declaration. `rejected`: it is not created. `overwrites`: the later one replaces the earlier one, and deleting
 * either removes what both set. `shared`: both are one and the same, and deleting either removes it. `ignored`: CloudFormation reports
 * success and creates nothing.
 */
export type Collision = 'rejected' | 'overwrites' | 'shared' | 'ignored';

/** What makes a resource unique, besides its physical name. */
export interface IdentityRow {
  readonly type: string;
  /** Rows of one space share their keys. */
  readonly space: string;
  readonly scope: KeyScope;
  /** A list: the resource has a key for each element. */
  readonly each?: string;
  readonly parts: readonly KeyPart[];
  /** The order of the parts does not count: a peering of two VPCs. */
  readonly isUnordered?: true;
  /** Properties that must have one of these values; `''` stands for absent, `*` for any. */
  readonly when: readonly (readonly [path: string, values: readonly string[]])[];
  readonly second: Collision;
  /** AWS's own words about the second, when a source quotes them. */
  readonly says?: string;
  /** What to write in CDK. */
  readonly fix?: string;
  /** What the key is: "port of a load balancer". */
  readonly what: string;
  readonly sources: readonly string[];
  /** False where the rejection follows from a rule for all types, and nobody reports it for this one. */
  readonly isCertain: boolean;
  /** The check that reports two. */
  readonly check: string;
}

/** A part of a key as it is written: `'A | B'` with the comparison, and what AWS takes when none is there. */
export type KeyPartText = string | readonly [paths: string, as: Comparison, absent?: string];

type Optional = 'space' | 'says' | 'fix' | 'when' | 'each' | 'second' | 'check' | 'scope' | 'isUnordered' | 'isCertain';

interface Written extends Partial<Pick<IdentityRow, Optional>> {
  /** `'A | B'`: the first that is there. */
  readonly key: readonly KeyPartText[];
  readonly what: string;
  readonly sources: readonly string[];
}

/** The check of keys that no other check reports. */
export const DECLARED_TWICE = 'naming/declared-twice';

/** A row with the usual filled in: within a parent, rejected, compared letter by letter. */
export function row(type: string, { key, ...written }: Written): IdentityRow {
  const usual = { space: type, scope: 'parent', when: [], second: 'rejected', check: DECLARED_TWICE } as const;
  return { type, ...usual, isCertain: written.says !== undefined, ...written, parts: key.map(keyPart) };
}

function keyPart(text: KeyPartText): KeyPart {
  const [paths, as, absent] = typeof text === 'string' ? ([text, 'exact'] as const) : text;
  return { of: paths.split(' | '), as, ...(absent !== undefined && { absent }) };
}

/** Page of a type in the CloudFormation Template Reference. */
export function page(type: string): string {
  return `https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-${type.split('::').slice(1).join('-').toLowerCase()}.html`;
}

/** Page of an operation in a service's API reference. */
export function operation(service: string, name: string): string {
  return `https://docs.aws.amazon.com/${service}/API_${name}.html`;
}

/** Page of an exception in the reference of the SDK, by the SDK's name of the service: `rds`, `cognito-idp`. */
export function exception(service: string, name: string): string {
  return `https://docs.aws.amazon.com/botocore/latest/reference/services/${service}/client/exceptions/${name}.html`;
}

/** Threads on GitHub: `aws/aws-cdk#13901`. */
export function threads(...ids: readonly string[]): readonly string[] {
  return ids.map((id) => `https://github.com/${id.replace('#', '/issues/')}`);
}
