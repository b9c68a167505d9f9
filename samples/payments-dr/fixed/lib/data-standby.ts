import { Stack, type StackProps } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/** What the primary region replicates into. */
export class StandbyDataStack extends Stack {
  readonly key: kms.Key;
  readonly receipts: s3.Bucket;
  readonly statements: s3.Bucket;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);

    this.key = new kms.Key(this, 'Key', { description: 'Payments data in the standby region', enableKeyRotation: true });

    this.receipts = new s3.Bucket(this, 'Receipts', {
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
    });

    this.statements = new s3.Bucket(this, 'Statements', {
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
    });
  }
}
