import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as rds from 'aws-cdk-lib/aws-rds';
import type { Construct } from 'constructs';
import { LEDGER_ENGINE, LEDGER_INSTANCE, LedgerNetwork, LedgerProbe } from './ledger';

export interface StandbyDatabaseStackProps extends StackProps {
  readonly key: kms.IKey;
  readonly globalCluster: rds.CfnGlobalCluster;
}

/** The ledger's read-only cluster, promoted when the primary region is lost. */
export class StandbyDatabaseStack extends Stack {
  readonly endpoint: string;
  readonly probe: LedgerProbe;

  constructor(scope: Construct, id: string, props: StandbyDatabaseStackProps) {
    super(scope, id, props);

    const network = new LedgerNetwork(this, 'Network', { cidr: '10.41.0.0/20' });
    const subnets = new rds.SubnetGroup(this, 'LedgerSubnets', {
      description: 'Subnets of the standby ledger',
      vpc: network.vpc,
      vpcSubnets: { subnets: network.vpc.isolatedSubnets },
      removalPolicy: RemovalPolicy.RETAIN,
    });

    // rds.DatabaseCluster always sets credentials, and a secondary cluster inherits them from the primary one.
    const cluster = new rds.CfnDBCluster(this, 'Ledger', {
      engine: LEDGER_ENGINE.engineType,
      engineVersion: LEDGER_ENGINE.engineVersion?.fullVersion,
      globalClusterIdentifier: props.globalCluster.ref,
      storageEncrypted: true,
      kmsKeyId: props.key.keyArn,
      dbSubnetGroupName: subnets.subnetGroupName,
      vpcSecurityGroupIds: [network.databases.securityGroupId],
      backupRetentionPeriod: 14,
      copyTagsToSnapshot: true,
      deletionProtection: true,
    });
    cluster.applyRemovalPolicy(RemovalPolicy.RETAIN);

    const reader = new rds.CfnDBInstance(this, 'LedgerReader', {
      engine: LEDGER_ENGINE.engineType,
      dbClusterIdentifier: cluster.ref,
      dbInstanceClass: `db.${LEDGER_INSTANCE}`,
    });
    reader.applyRemovalPolicy(RemovalPolicy.RETAIN);

    this.endpoint = cluster.attrEndpointAddress;
    this.probe = new LedgerProbe(this, 'Probe', { network, host: this.endpoint });
  }
}
