import { describe, expect, test } from 'vitest';
import { loadAssembly } from '../../src/assembly/load.js';
import type { JsonObject } from '../../src/assembly/model.js';
import { NO_SETTINGS } from '../../src/check/settings.js';
import { toSettings } from '../../src/config/settings.js';
import { buildGraph } from '../../src/graph/graph.js';
import { contractsOf } from '../../src/resilience/contracts.js';
import { writeAssembly } from '../support/assembly-builder.js';

const POLICY = {
  Type: 'AWS::ResilienceHubV2::Policy',
  Properties: { Name: 'p', MultiRegion: { RpoInMinutes: 5, RtoInMinutes: 60, DisasterRecoveryApproach: 'WARM_STANDBY' } },
};
const graphOf = (service: JsonObject, policy: JsonObject = POLICY) =>
  buildGraph([
    loadAssembly(
      writeAssembly({
        stacks: {
          shop: {
            region: 'us-east-1',
            resources: {
              Policy: policy,
              Service: {
                Type: 'AWS::ResilienceHubV2::Service',
                Properties: {
                  Name: 'shop',
                  Regions: ['us-east-1', 'us-west-2'],
                  PolicyArn: { 'Fn::GetAtt': ['Policy', 'PolicyArn'] },
                  ...service,
                },
              },
            },
          },
          'shop-west': { region: 'us-west-2', resources: {} },
          other: { region: 'us-east-1', resources: {} },
        },
      }),
    ),
  ]);
const source = (arn: JsonObject | string) => ({ ResourceConfiguration: { CfnStackArn: arn } });

describe('a service of Resilience Hub', () => {
  test('with a policy for regions is a contract over its assembly', () => {
    const graph = graphOf({});
    const [contract] = contractsOf(graph, NO_SETTINGS);
    expect(contract).toMatchObject({ name: 'shop', regions: ['us-east-1', 'us-west-2'], mode: 'warm-standby', rpo: 300, rto: 3600 });
    expect(
      graph.stacks
        .filter((stack) => contract?.covers(stack))
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['other', 'shop', 'shop-west']);
  });

  test('covers the stacks that it names as sources', () => {
    const west = 'arn:aws:cloudformation:us-west-2:482731905566:stack/shop-west/5c7a1f0e-3a43-4b0d-9b7f-2f1f5c0e6a11';
    const graph = graphOf({ InputSources: [source({ Ref: 'AWS::StackId' }), source(west)] });
    const [contract] = contractsOf(graph, NO_SETTINGS);
    expect(
      graph.stacks
        .filter((stack) => contract?.covers(stack))
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['shop', 'shop-west']);
  });

  test.each<[string, JsonObject, JsonObject?]>([
    ['in one region', { Regions: ['us-east-1'] }],
    ['with a policy for zones alone', {}, { Type: POLICY.Type, Properties: { Name: 'p', MultiAz: { RpoInMinutes: 5 } } }],
    ['with a policy that is declared elsewhere', { PolicyArn: 'arn:aws:resiliencehub:us-east-1:482731905566:policy/p' }],
  ])('%s is none', (_, service, policy) => {
    expect(contractsOf(graphOf(service, policy), NO_SETTINGS)).toEqual([]);
  });
});

test('the words of the configuration', () => {
  const base = { name: 'a', stacks: ['*'], regions: ['us-east-1', 'us-west-2'] };
  const { contracts } = toSettings({ resilience: [base, { ...base, mode: 'backup-restore', rpo: '1d', rto: '90s' }] });
  expect(contracts).toMatchObject([
    { mode: 'active-passive', rpo: undefined, rto: undefined },
    { mode: 'backup-and-restore', rpo: 86_400, rto: 90 },
  ]);
});
