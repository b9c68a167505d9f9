/** How many characters of policies an identity may have, and how many managed policies. */
export interface PolicyQuota {
  readonly type: string;
  /** Lists of identities in `AWS::IAM::Policy` and `AWS::IAM::ManagedPolicy`. */
  readonly list: 'Roles' | 'Users' | 'Groups';
  /** Characters of all inline policies together, without white space. */
  readonly inlineSize: number;
  /** Managed policies by default. */
  readonly managed: number;
  readonly word: 'role' | 'user' | 'group';
  /** The quota's name in AWS's answer. */
  readonly quota: string;
}

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const POLICY_QUOTAS: readonly PolicyQuota[] = [
  { type: 'AWS::IAM::Role', list: 'Roles', inlineSize: 10_240, managed: 10, word: 'role', quota: 'PoliciesPerRole' },
  { type: 'AWS::IAM::User', list: 'Users', inlineSize: 2048, managed: 10, word: 'user', quota: 'PoliciesPerUser' },
  { type: 'AWS::IAM::Group', list: 'Groups', inlineSize: 5120, managed: 10, word: 'group', quota: 'PoliciesPerGroup' },
];

/** Characters of a managed policy, by the same page. */
export const MANAGED_POLICY_SIZE = 6144;

/** Characters of a role's trust policy by default, and when AWS raised the quota as far as it does, by the same page. */
export const TRUST_POLICY_SIZE = 2048;
export const RAISED_TRUST_POLICY_SIZE = 4096;

/** Bytes of a function's policy. Source: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
export const FUNCTION_POLICY_SIZE = 20_480;
