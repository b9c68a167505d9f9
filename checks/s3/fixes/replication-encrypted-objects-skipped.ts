import type { Stack } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';

declare const stack: Stack;
declare const backup: s3.IBucket;
declare const backupKey: kms.IKey;

/// !show
new s3.Bucket(stack, 'Orders', {
  versioned: true,
  encryption: s3.BucketEncryption.KMS,
  replicationRules: [{ destination: backup, sseKmsEncryptedObjects: true, kmsKey: backupKey }],
});
