import { expect, it } from 'vitest';
import check from '../../../checks/reference/output-not-text.js';
import type { Json, JsonObject } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const app = (Value: Json, more: JsonObject = {}): Example => ({
  Net: {
    region: 'us-east-1',
    parameters: {
      Subnets: { Type: 'List<AWS::EC2::Subnet::Id>' },
      Names: { Type: 'CommaDelimitedList', Default: 'a,b' },
      Open: { Type: 'String' },
    },
    conditions: { Open: { 'Fn::Equals': [{ Ref: 'Open' }, 'yes'] } },
    resources: { Endpoint: { Type: 'AWS::EC2::VPCEndpoint' }, Custom: { Type: 'Custom::Thing' } },
    outputs: { Out: { Value, ...more } },
  },
});

it('reports the output and the attribute', () => {
  expect(findingsIn(check.docs.bad, check)).toEqual([
    {
      checkId: 'reference/output-not-text',
      severity: 'error',
      stack: 'Dns',
      propertyPath: 'Outputs.NameServers.Value',
      message:
        'The value of the output NameServers is NameServers of Zone, which is a list: "The Value field of every Outputs member must evaluate to a String and not a List".',
    },
  ]);
});

it.each<[string, Json]>([
  ['an attribute', { 'Fn::GetAtt': ['Endpoint', 'DnsEntries'] }],
  ['an attribute in the other spelling', { 'Fn::GetAtt': 'Endpoint.DnsEntries' }],
  ['a parameter', { Ref: 'Subnets' }],
  ['a parameter with a default', { Ref: 'Names' }],
  ['a list', [{ Ref: 'Endpoint' }]],
  ['Fn::Split', { 'Fn::Split': [',', 'a,b'] }],
])('reports %s', (_, value) => {
  expect(findingsIn(app(value), check)).toHaveLength(1);
});

it.each<[string, Example]>([
  ['an element', app({ 'Fn::Select': [0, { 'Fn::GetAtt': ['Endpoint', 'DnsEntries'] }] })],
  ['elements that are joined', app({ 'Fn::Join': [',', { Ref: 'Subnets' }] })],
  ['a text', app({ 'Fn::GetAtt': ['Endpoint', 'Id'] })],
  ['what a custom resource returns', app({ 'Fn::GetAtt': ['Custom', 'NameServers'] })],
  ['an output under an open condition', app({ Ref: 'Subnets' }, { Condition: 'Open' })],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
