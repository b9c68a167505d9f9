import { ACCOUNT } from '../../../src/testing/assembly-sketch.js';
import { type Bomb, one, range, section } from './bomb.js';

type Resources = Record<string, unknown>;
const resource = (Type: string, Properties: object): unknown => ({ Type, Properties });
const ref = (id: string): unknown => ({ Ref: id });
const arn = (id: string, attribute = 'Arn'): unknown => ({ 'Fn::GetAtt': [id, attribute] });

/** Very many of two things, of which each may have to do with each of the other. */
export function pairs(many: number): Record<string, Bomb> {
  const each = (resources: (index: number) => Resources): Resources => Object.assign({}, ...range(many).map(resources));
  const other = (index: number): number => (index + 1) % many;
  const statements = (statement: (index: number) => object): unknown => ({
    Statement: range(many).map((index) => ({ Effect: 'Allow', Resource: '*', ...statement(index) })),
  });
  return {
    'permissions of one function, and what calls it': () =>
      one({
        resources: {
          Function: resource('AWS::Lambda::Function', {}),
          ...each((index) => ({
            [`P${index}`]: resource('AWS::Lambda::Permission', {
              FunctionName: ref('Function'),
              Action: 'lambda:InvokeFunction',
              Principal: 's3.amazonaws.com',
              SourceArn: arn(`B${index}`),
            }),
            [`B${index}`]: resource('AWS::S3::Bucket', {
              NotificationConfiguration: { LambdaConfigurations: [{ Function: arn('Function'), Event: 's3:ObjectCreated:*' }] },
            }),
          })),
        },
      }),
    'statements of one bucket policy, and what logs there': () =>
      one({
        resources: {
          Logs: resource('AWS::S3::Bucket', { BucketName: 'logs' }),
          Policy: resource('AWS::S3::BucketPolicy', {
            Bucket: ref('Logs'),
            PolicyDocument: statements((index) => ({
              Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/r${index}` },
              Action: 's3:PutObject',
              Resource: `arn:aws:s3:::logs/p${index}/*`,
            })),
          }),
          ...section(many, (index) => [
            `T${index}`,
            resource('AWS::CloudTrail::Trail', { S3BucketName: ref('Logs'), S3KeyPrefix: `p${index}` }),
          ]),
        },
      }),
    'statements of one key policy, and what the key encrypts': () =>
      one({
        resources: {
          Key: resource('AWS::KMS::Key', {
            KeyPolicy: statements((index) => ({ Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/r${index}` }, Action: 'kms:*' })),
          }),
          ...section(many, (index) => [
            `L${index}`,
            resource('AWS::Logs::LogGroup', { LogGroupName: `/a/${index}`, KmsKeyId: arn('Key') }),
          ]),
        },
      }),
    'policies of one event bus, and rules that send to it': () => ({
      stacks: {
        Bus: {
          region: 'us-east-1',
          resources: {
            Bus: resource('AWS::Events::EventBus', { Name: 'orders' }),
            ...section(many, (index) => [
              `P${index}`,
              resource('AWS::Events::EventBusPolicy', {
                EventBusName: ref('Bus'),
                StatementId: `s${index}`,
                Statement: { Effect: 'Allow', Principal: { AWS: `${index}`.padStart(12, '3') }, Action: 'events:PutEvents', Resource: '*' },
              }),
            ]),
          },
        },
        Rules: {
          region: 'us-east-1',
          account: '604211987345',
          resources: section(many, (index) => [
            `R${index}`,
            resource('AWS::Events::Rule', { Targets: [{ Id: 't', Arn: `arn:aws:events:us-east-1:${ACCOUNT}:event-bus/orders` }] }),
          ]),
        },
      },
    }),
    'security groups, and rules of others': () =>
      one({
        resources: {
          Vpc: resource('AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' }),
          ...each((index) => ({
            [`G${index}`]: resource('AWS::EC2::SecurityGroup', {
              VpcId: ref('Vpc'),
              SecurityGroupEgress: [{ CidrIp: '255.255.255.255/32', IpProtocol: 'icmp' }],
            }),
            [`E${index}`]: resource('AWS::EC2::SecurityGroupEgress', { GroupId: arn(`G${other(index)}`, 'GroupId'), IpProtocol: '-1' }),
            [`F${index}`]: resource('AWS::Lambda::Function', { VpcConfig: { SecurityGroupIds: [arn(`G${index}`, 'GroupId')] } }),
          })),
        },
      }),
    'endpoints of one VPC, its functions and routes to its peer': () =>
      one({
        resources: {
          Vpc: resource('AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' }),
          Peer: resource('AWS::EC2::VPC', { CidrBlock: '10.1.0.0/16' }),
          Peering: resource('AWS::EC2::VPCPeeringConnection', { VpcId: ref('Vpc'), PeerVpcId: ref('Peer') }),
          Subnet: resource('AWS::EC2::Subnet', { VpcId: ref('Vpc'), CidrBlock: '10.0.0.0/24' }),
          ...each((index) => ({
            [`T${index}`]: resource('AWS::EC2::RouteTable', { VpcId: ref('Vpc') }),
            [`R${index}`]: resource('AWS::EC2::Route', {
              RouteTableId: ref(`T${index}`),
              DestinationCidrBlock: '10.1.0.0/16',
              VpcPeeringConnectionId: ref('Peering'),
            }),
            [`E${index}`]: resource('AWS::EC2::VPCEndpoint', {
              VpcId: ref('Vpc'),
              VpcEndpointType: 'Interface',
              ServiceName: `com.amazonaws.us-east-1.s${index}`,
            }),
            [`F${index}`]: resource('AWS::Lambda::Function', { VpcConfig: { SubnetIds: [ref('Subnet')], SecurityGroupIds: ['sg-1'] } }),
          })),
        },
      }),
    'rules of a replication, and statements of their role': () =>
      one({
        resources: {
          Role: resource('AWS::IAM::Role', {
            AssumeRolePolicyDocument: {
              Statement: [{ Effect: 'Allow', Principal: { Service: 's3.amazonaws.com' }, Action: 'sts:AssumeRole' }],
            },
          }),
          Policy: resource('AWS::IAM::Policy', {
            PolicyName: 'replication',
            Roles: [ref('Role')],
            PolicyDocument: {
              Statement: range(Math.min(many, 1_000)).map((index) => ({
                Effect: 'Allow',
                Action: 's3:ReplicateObject',
                Resource: { 'Fn::Join': ['', [arn(`B${index}`), '/*']] },
              })),
            },
          }),
          Source: resource('AWS::S3::Bucket', {
            BucketName: 'orders',
            VersioningConfiguration: { Status: 'Enabled' },
            ReplicationConfiguration: {
              Role: arn('Role'),
              Rules: range(many).map((index) => ({
                Id: `r${index}`,
                Priority: index,
                Status: 'Enabled',
                Filter: { Prefix: `p${index}/` },
                Destination: { Bucket: arn(`B${index}`) },
              })),
            },
          }),
          ...section(many, (index) => [`B${index}`, resource('AWS::S3::Bucket', { VersioningConfiguration: { Status: 'Enabled' } })]),
        },
      }),
    'hosted zones, and records that name zones': () =>
      one({
        resources: each((index) => ({
          [`Z${index}`]: resource('AWS::Route53::HostedZone', { Name: `z${index}.acme-bank.io` }),
          [`R${index}`]: resource('AWS::Route53::RecordSet', {
            HostedZoneName: `other${index}.acme-bank.io.`,
            Name: `a.other${index}.acme-bank.io`,
            Type: 'A',
            TTL: '60',
            ResourceRecords: ['203.0.113.1'],
          }),
        })),
      }),
    'websites, and aliases of their region': () =>
      one({
        resources: each((index) => ({
          [`B${index}`]: resource('AWS::S3::Bucket', {
            BucketName: `site-${index}`,
            WebsiteConfiguration: { IndexDocument: 'index.html' },
          }),
          [`R${index}`]: resource('AWS::Route53::RecordSet', {
            HostedZoneId: 'Z0456789ABCDEFGHIJKL',
            Name: `www${index}.acme-bank.io`,
            Type: 'A',
            AliasTarget: { DNSName: 's3-website-us-east-1.amazonaws.com', HostedZoneId: 'Z3AQBSTGFJSTF' },
          }),
        })),
      }),
  };
}
