import type { JsonObject } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';
import { RECORD_TYPES, recordsOf } from '../../src/queries/record-sets.js';
import { exampleRecord } from './model/example-records.js';
import { REJECTED_RECORDS } from './model/rejected-records.js';

const record = (more: JsonObject) => ({ Dns: { region: 'us-east-1', resources: { Shop: exampleRecord(more) } } });

export default defineCheck({
  id: 'route53/record-rejected',
  title: 'Record whose properties Route 53 does not accept together',
  severity: 'error',
  types: RECORD_TYPES,
  docs: {
    why: 'Some properties of a record need one another, and some exclude one another. CloudFormation’s schema allows every combination; Route 53 rejects the record ("Invalid request"), and the deployment fails.',
    fix: 'Use `ARecord`, `CnameRecord` and the other L2 records, which write complete records. On `CfnRecordSet`, change what the message names.',
    sources: [...new Set(REJECTED_RECORDS.map(({ source }) => source))],
    templateFix: 'Change what the message names.',
    bad: record({ SetIdentifier: 'us-east-1' }),
    good: record({ SetIdentifier: 'us-east-1', Region: 'us-east-1', HealthCheckId: '6f1d0c9a-2b7e-4c55-9d0e-1a2b3c4d5e6f' }),
  },
  *resource(resource) {
    for (const record of recordsOf(resource)) {
      for (const { find, problem, fix } of REJECTED_RECORDS) {
        const at = find(record);
        if (at !== undefined) yield { at, message: `${record.shown} ${problem}.`, fix };
      }
    }
  },
});
