from aws_cdk import RemovalPolicy, Stack
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_kms as kms
from aws_cdk import aws_s3 as s3
from constructs import Construct


class StandbyDataStack(Stack):
    """What the primary region replicates into."""

    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        self.key = kms.Key(self, "Key", enable_key_rotation=True)
        s3.Bucket(
            self,
            "Receipts",
            bucket_name="acme-ledger-receipts-standby",
            encryption=s3.BucketEncryption.S3_MANAGED,
            block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
            enforce_ssl=True,
            versioned=True,
        )


class PrimaryDataStack(Stack):
    """The tables of both regions, and the bucket that replicates to the standby region."""

    def __init__(self, scope: Construct, construct_id: str, *, standby: StandbyDataStack, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        self.key = kms.Key(self, "Key", enable_key_rotation=True)

        sessions = dynamodb.CfnGlobalTable(
            self,
            "Sessions",
            attribute_definitions=[
                dynamodb.CfnGlobalTable.AttributeDefinitionProperty(attribute_name="id", attribute_type="S")
            ],
            key_schema=[dynamodb.CfnGlobalTable.KeySchemaProperty(attribute_name="id", key_type="HASH")],
            billing_mode="PAY_PER_REQUEST",
            stream_specification=dynamodb.CfnGlobalTable.StreamSpecificationProperty(
                stream_view_type="NEW_AND_OLD_IMAGES"
            ),
            replicas=[replica(self.region, self.key), replica(standby.region, standby.key)],
        )
        sessions.apply_removal_policy(RemovalPolicy.RETAIN)

        s3.Bucket(
            self,
            "Receipts",
            encryption=s3.BucketEncryption.S3_MANAGED,
            block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
            enforce_ssl=True,
            versioned=True,
            replication_rules=[
                s3.ReplicationRule(
                    destination=s3.Bucket.from_bucket_name(self, "ReceiptsCopy", "acme-ledger-receipts-copy"),
                    priority=1,
                    delete_marker_replication=True,
                )
            ],
        )


def replica(region: str, key: kms.IKey) -> dynamodb.CfnGlobalTable.ReplicaSpecificationProperty:
    return dynamodb.CfnGlobalTable.ReplicaSpecificationProperty(
        region=region,
        point_in_time_recovery_specification=dynamodb.CfnGlobalTable.PointInTimeRecoverySpecificationProperty(
            point_in_time_recovery_enabled=True
        ),
        sse_specification=dynamodb.CfnGlobalTable.ReplicaSSESpecificationProperty(kms_master_key_id=key.key_arn),
    )
