import { describe, expect, it } from 'vitest';
import check from '../../../checks/access/function-url-closed.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';

const permission = (Action: string, Principal: string | JsonObject = '*') => ({
  Type: 'AWS::Lambda::Permission',
  Properties: { FunctionName: { 'Fn::GetAtt': ['Function', 'Arn'] }, Action, Principal },
});
const app = (permissions: readonly object[], url: JsonObject = { AuthType: 'NONE' }) => ({
  Web: {
    region: 'us-east-1',
    resources: {
      Function: { Type: 'AWS::Lambda::Function' },
      Url: { Type: 'AWS::Lambda::Url', Properties: { TargetFunctionArn: { 'Fn::GetAtt': ['Function', 'Arn'] }, ...url } },
      ...Object.fromEntries(permissions.map((one, index) => [`Permission${index}`, one])),
    },
  },
});
const [REQUEST, INVOKE] = [permission('lambda:InvokeFunctionUrl'), permission('lambda:InvokeFunction')];

describe('access/function-url-closed', () => {
  it.each<[string, readonly object[], JsonObject | undefined, readonly string[]]>([
    ['no permission', [], undefined, ['warning AuthType No permission lets everybody use the URL of Function']],
    ['the second one missing', [REQUEST], undefined, ['info AuthType No permission lets everybody invoke Function']],
    ['the first one missing', [INVOKE], undefined, ['warning AuthType No permission lets everybody use the URL of Function']],
    ['both', [REQUEST, INVOKE], undefined, []],
    ['one for all', [permission('lambda:*')], undefined, []],
    ['an account', [permission('lambda:*', '482731905566')], undefined, ['warning AuthType No permission lets everybody use']],
    ['a principal that only deployment knows', [permission('lambda:*', { Ref: 'Who' })], undefined, []],
    ['a URL for those who sign their requests', [], { AuthType: 'AWS_IAM' }, []],
    ['the URL of an alias', [], { AuthType: 'NONE', Qualifier: 'live' }, []],
  ])('%s', (_, permissions, url, expected) => {
    const found = findingsIn(app(permissions, url), check);
    expect(found.map(({ severity, propertyPath, message }) => `${severity} ${propertyPath} ${message}`)).toEqual(
      expected.map((text) => expect.stringContaining(text)),
    );
  });

  it.each<[string, readonly object[], JsonObject, readonly string[]]>([
    ['no permission', [], { OriginAccessControlId: 'E2' }, ['warning No permission lets CloudFront use the URL of Function']],
    [
      'the second one missing',
      [permission('lambda:InvokeFunctionUrl', 'cloudfront.amazonaws.com')],
      { OriginAccessControlId: 'E2' },
      ['info No permission lets CloudFront invoke Function'],
    ],
    ['both', [permission('lambda:*', 'cloudfront.amazonaws.com')], { OriginAccessControlId: 'E2' }, []],
    ['both for everybody', [REQUEST, INVOKE], { OriginAccessControlId: 'E2' }, []],
    ['requests that are not signed', [], {}, []],
    ['the empty id, which stands for none', [], { OriginAccessControlId: '' }, []],
  ])('asks for permissions of CloudFront before a URL: %s', (_, permissions, origin, expected) => {
    const example = app(permissions, { AuthType: 'AWS_IAM' });
    const DomainName = { 'Fn::Select': [2, { 'Fn::Split': ['/', { 'Fn::GetAtt': ['Url', 'FunctionUrl'] }] }] };
    const site = {
      Type: 'AWS::CloudFront::Distribution',
      Properties: { DistributionConfig: { Origins: [{ Id: 'fn', DomainName, ...origin }] } },
    };
    Object.assign(example.Web.resources, { Site: site });
    const found = findingsIn(example, check);
    expect(found.map(({ severity, message }) => `${severity} ${message}`)).toEqual(expected.map((text) => expect.stringContaining(text)));
    for (const { logicalId, propertyPath } of found)
      expect(`${logicalId} ${propertyPath}`).toBe('Site DistributionConfig.Origins.0.DomainName');
  });
});
