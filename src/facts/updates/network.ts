import { operation, page, threads } from '../identities/row.js';
import { added, changed, fromTo, type RejectedUpdate, rejected, removed, test } from './row.js';

const ERRORS = 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html';

/** Networks, load balancers, DNS, APIs. */
export const NETWORK: readonly RejectedUpdate[] = [
  ...rejected('AWS::EC2::PrefixList', {
    when: { rule: 'together', paths: ['MaxEntries', 'Entries'], with: ['MaxEntries'] },
    because: 'the size and the entries cannot change in one update',
    fix: 'Deploy twice: first with the new `maxEntries`, then with the new entries (in the other order to make it smaller).',
    sources: [page('AWS::EC2::PrefixList')],
  }),
  ...rejected('AWS::ElasticLoadBalancingV2::LoadBalancer', {
    when: added('SecurityGroups.0'),
    given: [['Type', ['network']]],
    because: 'a Network Load Balancer that was created without a security group cannot get one',
    fix: 'Create a new load balancer with security groups, and remove this one in a second deployment.',
    sources: [operation('elasticloadbalancing/latest/APIReference', 'SetSecurityGroups')],
  }),
  ...rejected(['AWS::EC2::Instance', 'AWS::EC2::NetworkInterface'], {
    when: test('address-kept'),
    onReplacement: true,
    says: 'InvalidIPAddress.InUse',
    fix: 'Leave `privateIpAddress` to the subnet, give another one with this change, or deploy twice: first without it, then with the new one.',
    sources: [ERRORS],
  }),
  ...rejected('AWS::EC2::VolumeAttachment', {
    when: test('volume-attached'),
    onReplacement: true,
    says: 'VolumeInUse',
    fix: 'Deploy twice: first without the attachment, then with it; or attach the volume when the instance starts.',
    steps: ['leave out the attachment', 'put it back'],
    sources: [ERRORS],
  }),
  ...rejected('AWS::EC2::NetworkInterface', {
    when: fromTo('EnablePrimaryIpv6', ['true'], ['false']),
    because: 'a primary IPv6 address cannot be disabled',
    fix: 'Keep `enablePrimaryIpv6`, or create a new network interface.',
    sources: [page('AWS::EC2::NetworkInterface')],
  }),
  ...rejected('AWS::Route53::HostedZone', {
    when: added('VPCs.0'),
    because: 'a public hosted zone cannot become a private one',
    fix: 'Create a private hosted zone under another construct id.',
    sources: [page('AWS::Route53::HostedZone'), operation('Route53/latest/APIReference', 'AssociateVPCWithHostedZone')],
  }),
  ...rejected('AWS::Route53::HostedZone', {
    when: removed('VPCs.0'),
    because: 'a private hosted zone cannot become a public one',
    fix: 'Create a public hosted zone under another construct id.',
    sources: [page('AWS::Route53::HostedZone'), operation('Route53/latest/APIReference', 'DisassociateVPCFromHostedZone')],
  }),
  ...rejected('AWS::Route53::HostedZone', {
    when: test('last-vpc-of-zone'),
    level: 'careful',
    because: 'the last VPC of a private zone cannot be removed (`LastVPCAssociation`), and all deployed ones are',
    fix: 'Deploy twice: first with the new VPC beside the old one, then without the old one.',
    sources: [operation('Route53/latest/APIReference', 'DisassociateVPCFromHostedZone')],
  }),
  ...rejected('AWS::Route53Resolver::ResolverEndpoint', {
    when: { rule: 'together', paths: ['ResolverEndpointType', 'IpAddresses'], with: ['ResolverEndpointType'] },
    because: 'the type and the addresses cannot change in one update',
    fix: 'Deploy once for each of the two.',
    sources: [page('AWS::Route53Resolver::ResolverEndpoint')],
  }),
  ...rejected('AWS::ApiGateway::RestApi', {
    when: fromTo('EndpointConfiguration.Types.0', ['PRIVATE'], ['REGIONAL', 'EDGE']),
    given: [['EndpointConfiguration.VpcEndpointIds.0', []]],
    steps: ['remove the VPC endpoints from the private API', 'change its type'],
    says: 'VPCEndpoints can only be specified with PRIVATE apis',
    fix: 'Remove the VPC endpoints from the API in a first deployment, and change its type in a second.',
    sources: threads('hashicorp/terraform-provider-aws#14269'),
  }),
  ...rejected('AWS::ApiGateway::RestApi', {
    when: fromTo('EndpointConfiguration.Types.0', ['PRIVATE'], ['EDGE']),
    says: 'You cannot change a private API into an edge-optimized API.',
    steps: ['change its type to regional', 'change it to edge-optimized'],
    fix: 'Deploy twice: first as a regional API, then as an edge-optimized one.',
    sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-api-migration.html'],
  }),
  ...rejected('AWS::ApiGateway::DomainName', {
    when: fromTo('EndpointConfiguration.Types.0', ['EDGE', 'REGIONAL'], ['PRIVATE']),
    says: '/endpointConfiguration/types/0 Invalid request input',
    fix: 'Create another custom domain, or remove this one in a deployment of its own first.',
    sources: threads('hashicorp/terraform-provider-aws#40692', 'hashicorp/terraform-provider-aws#47504'),
  }),
  ...rejected('AWS::ApiGateway::DomainName', {
    when: fromTo('EndpointConfiguration.Types.0', ['EDGE'], ['REGIONAL']),
    level: 'careful',
    says: '/endpointConfiguration/types/0 Invalid request input',
    fix: 'Create the regional domain under another construct id in a deployment after the one that removes this one; expect an interruption.',
    sources: threads('hashicorp/terraform-provider-aws#28059'),
  }),
  ...rejected('AWS::ApiGateway::DomainName', {
    when: fromTo('EndpointConfiguration.Types.0', ['REGIONAL'], ['EDGE']),
    given: [['EndpointConfiguration.Types.1', ['']]],
    says: 'Can only perform one update operation at a time. Request would delete regional endpoint, create edge endpoint',
    steps: ['let `EndpointConfiguration.Types` hold both types, with a certificate for each', 'remove the old type and its certificate'],
    fix: 'Deploy twice: first with both endpoint types, then without the old one.',
    sources: threads('aws/aws-cdk#12845'),
  }),
  ...['EncodedKey', 'Name', 'CallerReference'].flatMap((name) =>
    rejected('AWS::CloudFront::PublicKey', {
      when: changed(`PublicKeyConfig.${name}`),
      because: 'only the comment of a public key can change (`CannotChangeImmutablePublicKeyFields`)',
      fix: 'Add the new key under another construct id, let the key group hold both, and remove this one once nothing is signed with it.',
      sources: [operation('cloudfront/latest/APIReference', 'UpdatePublicKey'), ...threads('aws/aws-cdk#15301')],
    }),
  ),
  ...['AtRestEncryptionEnabled', 'TransitEncryptionEnabled'].flatMap((path) =>
    rejected('AWS::AppSync::ApiCache', {
      when: changed(path, 'false'),
      because: 'this setting cannot change after creation',
      fix: 'Remove the cache in a first deployment, and create it again in a second.',
      sources: [page('AWS::AppSync::ApiCache')],
    }),
  ),
];
