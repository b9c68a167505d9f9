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

/** Where the account has a rule of its own. */
export interface AccountRule {
  readonly words?: string;
  readonly fix: string;
  readonly source: string;
  /** Where the other account could allow it. */
  readonly severity?: 'warning';
}

/** Checks with words of their own for what is in the wrong region. */
export type ReferenceCheck = 'region/key-region' | 'region/log-bucket-region' | 'region/image-region' | 'global/replica-key-region';

/** A property that names something, and where that may be. */
export interface ReferenceRow {
  /** Steps below `Properties`; `*` stands for every element of a list, `{}` for every value of a map. */
  readonly path: string;
  /** Types of this app's resources that are meant. */
  readonly types: readonly string[];
  /** Service fields of the ARNs that are meant. Others are ignored. */
  readonly services: readonly string[];
  /** What stands there: "certificate". */
  readonly what: string;
  /** Where the value is no ARN or id: a bucket by name, ARN or `s3://` URL, or an image by the host of its registry. */
  readonly form?: 'bucket' | 'image';
  readonly region: WantedRegion;
  /** Whether it must be in the account of the stack, with the row's words or with others. */
  readonly account: 'stack' | 'any' | AccountRule;
  /** What the service answers, or says of it in its documentation. */
  readonly words?: string;
  /** What to write in CDK; `{region}` stands for the wanted region. */
  readonly fix?: string;
  /** The page or thread that says so. A row without one is the default of all services, and yields warnings. */
  readonly source?: string;
  /** The check that reports it; `region/service-region` reports all others. */
  readonly check?: ReferenceCheck;
  /** The row counts only where these properties, paths below `Properties` too, have these texts; undefined: where they are absent. */
  readonly where?: Readonly<Record<string, string | undefined>>;
}

/** What a row names: types, services of ARNs, and words. */
export type Named = Pick<ReferenceRow, 'types' | 'services' | 'what' | 'form'>;

export type ReferenceRows = Readonly<Record<string, readonly ReferenceRow[]>>;

/** The page of a type in the CloudFormation Template Reference. */
export function templateReference(type: string): string {
  const name = type
    .replace(/^AWS::/, '')
    .replace('::', '-')
    .toLowerCase();
  return `https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-${name}.html`;
}

type Extra = Partial<Pick<ReferenceRow, 'account' | 'words' | 'fix' | 'source' | 'where' | 'check'>>;

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

/** Rows that are listed one by one, with their types. */
export function rowsByType(rows: Iterable<readonly [type: string, row: ReferenceRow]>): ReferenceRows {
  const byType: Record<string, ReferenceRow[]> = {};
  for (const [type, row] of rows) {
    byType[type] ??= [];
    byType[type].push(row);
  }
  return byType;
}
