import { expect, it } from 'vitest';
import check from '../../../checks/cloudfront/origin-path-without-stage.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const HOST = { 'Fn::Sub': '${Api}.execute-api.${AWS::Region}.amazonaws.com' };

function site(origin: JsonObject, defaultOrigin = 'api', api: JsonObject = { Type: 'AWS::ApiGateway::RestApi', Properties: {} }) {
  const config = { Origins: [{ Id: 'api', DomainName: HOST, ...origin }], DefaultCacheBehavior: { TargetOriginId: defaultOrigin } };
  const resources = {
    Api: api,
    Stage: { Type: 'AWS::ApiGateway::Stage', Properties: { RestApiId: { Ref: 'Api' }, StageName: 'prod' } },
    Site: { Type: 'AWS::CloudFront::Distribution', Properties: { DistributionConfig: config } },
  };
  return { Web: { region: 'us-east-1', resources } };
}

const HTTP = { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP' } };
function withDefaultStage({ Web }: Example): Example {
  const Default = { Type: 'AWS::ApiGatewayV2::Stage', Properties: { ApiId: { Ref: 'Api' }, StageName: '$default' } };
  return { Web: { ...Web, resources: { ...Web?.resources, Default } } };
}

it.each<[string, Example, string | undefined]>([
  ['no path', site({}), 'DistributionConfig.Origins.0.DomainName'],
  ['a path with another stage', site({ OriginPath: '/test' }), 'DistributionConfig.Origins.0.OriginPath'],
  ['the stage', site({ OriginPath: '/prod' }), undefined],
  ['the stage and more', site({ OriginPath: '/prod/v1' }), undefined],
  ['an empty path that is written out', site({ OriginPath: '' }), undefined],
  ['an origin of other behaviors only', site({}, 'site'), undefined],
  ['an HTTP API', site({}, 'api', HTTP), 'DistributionConfig.Origins.0.DomainName'],
  ['an HTTP API with a default stage', withDefaultStage(site({}, 'api', HTTP)), undefined],
  ['a WebSocket API', site({}, 'api', { ...HTTP, Properties: { ProtocolType: 'WEBSOCKET' } }), undefined],
])('looks for the stage: %s', (_, example, propertyPath) => {
  expect(findingsIn(example, check)).toMatchObject(
    propertyPath === undefined ? [] : [{ severity: 'warning', logicalId: 'Site', propertyPath }],
  );
});
