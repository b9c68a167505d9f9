import { expect, it } from 'vitest';
import check from '../../../checks/events/rule-region.js';
import type { Json } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const rule = (pattern: Json, more: { readonly [name: string]: Json } = {}) => ({
  Type: 'AWS::Events::Rule',
  Properties: { EventPattern: pattern, ...more },
});
const app = (region: string, pattern: Json, more?: { readonly [name: string]: Json }): Example => ({
  Audit: { region, resources: { Rule: rule(pattern, more) } },
});

it('reports where the events are', () => {
  expect(findingsIn(check.docs.bad, check)).toEqual([
    {
      checkId: 'events/rule-region',
      severity: 'warning',
      stack: 'Audit',
      logicalId: 'Logins',
      propertyPath: 'EventPattern.source.0',
      message: 'Events of aws.iam are only in us-east-1: this rule in eu-west-1 never matches them.',
    },
  ]);
});

it.each<[string, string, Json, string, string]>([
  ['Organizations', 'eu-west-1', { source: ['aws.organizations'] }, 'EventPattern.source.0', 'us-east-1'],
  ['one of several', 'eu-west-1', { source: ['aws.s3', 'aws.cloudfront'] }, 'EventPattern.source.1', 'us-east-1'],
  [
    'the source of API calls',
    'eu-west-1',
    { detail: { eventSource: ['route53.amazonaws.com'] } },
    'EventPattern.detail.eventSource.0',
    'us-east-1',
  ],
  ['IAM in China', 'cn-northwest-1', { source: ['aws.iam'] }, 'EventPattern.source.0', 'cn-north-1'],
  ['Global Accelerator', 'us-east-1', { source: ['aws.globalaccelerator'] }, 'EventPattern.source.0', 'us-west-2'],
])('reports %s', (_, region, pattern, propertyPath, expected) => {
  expect(findingsIn(app(region, pattern), check)).toMatchObject([
    { propertyPath, message: expect.stringContaining(`only in ${expected}`) },
  ]);
});

it('reports sign-ins of the root user, and not those of others', () => {
  const signIn = (type: Json): Json => ({ 'detail-type': ['AWS Console Sign In via CloudTrail'], detail: { userIdentity: { type } } });
  expect(findingsIn(app('eu-west-1', signIn(['Root'])), check)).toMatchObject([
    {
      propertyPath: 'EventPattern.detail-type.0',
      message:
        'Events of AWS Console Sign In via CloudTrail with detail.userIdentity.type Root are only in us-east-1: this rule in eu-west-1 never matches them.',
    },
  ]);
  expect(findingsIn(app('eu-west-1', signIn(['Root', 'IAMUser'])), check)).toEqual([]);
  expect(findingsIn(app('eu-west-1', { source: ['aws.signin'] }), check)).toEqual([]);
});

const iam = { source: ['aws.iam'] };

it.each<[string, Example]>([
  ['another bus', app('eu-west-1', iam, { EventBusName: 'audit' })],
  ['a disabled rule', app('eu-west-1', iam, { State: 'DISABLED' })],
  ['a regional service', app('eu-west-1', { source: ['aws.s3'] })],
  ['a condition on the source', app('eu-west-1', { source: [{ prefix: 'aws.' }] })],
  ['China', app('cn-north-1', iam)],
  ['a stack without region', { Audit: { resources: { Rule: rule(iam) } } }],
  ['events that a rule sends on', { ...app('eu-west-1', iam), Edge: { region: 'us-east-1', resources: { Forward: rule(iam) } } }],
  [
    'events that a rule on all sources sends on',
    { ...app('eu-west-1', iam), Edge: { region: 'us-east-1', resources: { Forward: rule({ account: ['482731905566'] }) } } },
  ],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});

it.each<[string, Json]>([
  ['a source', { source: [{ prefix: 'aws.' }] }],
  ['a kind of event', { source: ['acme.orders'], 'detail-type': [{ prefix: 'Order' }], detail: { userIdentity: { type: ['Root'] } } }],
  ['the source of API calls', { detail: { eventSource: [{ 'anything-but': ['s3.amazonaws.com'] }] } }],
])('ignores a filter in place of %s', (_, pattern) => {
  expect(findingsIn(app('eu-west-1', pattern), check)).toEqual([]);
});
