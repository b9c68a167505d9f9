import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { StandbyDataStack } from './data-standby';

export interface PrimaryDataStackProps extends StackProps {
  readonly standby: StandbyDataStack;
}

/** The tables of both regions, and the buckets that replicate to the standby region. */
export class PrimaryDataStack extends Stack {
  readonly key: kms.Key;
  readonly sessions: dynamodb.CfnGlobalTable;

  constructor(scope: Construct, id: string, props: PrimaryDataStackProps) {
    super(scope, id, props);
    const { standby } = props;

    this.key = new kms.Key(this, 'Key', { description: 'Payments data in the primary region', enableKeyRotation: true });

    this.sessions = new dynamodb.CfnGlobalTable(this, 'Sessions', {
      attributeDefinitions: [{ attributeName: 'sessionId', attributeType: 'S' }],
      keySchema: [{ attributeName: 'sessionId', keyType: 'HASH' }],
      billingMode: 'PAY_PER_REQUEST',
      streamSpecification: { streamViewType: 'NEW_AND_OLD_IMAGES' },
      sseSpecification: { sseEnabled: true, sseType: 'KMS' },
      timeToLiveSpecification: { enabled: true, attributeName: 'expiresAt' },
      replicas: [replica(this.region, this.key), replica(standby.region, standby.key)],
    });
    this.sessions.applyRemovalPolicy(RemovalPolicy.RETAIN);

    const ledger = new dynamodb.CfnGlobalTable(this, 'Ledger', {
      attributeDefinitions: [
        { attributeName: 'account', attributeType: 'S' },
        { attributeName: 'entry', attributeType: 'S' },
      ],
      keySchema: [
        { attributeName: 'account', keyType: 'HASH' },
        { attributeName: 'entry', keyType: 'RANGE' },
      ],
      billingMode: 'PAY_PER_REQUEST',
      streamSpecification: { streamViewType: 'NEW_AND_OLD_IMAGES' },
      sseSpecification: { sseEnabled: true, sseType: 'KMS' },
      replicas: [replica(this.region, this.key), replica(standby.region, standby.key)],
    });
    ledger.applyRemovalPolicy(RemovalPolicy.RETAIN);

    const idempotency = new dynamodb.CfnGlobalTable(this, 'Idempotency', {
      attributeDefinitions: [{ attributeName: 'requestId', attributeType: 'S' }],
      keySchema: [{ attributeName: 'requestId', keyType: 'HASH' }],
      billingMode: 'PAY_PER_REQUEST',
      streamSpecification: { streamViewType: 'NEW_AND_OLD_IMAGES' },
      sseSpecification: { sseEnabled: true, sseType: 'KMS' },
      timeToLiveSpecification: { enabled: true, attributeName: 'expiresAt' },
      replicas: [replica(this.region, this.key), replica(standby.region, standby.key)],
    });
    idempotency.applyRemovalPolicy(RemovalPolicy.RETAIN);

    new dynamodb.TableV2(this, 'Refunds', {
      partitionKey: { name: 'refundId', type: dynamodb.AttributeType.STRING },
      encryption: dynamodb.TableEncryptionV2.customerManagedKey(this.key, { [standby.region]: standby.key.keyArn }),
      replicas: [{ region: standby.region }],
      removalPolicy: RemovalPolicy.RETAIN,
    });

    new s3.Bucket(this, 'Receipts', {
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      replicationRules: [
        {
          destination: s3.Bucket.fromBucketArn(this, 'ReceiptsCopy', arnAcrossRegions(standby.receipts)),
          priority: 1,
          deleteMarkerReplication: true,
        },
      ],
    });

    new s3.Bucket(this, 'Statements', {
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      replicationRules: [
        {
          destination: s3.Bucket.fromBucketArn(this, 'StatementsCopy', arnAcrossRegions(standby.statements)),
          priority: 1,
          deleteMarkerReplication: true,
        },
      ],
    });
  }
}

function replica(region: string, key?: kms.IKey): dynamodb.CfnGlobalTable.ReplicaSpecificationProperty {
  return {
    region,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    sseSpecification: key && { kmsMasterKeyId: key.keyArn },
  };
}

/** `bucket.bucketArn` would ask for a fixed bucket name here; the attribute itself is passed between regions by the CDK. */
function arnAcrossRegions(bucket: s3.Bucket): string {
  return (bucket.node.defaultChild as s3.CfnBucket).attrArn;
}
