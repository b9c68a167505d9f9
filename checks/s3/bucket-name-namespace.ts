import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';

const orders = (BucketName: string) => ({
  Storage: stack('us-west-2', { Orders: resource('AWS::S3::Bucket', { BucketName, BucketNamespace: 'account-regional' }) }),
});

export default defineCheck({
  id: 's3/bucket-name-namespace',
  title: 'Bucket name does not fit the account-regional namespace',
  severity: 'error',
  types: ['AWS::S3::Bucket'],
  docs: {
    why: 'In the namespace `account-regional` the name of a bucket ends with the account and the region in which it is created: "bucket-name-prefix-accountId-region-an". S3 rejects any other name. So it rejects a name that is copied from the stack of another region.',
    fix: 'Use `bucketNamePrefix: "orders"` beside `bucketNamespace: BucketNamespace.ACCOUNT_REGIONAL`, so that CloudFormation adds the rest; or end the name with `` `-${Aws.ACCOUNT_ID}-${Aws.REGION}-an` ``.',
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/gpbucketnamespaces.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html',
    ],
    templateFix:
      'Use `BucketNamePrefix: orders` beside `BucketNamespace: account-regional`, so that CloudFormation adds the rest; or end the name with `-${AWS::AccountId}-${AWS::Region}-an`.',
    bad: orders('orders-482731905566-us-east-1-an'),
    good: orders('orders-482731905566-us-west-2-an'),
  },
  needs: ['BucketNamespace'],
  *resource(bucket) {
    const at = bucket.property('BucketName');
    const { account, region } = bucket;
    if (at.text === undefined || bucket.property('BucketNamespace').text !== 'account-regional') return;
    const [, ownAccount, ownRegion] = /-(\d{12})-([a-z]{2,4}(?:-[a-z]{1,12}){1,3}-\d)-an$/.exec(at.text) ?? [];
    const fits = (known: string | undefined, own: string | undefined) => own !== undefined && (known === undefined || known === own);
    if (fits(account, ownAccount) && fits(region, ownRegion)) return;
    yield {
      at,
      message: `The bucket is in the namespace account-regional of ${account ?? 'its account'} in ${region ?? 'its region'}, but its name "${at.text}" does not end with "-${account ?? '<account>'}-${region ?? '<region>'}-an": S3 rejects it.`,
    };
  },
});
