import { CERTIFICATE, called, DELIVERY_STREAM, FUNCTION, KEY, LOAD_BALANCER, LOG_GROUP, named, STREAM, VPC, WEB_ACL } from './named.js';
import { inRegion, inStackRegion, type ReferenceRows } from './row.js';

const EDGE_CERTIFICATE = {
  account: 'stack',
  words: 'To use a certificate in ACM with CloudFront, it must be in us-east-1.',
  fix: "Create the certificate in a stack with `env: { account, region: 'us-east-1' }` and pass it on with `crossRegionReferences: true`.",
} as const;
const REGIONAL_CERTIFICATE = {
  account: 'stack',
  fix: "Create the certificate in a stack of {region}: `new acm.Certificate(this, 'Certificate', { domainName, validation })`.",
} as const;
const EDGE_FUNCTION = {
  source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-restrictions.html',
  fix: 'Create the function with `cloudfront.experimental.EdgeFunction`, which puts it into a stack in us-east-1.',
} as const;
const edgeFunction = called('edge function', { ...FUNCTION, types: ['AWS::Lambda::Version'] });

const PROFILE = named('AWS::Route53Profiles::Profile', 'route53profiles', 'Route 53 Profile');
const ROUTE53_PROFILE = {
  words: "Can't find the resource with ID",
  source: 'https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/2044',
  fix: 'Create a Route 53 Profile in {region}: profiles belong to one region.',
} as const;

/** Certificates, CloudFront, Route 53, WAF. `global/accelerator-endpoint-region` checks endpoints of accelerators. */
export const EDGE: ReferenceRows = {
  'AWS::CloudFront::Distribution': [
    inRegion('us-east-1', 'DistributionConfig.ViewerCertificate.AcmCertificateArn', CERTIFICATE, {
      ...EDGE_CERTIFICATE,
      source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html',
    }),
    inRegion(
      'us-east-1',
      'DistributionConfig.DefaultCacheBehavior.LambdaFunctionAssociations.*.LambdaFunctionARN',
      edgeFunction,
      EDGE_FUNCTION,
    ),
    inRegion(
      'us-east-1',
      'DistributionConfig.CacheBehaviors.*.LambdaFunctionAssociations.*.LambdaFunctionARN',
      edgeFunction,
      EDGE_FUNCTION,
    ),
    inRegion('us-east-1', 'DistributionConfig.WebACLId', called('web ACL of a distribution', WEB_ACL), {
      source: 'https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html',
      fix: "Create the web ACL, with `scope: 'CLOUDFRONT'`, in a stack in us-east-1 and pass its ARN on with `crossRegionReferences: true`.",
    }),
  ],
  // No page says so: the guide of real-time logs names no region.
  'AWS::CloudFront::RealtimeLogConfig': [
    inRegion('us-east-1', 'EndPoints.*.KinesisStreamConfig.StreamArn', called('stream of the real-time logs', STREAM), {
      fix: 'Create the Kinesis stream in a stack in us-east-1.',
    }),
  ],
  'AWS::Cognito::UserPoolDomain': [
    inRegion('us-east-1', 'CustomDomainConfig.CertificateArn', CERTIFICATE, {
      ...EDGE_CERTIFICATE,
      source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html',
    }),
  ],
  'AWS::ApiGateway::DomainName': [
    inRegion('us-east-1', 'CertificateArn', CERTIFICATE, {
      ...EDGE_CERTIFICATE,
      source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html',
    }),
    inStackRegion('RegionalCertificateArn', CERTIFICATE, {
      ...REGIONAL_CERTIFICATE,
      words: 'The certificate provided must be owned by the account creating the domain.',
      source: 'https://github.com/aws/aws-cdk/issues/13512',
    }),
  ],
  'AWS::ApiGatewayV2::DomainName': [
    inStackRegion('DomainNameConfigurations.*.CertificateArn', CERTIFICATE, {
      ...REGIONAL_CERTIFICATE,
      words: 'The certificate provided must be owned by the account creating the domain.',
      source: 'https://github.com/aws/aws-cdk/issues/13512',
    }),
  ],
  'AWS::ElasticLoadBalancingV2::TargetGroup': [
    inStackRegion('Targets.*.Id', FUNCTION, {
      account: 'stack',
      words: 'The Lambda function and target group must be in the same account and in the same Region.',
      source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html',
    }),
  ],
  'AWS::ElasticLoadBalancingV2::Listener': [
    inStackRegion('Certificates.*.CertificateArn', CERTIFICATE, {
      ...REGIONAL_CERTIFICATE,
      source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/https-listener-certificates.html',
    }),
  ],
  'AWS::ElasticLoadBalancingV2::ListenerCertificate': [
    inStackRegion('Certificates.*.CertificateArn', CERTIFICATE, {
      ...REGIONAL_CERTIFICATE,
      source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/https-listener-certificates.html',
    }),
  ],
  'AWS::Transfer::Server': [inStackRegion('Certificate', CERTIFICATE, { account: 'stack' })],
  'AWS::AppSync::DomainName': [
    inRegion('us-east-1', 'CertificateArn', CERTIFICATE, {
      account: 'stack',
      words: 'Certificate must be in us-east-1.',
      fix: EDGE_CERTIFICATE.fix,
      source: 'https://github.com/sid88in/serverless-appsync-plugin/issues/587',
    }),
  ],
  'AWS::Amplify::Domain': [
    inRegion('us-east-1', 'CertificateSettings.CustomCertificateArn', CERTIFICATE, {
      account: 'stack',
      fix: EDGE_CERTIFICATE.fix,
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-amplify-domain-certificatesettings.html',
    }),
  ],
  'AWS::Route53::HostedZone': [
    inRegion('us-east-1', 'QueryLoggingConfig.CloudWatchLogsLogGroupArn', called('log group of the queries', LOG_GROUP), {
      account: 'stack',
      fix: 'Create the log group in a stack in us-east-1, with a `logs.ResourcePolicy` there that allows route53.amazonaws.com.',
      source: 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateQueryLoggingConfig.html',
    }),
  ],
  'AWS::Route53::KeySigningKey': [
    inRegion('us-east-1', 'KeyManagementServiceArn', called('key that signs the zone', KEY), {
      account: 'stack',
      fix: 'Create the key in a stack in us-east-1: `new kms.Key(this, "Dnssec", { keySpec: kms.KeySpec.ECC_NIST_P256, keyUsage: kms.KeyUsage.SIGN_VERIFY })`.',
      source: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec-cmk-requirements.html',
    }),
  ],
  'AWS::WAFv2::LoggingConfiguration': [
    inStackRegion('LogDestinationConfigs.*', called('destination of the logs', LOG_GROUP, DELIVERY_STREAM), {
      words: "The ARN isn't valid., field: LOG_DESTINATION",
      fix: 'Create the log group or delivery stream in a stack of {region}, with a name that begins with `aws-waf-logs-`.',
      source: 'https://github.com/pulumi/pulumi-aws/issues/1214',
    }),
  ],
  'AWS::WAFv2::WebACLAssociation': [
    inStackRegion('WebACLArn', WEB_ACL, {
      fix: "Create a web ACL with `scope: 'REGIONAL'` in a stack of {region}.",
      source: 'https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html',
    }),
    inStackRegion('ResourceArn', called('protected resource', LOAD_BALANCER), {
      fix: 'Associate the resource in a stack of its own region, with a web ACL there.',
      source: 'https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html',
    }),
  ],
  // A VPC of another region is checked with the zone.
  'AWS::Route53Profiles::ProfileAssociation': [
    inStackRegion('ResourceId', VPC, {
      ...ROUTE53_PROFILE,
      fix: 'Associate the profile in a stack of the region of the VPC, with a profile of that region.',
    }),
    inStackRegion('ProfileId', PROFILE, ROUTE53_PROFILE),
  ],
  'AWS::Route53Profiles::ProfileResourceAssociation': [inStackRegion('ProfileId', PROFILE, ROUTE53_PROFILE)],
  'AWS::Route53Resolver::ResolverRuleAssociation': [
    inStackRegion('VPCId', VPC, {
      source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resources.html',
    }),
  ],
};
