/** What must be so for the service to reject an update in place. Values that are not known make no row apply. */
export type UpdateRule =
  /** Another value, in any order of its parts; `absent` is what the service takes when none is given. */
  | { readonly rule: 'changed'; readonly path: string; readonly absent?: string }
  /** It was absent and is there now. */
  | { readonly rule: 'added'; readonly path: string }
  /** It was there and is absent now. */
  | { readonly rule: 'removed'; readonly path: string }
  /** It is there before and after. */
  | { readonly rule: 'present'; readonly path: string }
  /** From one of these values to one of those; `''` stands for absent, a missing list for any other value. */
  | { readonly rule: 'from-to'; readonly path: string; readonly from?: readonly string[]; readonly to?: readonly string[] }
  /** A smaller number. */
  | { readonly rule: 'lowered'; readonly path: string; readonly unit?: string }
  /** A version that is lower, by its parts. `engine`: properties that must be equal for versions to be comparable. */
  | { readonly rule: 'version-lowered'; readonly path: string; readonly engine?: readonly string[] }
  /** More than `most` elements of a list come and go, by a property that names them. */
  | { readonly rule: 'elements'; readonly list: string; readonly by: string; readonly most: number; readonly what: string }
  /** An element keeps its name, and one of these properties of it is another. */
  | {
      readonly rule: 'element-changed';
      readonly list: string;
      readonly by: string;
      readonly paths: readonly string[];
      readonly what: string;
    }
  /** More than one of these properties differ, where `A|B` are one; `with`: at least one of those, and at least one other. */
  | { readonly rule: 'together'; readonly paths: readonly string[]; readonly with?: readonly string[] }
  /** What only code can tell: a function of this name in the diff. */
  | { readonly rule: 'test'; readonly name: UpdateTest };

/** Tests that look at the rest of both templates. */
export type UpdateTest =
  | 'major-version-without-flag'
  | 'major-version-with-security-groups'
  | 'major-version-with-custom-parameter-group'
  | 'primary-before-secondary'
  | 'major-version-of-global-member'
  | 'parameter-groups-of-members'
  | 'minor-version-of-global-cluster'
  | 'schema-attribute-changed'
  | 'subnets-of-another-vpc'
  | 'last-vpc-of-zone'
  | 'shards-out-of-range'
  | 'broker-storage-step'
  | 'kubernetes-version-step'
  | 'code-deploy-service'
  | 'blocked-runtime'
  | 'parameter-group-of-old-family'
  | 'address-kept'
  | 'volume-attached'
  | 'index-without-capacity'
  | 'storage-step'
  | 'version-of-member'
  | 'zone-left'
  | 'standard-attribute-required'
  | 'domain-downgraded'
  | 'alias-of-another-key';

/** An update that a service, or CloudFormation, rejects although both templates are valid. */
export interface RejectedUpdate {
  readonly type: string;
  readonly when: UpdateRule;
  /** Properties of the new version that must have one of these values; `''` stands for absent. */
  readonly given: readonly (readonly [path: string, values: readonly string[]])[];
  /** The same for the deployed version. */
  readonly givenBefore: readonly (readonly [path: string, values: readonly string[]])[];
  /** AWS's own words, shortened. */
  readonly says?: string;
  /** Why, when AWS's words do not tell, or are not known. */
  readonly because?: string;
  /** What to write in CDK, or how to deploy. */
  readonly fix: string;
  /** What to change in each of several deployments that lead there. */
  readonly steps?: readonly string[];
  /** `careful`: the sources do not prove that each such update fails. */
  readonly level: 'blocked' | 'careful';
  /** Whether the row is about a replacement, in which the new resource is created while the deployed one exists. Otherwise it is about updates in place. */
  readonly onReplacement: boolean;
  readonly sources: readonly string[];
}

type Written = Pick<RejectedUpdate, 'fix' | 'sources'> &
  Partial<Omit<RejectedUpdate, 'type' | 'when' | 'fix' | 'sources'>> & { readonly when: UpdateRule };

/** A row for each of the types, with the usual filled in: an update in place, rejected for certain. */
export function rejected(types: string | readonly string[], written: Written): readonly RejectedUpdate[] {
  return [types].flat().map((type) => ({ type, given: [], givenBefore: [], level: 'blocked', onReplacement: false, ...written }));
}

/** Another value. */
export function changed(path: string, absent?: string): UpdateRule {
  return { rule: 'changed', path, ...(absent !== undefined && { absent }) };
}

/** From one value to another: `''` is absent. */
export function fromTo(path: string, from: readonly string[] | undefined, to: readonly string[] | undefined): UpdateRule {
  return { rule: 'from-to', path, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

export function added(path: string): UpdateRule {
  return { rule: 'added', path };
}

export function removed(path: string): UpdateRule {
  return { rule: 'removed', path };
}

export function test(name: UpdateTest): UpdateRule {
  return { rule: 'test', name };
}

export const NEW_RESOURCE = 'Keep the deployed value, or create a new resource under another construct id and move to it.';
