/** A property that takes a certificate, which must have the names that the resource answers to. */
export interface CertificateUse {
  readonly type: string;
  /** Paths below `Properties`; a number of a list is written as `0`. */
  readonly names: readonly string[];
  readonly certificates: readonly string[];
  /** AWS's own words, when a source quotes them. */
  readonly says?: string;
  readonly source: string;
}

const API_GATEWAY = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html';

export const CERTIFICATE_USES: readonly CertificateUse[] = [
  {
    type: 'AWS::CloudFront::Distribution',
    names: ['DistributionConfig.Aliases'],
    certificates: ['DistributionConfig.ViewerCertificate.AcmCertificateArn'],
    says: "The certificate that is attached to your distribution doesn't cover the alternate domain name (CNAME)",
    source: 'https://github.com/hashicorp/terraform-provider-aws/issues/13828',
  },
  {
    type: 'AWS::ApiGateway::DomainName',
    names: ['DomainName'],
    certificates: ['CertificateArn', 'RegionalCertificateArn'],
    source: API_GATEWAY,
  },
  {
    type: 'AWS::ApiGatewayV2::DomainName',
    names: ['DomainName'],
    certificates: ['DomainNameConfigurations.0.CertificateArn', 'DomainNameConfigurations.1.CertificateArn'],
    source: API_GATEWAY,
  },
  {
    type: 'AWS::Cognito::UserPoolDomain',
    names: ['Domain'],
    certificates: ['CustomDomainConfig.CertificateArn'],
    source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html',
  },
  {
    type: 'AWS::AppSync::DomainName',
    names: ['DomainName'],
    certificates: ['CertificateArn'],
    source: 'https://docs.aws.amazon.com/appsync/latest/devguide/custom-domain-name.html',
  },
];
