import type { JsonObject } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';
import { RECORD_TYPES, recordsOf } from '../../src/queries/record-sets.js';
import { POLICIES } from '../../src/queries/routing-policies.js';
import { exampleRecord } from './model/example-records.js';

const record = (more: JsonObject) => ({ Dns: { region: 'us-east-1', resources: { Shop: exampleRecord({ Weight: 90, ...more }) } } });

export default defineCheck({
  id: 'route53/set-identifier-missing',
  title: 'Missing SetIdentifier',
  severity: 'error',
  types: RECORD_TYPES,
  docs: {
    why: 'Records with a routing policy share their name and type, and only the set identifier distinguishes them. Route 53 rejects one without it: "Invalid request: Missing field \'SetIdentifier\' in Change".',
    fix: 'Add `setIdentifier` to `CfnRecordSet`, different for each record of the group, for example the region. `ARecord` and the other L2 records write one themselves when they are given `weight`, `region`, `failover`, `geoLocation`, `multiValueAnswer` or `cidrRoutingConfig`.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html',
      'https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html',
    ],
    templateFix: 'Add `SetIdentifier`, different for each record of the group, for example `!Ref AWS::Region`.',
    bad: record({}),
    good: record({ SetIdentifier: 'us-east-1' }),
  },
  *resource(resource) {
    for (const record of recordsOf(resource)) {
      const [policy] = record.policyProperties;
      if (policy === undefined || !(record.setIdentifier.isAbsent || record.setIdentifier.text === '')) continue;
      const key = policy.path.at(-1) as keyof typeof POLICIES;
      yield {
        at: policy,
        message: `The ${POLICIES[key]} record ${record.shown} has no SetIdentifier: Route 53 rejects it with "Missing field 'SetIdentifier'".`,
      };
    }
  },
});
