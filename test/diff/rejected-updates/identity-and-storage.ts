import { accepts, rejects, UNKNOWN, type UpdateCase } from './update-case.js';

const [POOL, KEY, BUCKET, PARAMETER] = ['AWS::Cognito::UserPool', 'AWS::KMS::Key', 'AWS::S3::Bucket', 'AWS::SSM::Parameter'] as const;
const [EVENTS, ACCOUNT] = ['AWS::CloudTrail::EventDataStore', 'AWS::Organizations::Account'] as const;
const pool = (...Schema: readonly object[]) => ({ Schema });
const plan = { Name: 'plan', AttributeDataType: 'String', Mutable: true };
const versioned = (Status: string | undefined, more: object = {}) => ({ ...(Status && { VersioningConfiguration: { Status } }), ...more });
const replication = { ReplicationConfiguration: { Role: 'arn:aws:iam::482731905566:role/r', Rules: [] } };
const signIn = (CaseSensitive: boolean) => ({ UsernameConfiguration: { CaseSensitive } });
const account = (Email: string) => ({ AccountName: 'a', Email });

const alias = (Ref: string) => ({ AliasName: 'alias/a', TargetKeyId: { Ref } });
const KEYS = {
  Secrets: { Type: KEY, Properties: { KeyPolicy: {} } },
  Others: { Type: KEY, Properties: { KeyPolicy: {}, KeySpec: 'SYMMETRIC_DEFAULT' } },
  Signatures: { Type: KEY, Properties: { KeyPolicy: {}, KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' } },
};

export const IDENTITY_AND_STORAGE: readonly UpdateCase[] = [
  rejects(
    POOL,
    'text messages no longer a factor',
    { EnabledMfas: ['SMS_MFA'], SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::482731905566:role/sms' } },
    { EnabledMfas: ['SOFTWARE_TOKEN_MFA'], SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::482731905566:role/sms' } },
    /^blocked: `EnabledMfas` changes: `Can't turn off SMS_MFA/,
  ),
  accepts(
    POOL,
    'another factor beside text messages',
    { EnabledMfas: ['SMS_MFA'], SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::482731905566:role/sms' } },
    { EnabledMfas: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'], SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::482731905566:role/sms' } },
  ),
  accepts(POOL, 'another factor, and no text messages', { EnabledMfas: ['EMAIL_OTP'] }, { EnabledMfas: ['SOFTWARE_TOKEN_MFA'] }),
  rejects(POOL, 'an attribute removed', pool(plan), pool(), /^blocked: The attribute plan is removed/),
  rejects(
    POOL,
    'an attribute made required',
    pool({ ...plan, Required: false }),
    pool({ ...plan, Required: true }),
    /^blocked: The attribute plan of/,
  ),
  rejects(
    POOL,
    'sign-in by phone',
    { UsernameAttributes: ['email'] },
    { UsernameAttributes: ['email', 'phone_number'] },
    /^blocked: `UsernameAttributes` changes: `Updates are not allowed/,
  ),
  rejects(POOL, 'an alias', {}, { AliasAttributes: ['email'] }, /^blocked: `AliasAttributes` changes: `Updates are not allowed/),
  rejects(POOL, 'names without case', signIn(true), signIn(false), /^blocked: .*from true to false: `Updates are not allowed/),
  rejects(KEY, 'another spec', {}, { KeySpec: 'RSA_2048' }, /^blocked: `KeySpec` is set to RSA_2048, but it cannot change/),
  rejects(KEY, 'several regions', { MultiRegion: false }, { MultiRegion: true }, /^blocked: `MultiRegion` changes from false to true/),
  rejects(
    BUCKET,
    'versioning suspended under replication',
    versioned('Enabled', replication),
    versioned('Suspended', replication),
    /^blocked: .*`A replication configuration/,
  ),
  rejects(
    BUCKET,
    'versioning removed under an object lock',
    versioned('Enabled', { ObjectLockEnabled: true }),
    versioned(undefined, { ObjectLockEnabled: true }),
    /^blocked: .*`An Object Lock/,
  ),
  rejects(
    PARAMETER,
    'a standard parameter',
    { Tier: 'Advanced' },
    { Tier: 'Standard' },
    /^blocked: `Tier` changes from Advanced to Standard, but/,
  ),
  rejects(EVENTS, 'another key', { KmsKeyId: 'alias/a' }, { KmsKeyId: 'alias/b' }, /^blocked: `KmsKeyId` changes, but/),
  rejects(EVENTS, 'no key', { KmsKeyId: 'alias/a' }, {}, /^blocked: `KmsKeyId` changes, but/),
  rejects(ACCOUNT, 'another address', account('a@example.com'), account('b@example.com'), /^careful: `Email` changes/),
  accepts(POOL, 'an attribute added', pool(), pool(plan)),
  accepts(POOL, 'aliases in another order', { AliasAttributes: ['email', 'phone_number'] }, { AliasAttributes: ['phone_number', 'email'] }),
  accepts(POOL, 'an unknown alias', { AliasAttributes: ['email'] }, { AliasAttributes: [UNKNOWN] }),
  accepts(
    KEY,
    'the defaults written out',
    {},
    { KeySpec: 'SYMMETRIC_DEFAULT', KeyUsage: 'ENCRYPT_DECRYPT', MultiRegion: false, Origin: 'AWS_KMS' },
  ),
  accepts(KEY, 'rotation', {}, { EnableKeyRotation: true }),
  accepts(BUCKET, 'versioning suspended', versioned('Enabled'), versioned('Suspended')),
  accepts(BUCKET, 'replication and versioning', versioned(undefined), versioned('Enabled', replication)),
  accepts(PARAMETER, 'an advanced parameter', { Tier: 'Standard' }, { Tier: 'Advanced' }),
  accepts(EVENTS, 'a key', {}, { KmsKeyId: 'alias/a' }),
  accepts(ACCOUNT, 'a tag', account('a@example.com'), { ...account('a@example.com'), Tags: [{ Key: 'a', Value: 'b' }] }),

  rejects(
    POOL,
    'a standard attribute made required',
    pool(plan),
    pool(plan, { Name: 'email', Required: true, Mutable: true }),
    /^blocked: The attribute email, which every user pool has/,
  ),
  accepts(POOL, 'a standard attribute listed', pool(plan), pool(plan, { Name: 'email', Required: false, Mutable: true })),
  rejects(
    'AWS::KMS::Alias',
    'a key for signatures',
    alias('Secrets'),
    alias('Signatures'),
    /^blocked: The alias goes from a key for ENCRYPT_DECRYPT \(symmetric\) to one for SIGN_VERIFY \(asymmetric\), but/,
    { both: KEYS },
  ),
  accepts('AWS::KMS::Alias', 'another key', alias('Secrets'), alias('Others'), { both: KEYS }),
  rejects(
    PARAMETER,
    'another type',
    { Type: 'String', Value: 'a' },
    { Type: 'StringList', Value: 'a,b' },
    /^blocked: `Type` changes from String to StringList: `HierarchyType/,
  ),
  rejects(
    'AWS::Logs::LogGroup',
    'another class',
    {},
    { LogGroupClass: 'INFREQUENT_ACCESS' },
    /^careful: `LogGroupClass` is set to INFREQUENT_ACCESS, but the class/,
  ),
  accepts('AWS::Logs::LogGroup', 'the default class', {}, { LogGroupClass: 'STANDARD' }),
];
