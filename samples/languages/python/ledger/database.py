from aws_cdk import RemovalPolicy, Stack
from aws_cdk import aws_ec2 as ec2
from aws_cdk import aws_kms as kms
from aws_cdk import aws_rds as rds
from constructs import Construct

ENGINE = "aurora-postgresql"
VERSION = "16.6"
INSTANCE = "db.r6g.large"


class Network(Construct):
    """Isolated subnets for one region's cluster."""

    def __init__(self, scope: Construct, construct_id: str, *, cidr: str) -> None:
        super().__init__(scope, construct_id)

        vpc = ec2.Vpc(
            self,
            "Vpc",
            ip_addresses=ec2.IpAddresses.cidr(cidr),
            max_azs=2,
            subnet_configuration=[
                ec2.SubnetConfiguration(name="Database", subnet_type=ec2.SubnetType.PRIVATE_ISOLATED, cidr_mask=24)
            ],
        )
        self.subnets = rds.CfnDBSubnetGroup(
            self,
            "Subnets",
            db_subnet_group_description="Subnets of the ledger",
            subnet_ids=[subnet.subnet_id for subnet in vpc.isolated_subnets],
        )


class PrimaryDatabaseStack(Stack):
    """The ledger's global database, and the cluster that writes to it."""

    def __init__(self, scope: Construct, construct_id: str, *, key: kms.IKey, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        network = Network(self, "Network", cidr="10.40.0.0/20")
        self.global_cluster = rds.CfnGlobalCluster(
            self, "GlobalLedger", engine=ENGINE, engine_version=VERSION, storage_encrypted=True
        )
        cluster = rds.CfnDBCluster(
            self,
            "Ledger",
            engine=ENGINE,
            engine_version=VERSION,
            global_cluster_identifier=self.global_cluster.ref,
            master_username="ledger",
            master_user_password="{{resolve:secretsmanager:ledger/database:SecretString:password}}",
            storage_encrypted=True,
            kms_key_id=key.key_arn,
            db_subnet_group_name=network.subnets.ref,
        )
        cluster.apply_removal_policy(RemovalPolicy.SNAPSHOT)
        rds.CfnDBInstance(
            self, "LedgerWriter", engine=ENGINE, db_cluster_identifier=cluster.ref, db_instance_class=INSTANCE
        )


class StandbyDatabaseStack(Stack):
    """The ledger's read-only cluster, promoted when the primary region is lost."""

    def __init__(
        self, scope: Construct, construct_id: str, *, key: kms.IKey, global_cluster: rds.CfnGlobalCluster, **kwargs
    ) -> None:
        super().__init__(scope, construct_id, **kwargs)

        network = Network(self, "Network", cidr="10.41.0.0/20")
        cluster = rds.CfnDBCluster(
            self,
            "Ledger",
            engine=ENGINE,
            engine_version=VERSION,
            global_cluster_identifier=global_cluster.ref,
            storage_encrypted=True,
            kms_key_id=key.key_arn,
            db_subnet_group_name=network.subnets.ref,
        )
        cluster.apply_removal_policy(RemovalPolicy.SNAPSHOT)
        rds.CfnDBInstance(
            self, "LedgerReader", engine=ENGINE, db_cluster_identifier=cluster.ref, db_instance_class=INSTANCE
        )
