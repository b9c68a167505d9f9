import type { Resource } from '../../graph/model/resource.js';
import { normalName } from '../../queries/dns-names.js';
import { canonicalOf, type Naming } from '../compare/canonical.js';
import type { DiffContext, Problem } from './problem.js';
import { isKept } from './release.js';

const [RECORD, DELETION] = ['AWS::Route53::RecordSet', 'Custom::DeleteExistingRecordSet'] as const;

/**
 * `deleteExisting: true` deletes the record of that name and type when its custom resource is created. That is the deployed record, which
 * CloudFormation leaves as it is when nothing else of it changes, so that none is left. https://github.com/aws/aws-cdk/issues/23661
 */
export function* deletedRecords(context: DiffContext): Generator<Problem> {
  const { after, before, pairing } = context;
  const created = [...after.certainResourcesOfType(DELETION)].filter((deletion) => !isKept(deletion, context));
  if (created.length === 0) return;
  const records = new Map<string, Resource>();
  for (const record of before.certainResourcesOfType(RECORD)) {
    const key = keyOf(record, ['Name', 'Type'], pairing.matches.namingBefore);
    if (key !== undefined) records.set(key, record);
  }
  for (const deletion of created) {
    const key = keyOf(deletion, ['RecordName', 'RecordType'], pairing.matches.namingAfter);
    const deployed = key === undefined ? undefined : records.get(key);
    const record = deployed && pairing.matches.partnerOf(deployed);
    if (record === undefined || !isKept(record, context)) continue;
    const name = record.displayName;
    yield {
      kind: 'record-deleted',
      level: 'careful',
      at: record,
      message: `\`deleteExisting\` is new, and what it deletes is this record itself, which is deployed: CloudFormation does not create ${name} again, and the name has no record after the deployment.`,
      fix: 'Leave out `deleteExisting`: it is for records that another stack, or nobody, manages, and only for the deployment that creates this one.',
    };
  }
}

function keyOf(resource: Resource, [name, type]: readonly [string, string], naming: Naming): string | undefined {
  const [zone, record] = [resource.property('HostedZoneId'), resource.property(name)];
  const kind = resource.property(type).text;
  if (zone.isAbsent || zone.isUnknown || record.isAbsent || record.isUnknown || kind === undefined) return undefined;
  return JSON.stringify([canonicalOf(zone.value, naming).text, normalName(canonicalOf(record.value, naming).text), kind.toUpperCase()]);
}
