import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import type { Problem } from '../../src/check/problem.js';
import { CHECKED_PRINCIPALS } from '../../src/facts/checked-principals.js';
import {
  IDENTITY_DOCUMENTS,
  OTHER_PARTITION,
  OTHER_PARTITION_OF_BUCKET,
  OTHER_PARTITION_OF_POLICY,
  REGIONLESS,
} from '../../src/facts/policy-arns.js';
import { isOtherPartition, isRegion, partitionOf } from '../../src/facts/regions.js';
import { hasText } from '../../src/graph/model/json.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { identitiesIn } from '../../src/queries/policies/principal.js';
import { placesAt } from '../../src/queries/region-of.js';

const app = (partition: string) => ({
  Exports: stack('cn-north-1', {
    Grants: resource('AWS::IAM::ManagedPolicy', {
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Action: 'ec2:CreateNetworkInterfacePermission', Resource: `arn:${partition}:ec2:*:*:network-interface/*` },
        ],
      },
    }),
  }),
});

export default defineCheck({
  id: 'access/policy-arn-rejected',
  title: 'IAM policy has an ARN with another partition, or with a region: "MalformedPolicyDocument"',
  severity: 'error',
  types: [...new Set([...Object.keys(IDENTITY_DOCUMENTS), ...Object.keys(CHECKED_PRINCIPALS)])],
  docs: {
    why: 'IAM rejects a policy with an ARN that cannot exist where it is. In China, GovCloud and the other partitions, ARNs do not begin with `arn:aws:`, and so a policy that is written for the other regions fails there: "Partition "aws" is not valid for resource". ARNs of buckets and of IAM hold no region: "cannot contain region information".',
    fix: 'Build ARNs with the partition of the stack, `` `arn:${this.partition}:ec2:…` `` or `this.formatArn(…)`, and managed policies by name: `iam.ManagedPolicy.fromAwsManagedPolicyName(…)`. Use `bucket.arnForObjects("*")`, or `region: ""` in `this.formatArn(…)`, where an ARN has no region.',
    sources: [
      ...Object.values(REGIONLESS).map(({ source }) => source),
      OTHER_PARTITION.source,
      OTHER_PARTITION_OF_POLICY.source,
      OTHER_PARTITION_OF_BUCKET.source,
    ],
    templateFix:
      'Write `!Sub arn:${AWS::Partition}:ec2:…` in place of `arn:aws:`, and leave the region of `arn:…:s3:::` and `arn:…:iam::` empty.',
    bad: app('aws'),
    good: app('aws-cn'),
  },
  *resource(identity) {
    const places = mayBeRejected(identity) ? [...statedArns(identity), ...attachedPolicies(identity), ...principals(identity)] : [];
    for (const causes of [places.flatMap(otherPartition), places.flatMap(withRegion)]) {
      const [first, ...others] = causes;
      if (first === undefined) continue;
      const related = others.slice(0, 5).map(({ at }) => ({ at: at as Property, message: 'The same here.' }));
      yield { ...first, ...(related.length > 0 && { related }) };
    }
  },
});

/** A quick look over the raw texts: nearly all policies leave the partition to CloudFormation. */
function mayBeRejected({ raw, region, stack }: Resource): boolean {
  const own = region === undefined ? undefined : `arn:${partitionOf(region)}:`;
  if (!stack.template.mayHaveOddArns && (own === undefined || own === 'arn:aws:')) return false;
  const isOther = (text: string) => own !== undefined && text.startsWith('arn:aws') && !text.startsWith(own);
  return hasText(raw.Properties, (text) => isOther(text) || /:(?:s3|iam):(?!:)/.test(text));
}

interface Place {
  readonly at: Property;
  /** What AWS answers to another partition. */
  readonly says: string;
  /** Whether it is a resource in a policy of IAM, which must not have a region. */
  readonly isStated?: boolean;
}

function statedArns(identity: Resource): readonly Place[] {
  const says = OTHER_PARTITION.says;
  const ofIam = placesAt(identity, IDENTITY_DOCUMENTS[identity.type] ?? '').flatMap((document) =>
    resourcesIn(document).map((at) => ({ at, says, isStated: true })),
  );
  const ofBucket = identity.type === 'AWS::S3::BucketPolicy' ? resourcesIn(identity.property('PolicyDocument')) : [];
  return [...ofIam, ...ofBucket.map((at) => ({ at, says: OTHER_PARTITION_OF_BUCKET.says }))];
}

function resourcesIn(document: Property): readonly Property[] {
  const statements = document.get('Statement').items ?? [];
  return statements.flatMap((statement) => ['Resource', 'NotResource'].flatMap((key) => statement.get(key).items ?? []));
}

function attachedPolicies(identity: Resource): readonly Place[] {
  return placesAt(identity, 'ManagedPolicyArns.*', 'PermissionsBoundary').map((at) => ({ at, says: OTHER_PARTITION_OF_POLICY.says }));
}

function principals(holder: Resource): readonly Place[] {
  const row = CHECKED_PRINCIPALS[holder.type];
  return row === undefined ? [] : identitiesIn(holder.property(row.document)).map((at) => ({ at, says: row.answer }));
}

function otherPartition({ at, says }: Place): readonly Problem[] {
  const { region } = at.resource;
  const partition = at.reference === undefined ? at.arn?.partition : undefined;
  if (region === undefined || partition === undefined || !isOtherPartition(partition, region)) return [];
  return [
    {
      at,
      message: `${region} is in the partition ${partitionOf(region)}, and this ARN is not: AWS answers ${inQuotes(says.replace('{partition}', partition), at)}.`,
    },
  ];
}

function withRegion({ at, isStated }: Place): readonly Problem[] {
  const arn = at.reference === undefined && isStated ? at.arn : undefined;
  const row = REGIONLESS[arn?.service ?? ''];
  const { region, resource: named } = arn ?? {};
  if (row === undefined || region === undefined || !isRegion(region) || named === undefined) return [];
  const beginning = at.textWith('…').split(':').slice(5).join(':');
  // `*` may stand for one of the kinds that have a region.
  if (row.except.some((kind) => beginning.startsWith(kind)) || /^[*?]/.test(beginning)) return [];
  if (beginning.startsWith('…') && !isBucket(at)) return [];
  return [{ at, message: `ARNs of ${arn?.service} have no region: IAM answers ${inQuotes(row.says, at)}.` }];
}

/** Whether the first part of what is named is a bucket that is declared here. */
function isBucket(at: Property): boolean {
  const named = at.parts?.find((part) => typeof part === 'object' && part.kind === 'reference');
  return typeof named === 'object' && named.kind === 'reference' && named.resource.type === 'AWS::S3::Bucket';
}

function inQuotes(says: string, at: Property): string {
  return `"${says.replace('{arn}', at.textWith('…')).replace(/\.$/, '')}"`;
}
