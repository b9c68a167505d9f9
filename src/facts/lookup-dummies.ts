interface LookupDummy {
  /** What the CDK writes until the lookup is done. */
  readonly text: RegExp;
  /** The properties in which it is no value of the service's own. */
  readonly property: RegExp;
  readonly lookup: string;
}

/**
 * Dummy values of the lookups of the CDK that no service accepts. They stay in a template when a lookup is not done and its result is read from a file, a test, or a program that runs `App.synth()` itself.
 * Sources: https://github.com/aws/aws-cdk/issues/5594, https://github.com/aws/aws-cdk/issues/9922, https://github.com/aws/aws-cdk/issues/32214, https://github.com/aws/aws-cdk/pull/31676, https://github.com/aws/aws-cdk/issues/7051, and `dummyValue` and `DUMMY_VPC_PROPS` of aws-cdk-lib
 */
const DUMMIES: readonly LookupDummy[] = [
  { text: /^dummy1[abc]$/, property: /AvailabilityZones?$/, lookup: '`stack.availabilityZones`' },
  { text: /^\/?(?:hostedzone\/)?DUMMY$/, property: /HostedZoneId$/, lookup: '`HostedZone.fromLookup`' },
  { text: /^vpc-12345$/, property: /Vpc(?:Id)?s?$/i, lookup: '`Vpc.fromLookup`' },
  { text: /^[ps]-(?:12345|67890)$/, property: /Subnet(?:Id|Group|Mapping)?s?$/i, lookup: '`Vpc.fromLookup`' },
  { text: /^rtb-(?:12345|57890|67890)[ps]$/, property: /RouteTableIds?$/, lookup: '`Vpc.fromLookup`' },
  { text: /^ami-1234$/, property: /^(?:ImageId|AmiId)$/i, lookup: '`MachineImage.lookup`' },
];

/** The lookup whose dummy value a property holds. */
export function lookupOfDummy(text: string, property: string): string | undefined {
  return DUMMIES.find((dummy) => dummy.text.test(text) && dummy.property.test(property))?.lookup;
}

/** Of `StringParameter.valueFromLookup` and `Key.fromLookup`: these stand in longer texts, too. */
export const DUMMY_PARTS: readonly { readonly text: RegExp; readonly lookup: string }[] = [
  { text: /dummy-value-for-[\w./-]{1,80}/, lookup: '`StringParameter.valueFromLookup`' },
  // Examples in AWS's documentation give other resources (connections, clients) the same id.
  { text: /(?<=^|key\/)1234abcd-12ab-34cd-56ef-1234567890ab(?![\w-])/, lookup: '`Key.fromLookup`' },
];

/**
 * More of what the CDK writes until a lookup is done, that a service may accept: it is a dummy only where the manifest says that lookups are missing.
 * Sources: `dummyValue` in aws-cdk-lib 2.275.0 (aws-ec2/lib/{vpc,security-group,prefix-list}, aws-elasticloadbalancingv2/lib/shared/base-{listener,load-balancer},
 * aws-rds/lib/{cluster,instance}, aws-iam/lib/role, aws-ecr/lib/repository), and
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.GetContextValueOptions.html
 */
const POSSIBLE_DUMMIES: readonly { readonly text: RegExp; readonly lookup: string }[] = [
  { text: /^dummy1[abc]$/, lookup: '`stack.availabilityZones`' },
  { text: /(?:^|\/)DUMMY$/, lookup: '`HostedZone.fromLookup`' },
  { text: /^(?:vpc-12345|[ps]-(?:12345|67890)|rtb-(?:12345|57890|67890)[ps]|1\.2\.3\.4\/5)$/, lookup: '`Vpc.fromLookup`' },
  { text: /^ami-1234$/, lookup: '`MachineImage.lookup`' },
  { text: /^sg-12345678$/, lookup: '`SecurityGroup.fromLookupById`' },
  { text: /^pl-xxxxxxxx$/, lookup: '`PrefixList.fromLookup`' },
  {
    text: /\/my-load-balancer\/50dc6c495c0c9188|^my-load-balancer-\d{10,12}\.us-west-2\.|^Z3DZXE0EXAMPLE$|^sg-1234(?:56789012)?$/,
    lookup: '`ApplicationLoadBalancer.fromLookup`',
  },
  { text: /^TEST(?:|ARN|ADDRESS|READERADDRESS|ID)$/, lookup: '`DatabaseCluster.fromLookup`' },
  { text: /(?:^|\/)DUMMY_ARN$/, lookup: '`Role.fromLookup`' },
];

/** The lookup whose dummy value a text may be. */
export function lookupOfPossibleDummy(text: string): string | undefined {
  return POSSIBLE_DUMMIES.find((dummy) => dummy.text.test(text))?.lookup;
}

/** The lookup whose dummy value stands in a text. */
export function lookupOfDummyPart(text: string): string | undefined {
  return DUMMY_PARTS.find((part) => part.text.test(text))?.lookup;
}
