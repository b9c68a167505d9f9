import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { isRegion } from '../../src/facts/regions.js';
import type { Property } from '../../src/graph/model/property.js';

const app = (region: string) => {
  const Code = { S3Bucket: `cdk-hnb659fds-assets-482731905566-${region}`, S3Key: '3c6e0b8a.zip' };
  return { Api: stack('us-east-2', { Handler: resource('AWS::Lambda::Function', { Code }) }) };
};

const CODE: ReadonlyMap<string, readonly string[]> = new Map([
  ['AWS::Lambda::Function', ['Code', 'S3Bucket']],
  ['AWS::Lambda::LayerVersion', ['Content', 'S3Bucket']],
]);

export default defineCheck({
  id: 'assembly/asset-region',
  title: 'Lambda code is in a bucket of another region',
  severity: 'error',
  types: [...CODE.keys()],
  docs: {
    why: 'Lambda loads code only from a bucket in the region of the function: "Error occurred while GetObject. S3 Error Code: PermanentRedirect. S3 Error Message: The bucket is in this region: … Please use this region to retry the request".',
    fix: 'Let the CDK upload the code: `lambda.Code.fromAsset(…)` with the default synthesizer, in a stack whose `env` has the right region, and `cdk bootstrap` run for that region. With buckets of your own, create one for each region, with `${AWS::Region}` in its name.',
    sources: ['https://docs.aws.amazon.com/lambda/latest/dg/troubleshooting-deployment.html'],
    templateFix:
      "Upload the code to a bucket of the stack's own region: one bucket for each region, with `${AWS::Region}` in its name (`S3Bucket: !Sub artifacts-${AWS::Region}`).",
    bad: app('us-east-1'),
    good: app('us-east-2'),
  },
  *resource(resource) {
    const bucket = resource.property(...(CODE.get(resource.type) ?? []));
    const { region } = resource;
    const found = bucketRegion(bucket);
    if (region === undefined || found === undefined || found === region) return;
    const declared = bucket.target('AWS::S3::Bucket');
    yield {
      at: bucket,
      message: `${resource.displayName} is created in ${region}, but its code is in a bucket in ${found}${bucket.text === undefined ? '' : ` (${bucket.text})`}: Lambda answers "The bucket is in this region: ${found}".`,
      ...(declared && { related: [{ at: declared, message: `The bucket is declared here, in ${found}.` }] }),
    };
  },
});

/** The region of a bucket that is declared here, or of one that `cdk bootstrap` made. */
function bucketRegion(bucket: Property): string | undefined {
  const declared = bucket.target('AWS::S3::Bucket');
  if (declared !== undefined) return declared.region;
  const [, region] = /^cdk-[a-z0-9]+-assets-\d{12}-([a-z0-9-]+)$/.exec(bucket.text ?? '') ?? [];
  return region !== undefined && isRegion(region) ? region : undefined;
}
