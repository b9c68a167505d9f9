import { expect, it } from 'vitest';
import check from '../../../checks/access/resource-not-shared.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

it('reports the exact place and words', () =>
  expect(findingsIn(check.docs.bad, check)).toEqual([
    {
      severity: 'warning',
      checkId: 'access/resource-not-shared',
      stack: 'Spoke',
      logicalId: 'Attachment',
      propertyPath: 'TransitGatewayId',
      message:
        'No resource share here gives account 604211987345 the use of Gateway of account 482731905566: "InvalidTransitGatewayID.NotFound: Transit Gateway … was deleted or does not exist.".',
      related: [{ stack: 'Hub', logicalId: 'Gateway', message: 'It is declared here.' }],
    },
  ]));

const share = (more: JsonObject = {}): JsonObject => ({
  Type: 'AWS::RAM::ResourceShare',
  Properties: {
    Name: 'subnets',
    ResourceArns: [{ 'Fn::Join': ['', ['arn:aws:ec2:us-east-1:482731905566:subnet/', output('Subnet')]] }],
    Principals: ['604211987345'],
    ...more,
  },
});
const output = (name: string): JsonObject => ({
  'Fn::GetStackOutput': { StackName: 'Network', OutputName: name, RoleArn: 'arn:aws:iam::482731905566:role/reader' },
});
const app = (sharing: JsonObject | undefined, isLater: boolean): Example => ({
  Network: {
    region: 'us-east-1',
    resources: { Subnet: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: 'vpc-0a1b2c3d4e5f60718', CidrBlock: '10.0.0.0/24' } } },
    outputs: { Subnet: { Value: { Ref: 'Subnet' } } },
  },
  ...(sharing && {
    Sharing: { region: 'us-east-1', dependencies: isLater ? ['Network', 'Tasks'] : ['Network'], resources: { Share: sharing } },
  }),
  Tasks: {
    account: '604211987345',
    region: 'us-east-1',
    dependencies: isLater || sharing === undefined ? ['Network'] : ['Network', 'Sharing'],
    resources: {
      Worker: { Type: 'AWS::Lambda::Function', Properties: { VpcConfig: { SubnetIds: [output('Subnet'), output('Subnet')] } } },
    },
  },
});

it('reports a share that is created later, once', () =>
  expect(findingsIn(app(share(), true), check)).toMatchObject([
    {
      propertyPath: 'VpcConfig.SubnetIds.0',
      message: expect.stringContaining('shares Subnet of account 482731905566 with account 604211987345, and is created after this'),
    },
  ]));

it.each<[string, Example]>([
  ['a share that is deployed first', app(share(), false)],
  ['a share with an organization', app(share({ Principals: ['arn:aws:organizations::482731905566:ou/o-a1b2c3/ou-ab12-c3d4'] }), false)],
  ['a share whose principals are not known', app(share({ Principals: [{ 'Fn::ImportValue': 'somebody' }] }), false)],
  ['a share that may name it', app(share({ ResourceArns: [{ 'Fn::ImportValue': 'something' }] }), false)],
  ['something of the own account', { Network: { ...app(undefined, false).Network, account: '604211987345' } }],
])('accepts %s', (_, example) => expect(findingsIn(example, check)).toEqual([]));
