import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { stagesOf } from '../../src/queries/api-stages.js';
import { hostAt } from '../../src/queries/health-check-host.js';

const example = (more: object) => ({
  Web: stack('us-east-1', {
    Api: resource('AWS::ApiGateway::RestApi', { Name: 'shop' }),
    Stage: resource('AWS::ApiGateway::Stage', { RestApiId: { Ref: 'Api' }, StageName: 'prod' }),
    Site: resource('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Enabled: true,
        DefaultCacheBehavior: { TargetOriginId: 'api', ViewerProtocolPolicy: 'https-only' },
        Origins: [
          {
            Id: 'api',
            DomainName: { 'Fn::Sub': '${Api}.execute-api.${AWS::Region}.${AWS::URLSuffix}' },
            CustomOriginConfig: { OriginProtocolPolicy: 'https-only' },
            ...more,
          },
        ],
      },
    }),
  }),
});

/** What an API answers for a path without a stage. */
const ANSWERS: ReadonlyMap<string, string> = new Map([
  ['AWS::ApiGateway::RestApi', '403 "Missing Authentication Token"'],
  ['AWS::ApiGatewayV2::Api', '404 "Not Found"'],
]);

export default defineCheck({
  id: 'cloudfront/origin-path-without-stage',
  title: 'CloudFront origin path is missing the API stage',
  severity: 'warning',
  types: ['AWS::CloudFront::Distribution'],
  docs: {
    why: 'The default endpoint of a REST API has its stage as the first part of every path. Without `OriginPath` CloudFront asks for the path of the viewer as it is, and API Gateway answers 403 "Missing Authentication Token", unless the viewers write the stage themselves. The same is true of an HTTP API without a `$default` stage, which answers 404 "Not Found".',
    fix: 'Use `new RestApiOrigin(api)`, which writes the stage, or `new HttpOrigin(host, { originPath: "/prod" })`.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-call-api.html',
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
    ],
    templateFix: 'Add the stage to the origin: `OriginPath: /prod`.',
    bad: example({}),
    good: example({ OriginPath: '/prod' }),
  },
  *resource(distribution) {
    const config = distribution.property('DistributionConfig');
    for (const origin of config.get('Origins').items ?? []) {
      const host = hostAt(origin.get('DomainName'));
      const api = host?.first?.resource;
      if (api === undefined || !ANSWERS.has(api.type) || host?.endpoint?.service !== 'api') continue;
      const stages = stagesOf(api);
      if (stages?.includes('$default') || (!api.property('ProtocolType').isAbsent && api.property('ProtocolType').text !== 'HTTP'))
        continue;
      const path = origin.get('OriginPath');
      // An empty path that is written out is meant: the viewers write the stage.
      if (stages === undefined || stages.length === 0 || (!path.isAbsent && !path.text)) continue;
      const first = (path.text ?? '').split('/')[1] ?? '';
      if (stages.includes(first)) continue;
      // Only the default behavior sends all paths there; the pattern of another may begin with the stage.
      if (first === '' && config.get('DefaultCacheBehavior', 'TargetOriginId').text !== origin.get('Id').text) continue;
      yield {
        at: path.isAbsent ? origin.get('DomainName') : path,
        message: `The origin ${host.shown} has ${path.isAbsent ? 'no OriginPath' : `the OriginPath "${path.text}"`}, which must begin with a stage of ${api.displayNameFrom(path.resource)} (${stages.join(', ')}): API Gateway answers ${ANSWERS.get(api.type)}.`,
        related: [{ at: api, message: 'The API is declared here.' }],
      };
    }
  },
});
