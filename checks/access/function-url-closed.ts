import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { mayEverybody } from '../../src/queries/policies/function-permissions.js';

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
  title: 'Public function URL without permissions for everybody',
  severity: 'warning',
  types: ['AWS::Lambda::Url'],
  docs: {
    why: 'A function URL with `AuthType: NONE` still needs a policy of the function that lets everybody in: without `lambda:InvokeFunctionUrl` every request gets 403 Forbidden. Function URLs that are created since October 2025 need `lambda:InvokeFunction`, too, which older versions of the CDK do not grant.',
    fix: 'Create the URL with `fn.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.NONE })` of a current CDK, which grants both.',
    sources: [
      'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
      'https://github.com/aws/aws-cdk/issues/35872',
      'https://github.com/TerraConstructs/base/issues/98',
    ],
    templateFix:
      'Add an `AWS::Lambda::Permission` for `lambda:InvokeFunctionUrl` with `FunctionUrlAuthType: NONE`, and one for `lambda:InvokeFunction` with `InvokedViaFunctionUrl: true`, both with `Principal: "*"`.',
    bad: app({}),
    good: app({ Request: permission('InvokeFunctionUrl'), Invoke: permission('InvokeFunction') }),
  },
  *resource(url) {
    const at = url.property('AuthType');
    const called = url.property('TargetFunctionArn').target('AWS::Lambda::Function');
    if (at.text !== 'NONE' || called?.existence !== 'certain' || url.hasProperty('Qualifier')) return;
    const name = called.physicalName ?? called.displayNameFrom(url);
    if (mayEverybody(called, 'lambda:InvokeFunctionUrl') === false) {
      yield {
        at,
        message: `No permission lets everybody use the URL of ${name} (lambda:InvokeFunctionUrl): every request gets 403 Forbidden.`,
      };
    } else if (mayEverybody(called, 'lambda:InvokeFunction') === false) {
      yield {
        at,
        severity: 'info',
        message: `No permission lets everybody invoke ${name} (lambda:InvokeFunction): if the URL is created since October 2025, every request gets 403 Forbidden.`,
      };
    }
  },
});
