import { defineCheck } from '../../src/check/check.js';
import type { Property } from '../../src/graph/model/property.js';
import { edgeAssociationsOf } from '../../src/queries/edge-functions.js';
import { siteWithFunction } from './model/edge-example.js';

export default defineCheck({
  id: 'cloudfront/edge-function-version',
  title: 'Lambda@Edge association without a numbered version',
  severity: 'error',
  types: ['AWS::CloudFront::Distribution'],
  docs: {
    why: 'CloudFront copies one published version of a function to its edge locations: "You must use a numbered version of the Lambda function, not $LATEST or aliases." A distribution with the ARN of the function itself or of an alias is rejected.',
    fix: 'Pass the version: `edgeLambdas: [{ functionVersion: fn.currentVersion, eventType: … }]`, and export its ARN, which ends in the version number, to stacks of other regions.',
    sources: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html'],
    templateFix:
      'Name a version: `LambdaFunctionARN: !Ref Version` of an `AWS::Lambda::Version`; stacks of other regions get its ARN, which ends in the number of the version.',
    bad: siteWithFunction({}, { 'Fn::GetAtt': ['Rewrite', 'Arn'] }),
    good: siteWithFunction({}),
  },
  *resource(distribution) {
    for (const { at, named } of edgeAssociationsOf(distribution)) {
      const wrong = named?.type === 'AWS::Lambda::Version' ? undefined : (named?.displayNameFrom(distribution) ?? unnumbered(at));
      if (wrong === undefined) continue;
      yield {
        at,
        message: `This is the ARN of ${named?.type === 'AWS::Lambda::Alias' ? 'the alias' : 'the function'} ${wrong}, without a version number: CloudFront rejects the distribution.`,
        ...(named && { related: [{ at: named, message: 'Declared here.' }] }),
      };
    }
  },
});

/** The name in an ARN that is written out and does not end in a number. */
function unnumbered(at: Property): string | undefined {
  const [, name, qualifier] = /^arn:[\w-]+:lambda:[\w-]+:\d+:function:([\w-]+)(?::([\w$-]+))?$/.exec(at.text ?? '') ?? [];
  return name === undefined || /^\d+$/.test(qualifier ?? '') ? undefined : [name, qualifier].filter(Boolean).join(':');
}
