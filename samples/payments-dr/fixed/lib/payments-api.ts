import { ArnFormat, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type * as cognito from 'aws-cdk-lib/aws-cognito';
import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

export interface PaymentsApiProps {
  readonly domainName: string;
  readonly certificate: acm.ICertificate;
  readonly merchants: cognito.UserPool;
  readonly sessions: dynamodb.CfnGlobalTable;
  readonly key: kms.IKey;
}

/** The REST API of one region. Both regions serve the same domain name. */
export class PaymentsApi extends Construct {
  readonly api: apigateway.RestApi;
  readonly domain: apigateway.DomainName;
  readonly handler: lambda.Function;

  constructor(scope: Construct, id: string, props: PaymentsApiProps) {
    super(scope, id);

    this.handler = new lambda.Function(this, 'Handler', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromAsset('lambda/payments'),
      environment: {
        SESSIONS_TABLE: props.sessions.ref,
        USER_POOL_ID: props.merchants.userPoolId,
      },
    });
    props.key.grantEncryptDecrypt(this.handler);
    // The replica of this region, whatever region created the table.
    const sessionsArn = Stack.of(this).formatArn({
      service: 'dynamodb',
      resource: 'table',
      resourceName: props.sessions.ref,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
    this.handler.addToRolePolicy(
      new iam.PolicyStatement({ actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'], resources: [sessionsArn] }),
    );

    this.api = new apigateway.RestApi(this, 'Api', {
      restApiName: 'payments',
      deployOptions: { stageName: 'prod' },
      endpointTypes: [apigateway.EndpointType.REGIONAL],
    });
    const integration = new apigateway.LambdaIntegration(this.handler);
    this.api.root.addResource('health').addMethod('GET', integration);
    this.api.root.addResource('payments').addMethod('POST', integration);

    this.domain = new apigateway.DomainName(this, 'Domain', {
      domainName: props.domainName,
      certificate: props.certificate,
      endpointType: apigateway.EndpointType.REGIONAL,
      securityPolicy: apigateway.SecurityPolicy.TLS_1_2,
    });
    this.domain.addBasePathMapping(this.api);
  }
}
