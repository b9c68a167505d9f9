package main

import (
	"fmt"
	"strings"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awscloudwatch"
	"github.com/aws/aws-cdk-go/awscdk/v2/awscloudwatchactions"
	"github.com/aws/aws-cdk-go/awscdk/v2/awscognito"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsroute53"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssns"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
)

// NewTrafficStack makes what exists once for both regions: the merchants' sign-in, the zone, and its weighted records.
func NewTrafficStack(scope constructs.Construct, id string, props *awscdk.StackProps) {
	stack := awscdk.NewStack(scope, &id, props)

	awscognito.NewUserPool(stack, jsii.String("Merchants"), &awscognito.UserPoolProps{
		SignInAliases:      &awscognito.SignInAliases{Email: jsii.Bool(true)},
		DeletionProtection: jsii.Bool(true),
		RemovalPolicy:      awscdk.RemovalPolicy_DESTROY,
	})

	onCall := awssns.NewTopic(stack, jsii.String("OnCall"), nil)
	zone := awsroute53.NewPublicHostedZone(stack, jsii.String("Zone"), &awsroute53.PublicHostedZoneProps{
		ZoneName: jsii.String("ledger.acme-bank.io"),
	})
	addRecord(stack, zone, onCall, "Primary", "https://primary.acme-bank.io/health", 70, jsii.String("primary"))
	addRecord(stack, zone, onCall, "Standby", "standby.acme-bank.io", 30, nil)
}

func addRecord(stack awscdk.Stack, zone awsroute53.IHostedZone, onCall awssns.ITopic, name, host string, weight float64, setIdentifier *string) {
	health := awsroute53.NewHealthCheck(stack, jsii.String(name+"Health"), &awsroute53.HealthCheckProps{
		Type: awsroute53.HealthCheckType_HTTPS,
		Fqdn: jsii.String(host),
	})
	awsroute53.NewCfnRecordSet(stack, jsii.String(name), &awsroute53.CfnRecordSetProps{
		HostedZoneId:    zone.HostedZoneId(),
		Name:            jsii.String(fmt.Sprintf("api.%s.", *zone.ZoneName())),
		Type:            jsii.String("CNAME"),
		Ttl:             jsii.String("60"),
		ResourceRecords: jsii.Strings(strings.ToLower(name) + ".acme-bank.io"),
		Weight:          jsii.Number(weight),
		SetIdentifier:   setIdentifier,
		HealthCheckId:   health.HealthCheckId(),
	})
	alarm := awscloudwatch.NewAlarm(stack, jsii.String(name+"Unhealthy"), &awscloudwatch.AlarmProps{
		Metric: awscloudwatch.NewMetric(&awscloudwatch.MetricProps{
			Namespace:     jsii.String("AWS/Route53"),
			MetricName:    jsii.String("HealthCheckStatus"),
			DimensionsMap: &map[string]*string{"HealthCheckId": health.HealthCheckId()},
			Statistic:     jsii.String("Minimum"),
			Period:        awscdk.Duration_Minutes(jsii.Number(1)),
		}),
		ComparisonOperator: awscloudwatch.ComparisonOperator_LESS_THAN_THRESHOLD,
		Threshold:          jsii.Number(1),
		EvaluationPeriods:  jsii.Number(2),
	})
	alarm.AddAlarmAction(awscloudwatchactions.NewSnsAction(onCall))
}
