package com.acme.ledger;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.rds.CfnDBCluster;
import software.amazon.awscdk.services.rds.CfnDBInstance;
import software.amazon.awscdk.services.rds.CfnGlobalCluster;
import software.constructs.Construct;

/** The ledger's global database, and the cluster that writes to it. */
public class PrimaryDatabaseStack extends Stack {
    public final CfnGlobalCluster globalCluster;

    public PrimaryDatabaseStack(final Construct scope, final String id, final StackProps props, final IKey key) {
        super(scope, id, props);

        Network network = new Network(this, "Network", "10.40.0.0/20");
        globalCluster = CfnGlobalCluster.Builder.create(this, "GlobalLedger")
            .engine(Database.ENGINE)
            .engineVersion(Database.VERSION)
            .storageEncrypted(true)
            .build();
        CfnDBCluster cluster = CfnDBCluster.Builder.create(this, "Ledger")
            .engine(Database.ENGINE)
            .engineVersion(Database.VERSION)
            .globalClusterIdentifier(globalCluster.getRef())
            .masterUsername("ledger")
            .masterUserPassword("{{resolve:secretsmanager:ledger/database:SecretString:password}}")
            .storageEncrypted(true)
            .kmsKeyId(key.getKeyArn())
            .dbSubnetGroupName(network.subnets.getRef())
            .build();
        cluster.applyRemovalPolicy(RemovalPolicy.SNAPSHOT);
        CfnDBInstance.Builder.create(this, "LedgerWriter")
            .engine(Database.ENGINE)
            .dbClusterIdentifier(cluster.getRef())
            .dbInstanceClass(Database.INSTANCE)
            .build();
    }
}
