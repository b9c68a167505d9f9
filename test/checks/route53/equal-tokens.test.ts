import { expect, it } from 'vitest';
import { setIdentifierDuplicate as check } from '../../../checks/route53/record-groups.js';
import { recordDuplicate as duplicate } from '../../../checks/route53/records.js';
import type { Json, JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { record, stack, twoRegions } from './examples.js';

const PARAMETERS: JsonObject = { P: { Type: 'String' }, Q: { Type: 'String' }, D: { Type: 'String', Default: 'Z0456789ABCDEFGHIJKL' } };
const weighted = (more: JsonObject): JsonObject => record({ Weight: 1, SetIdentifier: 'shop', ...more });
const inOne = (one: JsonObject, other: JsonObject) => stack({ A: weighted(one), B: weighted(other) }, { parameters: PARAMETERS });
const P: Json = { Ref: 'P' };

it.each<JsonObject>([
  { HostedZoneId: P },
  { HostedZoneId: '{{resolve:ssm:/zone}}' },
  { HostedZoneId: { 'Fn::ImportValue': 'network:Zone' } },
  { SetIdentifier: P },
  { SetIdentifier: '{{resolve:ssm:/identifier}}' },
  { Name: P },
  { Name: { 'Fn::Sub': '${P}.acme-bank.io' } },
])('compares the same token in one template: %j', (more) => {
  expect(findingsIn(inOne(more, more), check)).toMatchObject([{ severity: 'error', logicalId: 'B', propertyPath: 'SetIdentifier' }]);
});

it.each<[JsonObject, JsonObject]>([
  [{ HostedZoneId: P }, { HostedZoneId: { Ref: 'Q' } }],
  [{ SetIdentifier: P }, { SetIdentifier: { Ref: 'Q' } }],
  [{ SetIdentifier: '{{resolve:ssm:/a}}' }, { SetIdentifier: '{{resolve:ssm:/b}}' }],
  [{ SetIdentifier: '{{resolve:ssm:/a:1}}' }, { SetIdentifier: '{{resolve:ssm:/a:2}}' }],
  [
    { SetIdentifier: '{{resolve:secretsmanager:a:SecretString:east}}' },
    { SetIdentifier: '{{resolve:secretsmanager:a:SecretString:west}}' },
  ],
  [{ Name: { 'Fn::Sub': '${P}.acme-bank.io' } }, { Name: { 'Fn::Sub': '${Q}.acme-bank.io' } }],
])('does not compare different tokens: %j, %j', (one, other) => {
  expect(findingsIn(inOne(one, other), check)).toEqual([]);
});

it('does not compare a token between templates', () => {
  const more = { HostedZoneId: P };
  const { Standby, Traffic } = twoRegions({ A: weighted(more) }, { B: weighted(more) });
  const parameters = { P: { Type: 'String' } };
  expect(findingsIn({ Standby: { ...Standby, parameters }, Traffic: { ...Traffic, parameters } }, check)).toEqual([]);
});

it('compares imports of one export from outside, within an account and region', () => {
  const A = weighted({ HostedZoneId: { 'Fn::ImportValue': 'network:Zone' } });
  const stacks = (region: string) => ({ One: { region: 'us-east-1', resources: { A } }, Two: { region, resources: { A } } });
  expect(findingsIn(stacks('us-east-1'), check)).toMatchObject([{ severity: 'error', stack: 'Two' }]);
  expect(findingsIn(stacks('us-west-2'), check)).toEqual([]);
});

it.each<[string, JsonObject, JsonObject]>([
  ['zone', { HostedZoneId: { Ref: 'D' } }, {}],
  ['set identifier', { SetIdentifier: { Ref: 'I' } }, {}],
  ['name', { Name: { 'Fn::Sub': '${I}.acme-bank.io' } }, {}],
])('compares the default of a %s with a value that stands behind it, as a warning', (_, one, other) => {
  const parameters = { ...PARAMETERS, I: { Type: 'String', Default: 'shop' } };
  for (const pair of [
    [one, other],
    [other, one],
  ] as const) {
    const [A, B] = pair.map(weighted);
    expect(findingsIn(stack({ A: A as JsonObject, B: B as JsonObject }, { parameters }), check)).toMatchObject([{ severity: 'warning' }]);
  }
});

it('compares equal defaults between templates, as a warning', () => {
  const more = { HostedZoneId: { Ref: 'D' } };
  const { Standby, Traffic } = twoRegions({ A: weighted(more) }, { B: weighted(more) });
  const findings = findingsIn({ Standby: { ...Standby, parameters: PARAMETERS }, Traffic: { ...Traffic, parameters: PARAMETERS } }, check);
  expect(findings).toMatchObject([
    { severity: 'warning', stack: 'Traffic', message: expect.stringContaining('default of a template parameter') },
  ]);
});

it('finds simple records twice in a zone that a parameter names', () => {
  const simple = record({ HostedZoneId: P });
  expect(findingsIn(stack({ A: simple, B: simple }, { parameters: PARAMETERS }), duplicate)).toMatchObject([
    { severity: 'error', logicalId: 'B' },
  ]);
});

it('reads escape codes of letters as the letters', () => {
  expect(findingsIn(inOne({ Name: '\\163hop.acme-bank.io.' }, { Name: 'Shop.acme-bank.io' }), check)).toHaveLength(1);
});
