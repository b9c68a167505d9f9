import type { JsonObject } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { normalName } from '../../src/queries/dns-names.js';
import { recordsAt } from '../../src/queries/record-sets.js';
import { exampleRecord } from './model/example-records.js';

const deletion = { HostedZoneId: 'Z0456789ABCDEFGHIJKL', RecordName: 'api.acme-bank.io.', RecordType: 'A' };
const example = (more: JsonObject) => ({
  Api: stack('us-east-1', {
    Record: { DependsOn: 'Deletion', ...exampleRecord({ Name: 'api.acme-bank.io.', ...more }) },
    Deletion: resource('Custom::DeleteExistingRecordSet', deletion),
  }),
});

export default defineCheck({
  id: 'route53/delete-existing-with-policy',
  title: 'Record with a routing policy uses deleteExisting',
  severity: 'warning',
  types: ['Custom::DeleteExistingRecordSet'],
  docs: {
    why: '`deleteExisting` finds a record by name and type alone, and deletes it without its set identifier. Of records with a routing policy it takes one of another stack or region, or Route 53 rejects the deletion: "Tried to delete resource record set … but it was not found".',
    fix: 'Leave out `deleteExisting` for records with `region`, `weight`, `geoLocation` or another routing policy. Delete the old record once, by hand.',
    sources: ['https://github.com/aws/aws-cdk/issues/25404'],
    templateFix: 'Delete the old record once, by hand, and leave the custom resource out.',
    bad: example({ Region: 'us-east-1', SetIdentifier: 'us-east-1' }),
    good: example({}),
  },
  *resource(deletion, { graph }) {
    const name = deletion.property('RecordName');
    const type = deletion.property('RecordType').text?.toUpperCase();
    if (name.text === undefined || type === undefined) return;
    const record = recordsAt(graph, normalName(name.text), type).find(({ policyProperties }) => policyProperties.length > 0);
    if (record === undefined) return;
    yield {
      at: name,
      message: `${record.shown} has a routing policy, and this deletes by name and type alone: it deletes the record of another region, or Route 53 rejects it with "Tried to delete resource record set … but it was not found".`,
      related: [{ at: record.policyProperties[0] ?? record.place, message: 'The record with a routing policy.' }],
    };
  },
});
