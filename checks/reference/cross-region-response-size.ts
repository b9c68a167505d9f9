import type { Json } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { grouped } from '../../src/counted.js';

/** "The total size of the response body cannot exceed 4096 bytes." */
const MAX_BYTES = 4096;
/** Status, ids of stack, request and resource, and the names of all of them. */
const ENVELOPE = 250;

const reader = (count: number) => ({
  Reader: stack('eu-west-1', {
    ExportsReader: resource('Custom::CrossRegionExportReader', {
      ServiceToken: 'arn:aws:lambda:eu-west-1:482731905566:function:reader',
      ReaderProps: {
        region: 'eu-west-1',
        prefix: 'Reader',
        imports: Object.fromEntries(
          Array.from({ length: count }, (_, index): [string, Json] => {
            const name = `/cdk/exports/Reader/PlatformSharedMessagingInfrastructureProductionuseast1FnGetAttNotificationsOfTenant${index}QueueArn`;
            return [name, `{{resolve:ssm:${name}}}`];
          }),
        ),
      },
    }),
  }),
});

export default defineCheck({
  id: 'reference/cross-region-response-size',
  title: 'Too many cross-region references: "Response object is too long"',
  severity: 'error',
  types: ['Custom::CrossRegionExportReader'],
  docs: {
    why: 'With `crossRegionReferences` one custom resource of the stack reads all values from other regions, and returns them with their names: "/cdk/exports/" and the names of stacks, constructs and attributes. A custom resource may answer with 4,096 bytes: "Response object is too long", and the deployment fails.',
    fix: 'Pass fewer values: one (a name or an ARN) from which the others are built, split the consumer into two stacks, or give stacks and constructs shorter names. A value that you name yourself does not count: write it into an SSM parameter of the other region with an `AwsCustomResource`.',
    sources: [
      'https://github.com/aws/aws-cdk/issues/23958',
      'https://github.com/aws/aws-cdk/issues/25114',
      'https://github.com/aws/aws-cdk/issues/30119',
    ],
    templateFix: 'Pass fewer values: one (a name or an ARN) from which the others are built.',
    bad: reader(40),
    good: reader(4),
  },
  *resource(resource) {
    const at = resource.property('ReaderProps', 'imports');
    const entries = at.entries ?? [];
    // What is not known yet is at least empty: `"name":"",`.
    const bytes = entries.reduce((total, [name, { text }]) => total + name.length + (text ?? '').length + 6, ENVELOPE);
    if (bytes <= MAX_BYTES) return;
    yield {
      at,
      message: `The ${entries.length} values that this stack reads from other regions make an answer of more than ${grouped(bytes)} bytes with their names, and a custom resource may return 4,096: "Response object is too long".`,
    };
  },
});
