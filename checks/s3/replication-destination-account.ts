import { defineCheck } from '../../src/check/check.js';
import { bucketName, replicationsOf } from './model/bucket-replication.js';
import { replicationExample } from './model/replication-example.js';

const POLICY = {
  Type: 'AWS::S3::BucketPolicy',
  Properties: {
    Bucket: { Ref: 'Copies' },
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['s3:ReplicateObject', 's3:ObjectOwnerOverrideToBucketOwner'],
          Principal: { AWS: 'arn:aws:iam::482731905566:role/replication' },
          Resource: 'arn:aws:s3:::orders-copies/*',
        },
      ],
    },
  },
};
const ownedBy = (account: string) =>
  replicationExample({
    archive: { account: '590184027316' },
    besideCopies: { Policy: POLICY },
    destination: { Account: account, AccessControlTranslation: { Owner: 'Destination' } },
  });

export default defineCheck({
  id: 's3/replication-destination-account',
  title: 'Replication names the wrong owner of the destination',
  severity: 'error',
  types: ['AWS::S3::Bucket'],
  docs: {
    why: '"The AWS account specified in the <Account> element must match the destination bucket owner." The bucket belongs to the account that its stack is deployed to.',
    fix: 'Leave `Account` to CDK, which takes it from the bucket: `replicationRules: [{ destination: otherStack.bucket, accessControlTransition: true }]`; on `CfnBucket` write the account of the destination’s stack.',
    sources: ['https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ReplicationErrorCodeList'],
    templateFix: "Write the account of the destination's stack into `Account` of the `Destination`.",
    bad: ownedBy('482731905566'),
    good: ownedBy('590184027316'),
  },
  *resource(bucket) {
    for (const { rule, target } of replicationsOf(bucket)) {
      const account = rule.get('Destination', 'Account');
      if (target?.account === undefined || !/^\d{12}$/.test(account.text ?? '') || account.text === target.account) continue;
      yield {
        at: account,
        message: `The rule says that the destination bucket "${bucketName(target)}" belongs to account ${account.text}, but it is created in ${target.account}. S3 rejects it: "The AWS account specified in the <Account> element must match the destination bucket owner."`,
        related: [{ at: target, message: `The bucket is in ${target.stack.displayName}, which is deployed to ${target.account}.` }],
      };
    }
  },
});
