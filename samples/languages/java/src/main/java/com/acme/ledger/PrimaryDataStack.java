package com.acme.ledger;

import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.dynamodb.CfnGlobalTable;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.ReplicationRule;
import software.constructs.Construct;

/** The tables of both regions, and the bucket that replicates to the standby region. */
public class PrimaryDataStack extends Stack {
    public final Key key;

    public PrimaryDataStack(
        final Construct scope, final String id, final StackProps props, final StandbyDataStack standby) {
        super(scope, id, props);

        key = Key.Builder.create(this, "Key").enableKeyRotation(true).build();

        CfnGlobalTable sessions = CfnGlobalTable.Builder.create(this, "Sessions")
            .attributeDefinitions(List.of(CfnGlobalTable.AttributeDefinitionProperty.builder()
                .attributeName("id")
                .attributeType("S")
                .build()))
            .keySchema(List.of(
                CfnGlobalTable.KeySchemaProperty.builder().attributeName("id").keyType("HASH").build()))
            .billingMode("PAY_PER_REQUEST")
            .streamSpecification(CfnGlobalTable.StreamSpecificationProperty.builder()
                .streamViewType("NEW_AND_OLD_IMAGES")
                .build())
            .replicas(List.of(replica(getRegion(), key), replica(standby.getRegion(), standby.key)))
            .build();
        sessions.applyRemovalPolicy(RemovalPolicy.RETAIN);

        Bucket.Builder.create(this, "Receipts")
            .encryption(BucketEncryption.S3_MANAGED)
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .enforceSsl(true)
            .versioned(true)
            .replicationRules(List.of(ReplicationRule.builder()
                .destination(Bucket.fromBucketName(this, "ReceiptsCopy", "acme-ledger-receipts-copy"))
                .priority(1)
                .deleteMarkerReplication(true)
                .build()))
            .build();
    }

    private static CfnGlobalTable.ReplicaSpecificationProperty replica(final String region, final IKey key) {
        return CfnGlobalTable.ReplicaSpecificationProperty.builder()
            .region(region)
            .pointInTimeRecoverySpecification(CfnGlobalTable.PointInTimeRecoverySpecificationProperty.builder()
                .pointInTimeRecoveryEnabled(true)
                .build())
            .sseSpecification(CfnGlobalTable.ReplicaSSESpecificationProperty.builder()
                .kmsMasterKeyId(key.getKeyArn())
                .build())
            .build();
    }
}
