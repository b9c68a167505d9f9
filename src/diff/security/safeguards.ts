import type { SecurityArea } from '../report.js';

/** A property that protects while it has a value, or one of the good values. */
export interface Safeguard {
  readonly path: readonly string[];
  readonly area: SecurityArea;
  /** Values that protect, in lower case; undefined when any value does. */
  readonly good: readonly string[] | undefined;
  /** Whether it protects when it is left out. */
  readonly isOnByDefault: boolean;
  readonly what: string;
}

/**
 * Properties that switch a protection on. `*` stands for every element of a list; `?` for any value; what ends in `!` also protects when it is left out.
 * Deletion protection is in `src/facts/deletion-protection.ts`. Sources: the page of each type in
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/
 */
const TABLE = `
AWS::S3::Bucket                PublicAccessBlockConfiguration.BlockPublicAcls       public-access true  the block of public ACLs
AWS::S3::Bucket                PublicAccessBlockConfiguration.BlockPublicPolicy     public-access true  the block of public policies
AWS::S3::Bucket                PublicAccessBlockConfiguration.IgnorePublicAcls      public-access true  the block of public ACLs
AWS::S3::Bucket                PublicAccessBlockConfiguration.RestrictPublicBuckets public-access true  the block of public policies
AWS::S3::Bucket                BucketEncryption                                     encryption    ?     the encryption setting
AWS::S3::Bucket                VersioningConfiguration.Status                       recovery      enabled versioning
AWS::S3::Bucket                ReplicationConfiguration                             recovery      ?     replication
AWS::RDS::DBInstance           PubliclyAccessible                                   public-access false! the private address
AWS::RDS::DBCluster            PubliclyAccessible                                   public-access false! the private address
AWS::RDS::DBCluster            StorageEncrypted                                     encryption    true  encryption at rest
AWS::RDS::DBInstance           StorageEncrypted                                     encryption    true  encryption at rest
AWS::RDS::GlobalCluster        StorageEncrypted                                     encryption    true  encryption at rest
AWS::DocDB::DBCluster          StorageEncrypted                                     encryption    true  encryption at rest
AWS::Neptune::DBCluster        StorageEncrypted                                     encryption    true  encryption at rest
AWS::DynamoDB::Table           SSESpecification.SSEEnabled                          encryption    true  encryption with a customer managed key
AWS::DynamoDB::GlobalTable     SSESpecification.SSEEnabled                          encryption    true  encryption with a customer managed key
AWS::DynamoDB::Table           PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled recovery true point-in-time recovery
AWS::DynamoDB::GlobalTable     Replicas.*.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled recovery true point-in-time recovery
AWS::SQS::Queue                KmsMasterKeyId                                       encryption    ?     encryption with a customer managed key
AWS::SNS::Topic                KmsMasterKeyId                                       encryption    ?     encryption at rest
AWS::Kinesis::Stream           StreamEncryption                                     encryption    ?     encryption at rest
AWS::Logs::LogGroup            KmsKeyId                                             encryption    ?     encryption with a customer managed key
AWS::EFS::FileSystem           Encrypted                                            encryption    true  encryption at rest
AWS::EC2::Volume               Encrypted                                            encryption    true  encryption at rest
AWS::SecretsManager::Secret    KmsKeyId                                             encryption    ?     encryption with a customer managed key
AWS::OpenSearchService::Domain EncryptionAtRestOptions.Enabled                      encryption    true  encryption at rest
AWS::OpenSearchService::Domain NodeToNodeEncryptionOptions.Enabled                  encryption    true  encryption between nodes
AWS::OpenSearchService::Domain DomainEndpointOptions.EnforceHTTPS                   encryption    true  HTTPS
AWS::ElastiCache::ReplicationGroup AtRestEncryptionEnabled                          encryption    true  encryption at rest
AWS::ElastiCache::ReplicationGroup TransitEncryptionEnabled                         encryption    true  encryption in transit
AWS::Redshift::Cluster         Encrypted                                            encryption    true  encryption at rest
AWS::Redshift::Cluster         PubliclyAccessible                                   public-access false! the private address
AWS::KMS::Key                  EnableKeyRotation                                    encryption    true  the rotation of the key
AWS::KMS::Key                  Enabled                                              encryption    true! the key itself
AWS::Lambda::Url               AuthType                                             public-access aws_iam authorization
AWS::ApiGateway::Method        AuthorizationType                                    public-access aws_iam|custom|cognito_user_pools authorization
AWS::ApiGatewayV2::Route       AuthorizationType                                    public-access aws_iam|custom|jwt authorization
AWS::ElasticLoadBalancingV2::LoadBalancer Scheme                                    public-access internal its internal scheme
AWS::EC2::Subnet               MapPublicIpOnLaunch                                  public-access false! private addresses
AWS::ECR::Repository           ImageTagMutability                                   recovery      immutable immutable tags
AWS::IAM::Role                 PermissionsBoundary                                  permissions   ?     the permissions boundary
AWS::IAM::User                 PermissionsBoundary                                  permissions   ?     the permissions boundary
AWS::CloudTrail::Trail         EnableLogFileValidation                              recovery      true  the validation of log files
AWS::CloudTrail::Trail         IsLogging                                            recovery      true  logging
AWS::S3::AccessPoint           PublicAccessBlockConfiguration.BlockPublicPolicy     public-access true! the block of public policies
AWS::S3::AccessPoint           PublicAccessBlockConfiguration.RestrictPublicBuckets public-access true! the block of public policies
AWS::EKS::Cluster              ResourcesVpcConfig.EndpointPublicAccess              public-access false the private endpoint
Custom::AWSCDK-EKS-Cluster     Config.resourcesVpcConfig.endpointPublicAccess       public-access false the private endpoint
AWS::AmazonMQ::Broker          PubliclyAccessible                                   public-access false the private address
AWS::AppRunner::Service        NetworkConfiguration.IngressConfiguration.IsPubliclyAccessible public-access false the private endpoint
AWS::AppSync::GraphQLApi       Visibility                                           public-access private the private endpoint
AWS::DMS::ReplicationInstance  PubliclyAccessible                                   public-access false the private address
AWS::ECS::Service              NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp public-access disabled! private addresses
AWS::Elasticsearch::Domain     EncryptionAtRestOptions.Enabled                      encryption    true  encryption at rest
AWS::Elasticsearch::Domain     NodeToNodeEncryptionOptions.Enabled                  encryption    true  encryption between nodes
AWS::Elasticsearch::Domain     DomainEndpointOptions.EnforceHTTPS                   encryption    true  HTTPS
AWS::MSK::Cluster              BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type public-access disabled! private addresses
AWS::MSK::Cluster              EncryptionInfo.EncryptionInTransit.ClientBroker      encryption    tls!  encryption in transit
AWS::MemoryDB::Cluster         TLSEnabled                                           encryption    true! encryption in transit
AWS::RedshiftServerless::Workgroup PubliclyAccessible                               public-access false! the private address
AWS::SageMaker::NotebookInstance DirectInternetAccess                               public-access disabled the private network
AWS::Transfer::Server          EndpointType                                         public-access vpc|vpc_endpoint the private endpoint
AWS::CloudFront::Distribution  DistributionConfig.DefaultCacheBehavior.ViewerProtocolPolicy encryption https-only|redirect-to-https HTTPS
AWS::Cognito::IdentityPool     AllowUnauthenticatedIdentities                       public-access false  the exclusion of guests
AWS::Cognito::UserPool         AdminCreateUserConfig.AllowAdminCreateUserOnly       public-access true   the exclusion of people who sign themselves up
AWS::EC2::Instance             MetadataOptions.HttpTokens                           permissions   required the requirement of session tokens for instance metadata (IMDSv2)
AWS::EC2::LaunchTemplate       LaunchTemplateData.MetadataOptions.HttpTokens        permissions   required the requirement of session tokens for instance metadata (IMDSv2)
AWS::CloudFront::Distribution  DistributionConfig.WebACLId                          public-access ?     the web ACL
`;

export const SAFEGUARDS: ReadonlyMap<string, readonly Safeguard[]> = parse(TABLE);

function parse(table: string): ReadonlyMap<string, readonly Safeguard[]> {
  const safeguards = new Map<string, Safeguard[]>();
  for (const line of table.trim().split('\n')) {
    const [type = '', path = '', area = '', good = '', ...what] = line.split(/\s+/);
    const safeguard = {
      path: path.split('.'),
      area: area as SecurityArea,
      good: good === '?' ? undefined : good.replace('!', '').split('|'),
      isOnByDefault: good.endsWith('!'),
      what: what.join(' '),
    };
    safeguards.set(type, [...(safeguards.get(type) ?? []), safeguard]);
  }
  return safeguards;
}
