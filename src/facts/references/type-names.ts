import { tableOf } from '../../table-of.js';

/** Types whose name is no plain text when it is split at its capitals. */
const NAMES: Readonly<Record<string, string>> = tableOf({
  'AWS::ApiGateway::RestApi': 'REST API',
  'AWS::ApiGatewayV2::Api': 'API',
  'AWS::CertificateManager::Certificate': 'certificate',
  'AWS::EC2::EIP': 'elastic IP address',
  'AWS::EC2::VPC': 'VPC',
  'AWS::EC2::VPCEndpoint': 'VPC endpoint',
  'AWS::EC2::VPNGateway': 'VPN gateway',
  'AWS::EC2::DHCPOptions': 'DHCP options',
  'AWS::KinesisFirehose::DeliveryStream': 'delivery stream',
  'AWS::RDS::DBCluster': 'DB cluster',
  'AWS::RDS::DBInstance': 'DB instance',
  'AWS::RDS::DBSubnetGroup': 'DB subnet group',
  'AWS::WAFv2::WebACL': 'web ACL',
});

/** What a resource of one of these types is called in a sentence: "target group". */
export function nameOfTypes(types: readonly string[]): string {
  const [first = ''] = types;
  return (
    NAMES[first] ??
    first
      .slice(first.lastIndexOf(':') + 1)
      .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
      .replace(/([A-Z])(?=[A-Z][a-z])/g, '$1 ')
      .split(' ')
      .map((word) => (/^[A-Z]{2,}$/.test(word) ? word : word.toLowerCase()))
      .join(' ')
  );
}
