import type { JsonObject } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';

/** A distribution that runs a function with these properties at every request of a viewer. */
export function siteWithFunction(properties: JsonObject, arn: JsonObject = { Ref: 'Version' }): Example {
  return {
    Site: {
      region: 'us-east-1',
      resources: {
        Role: {
          Type: 'AWS::IAM::Role',
          Properties: {
            AssumeRolePolicyDocument: {
              Version: '2012-10-17',
              Statement: [
                { Effect: 'Allow', Principal: { Service: ['lambda.amazonaws.com', 'edgelambda.amazonaws.com'] }, Action: 'sts:AssumeRole' },
              ],
            },
          },
        },
        Rewrite: {
          Type: 'AWS::Lambda::Function',
          Properties: {
            Runtime: 'nodejs22.x',
            Handler: 'index.handler',
            Code: { ZipFile: 'exports.handler = async () => ({})' },
            Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
            ...properties,
          },
        },
        Version: { Type: 'AWS::Lambda::Version', Properties: { FunctionName: { Ref: 'Rewrite' } } },
        Cdn: {
          Type: 'AWS::CloudFront::Distribution',
          Properties: {
            DistributionConfig: {
              Enabled: true,
              Origins: [{ Id: 'shop', DomainName: 'origin.acme-bank.io', CustomOriginConfig: { OriginProtocolPolicy: 'https-only' } }],
              DefaultCacheBehavior: {
                TargetOriginId: 'shop',
                ViewerProtocolPolicy: 'https-only',
                LambdaFunctionAssociations: [{ EventType: 'viewer-request', LambdaFunctionARN: arn }],
              },
            },
          },
        },
      },
    },
  };
}
