import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Variant } from './variant';

export const HOST = 'api.orders.acme-bank.io';

export interface ApiProps extends StackProps {
  readonly isPrimary: boolean;
  readonly secretId: string;
  readonly is: (variant: Variant) => boolean;
}

/** The API of one region. It needs nothing of another one. */
export class ApiStack extends Stack {
  readonly domain: apigatewayv2.DomainName | undefined;
  readonly endpoint: string;

  constructor(scope: Construct, id: string, props: ApiProps) {
    super(scope, id, props);
    const { is, isPrimary, secretId } = props;

    const jobs = isPrimary || !is('queue-missing') ? this.addQueue() : undefined;
    const handler = new lambda.Function(this, 'Handler', {
      runtime: lambda.Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline('exports.handler = async () => ({ statusCode: 200 });'),
      memorySize: 512,
      environment: { TABLE: 'orders', LOGIN: secretId, ...(jobs && { JOBS: jobs.queueUrl }) },
    });
    handler.addToRolePolicy(
      new iam.PolicyStatement({
        actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
        resources: [`arn:aws:dynamodb:${this.region}:${this.account}:table/orders`],
      }),
    );
    handler.addToRolePolicy(
      new iam.PolicyStatement({
        actions: ['secretsmanager:GetSecretValue'],
        resources: [`arn:aws:secretsmanager:*:${this.account}:secret:orders/login-??????`],
      }),
    );
    if (jobs !== undefined) {
      jobs.grantSendMessages(handler);
      handler.addEventSource(new SqsEventSource(jobs, { reportBatchItemFailures: true }));
    }

    const hasCertificate = isPrimary || !is('certificate-missing');
    this.domain = hasCertificate
      ? new apigatewayv2.DomainName(this, 'Domain', {
          domainName: HOST,
          certificate: new acm.Certificate(this, 'Certificate', { domainName: HOST, validation: acm.CertificateValidation.fromDns() }),
        })
      : undefined;
    const api = new apigatewayv2.HttpApi(this, 'Api', {
      defaultIntegration: new HttpLambdaIntegration('Handler', handler),
      ...(this.domain && { defaultDomainMapping: { domainName: this.domain } }),
    });
    this.endpoint = `${api.apiId}.execute-api.${this.region}.amazonaws.com`;
  }

  private addQueue(): sqs.Queue {
    return new sqs.Queue(this, 'Jobs', {
      enforceSSL: true,
      visibilityTimeout: Duration.minutes(1),
      deadLetterQueue: {
        maxReceiveCount: 3,
        queue: new sqs.Queue(this, 'FailedJobs', { enforceSSL: true, retentionPeriod: Duration.days(14) }),
      },
    });
  }
}
