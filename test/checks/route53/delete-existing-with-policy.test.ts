import { expect, it } from 'vitest';
import check from '../../../checks/route53/delete-existing-with-policy.js';
import { findingsIn } from '../../support/findings-in.js';
import { record, twoRegions, ZONE_ID } from './examples.js';

const deletion = {
  Type: 'Custom::DeleteExistingRecordSet',
  Properties: { HostedZoneId: ZONE_ID, RecordName: 'Shop.acme-bank.io', RecordType: 'A' },
};

it.each<[string, object, number]>([
  ['a latency record of another stack', { Region: 'us-west-2', SetIdentifier: 'west' }, 1],
  ['a simple record', {}, 0],
  ['a latency record of another type', { Type: 'AAAA', Region: 'us-west-2', SetIdentifier: 'west' }, 0],
])('knows what a deletion by name and type takes: %s', (_, more, count) => {
  expect(findingsIn(twoRegions({ Deletion: deletion }, { West: record(more as never) }), check)).toHaveLength(count);
});
