import { Duration } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';

declare const secret: secretsmanager.Secret;
declare const rotation: lambda.Function;

/// !show
secret.addRotationSchedule('Rotation', {
  rotationLambda: rotation,
  automaticallyAfter: Duration.days(30),
});
