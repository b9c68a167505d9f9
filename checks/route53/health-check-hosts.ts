import type { Json } from '../../src/assembly/model.js';
import { outputOf, resource, stackWith } from '../../src/check/example-parts.js';
import { defineFamily } from '../../src/check/family.js';
import type { Problem } from '../../src/check/problem.js';
import { impossibleEndpoint, suffixOfPartition } from '../../src/facts/endpoint-hosts.js';
import { isMisspelledRegion } from '../../src/facts/regions.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { stagesOf } from '../../src/queries/api-stages.js';
import { checkedHostOf, configOf, flawOf, type Host } from '../../src/queries/health-check-host.js';
import { stackWithHealth } from './model/example-records.js';

/** Checks of the host that a health check asks, where health checkers resolve its name. */
const hostCheck = defineFamily((row: { ofHost(host: Host, check: Resource): Iterable<Problem> }) => ({
  types: ['AWS::Route53::HealthCheck'],
  *resource(check: Resource): Iterable<Problem> {
    const host = checkedHostOf(check);
    if (host !== undefined) yield* row.ofHost(host, check);
  },
}));

const PAYMENTS = {
  Api: resource('AWS::ApiGatewayV2::Api', { Name: 'payments', ProtocolType: 'HTTP' }),
  Stage: resource('AWS::ApiGatewayV2::Stage', { ApiId: { Ref: 'Api' }, StageName: '$default', AutoDeploy: true }),
};
const health = (FullyQualifiedDomainName: Json) => ({ Type: 'HTTPS', ResourcePath: '/health', FullyQualifiedDomainName });
const traffic = (host: Json) => ({ Traffic: stackWithHealth(health(host), PAYMENTS) });

export const healthCheckHostNeverResolves = hostCheck({
  id: 'route53/health-check-host-never-resolves',
  title: 'Health check host name never resolves',
  severity: 'error',
  docs: {
    why: 'The host is put together like that of an AWS endpoint, but no endpoint has this form: the resource is missing, the labels are in the wrong order, or the service has no such names. The health check always fails with "DNS resolution failed", and its records never answer, or always.',
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
  *ofHost(host) {
    if (flawOf(host) !== undefined) return;
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
        message: `No endpoint has the host ${host.shown}: ${region} is not an AWS region. The health check is never healthy.`,
        fix: 'Correct the region, or take the host from the resource: `loadBalancer.loadBalancerDnsName`, `Stack.of(api).region`.',
      };
    }
  },
});

/** Resources whose id or name is the first label of a host in their own region. */
const REGIONAL = new Set([
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGatewayV2::Api',
  'AWS::Serverless::Api',
  'AWS::Serverless::HttpApi',
  'AWS::AppSync::GraphQLApi',
  'AWS::ElasticLoadBalancing::LoadBalancer',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::S3::Bucket',
]);

const elsewhere = (Region: Json) => ({
  Standby: stackWith({ ApiId: { Ref: 'Api' } }, 'us-west-2', PAYMENTS),
  Traffic: {
    ...stackWithHealth(
      health({ 'Fn::Sub': ['${Api}.execute-api.${Region}.amazonaws.com', { Api: outputOf('Standby', 'ApiId', 'us-west-2'), Region }] }),
    ),
    dependencies: ['Standby'],
  },
});

export const healthCheckHostRegion = hostCheck({
  id: 'route53/health-check-host-region',
  title: 'Health check host name has the wrong region',
  severity: 'error',
  docs: {
    why: 'The id of an API or the name of a load balancer means something only in its own region. Put in front of another region (typically `this.region` of the stack that holds the health check), it names nothing, and the health check is never healthy: the standby region never takes over, or is never seen to be down.',
    fix: "Build the host where the resource is: `Fn.parseDomainName(api.url)` of the API's construct, or the region of its own stack (`Stack.of(api).region`) instead of `this.region`.",
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-call-api.html',
      'https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html',
    ],
    templateFix:
      'Build the host with the region where the resource is, or declare the health check in the template of that region with `${AWS::Region}`.',
    bad: elsewhere({ Ref: 'AWS::Region' }),
    good: elsewhere('us-west-2'),
  },
  *ofHost(host) {
    const { first } = host;
    const hostRegion = host.endpoint?.region;
    if (first === undefined || hostRegion === undefined || !REGIONAL.has(first.resource.type)) return;
    // The REST endpoint of a bucket redirects to its own region, and a redirect is healthy.
    if (first.resource.type === 'AWS::S3::Bucket' && host.endpoint?.service !== 's3-website') return;
    const { region } = first.resource;
    const name = first.resource.displayNameFrom(host.at.resource);
    if (region === undefined || region === hostRegion) return;
    yield {
      at: host.at,
      message: `${name} is in ${region}, but the host ${host.shown} looks for it in ${hostRegion}: nothing is there, so the health check is never healthy.`,
      related: [{ at: first.resource, message: `Declared here, in ${region}.` }],
    };
  },
});

const api = (ResourcePath: string) => ({
  Payments: stackWithHealth(
    { Type: 'HTTPS', FullyQualifiedDomainName: { 'Fn::Sub': '${Api}.execute-api.${AWS::Region}.amazonaws.com' }, ResourcePath },
    {
      Api: resource('AWS::ApiGateway::RestApi', { Name: 'payments' }),
      Stage: resource('AWS::ApiGateway::Stage', { RestApiId: { Ref: 'Api' }, StageName: 'prod', DeploymentId: 'd1' }),
    },
  ),
});

export const healthCheckPathWithoutStage = hostCheck({
  id: 'route53/health-check-path-without-stage',
  title: "Health check path without the API's stage",
  severity: 'error',
  docs: {
    why: 'The default endpoint of an API has its stage as the first part of every path. Without it API Gateway answers 403 or 404, and the health check is never healthy. Only the `$default` stage of an HTTP API is not a part of the path.',
    fix: 'Begin the path with the stage: resourcePath: `/${api.deploymentStage.stageName}/health`. The stage of a `RestApi` of the CDK is `prod` unless it is named; `HttpApi` has `$default`, and needs none.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-call-api.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-stages.html',
    ],
    templateFix: 'Begin the path with the stage: `ResourcePath: /prod/health`. An HTTP API with the stage `$default` needs none.',
    bad: api('/health'),
    good: api('/prod/health'),
  },
  *ofHost(host, check) {
    const config = configOf(check);
    const api = host.first?.resource;
    if (api === undefined || host.endpoint?.service !== 'api' || config.get('Type').text === 'TCP') return;
    if (api.type !== 'AWS::ApiGateway::RestApi' && api.property('ProtocolType').text !== 'HTTP') return;
    // A `Target` makes the `$default` stage as well.
    if (!api.property('Target').isAbsent) return;
    const path = config.get('ResourcePath');
    const segment = firstSegment(path);
    const stages = stagesOf(api);
    // "The /ping and /sping paths are reserved for the service health check": https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
    if (api.type !== 'AWS::ApiGatewayV2::Api' && (segment === 'ping' || segment === 'sping')) return;
    if (segment === undefined || stages === undefined || stages.includes('$default') || stages.includes(segment)) return;
    // Without a stage here it is made somewhere else, and only a path without any first part is certainly wrong.
    if (stages.length === 0 && (segment !== '' || api.type !== 'AWS::ApiGateway::RestApi')) return;
    yield {
      at: path.isAbsent ? host.at : path,
      message: `The path ${path.isAbsent ? '/' : (path.text ?? `/${segment}/…`)} does not begin with a stage of ${api.displayNameFrom(path.resource)}${stages.length > 0 ? ` (${stages.join(', ')})` : ''}: its default endpoint answers ${api.type === 'AWS::ApiGateway::RestApi' ? '403' : '404'}, so the health check is never healthy.`,
      related: [{ at: api, message: 'The API is declared here.' }],
    };
  },
});

/** The first part of a path; undefined when it is not known. */
function firstSegment(path: Property): string | undefined {
  if (path.isAbsent) return '';
  const [start] = path.parts ?? [];
  if (typeof start !== 'string') return undefined;
  const rest = start.replace(/^\//, '');
  const [segment = ''] = rest.split(/[/?]/, 1);
  return path.parts?.length === 1 || segment.length < rest.length ? segment : undefined;
}
