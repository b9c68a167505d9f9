const { RemovalPolicy, Stack } = require('aws-cdk-lib');
const ec2 = require('aws-cdk-lib/aws-ec2');
const rds = require('aws-cdk-lib/aws-rds');
const { Construct } = require('constructs');

const engine = 'aurora-postgresql';
const engineVersion = '16.6';
const dbInstanceClass = 'db.r6g.large';

/** Isolated subnets for one region's cluster. */
class Network extends Construct {
  constructor(scope, id, cidr) {
    super(scope, id);

    const vpc = new ec2.Vpc(this, 'Vpc', {
      ipAddresses: ec2.IpAddresses.cidr(cidr),
      maxAzs: 2,
      subnetConfiguration: [{ name: 'Database', subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 24 }],
    });
    this.subnets = new rds.CfnDBSubnetGroup(this, 'Subnets', {
      dbSubnetGroupDescription: 'Subnets of the ledger',
      subnetIds: vpc.isolatedSubnets.map(({ subnetId }) => subnetId),
    });
  }
}

/** The ledger's global database, and the cluster that writes to it. */
class PrimaryDatabaseStack extends Stack {
  constructor(scope, id, props) {
    super(scope, id, props);

    const network = new Network(this, 'Network', '10.40.0.0/20');
    this.globalCluster = new rds.CfnGlobalCluster(this, 'GlobalLedger', { engine, engineVersion, storageEncrypted: true });
    const cluster = new rds.CfnDBCluster(this, 'Ledger', {
      engine,
      engineVersion,
      globalClusterIdentifier: this.globalCluster.ref,
      masterUsername: 'ledger',
      masterUserPassword: '{{resolve:secretsmanager:ledger/database:SecretString:password}}',
      storageEncrypted: true,
      kmsKeyId: props.key.keyArn,
      dbSubnetGroupName: network.subnets.ref,
    });
    cluster.applyRemovalPolicy(RemovalPolicy.SNAPSHOT);
    new rds.CfnDBInstance(this, 'LedgerWriter', { engine, dbClusterIdentifier: cluster.ref, dbInstanceClass });
  }
}

/** The ledger's read-only cluster, promoted when the primary region is lost. */
class StandbyDatabaseStack extends Stack {
  constructor(scope, id, props) {
    super(scope, id, props);

    const network = new Network(this, 'Network', '10.41.0.0/20');
    const cluster = new rds.CfnDBCluster(this, 'Ledger', {
      engine,
      engineVersion,
      globalClusterIdentifier: props.globalCluster.ref,
      storageEncrypted: true,
      kmsKeyId: props.key.keyArn,
      dbSubnetGroupName: network.subnets.ref,
    });
    cluster.applyRemovalPolicy(RemovalPolicy.SNAPSHOT);
    new rds.CfnDBInstance(this, 'LedgerReader', { engine, dbClusterIdentifier: cluster.ref, dbInstanceClass });
  }
}

module.exports = { PrimaryDatabaseStack, StandbyDatabaseStack };
