import { describe, expect, it } from 'vitest';
import check from '../../../checks/account/api-logging-role-missing.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';

const stage = (properties: JsonObject): JsonObject => ({ Type: 'AWS::ApiGateway::Stage', Properties: properties });
const logging = { MethodSettings: [{ HttpMethod: '*', LoggingLevel: 'ERROR' }] };
const account = { Type: 'AWS::ApiGateway::Account', Properties: { CloudWatchRoleArn: 'arn:aws:iam::482731905566:role/logs' } };
const socket = (protocol: string): JsonObject => ({
  Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: protocol } },
  Stage: {
    Type: 'AWS::ApiGatewayV2::Stage',
    Properties: { ApiId: { Ref: 'Api' }, AccessLogSettings: { DestinationArn: 'arn:aws:logs:…' } },
  },
});
const app = (resources: JsonObject, more: object = {}) => ({ App: { region: 'us-east-1', resources }, ...more });
const severities = (...example: Parameters<typeof app>) =>
  findingsIn(app(...example), check).map(({ severity, logicalId }) => [severity, logicalId]);

describe('account/api-logging-role-missing', () => {
  it('says once in an account and region that nothing sets the role', () => {
    expect(findingsIn(app({ One: stage(logging), Two: stage(logging) }), check)).toEqual([
      {
        severity: 'warning',
        checkId: check.id,
        stack: 'App',
        logicalId: 'One',
        propertyPath: 'MethodSettings.0.LoggingLevel',
        message:
          'This needs the logging role of the account, and nothing in this app sets it: if it is not set in us-east-1 already, the deployment fails with "CloudWatch Logs role ARN must be set in account settings to enable logging".',
        related: [{ stack: 'App', logicalId: 'Two', message: 'This needs it as well.' }],
      },
    ]);
  });

  it.each<[string, JsonObject]>([
    ['access logs', { Stage: stage({ AccessLogSetting: { DestinationArn: 'arn:aws:logs:…' } }) }],
    ['a deployment', { Stage: { Type: 'AWS::ApiGateway::Deployment', Properties: { StageDescription: { LoggingLevel: 'INFO' } } } }],
    ['a WebSocket API', socket('WEBSOCKET')],
  ])('warns about %s', (_, resources) => {
    expect(severities(resources)).toEqual([['warning', 'Stage']]);
  });

  it('reports every stage that is deployed before the role is set', () => {
    const later = { Settings: { region: 'us-east-1', dependencies: ['App'], resources: { Role: account } } };
    expect(severities({ One: stage(logging), Two: stage(logging) }, later)).toEqual([
      ['warning', 'One'],
      ['warning', 'Two'],
    ]);
  });

  it.each<[string, JsonObject]>([
    ['a role beside the stage', { Stage: stage(logging), Role: account }],
    ['a stage without logs', { Stage: stage({ MethodSettings: [{ LoggingLevel: 'OFF' }] }) }],
    ['an HTTP API, which needs no role', socket('HTTP')],
    [
      'access logs to Firehose, which need no role',
      {
        Stage: stage({
          AccessLogSetting: { DestinationArn: 'arn:aws:firehose:us-east-1:482731905566:deliverystream/amazon-apigateway-a' },
        }),
      },
    ],
  ])('ignores %s', (_, resources) => {
    expect(severities(resources)).toEqual([]);
  });
});
