import { type IdentityRow, operation, row, threads } from './row.js';

const RECORD = {
  what: 'record of a hosted zone',
  says: "Tried to create resource record set [name='…', type='…'] but it already exists",
  sources: threads('aws/aws-cdk#12564'),
  // Which records exclude one another is more than a key: checks of their own report it.
  check: 'route53/record-duplicate',
};

/** DNS, certificates, content delivery. */
export const EDGE: readonly IdentityRow[] = [
  row('AWS::Route53::RecordSet', {
    ...RECORD,
    space: 'record',
    key: [
      ['HostedZoneId | HostedZoneName', 'resource'],
      ['Name', 'host'],
      ['Type', 'caseless'],
      ['SetIdentifier', 'exact', ''],
    ],
  }),
  row('AWS::Route53::RecordSetGroup', {
    ...RECORD,
    space: 'record',
    each: 'RecordSets',
    key: [
      ['.HostedZoneId | .HostedZoneName | HostedZoneId | HostedZoneName', 'resource'],
      ['.Name', 'host'],
      ['.Type', 'caseless'],
      ['.SetIdentifier', 'exact', ''],
    ],
  }),
  row('AWS::CloudFront::Distribution', {
    each: 'DistributionConfig.Aliases',
    scope: 'partition',
    key: [['.', 'host']],
    what: 'alternate domain name of a distribution, which is unique over all accounts',
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
];
