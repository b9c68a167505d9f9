import { defineCheck } from '../../src/check/check.js';
import { resource, stack, stackAfter } from '../../src/check/example-parts.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { tableOf } from '../../src/table-of.js';
import { namedHosts } from './model/named-hosts.js';
import { issuersOfOtherRegions } from './model/pool-issuers.js';

const app = (region: string) => ({
  Data: stack('eu-west-1', { Site: resource('AWS::S3::Bucket', { BucketName: 'altona-site' }) }),
  Site: stackAfter('Data', 'us-east-1', {
    Cdn: resource('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Enabled: true,
        DefaultCacheBehavior: { TargetOriginId: 'site', ViewerProtocolPolicy: 'redirect-to-https' },
        Origins: [{ Id: 'site', DomainName: `altona-site.s3.${region}.amazonaws.com`, S3OriginConfig: { OriginAccessIdentity: '' } }],
      },
    }),
  }),
});

export default defineCheck({
  id: 'region/host-region',
  title: 'Host name has the wrong region',
  severity: 'error',
  docs: {
    why: 'A bucket, an API, a queue or a user pool is known to the hosts of its own region only. S3 answers "The bucket you are attempting to access must be addressed using the specified endpoint" (PermanentRedirect), which CloudFront hands to the viewer; the ids of APIs and user pools name nothing in another region.',
    fix: "Take the host from the resource: `bucket.bucketRegionalDomainName`, `api.url`, `userPool.userPoolProviderUrl`, `queue.queueUrl`. Give an imported bucket its region: `s3.Bucket.fromBucketAttributes(this, 'Site', { bucketName: 'altona-site', region: 'eu-west-1' })`.",
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html',
      'https://github.com/aws/aws-cdk/issues/31618',
      'https://github.com/aws/aws-cdk/issues/25253',
    ],
    templateFix:
      'Take the host from the resource: `!GetAtt Bucket.RegionalDomainName`, `!GetAtt UserPool.ProviderURL`, `!Ref Queue`; or build it with `${AWS::Region}`.',
    bad: app('us-east-1'),
    good: app('eu-west-1'),
  },
  *graph({ graph }) {
    yield* issuersOfOtherRegions(graph);
    for (const { at, resource, region, what } of namedHosts(graph)) {
      if (resource.region === undefined || resource.region === region) continue;
      const isOrigin = at.resource.type === 'AWS::CloudFront::Distribution' && resource.type === 'AWS::S3::Bucket';
      yield {
        at,
        ...(!isOrigin && { severity: 'warning' as const }),
        ...fixesOf(resource),
        fill: { 'eu-west-1': resource.region, 'altona-site': resource.physicalName },
        message: `This is ${what} of ${region}, but ${resource.physicalName ?? resource.displayNameFrom(at.resource)} is in ${resource.region}${isOrigin ? ': S3 answers "PermanentRedirect".' : ': it is not found there.'}`,
        related: [{ at: resource, message: `It is declared in ${resource.region}.` }],
      };
    }
  },
});

/** The attribute that holds the host; buckets may also be imported, as the fix of the check says. */
const HOSTS: Readonly<Record<string, string>> = tableOf({
  'AWS::ApiGateway::RestApi': '`Fn.parseDomainName(api.url)` of the `RestApi`',
  'AWS::ApiGatewayV2::Api': '`Fn.parseDomainName(api.apiEndpoint)` of the `HttpApi`',
  'AWS::Cognito::UserPool': '`userPool.userPoolProviderUrl`',
  'AWS::SQS::Queue': '`queue.queueUrl`',
});

function fixesOf({ type }: Resource): { readonly fix?: string } {
  const host = HOSTS[type];
  return host === undefined
    ? {}
    : { fix: `Take the host from the resource: ${host}, or build it with the region of its stack (\`Stack.of(construct).region\`).` };
}
