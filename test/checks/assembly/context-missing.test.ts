import { expect, it } from 'vitest';
import check from '../../../checks/assembly/context-missing.js';
import { buildGraph, loadAssembly, runChecks } from '../../../src/index.js';
import { writeAssembly } from '../../support/assembly-builder.js';
import { findingsIn } from '../../support/findings-in.js';

const zone = (region: string) => `hosted-zone:account=482731905566:domainName=acme-bank.io:region=${region}`;

it('reports the stack of the environment that was asked', () => {
  const example = { East: { region: 'us-east-1' }, West: { region: 'us-west-2', missingContext: [zone('us-west-2')] } };
  expect(findingsIn(example, check)).toEqual([
    {
      severity: 'warning',
      checkId: 'assembly/context-missing',
      stack: 'West',
      message: `A lookup was not done, and what depends on it is not known: ${zone('us-west-2')}.`,
    },
  ]);
});

it('reports the stack that holds the dummy', () => {
  const subnet = { Type: 'AWS::EC2::Subnet', Properties: { VpcId: 'vpc-1', AvailabilityZone: 'dummy1a' } };
  const key = 'availability-zones:account=482731905566:region=us-east-1';
  const root = writeAssembly({
    stacks: { Other: { region: 'us-east-1' }, Web: { region: 'us-east-1', resources: { Subnet: subnet } } },
    manifest: { missing: [{ key, provider: 'availability-zones', props: { dummyValue: ['dummy1a', 'dummy1b'] } }] },
  });
  const findings = runChecks(buildGraph([loadAssembly(root)]), { checks: [check] });
  expect(findings.map(({ stack }) => stack.id)).toEqual(['Web']);
});

it('reports once of several', () => {
  const example = { East: { region: 'us-east-1', missingContext: ['ami:x', zone('us-east-1')] } };
  expect(findingsIn(example, check)).toMatchObject([
    { stack: 'East', message: `2 lookups were not done, and what depends on it is not known: ami:x, ${zone('us-east-1')}.` },
  ]);
});

it('ignores a lookup whose dummy no template holds', () => {
  const key = 'availability-zones:account=482731905566:region=us-east-1';
  const root = writeAssembly({
    stacks: { Web: { region: 'us-east-1', resources: { Site: { Type: 'AWS::S3::Bucket', Properties: {} } } } },
    manifest: { missing: [{ key, provider: 'availability-zones', props: { dummyValue: ['dummy1a', 'dummy1b'] } }] },
  });
  expect(runChecks(buildGraph([loadAssembly(root)]), { checks: [check] })).toEqual([]);
});

it('reports nothing when nothing is missing', () => {
  expect(findingsIn({ East: { region: 'us-east-1' } }, check)).toEqual([]);
});

it('is an error with what the CDK says of it, once', () => {
  const said = { type: 'aws:cdk:error', data: 'No credentials.' };
  const metadata = { '/East': [said, { type: 'aws:cdk:error-code', data: 'ContextProviderError' }] };
  const example = { East: { region: 'us-east-1', missingContext: [zone('us-east-1')], metadata } };
  expect(findingsIn(example, check)).toEqual([
    {
      severity: 'error',
      checkId: 'assembly/context-missing',
      stack: 'East',
      message: `A lookup failed ("No credentials."), and what depends on it is not known: ${zone('us-east-1')}.`,
    },
  ]);
});
