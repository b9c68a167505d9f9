import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { hasType, regionsWithData } from '../../src/facts/availability/lookup.js';
import { AVAILABILITY_VERSION } from '../../src/facts/availability/types.js';
import { writeAssembly } from '../support/assembly-builder.js';
import { runMain } from '../support/run-main.js';

const root = writeAssembly({
  stacks: {
    shop: {
      region: 'us-east-1',
      mappings: { Images: { 'us-east-1': { id: 'ami-0123456789abcdef0' } } },
      resources: {
        Mesh: { Type: 'AWS::Lambda::Url', Properties: { TargetFunctionArn: 'shop-us-east-1', AuthType: 'NONE' } },
        Server: {
          Type: 'AWS::EC2::Instance',
          Properties: { InstanceType: 'p4d.24xlarge', ImageId: 'ami-0123456789abcdef0', AvailabilityZone: 'us-east-1a' },
        },
        Api: {
          Type: 'AWS::Lambda::Function',
          Properties: {
            Code: { S3Bucket: 'cdk-hnb659fds-assets-482731905566-us-east-1', S3Key: 'x' },
            Environment: { Variables: { KEY: 'arn:aws:kms:us-east-1:482731905566:key/1', REGION: { Ref: 'AWS::Region' } } },
            VpcConfig: { SubnetIds: ['subnet-0123456789abcdef0'] },
          },
        },
        Listener: {
          Type: 'AWS::ElasticLoadBalancingV2::Listener',
          Properties: { Certificates: [{ CertificateArn: 'arn:aws:acm:us-east-1:482731905566:certificate/1' }] },
        },
      },
    },
  },
});
const run = (...argv: readonly string[]) => runMain(['regions', ...argv]);

describe('regions', () => {
  test('of templates without the CDK', async () => {
    const { code, stdout } = await run('us-west-2', 'samples/plain/broken');
    expect(code).toBe(0);
    expect(stdout).toContain('us-west-2 has all resource types');
    expect(stdout).toContain('us-east-1  Replicas[0].Region of Ledger, stack payments-use1');
  });

  test('shows what a region lacks, and what ties the templates to their own', async () => {
    const { code, stdout, stderr } = await run('eu-central-2', root);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatchInlineSnapshot(`
      "eu-central-2 does not have
        AWS::Lambda::Url  shop/Mesh
        p4d.24xlarge  shop/Server

      What ties the templates to their own region
        1 name that holds the region
          shop-us-east-1  TargetFunctionArn of Mesh, stack shop
        1 image (AMI), which has another id in each region
          ami-0123456789abcdef0  ImageId of Server, stack shop
        1 availability zone
          us-east-1a  AvailabilityZone of Server, stack shop
        1 ARN of its region
          arn:aws:kms:us-east-1:482731905566:key/1  Environment.Variables.KEY of Api, stack shop
        1 id that the region gave out
          subnet-0123456789abcdef0  VpcConfig.SubnetIds[0] of Api, stack shop
        1 certificate of its region
          arn:aws:acm:us-east-1:482731905566:certificate/1  Certificates[0].CertificateArn of Listener, stack shop
        1 mapping without the region
          Images  Mappings.Images, stack shop

      From the tables of @aws/cloudformation-validate 1.9.0-beta: services that came to a region since then are missing.
      "
    `);
  });

  test('of its own region says that nothing is missing', async () => {
    const { code, stdout } = await run('us-east-1', root);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^us-east-1 has all resource types and instance classes/);
    expect(stdout).not.toContain('ties');
  });

  test('says of a region without data that nothing is known', async () => {
    const { code, stdout } = await run('me-south-1', root);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^The tables have no data about me-south-1\./);
  });

  test('has a line for each of all', async () => {
    const { code, stdout } = await run('all', root);
    expect(code).toBe(0);
    expect(stdout.match(/^[a-z]+-[a-z-]+-\d /gm)).toHaveLength(37);
  });

  test('as JSON', async () => {
    const { stdout } = await run('eu-central-2', root, '--format', 'json');
    expect(JSON.parse(stdout).regions).toMatchObject([
      { region: 'eu-central-2', isKnown: true, types: [{ type: 'AWS::Lambda::Url' }], classes: [{ name: 'p4d.24xlarge' }] },
    ]);
  });

  test.each(['Zurich', 'eu-wst-1'])('rejects %s, which is no region', async (region) => {
    const { code, stderr } = await run(region, root);
    expect(code).toBe(2);
    expect(stderr).toContain(`\`${region}\` is not a region: write a code such as eu-central-2, or all`);
  });
});

describe('the tables', () => {
  test('are those of the installed engine', () => {
    const file = createRequire(import.meta.url).resolve('@aws/cloudformation-validate/package.json');
    expect(AVAILABILITY_VERSION).toBe(JSON.parse(readFileSync(file, 'utf8')).version);
  });

  test.each<[string, string, boolean | undefined]>([
    ['AWS::S3::Bucket', 'eu-central-2', undefined],
    ['AWS::Lambda::Url', 'us-east-1', true],
    ['AWS::Lambda::Url', 'eu-central-2', false],
    ['AWS::Lambda::Url', 'me-south-1', undefined],
    ['AWS::Lambda::Url', 'eusc-de-east-1', undefined],
    ['AWS::Acme::Nothing', 'eu-central-2', undefined],
    ['AWS::constructor', 'eu-central-2', undefined],
  ])('%s in %s: %s', (type, region, expected) => {
    expect(hasType(type, region)).toBe(expected);
  });

  test('are of 37 regions', () => expect(regionsWithData()).toHaveLength(37));
});
