import type { Json } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';
import type { Example } from '../../src/check/example.js';
import { impossibleEndpoint, suffixOfPartition } from '../../src/facts/endpoint-hosts.js';
import { isMisspelledRegion } from '../../src/facts/regions.js';
import { checkedHostOf, flawOf } from '../../src/queries/health-check-host.js';
import { recordWithHealth } from './model/example-records.js';

const traffic = (host: Json): Example => ({
  Traffic: {
    region: 'us-east-1',
    resources: {
      Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'payments', ProtocolType: 'HTTP' } },
      Stage: { Type: 'AWS::ApiGatewayV2::Stage', Properties: { ApiId: { Ref: 'Api' }, StageName: '$default', AutoDeploy: true } },
      Health: {
        Type: 'AWS::Route53::HealthCheck',
        Properties: { HealthCheckConfig: { Type: 'HTTPS', ResourcePath: '/health', FullyQualifiedDomainName: host } },
      },
      Record: recordWithHealth,
    },
  },
});

export default defineCheck({
  id: 'route53/health-check-host-never-resolves',
  title: 'Health check host name never resolves',
  severity: 'error',
  types: ['AWS::Route53::HealthCheck'],
  docs: {
    why: 'The host is put together like that of an AWS endpoint, but no endpoint has this form: the resource is missing, the labels are in the wrong order, or the service has no such names. The health check fails for ever with "DNS resolution failed", and its records never answer, or always.',
    fix: 'Take the host from the resource: `loadBalancer.loadBalancerDnsName`, `Fn.parseDomainName(api.url)`, `Fn.select(2, Fn.split("/", functionUrl.url))` for a Lambda function, which has no host without a function URL.',
    sources: [
      'https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html',
      'https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-call-api.html',
    ],
    templateFix:
      "Take the host from the resource: `!GetAtt LoadBalancer.DNSName`, `!Sub ${Api}.execute-api.${AWS::Region}.${AWS::URLSuffix}`, `!Select [2, !Split ['/', !GetAtt Url.FunctionUrl]]` for a Lambda function, which has no host without a function URL.",
    bad: traffic({ 'Fn::Sub': '${AWS::Region}.elb.amazonaws.com' }),
    good: traffic({ 'Fn::Sub': '${Api}.execute-api.${AWS::Region}.${AWS::URLSuffix}' }),
  },
  *resource(check) {
    const host = checkedHostOf(check);
    if (host === undefined || flawOf(host) !== undefined) return;
    const right = suffixOfPartition(host.text);
    if (right !== undefined) {
      yield {
        at: host.at,
        message: `No endpoint has the host ${host.shown}: the names of endpoints in ${right.region} end with ${right.suffix}. The health check is never healthy.`,
        fix: "Take the host from the resource, or end it with `Stack.of(this).urlSuffix` (`AWS::URLSuffix`) of the region's own stack.",
      };
      return;
    }
    const impossible = impossibleEndpoint(host.text);
    const region = host.endpoint?.region;
    if (impossible !== undefined) {
      yield {
        at: host.at,
        message: `No endpoint has the host ${host.shown}: ${impossible.flaw}. The real form is ${impossible.real}; the health check is never healthy.`,
      };
    } else if (region !== undefined && isMisspelledRegion(region)) {
      yield {
        at: host.at,
        severity: 'warning',
        message: `No endpoint has the host ${host.shown}: ${region} is no AWS region. The health check is never healthy.`,
        fix: 'Correct the region, or take the host from the resource: `loadBalancer.loadBalancerDnsName`, `Stack.of(api).region`.',
      };
    }
  },
});
