import { operation, page, threads } from '../identities/row.js';
import { changed, fromTo, NEW_RESOURCE, type RejectedUpdate, rejected, test } from './row.js';

const KEY_SOURCES = ['https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-kms/pull/50', page('AWS::KMS::Key')];
const KEY_DEFAULTS = [
  ['KeySpec', 'SYMMETRIC_DEFAULT'],
  ['KeyUsage', 'ENCRYPT_DECRYPT'],
  ['MultiRegion', 'false'],
  ['Origin', 'AWS_KMS'],
] as const;

/** Users, keys, buckets, parameters, logs. */
export const IDENTITY_AND_STORAGE: readonly RejectedUpdate[] = [
  ...rejected('AWS::Cognito::UserPool', {
    when: test('schema-attribute-changed'),
    says: 'Existing schema attributes cannot be modified or deleted',
    fix: 'Keep existing attributes as they are and add a new optional one, or create a new user pool and migrate the users.',
    sources: threads('aws-amplify/amplify-android#2570', 'aws/aws-cdk#8585'),
  }),
  ...rejected('AWS::Cognito::UserPool', {
    when: test('standard-attribute-required'),
    says: 'Invalid AttributeDataType input',
    fix: 'Leave standard attributes as they were created: ask for the value in the app, or create a new user pool and migrate the users.',
    sources: threads('aws/aws-cdk#8585'),
  }),
  ...['UsernameAttributes', 'AliasAttributes'].flatMap((path) =>
    rejected('AWS::Cognito::UserPool', {
      when: changed(path),
      says: `Updates are not allowed for property - ${path}.`,
      fix: 'Keep how users sign in as it is, or create a new user pool and migrate the users.',
      sources: threads('aws-amplify/amplify-cli#4227', 'aws-amplify/amplify-cli#14974'),
    }),
  ),
  ...rejected('AWS::Cognito::UserPool', {
    when: changed('EnabledMfas'),
    given: [
      ['EnabledMfas.0', ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP']],
      ['EnabledMfas.1', ['', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP']],
      ['SmsConfiguration.SnsCallerArn', []],
    ],
    says: "Can't turn off SMS_MFA when SMS configuration is set for the user pool",
    fix: 'Let `mfaSecondFactor` have `sms: true` as well, as long as the pool sends text messages.',
    sources: threads('aws-amplify/amplify-backend#1481'),
  }),
  ...rejected('AWS::Cognito::UserPool', {
    when: changed('UsernameConfiguration.CaseSensitive', 'true'),
    says: 'Updates are not allowed for property - UsernameConfiguration.',
    fix: 'Keep `signInCaseSensitive` as it is, or create a new user pool and migrate the users.',
    sources: threads('aws-amplify/amplify-cli#4227', 'aws-amplify/amplify-cli#14974'),
  }),
  ...KEY_DEFAULTS.flatMap(([path, absent]) =>
    rejected('AWS::KMS::Key', {
      when: changed(path, absent),
      because: 'it cannot change after the key is created',
      fix: 'Create a new key under another construct id, point the alias to it, and keep the old one for what it has encrypted.',
      sources: KEY_SOURCES,
    }),
  ),
  ...rejected('AWS::KMS::Alias', {
    when: test('alias-of-another-key'),
    because: 'an alias can only point to another key of the same type and usage',
    fix: 'Create another alias for the new key.',
    sources: [operation('kms/latest/APIReference', 'UpdateAlias')],
  }),
  ...rejected('AWS::S3::Bucket', {
    when: fromTo('VersioningConfiguration.Status', ['Enabled'], ['Suspended', '']),
    given: [['ReplicationConfiguration.Role', []]],
    steps: ['remove the replication', 'change `versioned`'],
    says: 'A replication configuration is present on this bucket, so you cannot change the versioning state.',
    fix: 'Remove the replication in a first deployment, or keep `versioned: true`.',
    sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-and-other-bucket-configs.html'],
  }),
  ...rejected('AWS::S3::Bucket', {
    when: fromTo('VersioningConfiguration.Status', ['Enabled'], ['Suspended', '']),
    given: [['ObjectLockEnabled', ['true']]],
    says: 'An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.',
    fix: 'Keep `versioned: true`: a bucket with Object Lock stays versioned.',
    sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html'],
  }),
  ...rejected('AWS::SSM::Parameter', {
    when: fromTo('Tier', ['Advanced'], ['Standard']),
    because: 'an advanced parameter cannot become a standard one',
    fix: 'Keep `tier: ParameterTier.ADVANCED`, or create the parameter under another construct id and name.',
    sources: [operation('systems-manager/latest/APIReference', 'PutParameter')],
  }),
  ...rejected('AWS::SSM::Parameter', {
    when: changed('Type'),
    says: "HierarchyTypeMismatchException: Parameter Store doesn't support changing a parameter type in a hierarchy.",
    fix: 'Create a parameter under another construct id and name.',
    sources: [operation('systems-manager/latest/APIReference', 'PutParameter')],
  }),
  ...rejected('AWS::Logs::LogGroup', {
    when: changed('LogGroupClass', 'STANDARD'),
    level: 'careful',
    because: 'the class of a log group cannot change after it is created',
    fix: 'Create a log group under another construct id and name.',
    sources: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html'],
  }),
  ...rejected('AWS::CloudTrail::EventDataStore', {
    when: changed('KmsKeyId'),
    givenBefore: [['KmsKeyId', []]],
    because: 'a key that is set can neither be removed nor changed',
    fix: NEW_RESOURCE,
    sources: [page('AWS::CloudTrail::EventDataStore')],
  }),
  ...['AccountName', 'Email', 'RoleName'].flatMap((path) =>
    rejected('AWS::Organizations::Account', {
      when: changed(path),
      level: 'careful',
      because: 'CloudFormation cannot update it',
      fix: 'Change it in the account itself, and then write the same value here.',
      sources: [page('AWS::Organizations::Account')],
    }),
  ),
];
