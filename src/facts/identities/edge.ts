import { exception, type IdentityRow, operation, page, row, threads } from './row.js';

const RECORD = {
  what: 'record of a hosted zone',
  says: "Tried to create resource record set [name='…', type='…'] but it already exists",
  sources: threads('aws/aws-cdk#12564'),
  // Which records exclude one another is more than a key: checks of their own report it.
  check: 'route53/record-duplicate',
};

/** The name of a record, which it shares with records of other types unless one of them is a CNAME. */
export const BESIDE_CNAME: IdentityRow = row('AWS::Route53::RecordSet', {
  space: 'name of a record',
  key: [
    ['HostedZoneId | HostedZoneName', 'resource'],
    ['Name', 'host'],
  ],
  what: 'name, which a CNAME can have only alone,',
  says: 'RRSet of type … with DNS name … is not permitted because a conflicting RRSet of type … with the same DNS name already exists in zone …',
  sources: [
    ...threads('RJPearson94/terraform-aws-open-next#24', 'aws/aws-sdk-java#1996'),
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html',
  ],
});

const ZONE_NAME_TYPE = [
  ['HostedZoneId | HostedZoneName', 'resource'],
  ['Name', 'host'],
  ['Type', 'caseless'],
] as const;
const ZONE_NAME_TYPE_IN_GROUP = [
  ['.HostedZoneId | .HostedZoneName | HostedZoneId | HostedZoneName', 'resource'],
  ['.Name', 'host'],
  ['.Type', 'caseless'],
] as const;

/** What only one record of a name and type may have, whatever its `SetIdentifier` is. */
const FAILOVER = {
  space: 'failover record',
  what: 'failover role (`PRIMARY` or `SECONDARY`) of this name and type',
  isCertain: true,
  sources: [
    ...threads('boto/boto3#1347'),
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-failover.html',
  ],
  check: RECORD.check,
};
const LATENCY = {
  space: 'latency record',
  what: 'region of a latency record of this name and type',
  says: 'RRSet with DNS name …, type …, SetIdentifier …, and Region Name=… cannot be created because a latency RRSet with the same name, type and region already exists.',
  sources: threads('hashicorp/terraform-provider-aws#1668'),
  check: RECORD.check,
};

/** DNS, certificates, content delivery. */
export const EDGE: readonly IdentityRow[] = [
  row('AWS::Route53::RecordSet', {
    ...RECORD,
    space: 'record',
    key: [...ZONE_NAME_TYPE, ['SetIdentifier', 'exact', '']],
  }),
  row('AWS::Route53::RecordSetGroup', {
    ...RECORD,
    space: 'record',
    each: 'RecordSets',
    key: [...ZONE_NAME_TYPE_IN_GROUP, ['.SetIdentifier', 'exact', '']],
  }),
  row('AWS::Route53::RecordSet', { ...FAILOVER, key: [...ZONE_NAME_TYPE, ['Failover', 'caseless']] }),
  row('AWS::Route53::RecordSetGroup', { ...FAILOVER, each: 'RecordSets', key: [...ZONE_NAME_TYPE_IN_GROUP, ['.Failover', 'caseless']] }),
  row('AWS::Route53::RecordSet', { ...LATENCY, key: [...ZONE_NAME_TYPE, ['Region', 'caseless']] }),
  row('AWS::Route53::RecordSetGroup', { ...LATENCY, each: 'RecordSets', key: [...ZONE_NAME_TYPE_IN_GROUP, ['.Region', 'caseless']] }),
  row('AWS::CloudFront::Distribution', {
    each: 'DistributionConfig.Aliases',
    scope: 'partition',
    space: 'alternate domain name',
    key: [['.', 'host']],
    what: 'alternate domain name of a distribution, which is unique across all accounts',
    says: 'One or more of the CNAMEs you provided are already associated with a different resource',
    fix: 'Give each distribution its own `domainNames`. To move a name to another distribution keep the logical ID with `overrideLogicalId`, or remove it from the first in a deployment of its own.',
    sources: threads('aws/aws-cdk#12750', 'aws/aws-cdk#12707'),
  }),
  row('AWS::CloudFront::MonitoringSubscription', {
    key: [['DistributionId', 'resource']],
    what: 'monitoring subscription of a distribution',
    says: 'A monitoring subscription already exists for the specified distribution',
    sources: [operation('cloudfront/latest/APIReference', 'CreateMonitoringSubscription')],
  }),
  row('AWS::AppSync::DomainName', {
    scope: 'partition',
    space: 'alternate domain name',
    key: [['DomainName', 'host']],
    what: 'custom domain of a GraphQL API, which is an alternate domain name of a distribution',
    sources: [page('AWS::AppSync::DomainName')],
  }),
  row('AWS::Route53::KeySigningKey', {
    key: [['HostedZoneId', 'resource'], 'Name'],
    what: 'key-signing key of a hosted zone',
    says: "You've already created a key-signing key (KSK) with this name",
    sources: [exception('route53', 'KeySigningKeyAlreadyExists')],
  }),
  row('AWS::Route53::KeySigningKey', {
    space: 'key of a key-signing key',
    key: [
      ['HostedZoneId', 'resource'],
      ['KeyManagementServiceArn', 'resource'],
    ],
    what: 'KMS key of a key-signing key',
    says: "You've already created a key-signing key (KSK) … with the same customer managed key ARN",
    sources: [exception('route53', 'KeySigningKeyAlreadyExists')],
  }),
  row('AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation', {
    key: [
      ['ResolverQueryLogConfigId', 'resource'],
      ['ResourceId', 'resource'],
    ],
    what: 'association of a query logging configuration with a VPC',
    says: 'The resource that you tried to create already exists',
    sources: [exception('route53resolver', 'ResourceExistsException')],
  }),
  row('AWS::SES::EmailIdentity', {
    scope: 'region',
    key: [['EmailIdentity', 'host']],
    what: 'email identity',
    says: "Resource of type 'AWS::SES::EmailIdentity' with identifier '…' already exists.",
    fix: 'Declare the identity once for each account and region, and look it up in the other stacks: `ses.EmailIdentity.fromEmailIdentityName(…)`.',
    sources: [...threads('widdix/mastodon-on-aws#27'), exception('sesv2', 'AlreadyExistsException')],
  }),
  row('AWS::SES::ReceiptRule', {
    key: [['RuleSetName', 'resource'], 'Rule.Name'],
    what: 'rule of a receipt rule set',
    says: 'a resource could not be created because of a naming conflict',
    sources: [exception('ses', 'AlreadyExistsException')],
  }),
  row('AWS::SES::ConfigurationSetEventDestination', {
    key: [['ConfigurationSetName', 'resource'], 'EventDestination.Name'],
    what: 'event destination of a configuration set',
    sources: [page('AWS::SES::ConfigurationSetEventDestination')],
  }),
];
