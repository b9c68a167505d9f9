import { defineCheck } from '../../src/check/check.js';
import type { Example } from '../../src/check/example.js';
import type { Property } from '../../src/graph/model/property.js';
import { stagesOf } from '../../src/queries/api-stages.js';
import { checkedHostOf, configOf } from '../../src/queries/health-check-host.js';
import { recordWithHealth } from './model/example-records.js';

const api = (ResourcePath: string): Example => ({
  Payments: {
    region: 'us-east-1',
    resources: {
      Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'payments' } },
      Stage: { Type: 'AWS::ApiGateway::Stage', Properties: { RestApiId: { Ref: 'Api' }, StageName: 'prod', DeploymentId: 'd1' } },
      Health: {
        Type: 'AWS::Route53::HealthCheck',
        Properties: {
          HealthCheckConfig: {
            Type: 'HTTPS',
            FullyQualifiedDomainName: { 'Fn::Sub': '${Api}.execute-api.${AWS::Region}.amazonaws.com' },
            ResourcePath,
          },
        },
      },
      Record: recordWithHealth,
    },
  },
});

export default defineCheck({
  id: 'route53/health-check-path-without-stage',
  title: "Health check path without the API's stage",
  severity: 'error',
  types: ['AWS::Route53::HealthCheck'],
  docs: {
    why: 'The default endpoint of an API has its stage as the first part of every path. Without it API Gateway answers 403 or 404, and the health check is never healthy. Only the `$default` stage of an HTTP API is left out.',
    fix: 'Begin the path with the stage: resourcePath: `/${api.deploymentStage.stageName}/health`. The stage of a `RestApi` of the CDK is `prod` unless it is named; `HttpApi` has `$default`, and needs none.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-call-api.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-stages.html',
    ],
    templateFix: 'Begin the path with the stage: `ResourcePath: /prod/health`. An HTTP API with the stage `$default` needs none.',
    bad: api('/health'),
    good: api('/prod/health'),
  },
  *resource(check) {
    const config = configOf(check);
    const host = checkedHostOf(check);
    const api = host?.first?.resource;
    if (api === undefined || host?.endpoint?.service !== 'api' || config.get('Type').text === 'TCP') return;
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
