import { Duration, RemovalPolicy, Stack, type StackProps, Stage, type StageProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/** Deployed before a load test and destroyed after it. */
export class LoadTestStage extends Stage {
  constructor(scope: Construct, id: string, props: StageProps) {
    super(scope, id, props);
    new LoadTestStack(this, 'payments-loadtest', { stackName: 'payments-loadtest' });
  }
}

class LoadTestStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);

    const results = new s3.Bucket(this, 'Results', {
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.DESTROY,
      autoDeleteObjects: true,
    });

    const generator = new lambda.Function(this, 'Generator', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromAsset('lambda/load-generator'),
      timeout: Duration.minutes(5),
      logGroup: new logs.LogGroup(this, 'GeneratorLogs', {
        retention: logs.RetentionDays.ONE_WEEK,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
      environment: { TARGET: 'https://api.payments.acme-bank.io', RESULTS_BUCKET: results.bucketName },
    });
    results.grantPut(generator);
  }
}
