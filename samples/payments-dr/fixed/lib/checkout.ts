import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { LambdaTarget } from 'aws-cdk-lib/aws-elasticloadbalancingv2-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

export interface CheckoutProps {
  readonly certificate: acm.ICertificate;
  readonly copyLogsTo?: string;
}

/** The checkout page of one region, behind a load balancer. */
export class Checkout extends Construct {
  readonly loadBalancer: elbv2.ApplicationLoadBalancer;
  readonly handler: lambda.Function;

  constructor(scope: Construct, id: string, props: CheckoutProps) {
    super(scope, id);
    const { region } = Stack.of(this);

    const vpc = new ec2.Vpc(this, 'Vpc', {
      maxAzs: 2,
      natGateways: 0,
      subnetConfiguration: [{ name: 'Public', subnetType: ec2.SubnetType.PUBLIC }],
    });

    this.handler = new lambda.Function(this, 'Handler', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromAsset('lambda/checkout'),
    });

    this.loadBalancer = new elbv2.ApplicationLoadBalancer(this, 'LoadBalancer', {
      vpc,
      internetFacing: true,
      dropInvalidHeaderFields: true,
    });
    this.loadBalancer
      .addListener('Https', {
        port: 443,
        certificates: [props.certificate],
        sslPolicy: elbv2.SslPolicy.RECOMMENDED_TLS,
      })
      .addTargets('Page', { targets: [new LambdaTarget(this.handler)] });

    this.loadBalancer.logAccessLogs(this.accessLogs(region, props.copyLogsTo));
  }

  /** Copied to the other region, to look into an outage of this one. */
  private accessLogs(region: string, copyTo?: string) {
    return new s3.Bucket(this, 'AccessLogs', {
      bucketName: `acme-payments-access-logs-${region}`,
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [{ expiration: Duration.days(90), noncurrentVersionExpiration: Duration.days(1) }],
      removalPolicy: RemovalPolicy.DESTROY,
      replicationRules: copyTo
        ? [
            {
              destination: s3.Bucket.fromBucketName(this, 'AccessLogsCopy', `acme-payments-access-logs-${copyTo}`),
              priority: 1,
              deleteMarkerReplication: true,
            },
          ]
        : undefined,
    });
  }
}
