package com.acme.ledger;

import software.amazon.awscdk.App;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.StackProps;

public final class LedgerApp {
    private static final String ACCOUNT = "482731905566";

    public static void main(final String[] args) {
        App app = new App();

        StandbyDataStack standbyData = new StandbyDataStack(app, "ledger-standby-data", in("us-west-2"));
        PrimaryDataStack primaryData = new PrimaryDataStack(app, "ledger-primary-data", in("us-east-1"), standbyData);

        PrimaryDatabaseStack primaryDatabase =
            new PrimaryDatabaseStack(app, "ledger-primary-database", in("us-east-1"), primaryData.key);
        new StandbyDatabaseStack(
            app, "ledger-standby-database", in("us-west-2"), standbyData.key, primaryDatabase.globalCluster);

        new TrafficStack(app, "ledger-traffic", in("us-east-1"));

        app.synth();
    }

    private static StackProps in(final String region) {
        return StackProps.builder().env(Environment.builder().account(ACCOUNT).region(region).build()).build();
    }
}
