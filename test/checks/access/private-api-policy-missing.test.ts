import { describe, it } from 'vitest';
import check from '../../../checks/access/private-api-policy-missing.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { ignores, reports } from '../../support/findings-in.js';

const PRIVATE = { EndpointConfiguration: { Types: ['PRIVATE'] } };
const api = (
  properties: JsonObject,
  others: JsonObject = { Deployment: { Type: 'AWS::ApiGateway::Deployment', Properties: { RestApiId: { Ref: 'Api' } } } },
) => ({
  App: { region: 'us-east-1', resources: { Api: { Type: 'AWS::ApiGateway::RestApi', Properties: properties }, ...others } },
});

describe('access/private-api-policy-missing', () => {
  it('reports the exact place', () =>
    reports(check, {
      example: api(PRIVATE),
      problems: [
        {
          severity: 'error',
          stack: 'App',
          logicalId: 'Api',
          propertyPath: 'EndpointConfiguration.Types.0',
          message: 'This REST API is private and has no resource policy: API Gateway rejects its deployment.',
          related: [{ stack: 'App', logicalId: 'Deployment', message: 'This deploys it.' }],
        },
      ],
    }));

  it.each<[string, JsonObject, JsonObject?]>([
    ['a regional API', { EndpointConfiguration: { Types: ['REGIONAL'] } }],
    ['an API with a description, which may hold a policy', { ...PRIVATE, BodyS3Location: { Bucket: 'b', Key: 'k' } }],
    ['an API that nothing deploys', PRIVATE, {}],
    ['a type that only deployment knows', { EndpointConfiguration: { Types: [{ Ref: 'Type' }] } }],
  ])('ignores %s', (_, properties, others) => ignores(check, api(properties, others)));
});
