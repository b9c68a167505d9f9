const { RemovalPolicy, Stack } = require('aws-cdk-lib');
const dynamodb = require('aws-cdk-lib/aws-dynamodb');
const kms = require('aws-cdk-lib/aws-kms');
const s3 = require('aws-cdk-lib/aws-s3');

/** What the primary region replicates into. */
class StandbyDataStack extends Stack {
  constructor(scope, id, props) {
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

/** The tables of both regions, and the bucket that replicates to the standby region. */
class PrimaryDataStack extends Stack {
  constructor(scope, id, props) {
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

function replica(region, key) {
  return {
    region,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    sseSpecification: { kmsMasterKeyId: key.keyArn },
  };
}

module.exports = { PrimaryDataStack, StandbyDataStack };
