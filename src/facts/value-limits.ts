/** How long the value of a property may be. */
export interface ValueLimit {
  readonly type: string;
  readonly property: readonly [string, ...string[]];
  readonly what: string;
  readonly limit: number;
  /** Whether the service counts the characters of a text, of one before it is encoded as base64, or of an object as JSON. */
  readonly counts: 'text' | 'decoded' | 'json';
  /** Property with whose values the limit is another; without it, the account decides. */
  readonly unless?: readonly [property: string, values: readonly string[]];
  readonly answer?: string;
}

const userData = (type: string, ...property: readonly [string, ...string[]]): ValueLimit => ({
  type,
  property,
  what: 'user data',
  limit: 16_384,
  counts: 'decoded',
  answer: 'User data is limited to 16384 bytes',
});

export const VALUE_LIMITS: readonly ValueLimit[] = [
  // https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html; the answer shows that names, quotes and commas count:
  // https://github.com/github-aws-runners/terraform-aws-github-runner/issues/3594
  {
    type: 'AWS::Lambda::Function',
    property: ['Environment', 'Variables'],
    what: 'environment variables',
    limit: 4096,
    counts: 'json',
    answer:
      'Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the 4KB limit.',
  },
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html,
  // https://github.com/github-aws-runners/terraform-aws-github-runner/issues/3815
  {
    type: 'AWS::SSM::Parameter',
    property: ['Value'],
    what: 'value of a parameter',
    limit: 8192,
    counts: 'text',
  },
  {
    type: 'AWS::SSM::Parameter',
    property: ['Value'],
    what: 'value of a standard parameter',
    limit: 4096,
    counts: 'text',
    unless: ['Tier', ['Advanced', 'Intelligent-Tiering']],
    answer: 'Standard tier parameters support a maximum parameter value of 4096 characters.',
  },
  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html (before base64),
  // https://github.com/tuna/opentuna/issues/29, https://github.com/hashicorp/terraform-provider-aws/pull/2973 (launch configurations)
  userData('AWS::EC2::Instance', 'UserData'),
  userData('AWS::EC2::LaunchTemplate', 'LaunchTemplateData', 'UserData'),
  userData('AWS::AutoScaling::LaunchConfiguration', 'UserData'),
];
