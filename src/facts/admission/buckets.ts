import type { Admission } from './admission.js';

const write = { callee: 'AWS::S3::Bucket', actions: ['s3:PutObject'] } as const;
const statement = (service: string) =>
  `bucket.addToResourcePolicy(new iam.PolicyStatement({ principals: [new iam.ServicePrincipal("${service}.amazonaws.com")], actions: ["s3:PutObject"], resources: [bucket.arnForObjects("*")] }))`;

/**
 * Services that write to a bucket only when its policy allows it. Those for which AWS writes the policy itself (flow logs, WAF) are left out,
 * and those that write with a role.
 */
export const TO_BUCKETS: Readonly<Record<string, readonly Admission[]>> = {
  'AWS::CloudTrail::Trail': [
    {
      path: 'S3BucketName',
      ...write,
      service: 'cloudtrail',
      actions: ['s3:GetBucketAcl', 's3:PutObject'],
      answer: '"Incorrect S3 bucket policy is detected for bucket"',
      fails: true,
      fix: 'new cloudtrail.Trail(this, "Trail", { bucket })` with the `Bucket` itself writes the policy; otherwise `bucket.addToResourcePolicy(…)',
      source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html',
    },
  ],
  'AWS::SES::ReceiptRule': [
    {
      path: 'Rule.Actions.*.S3Action.BucketName',
      ...write,
      service: 'ses',
      role: 'IamRoleArn',
      answer: 'InvalidS3ConfigurationException',
      fails: true,
      fix: statement('ses'),
      source: 'https://docs.aws.amazon.com/ses/latest/APIReference/API_CreateReceiptRule.html',
    },
  ],
  'AWS::GuardDuty::PublishingDestination': [
    {
      path: 'DestinationProperties.DestinationArn',
      ...write,
      service: 'guardduty',
      answer: 'GuardDuty cannot export findings to it',
      fails: true,
      fix: statement('guardduty'),
      source: 'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html',
    },
  ],
  'AWS::S3::Bucket': [
    {
      path: 'InventoryConfigurations.*.Destination.BucketArn',
      ...write,
      service: 's3',
      from: 'caller',
      answer: 'no inventory is delivered',
      fails: false,
      fix: statement('s3'),
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html',
    },
  ],
};
