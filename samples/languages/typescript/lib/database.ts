import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as rds from 'aws-cdk-lib/aws-rds';
import { Construct } from 'constructs';

const engine = 'aurora-postgresql';
const engineVersion = '16.6';
const dbInstanceClass = 'db.r6g.large';

/** Isolated subnets for one region's cluster. */
class Network extends Construct {
  readonly subnets: rds.CfnDBSubnetGroup;

  constructor(scope: Construct, id: string, cidr: string) {
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

export interface PrimaryDatabaseStackProps extends StackProps {
  readonly key: kms.IKey;
}

/** The ledger's global database, and the cluster that writes to it. */
export class PrimaryDatabaseStack extends Stack {
  readonly globalCluster: rds.CfnGlobalCluster;

  constructor(scope: Construct, id: string, props: PrimaryDatabaseStackProps) {
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

export interface StandbyDatabaseStackProps extends StackProps {
  readonly key: kms.IKey;
  readonly globalCluster: rds.CfnGlobalCluster;
}

/** The ledger's read-only cluster, promoted when the primary region is lost. */
export class StandbyDatabaseStack extends Stack {
  constructor(scope: Construct, id: string, props: StandbyDatabaseStackProps) {
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
