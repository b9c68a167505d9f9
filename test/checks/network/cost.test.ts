import { describe, expect, it } from 'vitest';
import gatewayEndpointMissing from '../../../checks/network/gateway-endpoint-missing.js';
import { functionBehindNat, functionInSubnet, isolatedFunction, network } from '../../../checks/network/model/vpc-example.js';
import natGatewayCost from '../../../checks/network/nat-gateway-cost.js';
import { loadAssembly } from '../../../src/assembly/load.js';
import { runChecks } from '../../../src/check/run.js';
import { toSettings } from '../../../src/config/settings.js';
import { buildGraph } from '../../../src/graph/graph.js';
import { writeAssembly } from '../../support/assembly-builder.js';
import { findingsIn } from '../../support/findings-in.js';

describe('network/gateway-endpoint-missing', () => {
  it('says what is wrong, and where', () => {
    expect(findingsIn(gatewayEndpointMissing.docs.bad, gatewayEndpointMissing)).toEqual([
      {
        severity: 'info',
        checkId: 'network/gateway-endpoint-missing',
        stack: 'Network',
        logicalId: 'Vpc',
        message: 'Charge calls DynamoDB through a NAT gateway of this VPC, which has no gateway endpoint for it: every gigabyte is billed.',
        related: [{ stack: 'Payments', logicalId: 'Charge', message: 'This function, in a subnet behind a NAT gateway.' }],
      },
    ]);
  });

  it.each([
    ['subnets without a NAT gateway', isolatedFunction('sqs')],
    [
      'functions that call something else',
      { ...functionBehindNat(), Payments: { region: 'us-east-1', resources: functionInSubnet('sqs:SendMessage') } },
    ],
  ])('ignores %s', (_, example) => {
    expect(findingsIn(example, gatewayEndpointMissing)).toEqual([]);
  });
});

describe('network/nat-gateway-cost', () => {
  const gateway = { Type: 'AWS::EC2::NatGateway', Properties: { SubnetId: { Ref: 'Subnet' } } };
  const resources = { ...network(), One: gateway, Two: gateway };

  it('says once for a stack how many there are', () => {
    expect(findingsIn({ 'Network-test': { region: 'us-east-1', resources } }, natGatewayCost)).toEqual([
      {
        severity: 'info',
        checkId: 'network/nat-gateway-cost',
        stack: 'Network-test',
        logicalId: 'One',
        message: 'Network-test is meant to be destroyed and has 2 NAT gateways: each is billed for every hour, used or not.',
      },
    ]);
  });

  it('says of the only one how to do without', () => {
    const example = { 'Network-test': { region: 'us-east-1', resources: { ...network(), One: gateway } } };
    const message = 'Network-test is meant to be destroyed and has a NAT gateway: it is billed for every hour, used or not.';
    expect(findingsIn(example, natGatewayCost)).toMatchObject([{ logicalId: 'One', message }]);
    const graph = buildGraph([loadAssembly(writeAssembly({ stacks: example }))]);
    const { problems } = runChecks(graph, [natGatewayCost], toSettings({ deletion: { destroyable: ['*-test'] } }));
    expect(problems.map(({ problem }) => problem.fix)).toEqual([
      'Set `natGateways: 0` with `ec2.SubnetType.PRIVATE_ISOLATED` and endpoints for the services that are called. With 0, subnets of `PRIVATE_WITH_EGRESS` have no route to the internet.',
    ]);
  });

  it('ignores stacks that last', () => {
    expect(findingsIn({ Network: { region: 'us-east-1', resources } }, natGatewayCost)).toEqual([]);
  });
});
