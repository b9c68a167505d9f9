import type { ComparedPair } from '../changes.js';

/**
 * Functions and layers that constructs of the CDK bring along: `Custom::S3AutoDeleteObjectsCustomResourceProvider/Handler`,
 * `LogRetentionaae0aa3c5b4d4f87b02d85b201efdd8a`, `AWS679f53fac002430cb0da5b7982bd2287`, `Provider/framework-onEvent`, …
 */
const OWN_HANDLER =
  /(^|\/)(Custom::[^/]+|[A-Za-z]+[0-9a-f]{32}|@aws-cdk--[^/]+|framework-(onEvent|isComplete|onTimeout)|AwsCliLayer)(\/(Handler|Resource|Code|ServiceRole\/Resource))?$/;
/** What changes in them with the version of the CDK. */
const UPDATED: ReadonlySet<string> = new Set([
  'Architectures',
  'Code',
  'Content',
  'Description',
  'Layers',
  'MemorySize',
  'Runtime',
  'Timeout',
]);
/** Properties by which constructs of the CDK talk with their handlers. */
const PROTOCOL: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['Custom::CDKBucketDeployment', new Set(['SourceMarkers', 'OutputObjectKeys'])],
]);

/** Whether all that differs is what another version of the CDK brings along. */
export function isHandlerUpdate({ by, after, differences, folded }: ComparedPair): boolean {
  if (by !== 'logical-id' || differences.length + folded.filter(({ as }) => as === 'asset').length === 0) return false;
  const isOwn =
    (after.type === 'AWS::Lambda::Function' || after.type === 'AWS::Lambda::LayerVersion') && OWN_HANDLER.test(after.constructPath ?? '');
  const properties = isOwn ? UPDATED : differences.length > 0 ? PROTOCOL.get(after.type) : undefined;
  return (
    properties !== undefined &&
    differences.every(({ path: [part, property, key] }) => part === 'Properties' && properties.has(String(property)) && key !== 'S3Bucket')
  );
}
