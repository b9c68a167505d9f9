package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsec2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awskms"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsrds"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
)

const (
	engine        = "aurora-postgresql"
	engineVersion = "16.6"
	instanceClass = "db.r6g.large"
)

// NewNetwork makes isolated subnets for one region's cluster.
func NewNetwork(scope constructs.Construct, id string, cidr string) awsrds.CfnDBSubnetGroup {
	network := constructs.NewConstruct(scope, &id)

	vpc := awsec2.NewVpc(network, jsii.String("Vpc"), &awsec2.VpcProps{
		IpAddresses: awsec2.IpAddresses_Cidr(&cidr),
		MaxAzs:      jsii.Number(2),
		SubnetConfiguration: &[]*awsec2.SubnetConfiguration{
			{Name: jsii.String("Database"), SubnetType: awsec2.SubnetType_PRIVATE_ISOLATED, CidrMask: jsii.Number(24)},
		},
	})
	var subnetIds []interface{}
	for _, subnet := range *vpc.IsolatedSubnets() {
		subnetIds = append(subnetIds, subnet.SubnetId())
	}
	return awsrds.NewCfnDBSubnetGroup(network, jsii.String("Subnets"), &awsrds.CfnDBSubnetGroupProps{
		DbSubnetGroupDescription: jsii.String("Subnets of the ledger"),
		SubnetIds:                &subnetIds,
	})
}

// NewPrimaryDatabaseStack makes the ledger's global database, and the cluster that writes to it.
func NewPrimaryDatabaseStack(scope constructs.Construct, id string, props *awscdk.StackProps, key awskms.IKey) awsrds.CfnGlobalCluster {
	stack := awscdk.NewStack(scope, &id, props)

	subnets := NewNetwork(stack, "Network", "10.40.0.0/20")
	globalCluster := awsrds.NewCfnGlobalCluster(stack, jsii.String("GlobalLedger"), &awsrds.CfnGlobalClusterProps{
		Engine:           jsii.String(engine),
		EngineVersion:    jsii.String(engineVersion),
		StorageEncrypted: jsii.Bool(true),
	})
	cluster := awsrds.NewCfnDBCluster(stack, jsii.String("Ledger"), &awsrds.CfnDBClusterProps{
		Engine:                  jsii.String(engine),
		EngineVersion:           jsii.String(engineVersion),
		GlobalClusterIdentifier: globalCluster.Ref(),
		MasterUsername:          jsii.String("ledger"),
		MasterUserPassword:      jsii.String("{{resolve:secretsmanager:ledger/database:SecretString:password}}"),
		StorageEncrypted:        jsii.Bool(true),
		KmsKeyId:                key.KeyArn(),
		DbSubnetGroupName:       subnets.Ref(),
	})
	cluster.ApplyRemovalPolicy(awscdk.RemovalPolicy_SNAPSHOT, nil)
	awsrds.NewCfnDBInstance(stack, jsii.String("LedgerWriter"), &awsrds.CfnDBInstanceProps{
		Engine:              jsii.String(engine),
		DbClusterIdentifier: cluster.Ref(),
		DbInstanceClass:     jsii.String(instanceClass),
	})
	return globalCluster
}

// NewStandbyDatabaseStack makes the ledger's read-only cluster, promoted when the primary region is lost.
func NewStandbyDatabaseStack(scope constructs.Construct, id string, props *awscdk.StackProps, key awskms.IKey, globalCluster awsrds.CfnGlobalCluster) {
	stack := awscdk.NewStack(scope, &id, props)

	subnets := NewNetwork(stack, "Network", "10.41.0.0/20")
	cluster := awsrds.NewCfnDBCluster(stack, jsii.String("Ledger"), &awsrds.CfnDBClusterProps{
		Engine:                  jsii.String(engine),
		EngineVersion:           jsii.String(engineVersion),
		GlobalClusterIdentifier: globalCluster.Ref(),
		StorageEncrypted:        jsii.Bool(true),
		KmsKeyId:                key.KeyArn(),
		DbSubnetGroupName:       subnets.Ref(),
	})
	cluster.ApplyRemovalPolicy(awscdk.RemovalPolicy_SNAPSHOT, nil)
	awsrds.NewCfnDBInstance(stack, jsii.String("LedgerReader"), &awsrds.CfnDBInstanceProps{
		Engine:              jsii.String(engine),
		DbClusterIdentifier: cluster.Ref(),
		DbInstanceClass:     jsii.String(instanceClass),
	})
}
