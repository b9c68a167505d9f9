import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as rds from 'aws-cdk-lib/aws-rds';
import type { Construct } from 'constructs';
import { LEDGER_ENGINE, LEDGER_INSTANCE, LedgerNetwork, LedgerProbe } from './ledger';

export interface PrimaryDatabaseStackProps extends StackProps {
  readonly key: kms.IKey;
  /** Where the credentials are needed too, once the standby cluster is promoted. */
  readonly standbyRegion: string;
}

/** The ledger's global database, and the cluster that writes to it. */
export class PrimaryDatabaseStack extends Stack {
  readonly globalCluster: rds.CfnGlobalCluster;
  readonly endpoint: string;
  readonly probe: LedgerProbe;

  constructor(scope: Construct, id: string, props: PrimaryDatabaseStackProps) {
    super(scope, id, props);

    const network = new LedgerNetwork(this, 'Network', { cidr: '10.40.0.0/20' });

    const cluster = new rds.DatabaseCluster(this, 'Ledger', {
      engine: LEDGER_ENGINE,
      credentials: rds.Credentials.fromGeneratedSecret('ledger', { replicaRegions: [{ region: props.standbyRegion }] }),
      defaultDatabaseName: 'ledger',
      writer: rds.ClusterInstance.provisioned('Writer', { instanceType: LEDGER_INSTANCE }),
      vpc: network.vpc,
      vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      securityGroups: [network.databases],
      storageEncryptionKey: props.key,
      backup: { retention: Duration.days(14) },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.endpoint = cluster.clusterEndpoint.hostname;

    this.globalCluster = new rds.CfnGlobalCluster(this, 'GlobalLedger', {
      sourceDbClusterIdentifier: cluster.clusterArn,
      deletionProtection: true,
    });
    this.globalCluster.applyRemovalPolicy(RemovalPolicy.RETAIN);

    this.probe = new LedgerProbe(this, 'Probe', { network, host: this.endpoint });
  }
}
