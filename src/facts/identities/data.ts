import { exception, type IdentityRow, operation, page, row, threads } from './row.js';

const pool = (own: string) => [['UserPoolId', 'resource'], own] as const;

/** Keys, stores, user pools and account services. */
export const DATA: readonly IdentityRow[] = [
  row('AWS::KMS::ReplicaKey', {
    scope: 'region',
    key: [['PrimaryKeyArn', 'resource']],
    what: 'replica of a key in its region',
    says: 'You can create only one replica of each primary key in each AWS Region',
    fix: 'Create one replica of the key for each region, and pass it to the other stacks of that region.',
    sources: [...threads('aws/aws-cdk#21203'), operation('kms/latest/APIReference', 'ReplicateKey')],
  }),
  row('AWS::Cognito::UserPoolDomain', {
    scope: 'region',
    key: ['Domain'],
    when: [['CustomDomainConfig', ['']]],
    what: 'domain prefix of a user pool, which is unique in the region across all accounts',
    says: 'Domain already associated with another user pool.',
    fix: 'Put what distinguishes the stacks into the prefix: `domainPrefix`.',
    sources: threads('aws-samples/websocket-chat-application#56', 'serverless/serverless#10135'),
  }),
  row('AWS::Cognito::UserPoolDomain', {
    scope: 'partition',
    space: 'alternate domain name',
    key: [['Domain', 'host']],
    when: [['CustomDomainConfig', ['*']]],
    what: 'custom domain of a user pool, which is an alternate domain name of a distribution',
    sources: [page('AWS::Cognito::UserPoolDomain')],
  }),
  row('AWS::Cognito::UserPoolGroup', {
    key: pool('GroupName'),
    what: 'group of a user pool',
    says: 'A group with the name already exists',
    sources: [exception('cognito-idp', 'GroupExistsException')],
  }),
  row('AWS::Cognito::UserPoolUser', {
    key: pool('Username'),
    what: 'user of a user pool',
    says: 'a user name that already exists in the user pool',
    sources: [exception('cognito-idp', 'UsernameExistsException')],
  }),
  row('AWS::Cognito::UserPoolIdentityProvider', {
    key: pool('ProviderName'),
    what: 'identity provider of a user pool',
    second: 'ignored',
    fix: 'Declare the provider once, in the stack of the user pool.',
    sources: threads('aws-cloudformation/cloudformation-coverage-roadmap#1287'),
  }),
  row('AWS::Cognito::IdentityPoolRoleAttachment', {
    key: [['IdentityPoolId', 'resource']],
    what: 'roles of an identity pool',
    second: 'overwrites',
    sources: [page('AWS::Cognito::IdentityPoolRoleAttachment')],
  }),
  row('AWS::CodeDeploy::DeploymentGroup', {
    key: [['ApplicationName', 'resource'], 'DeploymentGroupName'],
    what: 'deployment group of an application',
    says: 'A deployment group with the specified name … already exists',
    sources: [exception('codedeploy', 'DeploymentGroupAlreadyExistsException')],
  }),
  row('AWS::Glue::Database', {
    scope: 'region',
    key: ['CatalogId', 'DatabaseName'],
    what: 'database of a Data Catalog',
    isCertain: false,
    sources: [exception('glue', 'AlreadyExistsException'), page('AWS::Glue::Database')],
  }),
  row('AWS::Glue::Table', {
    scope: 'region',
    key: [
      ['CatalogId', 'exact', ''],
      ['DatabaseName', 'resource'],
      ['TableInput.Name', 'caseless'],
    ],
    what: 'table of a Glue database',
    says: 'A resource to be created or added already exists',
    sources: [exception('glue', 'AlreadyExistsException')],
  }),
  row('AWS::Glue::DataCatalogEncryptionSettings', {
    scope: 'region',
    key: ['CatalogId'],
    what: 'encryption settings of the Data Catalog',
    second: 'overwrites',
    sources: [page('AWS::Glue::DataCatalogEncryptionSettings')],
  }),
  row('AWS::LakeFormation::Resource', {
    scope: 'region',
    key: [['ResourceArn', 'resource']],
    what: 'location that is registered with Lake Formation',
    says: 'A resource to be created or added already exists',
    sources: [exception('lakeformation', 'AlreadyExistsException')],
  }),
  row('AWS::SSM::PatchBaseline', {
    scope: 'region',
    each: 'PatchGroups',
    key: [
      ['.', 'exact'],
      ['OperatingSystem', 'exact', 'WINDOWS'],
    ],
    what: 'patch baseline of a patch group and operating system',
    says: 'Patch Group baseline already has a baseline registered for OperatingSystem …',
    fix: 'Register each patch group with one baseline for each operating system.',
    sources: [exception('ssm', 'AlreadyExistsException')],
  }),
  row('AWS::Logs::Delivery', {
    scope: 'region',
    key: [
      ['DeliverySourceName', 'resource'],
      ['DeliveryDestinationArn', 'resource'],
    ],
    what: 'delivery of a log source to a destination',
    says: 'This operation attempted to create a resource that already exists',
    sources: [exception('logs', 'ConflictException')],
  }),
  row('AWS::RDS::DBProxyTargetGroup', {
    key: [
      ['DBProxyName', 'resource'],
      ['TargetGroupName', 'exact', 'default'],
    ],
    what: 'target group of a database proxy',
    sources: [page('AWS::RDS::DBProxyTargetGroup')],
  }),
  row('AWS::SecretsManager::ResourcePolicy', {
    key: [['SecretId', 'resource']],
    what: 'policy of a secret',
    second: 'overwrites',
    fix: 'A secret has one policy: write all statements in the stack that owns it, with `secret.addToResourcePolicy(…)`.',
    sources: [page('AWS::SecretsManager::ResourcePolicy'), operation('secretsmanager/latest/apireference', 'PutResourcePolicy')],
  }),
  row('AWS::SecretsManager::RotationSchedule', {
    key: [['SecretId', 'resource']],
    what: 'rotation schedule of a secret',
    second: 'overwrites',
    sources: [page('AWS::SecretsManager::RotationSchedule')],
  }),
  row('AWS::SecurityHub::Standard', {
    scope: 'region',
    key: ['StandardsArn'],
    what: 'standard of Security Hub',
    sources: [page('AWS::SecurityHub::Standard')],
  }),
  row('AWS::Shield::Protection', {
    key: [['ResourceArn', 'resource']],
    what: 'Shield protection of a resource',
    says: 'the specified resource already exists',
    sources: [exception('shield', 'ResourceAlreadyExistsException')],
  }),
  row('AWS::CleanRooms::PrivacyBudgetTemplate', {
    key: [['MembershipIdentifier', 'resource']],
    what: 'privacy budget template of a collaboration',
    sources: [page('AWS::CleanRooms::PrivacyBudgetTemplate')],
  }),
];
