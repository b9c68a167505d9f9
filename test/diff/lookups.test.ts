import { expect, test } from 'vitest';
import { reportDiffMarkdown } from '../../src/report/diff/markdown.js';
import type { AssemblySketch } from '../support/assembly-builder.js';
import { diffOf, shortly } from './diff-of.js';

type Values = Readonly<Record<string, unknown>>;

interface Sketch {
  readonly type: string;
  readonly properties: Values;
  /** A lookup that the manifest says is missing, with its dummy value. */
  readonly missing?: unknown;
  readonly outputs?: Values;
}

function app({ type, properties, missing, outputs = {} }: Sketch): AssemblySketch {
  return {
    stacks: { Web: { region: 'us-east-1', resources: { Thing: { Type: type, Properties: properties } }, outputs } },
    ...(missing !== undefined && { manifest: { missing: [{ key: 'a', provider: 'b', props: missing }] } }),
  };
}

/** Type, properties with dummies, with answers, the lookup; `true` where only the manifest tells that these are dummies. */
const ROWS: readonly (readonly [string, Values, Values, string, boolean])[] = [
  [
    'AWS::EC2::Subnet',
    { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/24', AvailabilityZone: 'dummy1a' },
    { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/24', AvailabilityZone: 'us-east-1a' },
    'stack.availabilityZones',
    false,
  ],
  [
    'AWS::RDS::DBInstance',
    { AvailabilityZone: 'dummy1b', Engine: 'mysql' },
    { AvailabilityZone: 'us-east-1b', Engine: 'mysql' },
    'stack.availabilityZones',
    false,
  ],
  ['AWS::EC2::SecurityGroup', { VpcId: 'vpc-12345' }, { VpcId: 'vpc-0a1b2c3d4e5f60718' }, 'Vpc.fromLookup', false],
  [
    'AWS::RDS::DBSubnetGroup',
    { SubnetIds: ['p-12345', 'p-67890'] },
    { SubnetIds: ['subnet-0a1b2c3d', 'subnet-1a1b2c3d', 'subnet-2a1b2c3d'] },
    'Vpc.fromLookup',
    false,
  ],
  [
    'AWS::Route53::RecordSet',
    { HostedZoneId: 'DUMMY', Name: 'a.contoso.dev', Type: 'A' },
    { HostedZoneId: 'Z0123456789ABCDEFGHIJ', Name: 'a.contoso.dev', Type: 'A' },
    'HostedZone.fromLookup',
    false,
  ],
  ['AWS::EC2::Instance', { ImageId: 'ami-1234' }, { ImageId: 'ami-0a1b2c3d4e5f60718' }, 'MachineImage.lookup', false],
  [
    'AWS::S3::Bucket',
    { BucketName: { 'Fn::Join': ['-', ['logs', 'dummy-value-for-/stage']] } },
    { BucketName: 'logs-live' },
    'StringParameter.valueFromLookup',
    false,
  ],
  [
    'AWS::RDS::DBCluster',
    { KmsKeyId: 'arn:aws:kms:us-east-1:482731905566:key/1234abcd-12ab-34cd-56ef-1234567890ab' },
    { KmsKeyId: 'arn:aws:kms:us-east-1:482731905566:key/0a1b2c3d-12ab-34cd-56ef-0a1b2c3d4e5f' },
    'Key.fromLookup',
    false,
  ],
  [
    'AWS::EC2::Instance',
    { SecurityGroupIds: ['sg-12345678'] },
    { SecurityGroupIds: ['sg-0a1b2c3d'] },
    'SecurityGroup.fromLookupById',
    true,
  ],
  [
    'AWS::EC2::SecurityGroup',
    { SecurityGroupIngress: [{ IpProtocol: '-1', CidrIp: '1.2.3.4/5' }] },
    { SecurityGroupIngress: [{ IpProtocol: '-1', CidrIp: '10.0.0.0/16' }] },
    'Vpc.fromLookup',
    true,
  ],
  [
    'AWS::ElasticLoadBalancingV2::Listener',
    { LoadBalancerArn: 'arn:aws:elasticloadbalancing:us-west-2:123456789012:loadbalancer/application/my-load-balancer/50dc6c495c0c9188' },
    { LoadBalancerArn: 'arn:aws:elasticloadbalancing:us-east-1:482731905566:loadbalancer/application/web/0a1b2c3d4e5f6071' },
    'ApplicationLoadBalancer.fromLookup',
    true,
  ],
  ['AWS::IAM::InstanceProfile', { Roles: ['DUMMY_ARN'] }, { Roles: ['web'] }, 'Role.fromLookup', true],
];

test.each(ROWS)('%s with the dummies %o is not compared', async (type, dummies, answers, lookup, onlyMissing) => {
  const missing = onlyMissing ? {} : undefined;
  const report = await diffOf(
    app({ type, properties: dummies, ...(missing && { missing }) }),
    app({ type, properties: { ...answers, Tags: [{ Key: 'team', Value: 'web' }] } }),
  );
  expect(shortly(report.resources)).toEqual(['changed changed Web.Thing']);
  expect(report.resources[0]?.message).toBe('`Tags` changes.');
  expect(report.security).toEqual([]);
  expect(report.deployment.problems).toEqual([]);
  const [said, ...others] = report.diagnostics.filter(({ message }) => message.includes('synthesized without'));
  expect(others).toEqual([]);
  expect(said).toMatchObject({ severity: 'warning' });
  expect(said?.message).toContain(`The assembly before was synthesized without \`${lookup}\`: `);
  expect(said?.message).toContain('since something else is deployed');
});

test.each(ROWS)('%s with the dummies %o after is not compared either', async (type, dummies, answers, _, onlyMissing) => {
  const report = await diffOf(app({ type, properties: answers }), app({ type, properties: dummies, ...(onlyMissing && { missing: {} }) }));
  expect(report.resources).toEqual([]);
  expect(report.diagnostics.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(
      /^The assembly after was synthesized without .* since a deployment has the answers\. Synthesize with credentials/,
    ),
  );
});

test.each(ROWS.filter(([, , , , onlyMissing]) => onlyMissing))(
  '%s with %o is compared where no lookup is missing',
  async (type, properties, answers) => {
    const report = await diffOf(app({ type, properties }), app({ type, properties: answers }));
    expect(report.resources).toHaveLength(1);
    expect(report.diagnostics).toEqual([]);
  },
);

test('a default that the manifest names', async () => {
  const sketch = (BucketName: string, missing?: unknown) => app({ type: 'AWS::S3::Bucket', properties: { BucketName }, missing });
  const report = await diffOf(sketch('stage-unknown', { dummyValue: 'stage-unknown' }), sketch('live'));
  expect(report.resources).toEqual([]);
  expect(report.diagnostics.map(({ message }) => message)).toEqual([
    'The assembly before was synthesized without its lookups: 1 value in it is a dummy of the CDK and is not compared, since something else is deployed. Synthesize with credentials, and commit `cdk.context.json`.',
  ]);
});

test('an export whose value was a dummy blocks nothing', async () => {
  const sketch = (value: string): AssemblySketch => ({
    stacks: {
      Network: { region: 'us-east-1', resources: {}, outputs: { Vpc: { Value: value, Export: { Name: 'vpc' } } } },
      Web: {
        region: 'us-east-1',
        dependencies: ['Network'],
        resources: { Group: { Type: 'AWS::EC2::SecurityGroup', Properties: { VpcId: { 'Fn::ImportValue': 'vpc' } } } },
      },
    },
  });
  const report = await diffOf(sketch('vpc-12345'), sketch('vpc-0a1b2c3d4e5f60718'));
  expect(report.deployment.problems).toEqual([]);
  expect(report.resources).toEqual([]);
});

test('the lookups that both sides lack are not mentioned', async () => {
  const [type, dummies] = ROWS[0] as (typeof ROWS)[number];
  const report = await diffOf(app({ type, properties: dummies }), app({ type, properties: { ...dummies, Tags: [] } }));
  expect(shortly(report.resources)).toEqual(['changed changed Web.Thing']);
  expect(report.diagnostics).toEqual([]);
});

test('a rule that is added beside a dummy is reported', async () => {
  const sketch = (...rules: readonly Values[]) =>
    app({ type: 'AWS::EC2::SecurityGroup', properties: { SecurityGroupIngress: rules }, missing: {} });
  const own = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '1.2.3.4/5' };
  const answer = { ...own, CidrIp: '10.0.0.0/16' };
  const ssh = { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: '10.0.0.0/8' };
  const report = await diffOf(sketch(own), sketch(answer, ssh));
  expect(report.security.map(({ direction, added, removed }) => ({ direction, added, removed }))).toEqual([
    { direction: 'broadened', added: ['TCP 22 from 10.0.0.0/8'], removed: [] },
  ]);
  const open = await diffOf(sketch(own), sketch({ ...own, CidrIp: '0.0.0.0/0' }));
  expect(open.security.map(({ area, added }) => [area, added])).toEqual([['public-access', ['TCP 443 from everywhere']]]);
});

test('the comment of a pull request says what was not compared', async () => {
  const [type, dummies, answers] = ROWS[0] as (typeof ROWS)[number];
  const text = reportDiffMarkdown(await diffOf(app({ type, properties: dummies }), app({ type, properties: answers })), {
    showValues: false,
  });
  expect(text).toContain('<details><summary>About the assemblies and the comparison (1)</summary>');
  expect(text).toContain('- warning: The assembly before was synthesized without `stack.availabilityZones`');
});
