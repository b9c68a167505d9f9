package com.acme.ledger;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.rds.CfnDBCluster;
import software.amazon.awscdk.services.rds.CfnDBInstance;
import software.amazon.awscdk.services.rds.CfnGlobalCluster;
import software.constructs.Construct;

/** The ledger's read-only cluster, promoted when the primary region is lost. */
public class StandbyDatabaseStack extends Stack {
    public StandbyDatabaseStack(
        final Construct scope,
        final String id,
        final StackProps props,
        final IKey key,
        final CfnGlobalCluster globalCluster) {
        super(scope, id, props);

        Network network = new Network(this, "Network", "10.41.0.0/20");
        CfnDBCluster cluster = CfnDBCluster.Builder.create(this, "Ledger")
            .engine(Database.ENGINE)
            .engineVersion(Database.VERSION)
            .globalClusterIdentifier(globalCluster.getRef())
            .storageEncrypted(true)
            .kmsKeyId(key.getKeyArn())
            .dbSubnetGroupName(network.subnets.getRef())
            .build();
        cluster.applyRemovalPolicy(RemovalPolicy.SNAPSHOT);
        CfnDBInstance.Builder.create(this, "LedgerReader")
            .engine(Database.ENGINE)
            .dbClusterIdentifier(cluster.getRef())
            .dbInstanceClass(Database.INSTANCE)
            .build();
    }
}
