import { Stack } from 'aws-cdk-lib';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as route53 from 'aws-cdk-lib/aws-route53';
import { ApiGatewayv2DomainProperties } from 'aws-cdk-lib/aws-route53-targets';
import { Construct } from 'constructs';

export interface WebhooksProps {
  readonly zone: route53.IHostedZone;
  readonly certificate: acm.ICertificate;
  readonly weight: number;
}

/** The HTTP API of one region for the card networks. Both regions take a share of the traffic. */
export class Webhooks extends Construct {
  constructor(scope: Construct, id: string, props: WebhooksProps) {
    super(scope, id);
    const { region, urlSuffix } = Stack.of(this);

    const handler = new lambda.Function(this, 'Handler', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromAsset('lambda/webhooks'),
    });
    const domain = new apigatewayv2.DomainName(this, 'Domain', {
      domainName: `webhooks.${props.zone.zoneName}`,
      certificate: props.certificate,
    });
    const api = new apigatewayv2.HttpApi(this, 'Api', {
      defaultIntegration: new HttpLambdaIntegration('Notifications', handler),
      defaultDomainMapping: { domainName: domain },
    });

    const health = new route53.HealthCheck(this, 'Health', {
      type: route53.HealthCheckType.HTTPS,
      fqdn: `${api.apiId}.execute-api.${region}.${urlSuffix}`,
      resourcePath: '/health',
    });
    new route53.ARecord(this, 'Record', {
      zone: props.zone,
      recordName: 'webhooks',
      target: route53.RecordTarget.fromAlias(new ApiGatewayv2DomainProperties(domain.regionalDomainName, domain.regionalHostedZoneId)),
      weight: props.weight,
      setIdentifier: region,
      healthCheck: health,
    });
  }
}
