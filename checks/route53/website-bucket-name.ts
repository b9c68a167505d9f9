import { defineCheck } from '../../src/check/check.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { recordsOf } from '../../src/queries/record-sets.js';

const site = (bucket: string) => ({
  Site: {
    region: 'eu-west-1',
    resources: {
      Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: bucket, WebsiteConfiguration: { IndexDocument: 'index.html' } } },
      Record: {
        Type: 'AWS::Route53::RecordSet',
        Properties: {
          HostedZoneId: 'Z08214331V7PTQ2M5KXYA',
          Name: 'www.acme-bank.io.',
          Type: 'A',
          AliasTarget: { DNSName: 's3-website-eu-west-1.amazonaws.com', HostedZoneId: 'Z1BKCTXD74EZPE' },
        },
      },
    },
  },
});

export default defineCheck({
  id: 'route53/website-bucket-name',
  title: 'Alias record to an S3 website whose bucket has another name',
  severity: 'warning',
  types: ['AWS::Route53::RecordSet', 'AWS::Route53::RecordSetGroup'],
  docs: {
    why: 'An alias to an S3 website endpoint holds no bucket: S3 looks for a bucket whose name is the host name of the request, and answers 404 NoSuchBucket when there is none. "The bucket name must match the name of the record."',
    fix: 'Name the bucket after the record, `bucketName: "www.acme.io"`, or put a CloudFront distribution before it, which works with any name.',
    sources: [
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-to-s3-bucket.html',
      'https://github.com/aws/aws-cdk/issues/4248',
    ],
    templateFix:
      'Name the bucket after the record, `BucketName: www.acme.io`, or put a CloudFront distribution before it, which works with any name.',
    bad: site('acme-bank-site'),
    good: site('www.acme-bank.io'),
  },
  *resource(resource, { graph }) {
    for (const record of recordsOf(resource)) {
      const at = record.get('AliasTarget', 'DNSName');
      const region = /^s3-website[.-]([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\.?$/.exec(at.text ?? '')?.[1];
      const name = record.get('Name').text?.replace(/\.$/, '').toLowerCase();
      if (region === undefined || name === undefined || graph.names.named(name, ['AWS::S3::Bucket']).length > 0) continue;
      const sites = graph.resourcesOfType('AWS::S3::Bucket').filter((bucket) => !bucket.property('WebsiteConfiguration').isAbsent);
      // A bucket of that name may be outside of the app, or have a name that is not known: what stands here must be meant for it.
      const [bucket] = sites.filter((site) => site.region === region);
      if (bucket === undefined || sites.some(mayHaveName)) continue;
      yield {
        at,
        message: `S3 answers ${name} from a bucket of that name in ${region}, and no bucket here has it: ${bucket.displayNameFrom(at.resource)} is ${bucket.physicalName ? `named "${bucket.physicalName}"` : 'named by CloudFormation'}. S3 answers 404 NoSuchBucket.`,
        related: [{ at: bucket, message: 'The website.' }],
      };
    }
  },
});

function mayHaveName(bucket: Resource): boolean {
  return !bucket.property('BucketName').isAbsent && bucket.physicalName === undefined;
}
