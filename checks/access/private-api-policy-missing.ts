import { defineCheck } from '../../src/check/check.js';
import { policy, resource, stack } from '../../src/check/example-parts.js';

const app = (settings: object) => ({
  Internal: stack('us-east-1', {
    Api: resource('AWS::ApiGateway::RestApi', { Name: 'internal', EndpointConfiguration: { Types: ['PRIVATE'] }, ...settings }),
    Deployment: resource('AWS::ApiGateway::Deployment', { RestApiId: { Ref: 'Api' } }),
  }),
});

export default defineCheck({
  id: 'access/private-api-policy-missing',
  title: 'Private REST API without a resource policy',
  severity: 'error',
  types: ['AWS::ApiGateway::RestApi'],
  docs: {
    why: 'A private REST API lets nobody in by itself, and API Gateway deploys it only with a resource policy that says which networks or accounts may call it. Without one the deployment of the API fails.',
    fix: 'Give the `RestApi` a `policy` that allows `execute-api:Invoke` from the VPC endpoint: `policy: new iam.PolicyDocument({ statements: [new iam.PolicyStatement({ principals: [new iam.AnyPrincipal()], actions: ["execute-api:Invoke"], resources: ["execute-api:/*"], conditions: { StringEquals: { "aws:SourceVpce": endpoint.vpcEndpointId } } })] })`.',
    sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-create-attach.html'],
    templateFix:
      'Give the `AWS::ApiGateway::RestApi` a `Policy` that allows `execute-api:Invoke`, with `aws:SourceVpce` or `aws:SourceVpc` as the condition.',
    bad: app({}),
    good: app({
      Policy: policy({
        Effect: 'Allow',
        Principal: '*',
        Action: 'execute-api:Invoke',
        Resource: 'execute-api:/*',
        Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f60718' } },
      }),
    }),
  },
  *resource(api, { graph }) {
    const types = api.property('EndpointConfiguration', 'Types').items ?? [];
    const at = types.find(({ text }) => text === 'PRIVATE');
    // The description of an API may hold its policy.
    if (at === undefined || ['Policy', 'Body', 'BodyS3Location'].some((name) => api.hasProperty(name))) return;
    const deployment = graph
      .linksTo(api)
      .find(({ from }) => from.type === 'AWS::ApiGateway::Deployment' && from.existence === 'certain')?.from;
    if (deployment === undefined) return;
    yield {
      at,
      message: 'This REST API is private and has no resource policy: API Gateway rejects its deployment.',
      related: [{ at: deployment, message: 'This deploys it.' }],
    };
  },
});
