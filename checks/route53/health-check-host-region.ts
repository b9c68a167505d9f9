import type { Json } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';
import type { Example } from '../../src/check/example.js';
import { checkedHostOf } from '../../src/queries/health-check-host.js';
import { recordWithHealth } from './model/example-records.js';

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

const stacks = (region: Json): Example => ({
  Standby: {
    region: 'us-west-2',
    resources: {
      Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'payments', ProtocolType: 'HTTP' } },
      Stage: { Type: 'AWS::ApiGatewayV2::Stage', Properties: { ApiId: { Ref: 'Api' }, StageName: '$default', AutoDeploy: true } },
    },
    outputs: { ApiId: { Value: { Ref: 'Api' } } },
  },
  Traffic: {
    region: 'us-east-1',
    dependencies: ['Standby'],
    resources: {
      Health: {
        Type: 'AWS::Route53::HealthCheck',
        Properties: {
          HealthCheckConfig: {
            Type: 'HTTPS',
            ResourcePath: '/health',
            FullyQualifiedDomainName: {
              'Fn::Sub': [
                '${Api}.execute-api.${Region}.amazonaws.com',
                { Api: { 'Fn::GetStackOutput': { StackName: 'Standby', OutputName: 'ApiId', Region: 'us-west-2' } }, Region: region },
              ],
            },
          },
        },
      },
      Record: recordWithHealth,
    },
  },
});

export default defineCheck({
  id: 'route53/health-check-host-region',
  title: 'Health check host name has the wrong region',
  severity: 'error',
  types: ['AWS::Route53::HealthCheck'],
  docs: {
    why: 'The id of an API or the name of a load balancer means something only in its own region. Put in front of another region (typically `this.region` of the stack that holds the health check), it names nothing, and the health check is never healthy: the standby region never takes over, or is never seen to be down.',
    fix: "Build the host where the resource is: `Fn.parseDomainName(api.url)` of the API's construct, or the region of its own stack (`Stack.of(api).region`) instead of `this.region`.",
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-call-api.html',
      'https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html',
    ],
    templateFix:
      'Build the host with the region where the resource is, or declare the health check in the template of that region with `${AWS::Region}`.',
    bad: stacks({ Ref: 'AWS::Region' }),
    good: stacks('us-west-2'),
  },
  *resource(check) {
    const host = checkedHostOf(check);
    const { first } = host ?? {};
    const hostRegion = host?.endpoint?.region;
    if (host === undefined || first === undefined || hostRegion === undefined || !REGIONAL.has(first.resource.type)) return;
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
