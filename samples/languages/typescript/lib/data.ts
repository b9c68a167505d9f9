import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/** What the primary region replicates into. */
export class StandbyDataStack extends Stack {
  readonly key: kms.Key;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);

    this.key = new kms.Key(this, 'Key', { enableKeyRotation: true });
    new s3.Bucket(this, 'Receipts', {
      bucketName: 'acme-ledger-receipts-standby',
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
    });
  }
}

export interface PrimaryDataStackProps extends StackProps {
  readonly standby: StandbyDataStack;
}

/** The tables of both regions, and the bucket that replicates to the standby region. */
export class PrimaryDataStack extends Stack {
  readonly key: kms.Key;

  constructor(scope: Construct, id: string, props: PrimaryDataStackProps) {
    super(scope, id, props);
    const { standby } = props;

    this.key = new kms.Key(this, 'Key', { enableKeyRotation: true });

    const sessions = new dynamodb.CfnGlobalTable(this, 'Sessions', {
      attributeDefinitions: [{ attributeName: 'id', attributeType: 'S' }],
      keySchema: [{ attributeName: 'id', keyType: 'HASH' }],
      billingMode: 'PAY_PER_REQUEST',
      streamSpecification: { streamViewType: 'NEW_AND_OLD_IMAGES' },
      replicas: [replica(this.region, this.key), replica(standby.region, standby.key)],
    });
    sessions.applyRemovalPolicy(RemovalPolicy.RETAIN);

    new s3.Bucket(this, 'Receipts', {
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      replicationRules: [
        {
          destination: s3.Bucket.fromBucketName(this, 'ReceiptsCopy', 'acme-ledger-receipts-copy'),
          priority: 1,
          deleteMarkerReplication: true,
        },
      ],
    });
  }
}

function replica(region: string, key: kms.IKey): dynamodb.CfnGlobalTable.ReplicaSpecificationProperty {
  return {
    region,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    sseSpecification: { kmsMasterKeyId: key.keyArn },
  };
}
