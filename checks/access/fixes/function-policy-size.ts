import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';

declare const fn: lambda.Function;
declare const events: iam.ServicePrincipal;

/// !show
fn.addPermission('Rules', {
  principal: events,
  sourceArn: 'arn:aws:events:us-east-1:482731905566:rule/acme-*',
});
