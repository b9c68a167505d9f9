import { accepts, rejects, type UpdateCase } from './update-case.js';

const [PREFIXES, BALANCER, ZONE, ENDPOINT] = [
  'AWS::EC2::PrefixList',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::Route53::HostedZone',
  'AWS::Route53Resolver::ResolverEndpoint',
] as const;
const [API, DOMAIN, CACHE] = ['AWS::ApiGateway::RestApi', 'AWS::ApiGateway::DomainName', 'AWS::AppSync::ApiCache'] as const;
const balancer = (Type: string, ...SecurityGroups: readonly string[]) => ({ Type, SecurityGroups });
const zone = (...vpcs: readonly unknown[]) => ({ Name: 'example.com', VPCs: vpcs.map((VPCId) => ({ VPCId, VPCRegion: 'us-east-1' })) });
const endpoint = (type: string, ...VpcEndpointIds: readonly string[]) => ({ EndpointConfiguration: { Types: [type], VpcEndpointIds } });
const VPC = {
  Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
  Other: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
};
const [vpc, other] = [{ Ref: 'Vpc' }, { Ref: 'Other' }];

const [INSTANCE, ATTACHMENT] = ['AWS::EC2::Instance', 'AWS::EC2::VolumeAttachment'] as const;
const server = (ImageId: string, PrivateIpAddress = '10.0.0.5', SubnetId = 'subnet-1') => ({ ImageId, PrivateIpAddress, SubnetId });
const attachment = (InstanceId: string) => ({ InstanceId, VolumeId: { Ref: 'Disk' }, Device: '/dev/sdf' });
const disk = (more: object = {}) => ({
  Disk: { Type: 'AWS::EC2::Volume', Properties: { Size: 10, AvailabilityZone: 'us-east-1a', ...more } },
});

const PUBLIC_KEY = 'AWS::CloudFront::PublicKey';
const publicKey = (more: object) => ({ PublicKeyConfig: { EncodedKey: 'old', Name: 'old', CallerReference: 'c8', ...more } });

export const NETWORK: readonly UpdateCase[] = [
  rejects(
    API,
    'a private API that becomes edge-optimized',
    endpoint('PRIVATE'),
    endpoint('EDGE'),
    /^blocked: .*: `You cannot change a private API into an edge-optimized API\.`/,
  ),
  accepts(API, 'a private API that becomes regional', endpoint('PRIVATE'), endpoint('REGIONAL')),
  rejects(
    PREFIXES,
    'size and entries',
    { MaxEntries: 1, Entries: [{ Cidr: '10.0.0.0/8' }] },
    { MaxEntries: 2, Entries: [{ Cidr: '10.0.0.0/8' }, { Cidr: '11.0.0.0/8' }] },
    /^blocked: One update changes `MaxEntries` and `Entries`, but/,
  ),
  rejects(
    BALANCER,
    'security groups of a network load balancer',
    balancer('network'),
    balancer('network', 'sg-1'),
    /^blocked: `SecurityGroups` is added, but a Network Load/,
  ),
  rejects(ZONE, 'a public zone made private', { Name: 'example.com' }, zone(vpc), /^blocked: `VPCs` is added, but a public hosted zone/, {
    both: VPC,
  }),
  rejects(
    ZONE,
    'a private zone made public',
    zone(vpc),
    { Name: 'example.com' },
    /^blocked: `VPCs` is removed, but a private hosted zone/,
    { both: VPC },
  ),
  rejects(ZONE, 'another VPC', zone(vpc), zone(other), /^careful: All VPCs of the private zone are replaced/, { both: VPC }),
  rejects(
    ENDPOINT,
    'type and addresses',
    { ResolverEndpointType: 'IPV4', IpAddresses: [{ SubnetId: 'a' }] },
    { ResolverEndpointType: 'DUALSTACK', IpAddresses: [{ SubnetId: 'b' }] },
    /^blocked: One update changes `ResolverEndpointType` and `IpAddresses`/,
  ),
  rejects(
    API,
    'a public API with VPC endpoints',
    endpoint('PRIVATE', 'vpce-1'),
    endpoint('REGIONAL', 'vpce-1'),
    /^blocked: .*`VPCEndpoints can only/,
  ),
  rejects(DOMAIN, 'a private domain', endpoint('REGIONAL'), endpoint('PRIVATE'), /^blocked: .*Invalid request input/),
  rejects(DOMAIN, 'a regional domain', endpoint('EDGE'), endpoint('REGIONAL'), /^careful: .*Invalid request input/),
  rejects(
    CACHE,
    'encryption at rest',
    { AtRestEncryptionEnabled: false },
    { AtRestEncryptionEnabled: true },
    /^blocked: `AtRestEncryptionEnabled` changes from false to true, but/,
  ),
  rejects(
    CACHE,
    'encryption in transit',
    {},
    { TransitEncryptionEnabled: true },
    /^blocked: `TransitEncryptionEnabled` is set to true, but/,
  ),
  accepts(PREFIXES, 'entries', { MaxEntries: 2, Entries: [{ Cidr: '10.0.0.0/8' }] }, { MaxEntries: 2, Entries: [{ Cidr: '11.0.0.0/8' }] }),
  accepts(BALANCER, 'security groups of an application load balancer', balancer('application'), balancer('application', 'sg-1')),
  accepts(BALANCER, 'another security group', balancer('network', 'sg-1'), balancer('network', 'sg-2')),
  accepts(ZONE, 'one more VPC', zone(vpc), zone(other, vpc), { both: VPC }),
  accepts(ENDPOINT, 'addresses', { IpAddresses: [{ SubnetId: 'a' }] }, { IpAddresses: [{ SubnetId: 'b' }] }),
  accepts(API, 'a public API without VPC endpoints', endpoint('PRIVATE', 'vpce-1'), endpoint('REGIONAL')),
  accepts(CACHE, 'the default written out', {}, { AtRestEncryptionEnabled: false }),

  rejects(
    'AWS::EC2::NetworkInterface',
    'no primary IPv6 address',
    { EnablePrimaryIpv6: true },
    { EnablePrimaryIpv6: false },
    /^blocked: .*cannot be disabled/,
  ),
  accepts('AWS::EC2::NetworkInterface', 'a primary IPv6 address', { EnablePrimaryIpv6: false }, { EnablePrimaryIpv6: true }),

  rejects(
    INSTANCE,
    'a replacement with its address',
    server('ami-1'),
    server('ami-2'),
    /^blocked: It is replaced and keeps the address 10.0.0.5, which the old one still has: `InvalidIPAddress.InUse`/,
  ),
  accepts(INSTANCE, 'a replacement with another address', server('ami-1'), server('ami-2', '10.0.0.6')),
  accepts(INSTANCE, 'a replacement in another subnet', server('ami-1'), server('ami-2', '10.0.0.5', 'subnet-2')),
  rejects(
    'AWS::EC2::NetworkInterface',
    'a replacement with its address',
    { SubnetId: 'subnet-1', PrivateIpAddress: '10.0.0.5', InterfaceType: 'interface' },
    { SubnetId: 'subnet-1', PrivateIpAddress: '10.0.0.5', InterfaceType: 'efa' },
    /^blocked: It is replaced and keeps the address/,
  ),
  rejects(
    ATTACHMENT,
    'another instance',
    attachment('i-1'),
    attachment('i-2'),
    /^blocked: It is replaced, and the volume .*Disk is still attached to the old instance: `VolumeInUse`/,
    { both: disk() },
  ),
  accepts(ATTACHMENT, 'another instance for a shared volume', attachment('i-1'), attachment('i-2'), {
    both: disk({ MultiAttachEnabled: true, VolumeType: 'io2' }),
  }),
  accepts(ATTACHMENT, 'an imported volume', { ...attachment('i-1'), VolumeId: 'vol-1' }, { ...attachment('i-2'), VolumeId: 'vol-1' }),
  rejects(
    DOMAIN,
    'a regional domain that becomes an edge one in one step',
    { EndpointConfiguration: { Types: ['REGIONAL'] } },
    { EndpointConfiguration: { Types: ['EDGE'] } },
    /^blocked: .*from REGIONAL to EDGE: `Can only perform one update operation at a time/,
  ),
  accepts(
    DOMAIN,
    'a regional domain with an edge endpoint beside it',
    { EndpointConfiguration: { Types: ['REGIONAL'] } },
    { EndpointConfiguration: { Types: ['EDGE', 'REGIONAL'] } },
  ),
  rejects(
    PUBLIC_KEY,
    'another key',
    publicKey({}),
    publicKey({ EncodedKey: 'new' }),
    /^blocked: .*but only the comment of a public key can change/,
  ),
  rejects(
    PUBLIC_KEY,
    'another name',
    publicKey({}),
    publicKey({ Name: 'new' }),
    /^blocked: .*but only the comment of a public key can change/,
  ),
  accepts(PUBLIC_KEY, 'another comment', publicKey({}), publicKey({ Comment: 'new' })),
];
