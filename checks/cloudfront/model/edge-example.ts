import type { JsonObject } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { policy, resource, stack } from '../../../src/check/example-parts.js';

/** A distribution that runs a function with these properties at every request of a viewer. */
export function siteWithFunction(properties: JsonObject, arn: JsonObject = { Ref: 'Version' }): Example {
  return {
    Site: stack('us-east-1', {
      Role: resource('AWS::IAM::Role', {
        AssumeRolePolicyDocument: policy({
          Effect: 'Allow',
          Principal: { Service: ['lambda.amazonaws.com', 'edgelambda.amazonaws.com'] },
          Action: 'sts:AssumeRole',
        }),
      }),
      Rewrite: resource('AWS::Lambda::Function', {
        Runtime: 'nodejs22.x',
        Handler: 'index.handler',
        Code: { ZipFile: 'exports.handler = async () => ({})' },
        Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
        ...properties,
      }),
      Version: resource('AWS::Lambda::Version', { FunctionName: { Ref: 'Rewrite' } }),
      Cdn: resource('AWS::CloudFront::Distribution', {
        DistributionConfig: {
          Enabled: true,
          Origins: [{ Id: 'shop', DomainName: 'origin.acme-bank.io', CustomOriginConfig: { OriginProtocolPolicy: 'https-only' } }],
          DefaultCacheBehavior: {
            TargetOriginId: 'shop',
            ViewerProtocolPolicy: 'https-only',
            LambdaFunctionAssociations: [{ EventType: 'viewer-request', LambdaFunctionARN: arn }],
          },
        },
      }),
    }),
  };
}
