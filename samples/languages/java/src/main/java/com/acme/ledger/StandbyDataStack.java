package com.acme.ledger;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.constructs.Construct;

/** What the primary region replicates into. */
public class StandbyDataStack extends Stack {
    public final Key key;

    public StandbyDataStack(final Construct scope, final String id, final StackProps props) {
        super(scope, id, props);

        key = Key.Builder.create(this, "Key").enableKeyRotation(true).build();
        Bucket.Builder.create(this, "Receipts")
            .bucketName("acme-ledger-receipts-standby")
            .encryption(BucketEncryption.S3_MANAGED)
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .enforceSsl(true)
            .versioned(true)
            .build();
    }
}
