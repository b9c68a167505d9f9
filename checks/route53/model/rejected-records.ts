import type { Property } from '../../../src/graph/model/property.js';
import type { RecordSet } from '../../../src/queries/record-sets.js';

/** A combination of properties of a record that Route 53 rejects. */
export interface RejectedRecord {
  /** The place that is wrong; undefined when the record does not have this form, or that is not known. */
  readonly find: (record: RecordSet) => Property | undefined;
  /** After the record's name. */
  readonly problem: string;
  readonly fix: string;
  readonly source: string;
}

const RECORD = 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html';
const isWritten = (place: Property) => !place.isAbsent && place.value.kind !== 'unknown';
const isMultivalue = (record: RecordSet) => record.get('MultiValueAnswer').boolean === true;

export const REJECTED_RECORDS: readonly RejectedRecord[] = [
  {
    find: (record) => (record.policy === 'simple' && (record.setIdentifier.text ?? '') !== '' ? record.setIdentifier : undefined),
    problem:
      'has a SetIdentifier but no routing policy. Route 53 rejects it: "Expected exactly one of [Weight, Region, Failover, GeoLocation, MultiValueAnswer, GeoProximityLocation, or CidrRoutingConfig], but found none"',
    fix: 'Add the routing policy (`weight`, `region`, `failover`, … of `ARecord`), or remove `setIdentifier`.',
    source: 'https://github.com/hashicorp/terraform-provider-aws/issues/1668',
  },
  {
    find: (record) => (isMultivalue(record) && isWritten(record.get('AliasTarget')) ? record.get('AliasTarget') : undefined),
    problem: 'is a multivalue answer record and an alias. Route 53 rejects it: "Multivalue answer rrset should not be an alias rrset"',
    fix: 'Use `weight` or `region` for alias records, or give the addresses themselves: `RecordTarget.fromIpAddresses(…)` with `multiValueAnswer: true`.',
    source: RECORD,
  },
  {
    find: (record) => (isMultivalue(record) && (record.type === 'CNAME' || record.type === 'NS') ? record.get('Type') : undefined),
    problem: 'is a multivalue answer record of a type that cannot be one: Route 53 accepts any type except CNAME and NS',
    fix: 'Use `weight` instead of `multiValueAnswer`, or records of type A.',
    source: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-multivalue.html',
  },
  {
    find: (record) =>
      isWritten(record.get('AliasTarget')) && isWritten(record.get('ResourceRecords')) ? record.get('AliasTarget') : undefined,
    problem:
      'is an alias and has values of its own. Route 53 rejects it: "Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId], but found more than one"',
    fix: 'Remove `resourceRecords` and `ttl`, or `aliasTarget`.',
    source: RECORD,
  },
  {
    find: (record) => (record.get('AliasTarget').isAbsent && record.get('ResourceRecords').isAbsent ? record.get('Type') : undefined),
    problem:
      'has no value. Route 53 rejects it: "Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId], but found none"',
    fix: 'Add `resourceRecords` with a `ttl`, or `aliasTarget`; `ARecord` takes both as `target`.',
    source: RECORD,
  },
  {
    find: (record) => (isWritten(record.get('ResourceRecords')) && record.get('TTL').isAbsent ? record.get('ResourceRecords') : undefined),
    problem:
      'has no TTL, which a record with values needs. Route 53 rejects it: "Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId], but found none"',
    fix: 'Add `ttl: "300"` to `CfnRecordSet`; `ARecord` and the other L2 records write one.',
    source: RECORD,
  },
  {
    find: (record) => {
      const alias = record.get('AliasTarget');
      const evaluate = alias.get('EvaluateTargetHealth');
      const isDistribution = alias.get('DNSName').reference?.resource.type === 'AWS::CloudFront::Distribution';
      return isDistribution && evaluate.boolean === true ? evaluate : undefined;
    },
    problem:
      'evaluates the health of a CloudFront distribution. Route 53 rejects it: "You can\'t set EvaluateTargetHealth to true when the alias target is a CloudFront distribution"',
    fix: 'Remove `evaluateTargetHealth`, and use a `healthCheck` on the endpoint behind the distribution, or origin failover in CloudFront (`OriginGroup`).',
    source: 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html',
  },
  {
    find: (record) => outside(record.get('Weight'), 0, 255),
    problem: 'has a weight that Route 53 rejects: "Valid Range: Minimum value of 0. Maximum value of 255."',
    fix: 'Write whole numbers from 0 to 255 as `weight`: only their share of the sum matters.',
    source: RECORD,
  },
  {
    find: (record) => ((record.setIdentifier.text?.length ?? 0) > 128 ? record.setIdentifier : undefined),
    problem: 'has a SetIdentifier that Route 53 rejects: "Length Constraints: Minimum length of 1. Maximum length of 128."',
    fix: 'Write a shorter `setIdentifier`, such as the region.',
    source: RECORD,
  },
  {
    find: (record) => outside(record.get('GeoProximityLocation', 'Bias'), -99, 99),
    problem: 'has a bias that Route 53 rejects: "Valid Range: Minimum value of -99. Maximum value of 99."',
    fix: 'Write a whole number from -99 to 99.',
    source: 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_GeoProximityLocation.html',
  },
];

/** The place, when it holds a number that is not in a range. */
function outside(place: Property, least: number, most: number): Property | undefined {
  const { number } = place;
  return number !== undefined && (number < least || number > most || !Number.isInteger(number)) ? place : undefined;
}
