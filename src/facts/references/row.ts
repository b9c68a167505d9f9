/** The region in which what a property names must be. */
export type WantedRegion =
  /** The region of the stack. */
  | 'stack'
  /** Any region. */
  | 'any'
  /** One region, whatever the stack's. */
  | { readonly fixed: string }
  /** The one that another property of the resource names, or the stack's when that is absent: a path below `Properties`. */
  | { readonly beside: string }
  /** The region of the bucket that another property of the resource names. */
  | { readonly bucketAt: string };

/** A property that names something, and where that may be. */
export interface ReferenceRow {
  /** Steps below `Properties`; `*` stands for every element of a list. */
  readonly path: string;
  /** Types of this app's resources that are meant. */
  readonly types: readonly string[];
  /** Service fields of the ARNs that are meant. Others are ignored. */
  readonly services: readonly string[];
  /** What stands there: "certificate". */
  readonly what: string;
  readonly region: WantedRegion;
  /** Whether it must be in the account of the stack. */
  readonly account: 'stack' | 'any';
  /** What the service answers, or says of it in its documentation. */
  readonly words?: string;
  /** What to write in CDK; `{region}` stands for the wanted region. */
  readonly fix?: string;
  /** The page or thread that says so. A row without one is the default of all services, and yields warnings. */
  readonly source?: string;
  /** The row counts only where these properties have these texts; undefined: where they are absent. */
  readonly where?: Readonly<Record<string, string | undefined>>;
}

/** What a row names: types, services of ARNs, and words. */
export type Named = Pick<ReferenceRow, 'types' | 'services' | 'what'>;

export type ReferenceRows = Readonly<Record<string, readonly ReferenceRow[]>>;

/** The page of a type in the CloudFormation Template Reference. */
export function templateReference(type: string): string {
  const name = type
    .replace(/^AWS::/, '')
    .replace('::', '-')
    .toLowerCase();
  return `https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-${name}.html`;
}

type Extra = Partial<Pick<ReferenceRow, 'account' | 'words' | 'fix' | 'source' | 'where'>>;

/** In the region of the stack. */
export function inStackRegion(path: string, named: Named, extra: Extra = {}): ReferenceRow {
  return { path, ...named, region: 'stack', account: 'any', ...extra };
}

export function inRegion(fixed: string, path: string, named: Named, extra: Extra = {}): ReferenceRow {
  return { path, ...named, region: { fixed }, account: 'any', ...extra };
}

/** In the region that another property names. */
export function inRegionOf(beside: string, path: string, named: Named, extra: Extra = {}): ReferenceRow {
  return { path, ...named, region: { beside }, account: 'any', ...extra };
}

/** Anywhere: the row says that the service accepts it, so that no default applies. */
export function anywhere(path: string, source?: string): ReferenceRow {
  return { path, types: [], services: [], what: '', region: 'any', account: 'any', ...(source !== undefined && { source }) };
}
