package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsdynamodb"
	"github.com/aws/aws-cdk-go/awscdk/v2/awskms"
	"github.com/aws/aws-cdk-go/awscdk/v2/awss3"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
)

// DataStack holds one region's key.
type DataStack struct {
	awscdk.Stack
	Key awskms.Key
}

// NewStandbyDataStack makes what the primary region replicates into.
func NewStandbyDataStack(scope constructs.Construct, id string, props *awscdk.StackProps) DataStack {
	stack := awscdk.NewStack(scope, &id, props)

	key := awskms.NewKey(stack, jsii.String("Key"), &awskms.KeyProps{EnableKeyRotation: jsii.Bool(true)})
	awss3.NewBucket(stack, jsii.String("Receipts"), &awss3.BucketProps{
		BucketName:        jsii.String("acme-ledger-receipts-standby"),
		Encryption:        awss3.BucketEncryption_S3_MANAGED,
		BlockPublicAccess: awss3.BlockPublicAccess_BLOCK_ALL(),
		EnforceSSL:        jsii.Bool(true),
		Versioned:         jsii.Bool(true),
	})
	return DataStack{stack, key}
}

// NewPrimaryDataStack makes the tables of both regions, and the bucket that replicates to the standby region.
func NewPrimaryDataStack(scope constructs.Construct, id string, props *awscdk.StackProps, standby DataStack) DataStack {
	stack := awscdk.NewStack(scope, &id, props)

	key := awskms.NewKey(stack, jsii.String("Key"), &awskms.KeyProps{EnableKeyRotation: jsii.Bool(true)})

	sessions := awsdynamodb.NewCfnGlobalTable(stack, jsii.String("Sessions"), &awsdynamodb.CfnGlobalTableProps{
		AttributeDefinitions: &[]*awsdynamodb.CfnGlobalTable_AttributeDefinitionProperty{
			{AttributeName: jsii.String("id"), AttributeType: jsii.String("S")},
		},
		KeySchema: &[]*awsdynamodb.CfnGlobalTable_KeySchemaProperty{
			{AttributeName: jsii.String("id"), KeyType: jsii.String("HASH")},
		},
		BillingMode: jsii.String("PAY_PER_REQUEST"),
		StreamSpecification: &awsdynamodb.CfnGlobalTable_StreamSpecificationProperty{
			StreamViewType: jsii.String("NEW_AND_OLD_IMAGES"),
		},
		Replicas: &[]*awsdynamodb.CfnGlobalTable_ReplicaSpecificationProperty{
			replica(stack.Region(), key),
			replica(standby.Region(), standby.Key),
		},
	})
	sessions.ApplyRemovalPolicy(awscdk.RemovalPolicy_RETAIN, nil)

	awss3.NewBucket(stack, jsii.String("Receipts"), &awss3.BucketProps{
		Encryption:        awss3.BucketEncryption_S3_MANAGED,
		BlockPublicAccess: awss3.BlockPublicAccess_BLOCK_ALL(),
		EnforceSSL:        jsii.Bool(true),
		Versioned:         jsii.Bool(true),
		ReplicationRules: &[]*awss3.ReplicationRule{
			{
				Destination:             awss3.Bucket_FromBucketName(stack, jsii.String("ReceiptsCopy"), jsii.String("acme-ledger-receipts-copy")),
				Priority:                jsii.Number(1),
				DeleteMarkerReplication: jsii.Bool(true),
			},
		},
	})
	return DataStack{stack, key}
}

func replica(region *string, key awskms.IKey) *awsdynamodb.CfnGlobalTable_ReplicaSpecificationProperty {
	return &awsdynamodb.CfnGlobalTable_ReplicaSpecificationProperty{
		Region: region,
		PointInTimeRecoverySpecification: &awsdynamodb.CfnGlobalTable_PointInTimeRecoverySpecificationProperty{
			PointInTimeRecoveryEnabled: jsii.Bool(true),
		},
		SseSpecification: &awsdynamodb.CfnGlobalTable_ReplicaSSESpecificationProperty{
			KmsMasterKeyId: key.KeyArn(),
		},
	}
}
