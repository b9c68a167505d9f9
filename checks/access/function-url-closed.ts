import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import type { Problem } from '../../src/check/problem.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { mayCall } from '../../src/queries/policies/function-permissions.js';

const permission = (action: string) =>
  resource('AWS::Lambda::Permission', { FunctionName: { Ref: 'Function' }, Action: `lambda:${action}`, Principal: '*' });
const app = (permissions: object) => ({
  Webhook: stack('us-east-1', {
    Function: resource('AWS::Lambda::Function', { Handler: 'index.handler' }),
    Url: resource('AWS::Lambda::Url', { AuthType: 'NONE', TargetFunctionArn: { 'Fn::GetAtt': ['Function', 'Arn'] } }),
    ...permissions,
  }),
});

export default defineCheck({
  id: 'access/function-url-closed',
  title: 'Function URL without permissions for everybody, or for the distribution before it',
  severity: 'warning',
  types: ['AWS::Lambda::Url'],
  docs: {
    why: 'A function URL with `AuthType: NONE` still needs a policy of the function that lets everybody in: without `lambda:InvokeFunctionUrl` every request gets 403 Forbidden. Function URLs that are created since October 2025 need `lambda:InvokeFunction`, too, which older versions of the CDK do not grant. So does the URL with `AuthType: AWS_IAM` of an origin that CloudFront signs its requests for: it needs both for `cloudfront.amazonaws.com`.',
    fix: "Create the URL with `fn.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.NONE })` of a current CDK, which grants both. Before a distribution: `origins.FunctionUrlOrigin.withOriginAccessControl(url)`, and `fn.addPermission('Invoke', { principal: new iam.ServicePrincipal('cloudfront.amazonaws.com'), action: 'lambda:InvokeFunction' })`.",
    sources: [
      'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
      'https://github.com/aws/aws-cdk/issues/35872',
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html',
      'https://github.com/TerraConstructs/base/issues/98',
    ],
    templateFix:
      'Add an `AWS::Lambda::Permission` for `lambda:InvokeFunctionUrl` with `FunctionUrlAuthType: NONE`, and one for `lambda:InvokeFunction` with `InvokedViaFunctionUrl: true`, both with `Principal: "*"`, or `cloudfront.amazonaws.com` for a distribution.',
    bad: app({}),
    good: app({ Request: permission('InvokeFunctionUrl'), Invoke: permission('InvokeFunction') }),
  },
  *resource(url, { graph }) {
    const called = url.property('TargetFunctionArn').target('AWS::Lambda::Function');
    if (called?.existence !== 'certain' || url.hasProperty('Qualifier')) return;
    const name = called.physicalName ?? called.displayNameFrom(url);
    const at = url.property('AuthType');
    if (at.text === 'NONE') yield* closed({ at, called, name, who: 'everybody' });
    if (at.text !== 'AWS_IAM') return;
    for (const { from, path } of graph.linksTo(url)) {
      if (from.type !== 'AWS::CloudFront::Distribution' || from.existence !== 'certain') continue;
      const [, config, origins, index, host] = path;
      if (config !== 'DistributionConfig' || origins !== 'Origins' || typeof index !== 'number' || host !== 'DomainName') continue;
      const origin = from.property(config).get(origins, index);
      const signs = origin.get('OriginAccessControlId');
      if (signs.isAbsent || signs.text === '') continue;
      yield* closed({ at: origin.get(host), called, name, who: 'CloudFront', service: 'cloudfront' });
    }
  },
});

interface Caller {
  readonly at: Property;
  readonly called: Resource;
  readonly name: string;
  readonly who: string;
  readonly service?: string;
}

function* closed({ at, called, name, who, service }: Caller): Iterable<Problem> {
  if (mayCall(called, 'lambda:InvokeFunctionUrl', service) === false) {
    yield {
      at,
      message: `No permission lets ${who} use the URL of ${name} (lambda:InvokeFunctionUrl): every request gets 403 Forbidden.`,
    };
  } else if (mayCall(called, 'lambda:InvokeFunction', service) === false) {
    yield {
      at,
      severity: 'info',
      message: `No permission lets ${who} invoke ${name} (lambda:InvokeFunction): if the URL is created since October 2025, every request gets 403 Forbidden.`,
    };
  }
}
