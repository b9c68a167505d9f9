import type { Property } from '../../../src/graph/model/property.js';
import type { Resource } from '../../../src/graph/model/resource.js';
import { ANYTHING, type Text } from '../../../src/queries/policies/pattern.js';
import { type Access, type Answer, mayRole, mayRoleUseGuarded } from '../../../src/queries/policies/role-access.js';
import { arnOf, textAt } from '../../../src/queries/policies/texts.js';
import { bucketName, type Replication } from './bucket-replication.js';

/** What a replication rule needs: one of these actions. */
export interface Need {
  readonly actions: readonly string[];
  /** To what, in words. */
  readonly to: string;
  readonly target: Text;
  /** The bucket or key, when it is declared here. */
  readonly owner: Resource | undefined;
  /** Where an answer is found: at the destination, for rules across accounts. */
  readonly isAtDestination: boolean;
}

/** An action that the role does not have for certain, and why. */
export interface Missing extends Answer {
  readonly need: Need;
}

/**
 * What S3 does with the replication role for one rule.
 * Sources: https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-change-owner.html
 */
export function needsOf(replication: Replication): readonly Need[] {
  const { source, rule } = replication;
  const isEncrypted = rule.get('SourceSelectionCriteria', 'SseKmsEncryptedObjects', 'Status').text === 'Enabled';
  // The older policies' `s3:GetObjectVersion` still reads what is not encrypted with KMS.
  const reading = ['s3:GetObjectVersionForReplication', ...(isEncrypted ? [] : ['s3:GetObjectVersion'])];
  const from = { owner: source, isAtDestination: false };
  return [
    { ...from, actions: ['s3:GetReplicationConfiguration'], to: `"${bucketName(source)}"`, target: arnOf(source) },
    { ...from, actions: reading, to: `the objects of "${bucketName(source)}"`, target: objectsOf(arnOf(source), rule) },
    ...destinationNeeds(replication),
    ...(isEncrypted ? keyNeeds(replication) : []),
  ];
}

function destinationNeeds({ rule, destination, target, name }: Replication): readonly Need[] {
  if (target === undefined && name === undefined) return [];
  const bucket = target === undefined ? name : bucketName(target);
  const actions = [
    's3:ReplicateObject',
    ...(rule.get('DeleteMarkerReplication', 'Status').text === 'Enabled' ? ['s3:ReplicateDelete'] : []),
    ...(changesOwner(rule, target) ? ['s3:ObjectOwnerOverrideToBucketOwner'] : []),
  ];
  const objects = objectsOf(target === undefined ? textAt(destination) : arnOf(target), rule);
  return actions.map((action) => ({
    actions: [action],
    to: `the objects of "${bucket}"`,
    target: objects,
    owner: target,
    isAtDestination: true,
  }));
}

/** The permission is not needed where the bucket's owner owns everything in it. */
function changesOwner(rule: Property, target: Resource | undefined): boolean {
  const owners = target?.property('OwnershipControls', 'Rules').items ?? [];
  return (
    rule.get('Destination', 'AccessControlTranslation', 'Owner').text === 'Destination' &&
    !owners.some(
      (owner) => owner.get('ObjectOwnership').text !== 'ObjectWriter' && owner.get('ObjectOwnership').text !== 'BucketOwnerPreferred',
    )
  );
}

function keyNeeds({ source, rule }: Replication): readonly Need[] {
  const replicaKey = rule.get('Destination', 'EncryptionConfiguration', 'ReplicaKmsKeyID');
  const [encryption] = source.property('BucketEncryption', 'ServerSideEncryptionConfiguration').items ?? [];
  const sourceKey = encryption?.get('ServerSideEncryptionByDefault', 'KMSMasterKeyID');
  return [
    ...keyNeed(sourceKey, ['kms:Decrypt'], 'the key of the source bucket', false),
    ...keyNeed(replicaKey, ['kms:Encrypt', 'kms:GenerateDataKey'], 'the key for the replicas', true),
  ];
}

/** The policy of a key that AWS manages lets everybody in who may use S3. */
function keyNeed(place: Property | undefined, actions: readonly string[], to: string, isAtDestination: boolean): readonly Need[] {
  if (place === undefined || place.isAbsent || /alias\/aws\//.test(place.text ?? '')) return [];
  const key = place.target('AWS::KMS::Key', 'AWS::KMS::ReplicaKey');
  const isArn = place.arn?.service === 'kms' && !/:alias\//.test(place.text ?? '');
  const target = key?.type === 'AWS::KMS::Key' ? arnOf(key) : isArn ? textAt(place) : [ANYTHING];
  return [{ actions, to, target, owner: key, isAtDestination }];
}

/** The objects that a rule selects by their prefix. */
function objectsOf(bucket: Text, rule: Property): Text {
  const filter = rule.get('Filter');
  const prefix = filter.isAbsent ? rule.get('Prefix') : filter.get('And').isAbsent ? filter.get('Prefix') : filter.get('And', 'Prefix');
  return [...bucket, `/${prefix.text ?? ''}`, ANYTHING];
}

/** What a role lacks for certain of what the rules of its bucket need, each once. */
export function missingIn(role: Resource, replications: readonly Replication[]): readonly Missing[] {
  const missing = new Map<string, Missing>();
  for (const need of replications.flatMap(needsOf)) {
    const key = `${need.actions[0]} ${need.to}`;
    if (missing.has(key)) continue;
    const answers = need.actions.map((action) => ask(role, { action, to: need.target, owner: need.owner }));
    const [first] = answers;
    if (first !== undefined && answers.every(({ isAllowed }) => isAllowed === false)) missing.set(key, { ...first, need });
  }
  return [...missing.values()];
}

function ask(role: Resource, access: Access): Answer {
  return access.action.startsWith('kms:') ? mayRoleUseGuarded(role, access) : mayRole(role, access);
}
