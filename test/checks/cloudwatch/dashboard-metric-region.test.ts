import { expect, it } from 'vitest';
import check from '../../../checks/cloudwatch/dashboard-metric-region.js';
import type { Json } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

it('reports the exact place and words', () =>
  expect(findingsIn(check.docs.bad, check)).toMatchObject([
    {
      severity: 'warning',
      stack: 'Monitoring',
      logicalId: 'Traffic',
      propertyPath: 'DashboardBody',
      message: 'A widget shows metrics of AWS/CloudFront in eu-west-1, and they are in us-east-1 only: it stays empty.',
    },
  ]));

const body = (metrics: readonly Json[], region: Json = 'eu-west-1') =>
  JSON.stringify({
    widgets: [
      { type: 'text', properties: { markdown: '#' } },
      { type: 'metric', properties: { region, metrics } },
    ],
  });
const app = (DashboardBody: Json): Example => ({
  Orders: {
    region: 'us-west-2',
    resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: {} } },
    outputs: { Name: { Value: { 'Fn::GetAtt': ['Queue', 'QueueName'] } } },
  },
  Monitoring: {
    region: 'eu-west-1',
    dependencies: ['Orders'],
    resources: { Board: { Type: 'AWS::CloudWatch::Dashboard', Properties: { DashboardBody } } },
  },
});
const health = ['AWS/Route53', 'HealthCheckStatus', 'HealthCheckId', 'a1b2'];
const withQueue = (region: string): Json => {
  const [before = '', after = ''] = body([['AWS/SQS', 'NumberOfMessagesSent', 'QueueName', '|']], region).split('|');
  const name = { 'Fn::GetStackOutput': { StackName: 'Orders', OutputName: 'Name', Region: 'us-west-2' } };
  return { 'Fn::Join': ['', [before, name, after]] };
};

it.each<[string, Json, string]>([
  ['a metric that is in one region', body([health, health]), 'metrics of AWS/Route53 in eu-west-1, and they are in us-east-1 only'],
  ['the region of the metric', body([[...health, { region: 'eu-west-2' }]], 'us-east-1'), 'metrics of AWS/Route53 in eu-west-2'],
  [
    'a web ACL of a distribution',
    body([['AWS/WAFV2', 'BlockedRequests', 'WebACL', 'edge', 'Rule', 'ALL']]),
    'metrics of AWS/WAFV2 in eu-west-1',
  ],
  ['a queue of another region', withQueue('eu-west-1'), 'metrics of Queue in eu-west-1, and they are in us-west-2'],
])('reports %s, once', (_, text, words) =>
  expect(findingsIn(app(text), check)).toMatchObject([{ logicalId: 'Board', message: expect.stringContaining(words) }]),
);

it.each<[string, Json]>([
  ['the region of the metric', body([[...health, { region: 'us-east-1' }]])],
  ['a metric of another account', body([[...health, { accountId: '604211987345' }]])],
  ['a web ACL with its region', body([['AWS/WAFV2', 'BlockedRequests', 'WebACL', 'edge', 'Region', 'eu-west-1', 'Rule', 'ALL']])],
  ['what repeats the metric before', body([['AWS/WAFV2', 'BlockedRequests', '.', '.', { label: 'b' }]])],
  ['an expression', body([[{ expression: 'm1 * 2' }]])],
  ['the region of the queue', withQueue('us-west-2')],
  ['a region that is not known', body([health], { Ref: 'Region' })],
  ['no JSON', 'dashboard'],
])('accepts %s', (_, text) => expect(findingsIn(app(text), check)).toEqual([]));
