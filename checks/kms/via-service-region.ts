import { defineCheck } from '../../src/check/check.js';
import { policy, resource, stack } from '../../src/check/example-parts.js';
import { isRegion } from '../../src/facts/regions.js';
import type { Property } from '../../src/graph/model/property.js';

const OWNER = { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::482731905566:root' }, Action: 'kms:*', Resource: '*' };

const app = (region: string) => ({
  Keys: stack('eu-west-1', {
    Key: resource('AWS::KMS::Key', {
      KeyPolicy: policy(
        {
          Effect: 'Allow',
          Principal: { AWS: '*' },
          Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
          Resource: '*',
          Condition: { StringEquals: { 'kms:ViaService': `sqs.${region}.amazonaws.com`, 'kms:CallerAccount': '482731905566' } },
        },
        OWNER,
      ),
    }),
  }),
});

export default defineCheck({
  id: 'kms/via-service-region',
  title: "Key policy: kms:ViaService names another region than the key's",
  severity: 'warning',
  types: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  docs: {
    why: 'Services use keys of their own region, and call KMS as `sqs.<region>.amazonaws.com` of that region. A statement that names another region never applies: what it allows stays denied ("AccessDeniedException"), what it denies to all but that service is denied to everybody.',
    fix: 'Put the region of the stack into the name: `` { StringEquals: { "kms:ViaService": `sqs.${cdk.Stack.of(this).region}.amazonaws.com` } } ``.',
    sources: ['https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html'],
    templateFix: 'Put the region of the stack into the name: `kms:ViaService: !Sub sqs.${AWS::Region}.amazonaws.com`.',
    bad: app('us-east-1'),
    good: app('eu-west-1'),
  },
  *resource(key) {
    const { region } = key;
    if (region === undefined) return;
    for (const statement of key.property('KeyPolicy').get('Statement').items ?? []) {
      for (const [, test] of statement.get('Condition').entries ?? []) {
        for (const [name, at] of test.entries ?? []) {
          const regions = name.toLowerCase() === 'kms:viaservice' ? regionsOf(at) : [];
          if (regions.length === 0 || regions.includes(region)) continue;
          yield {
            at,
            message: `The key is in ${region}, and services of ${[...new Set(regions)].join(', ')} do not use it: the condition is never met.`,
          };
        }
      }
    }
  },
});

/** The regions of the services in a condition; none when one of them may be any. */
function regionsOf(at: Property): readonly string[] {
  const regions = (at.items ?? []).map(({ text }) => text?.split('.')[1]);
  return regions.every((region) => region !== undefined && isRegion(region)) ? (regions as string[]) : [];
}
