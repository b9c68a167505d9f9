package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/jsii-runtime-go"
)

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)

	standbyData := NewStandbyDataStack(app, "ledger-standby-data", in("us-west-2"))
	primaryData := NewPrimaryDataStack(app, "ledger-primary-data", in("us-east-1"), standbyData)

	globalCluster := NewPrimaryDatabaseStack(app, "ledger-primary-database", in("us-east-1"), primaryData.Key)
	NewStandbyDatabaseStack(app, "ledger-standby-database", in("us-west-2"), standbyData.Key, globalCluster)

	NewTrafficStack(app, "ledger-traffic", in("us-east-1"))

	app.Synth(nil)
}

func in(region string) *awscdk.StackProps {
	return &awscdk.StackProps{
		Env: &awscdk.Environment{Account: jsii.String("482731905566"), Region: jsii.String(region)},
	}
}
