import { IDENTIFIERS } from '../../generated/identifiers.js';
import { type IdentityRow, page, row } from './row.js';

/**
 * Types of which the primary identifier says too little: it is another one in truth (rows written by hand have those), is no key at all,
 * or the service takes an equal one as the next revision of the first.
 */
const MISLEADING =
  /^AWS::(ApiGateway::Model|ApplicationSignals::|Batch::JobDefinition|Config::|EC2::(EIPAssociation|Route|VolumeAttachment)$|IoT::Thing(Group|Type)?$|Lambda::(Permission|Version)|WAFv2::WebACLAssociation|CloudFormation::|DynamoDB::|S3::Bucket$)/;

/** "the second create operation will fail with the AlreadyExists error code", which is tested for every type whose identifier is not read-only. */
const CONTRACT = 'https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/contract-tests.html';

/** The properties of the primary identifier of each type of which a template sets it, but for types that are known by rows of their own. */
export function identifiersBeside(known: ReadonlySet<string>): ReadonlyMap<string, string> {
  return new Map(
    IDENTIFIERS.trim()
      .split('\n')
      .map((line) => line.split('|') as [type: string, parts: string])
      .filter(([type]) => !known.has(type) && !MISLEADING.test(type)),
  );
}

export function identifierRow(type: string, identifier: string): IdentityRow {
  const parts = identifier.split(',');
  const names = parts.map((part) => part.replace('*', ''));
  return row(type, {
    scope: parts.some((part) => part.endsWith('*')) ? 'parent' : 'region',
    key: parts.map((part) => (part.endsWith('*') ? ([part.slice(0, -1), 'resource'] as const) : part)),
    what: `${names.join(' and ')} of ${type}`,
    isCertain: false,
    says: 'already exists',
    sources: [page(type), CONTRACT],
  });
}
