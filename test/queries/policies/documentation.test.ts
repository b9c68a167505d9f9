import { expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../src/assembly/model.js';
import { decide, isAllowed } from '../../../src/queries/policies/decide.js';
import type { Maybe } from '../../../src/queries/policies/maybe.js';
import type { Principal } from '../../../src/queries/policies/principal.js';
import { policyAt } from '../../../src/queries/policies/statement.js';
import { graphOf } from '../../graph/links-in.js';

/** Requests that the examples of these pages allow or deny. */
const PAGES = {
  s3: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html',
  s3Destinations: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html',
  notPrincipal: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html',
  notAction: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html',
  notResource: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html',
  principal: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  operators: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  logic: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html',
  trail: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html',
  trailKey: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html',
  topicToQueue: 'https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html',
  sqs: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-creating-custom-policies-access-policy-examples.html',
  ecr: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html',
  key: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html',
  origin: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
} as const;

interface Asked {
  readonly action: string;
  readonly resource: string;
  readonly by?: Principal;
  readonly context?: Readonly<Record<string, string>>;
}

function answer(statements: readonly JsonObject[], { action, resource, by, context = {} }: Asked): Maybe {
  const resources = { Holder: { Type: 'AWS::S3::BucketPolicy', Properties: { PolicyDocument: { Statement: statements } } } };
  const [holder] = graphOf({ stacks: { App: { resources } } }).resourcesOfType('AWS::S3::BucketPolicy');
  const policies = [policyAt((holder ?? expect.fail()).property('PolicyDocument'))];
  const known = new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), [value]] as const));
  return isAllowed(decide(policies, { action, resource: [resource], context: known, ...(by && { principal: by }) }));
}

const service = (name: string, accounts?: readonly string[]): Principal => ({ kind: 'service', service: name, accounts });
const role = (account: string, name: string, byAccount = false): Principal => ({
  kind: 'role',
  arn: [`arn:aws:iam::${account}:role/${name}`],
  account: [account],
  byAccount,
});
const allow = (Principal: Json, Action: Json, Resource: Json, Condition?: JsonObject): JsonObject => ({
  Effect: 'Allow',
  Principal,
  Action,
  Resource,
  ...(Condition && { Condition }),
});
const deny = (rest: JsonObject): JsonObject => ({ Effect: 'Deny', ...rest });

const QUEUE = 'arn:aws:sqs:us-east-2:444455556666:queue2';
const toQueue = (accounts: Json, condition?: JsonObject) => [
  allow({ AWS: accounts }, ['sqs:SendMessage', 'sqs:ReceiveMessage'], QUEUE, condition),
];
const until = { DateLessThan: { 'AWS:CurrentTime': '2009-06-30T12:00Z' } };
const send = (account: string): Asked => ({ action: 'sqs:SendMessage', resource: QUEUE, by: role(account, 'sender', true) });
const PUSH = [
  'ecr:BatchCheckLayerAvailability',
  'ecr:CompleteLayerUpload',
  'ecr:InitiateLayerUpload',
  'ecr:PutImage',
  'ecr:UploadLayerPart',
];
const pushers = [allow({ AWS: 'arn:aws:iam::111122223333:root' }, PUSH, '*')];
const image = (action: string, account: string): Asked => ({
  action,
  resource: 'arn:aws:ecr:us-east-1:444455556666:repository/web',
  by: role(account, 'build', true),
});
const ofOwner = [allow({ AWS: 'arn:aws:iam::111122223333:root' }, 'kms:*', '*')];
const decrypt = (by: Principal): Asked => ({ action: 'kms:Decrypt', resource: 'arn:aws:kms:us-east-1:111122223333:key/k', by });

const OBJECT = 'arn:aws:s3:::amzn-s3-demo-bucket/photo.jpg';
const inventory = [
  allow({ Service: 's3.amazonaws.com' }, 's3:PutObject', ['arn:aws:s3:::amzn-s3-demo-destination-bucket/*'], {
    ArnLike: { 'aws:SourceArn': ['arn:aws:s3:::amzn-s3-demo-source-bucket'] },
    StringEquals: { 'aws:SourceAccount': ['111122223333'], 's3:x-amz-acl': 'bucket-owner-full-control' },
  }),
];
const delivery = { action: 's3:PutObject', resource: 'arn:aws:s3:::amzn-s3-demo-destination-bucket/inventory.csv', by: service('s3') };
const fromBucket = { 'aws:SourceArn': 'arn:aws:s3:::amzn-s3-demo-source-bucket', 'aws:SourceAccount': '111122223333' };
const secureOnly = [deny({ Principal: '*', Action: 's3:*', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } })];
const publicRead = [allow('*', ['s3:GetObject', 's3:GetObjectVersion'], ['arn:aws:s3:::amzn-s3-demo-bucket/*'])];
const queueOfTopic = [
  allow({ Service: 'sns.amazonaws.com' }, 'sqs:SendMessage', 'arn:aws:sqs:us-east-2:123456789012:MyQueue', {
    ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:us-east-2:123456789012:MyTopic' },
  }),
];
const message = { action: 'sqs:SendMessage', resource: 'arn:aws:sqs:us-east-2:123456789012:MyQueue', by: service('sns') };
const trail = [
  allow({ Service: 'cloudtrail.amazonaws.com' }, 's3:GetBucketAcl', 'arn:aws:s3:::amzn-s3-demo-bucket', {
    StringEquals: { 'aws:SourceArn': 'arn:aws:cloudtrail:us-east-1:123456789012:trail/trailName' },
  }),
  allow({ Service: 'cloudtrail.amazonaws.com' }, 's3:PutObject', 'arn:aws:s3:::amzn-s3-demo-bucket/logs/AWSLogs/123456789012/*', {
    StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' },
  }),
];
const notPrincipal = [
  deny({ NotPrincipal: { AWS: ['arn:aws:iam::444455556666:user/Bob', 'arn:aws:iam::444455556666:root'] }, Action: 's3:*', Resource: '*' }),
];
const everything = allow('*', '*', '*');
const notIam = [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }];
const onlyTheBucket = [
  { Effect: 'Allow', Action: 's3:*', Resource: '*' },
  deny({ Action: 's3:*', NotResource: ['arn:aws:s3:::HRBucket/Payroll', 'arn:aws:s3:::HRBucket/Payroll/*'] }),
];
const tableRows = (operator: string, key: string, value: Json) => [
  { Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: '*', Condition: { [operator]: { [key]: value } } },
];
const row = (context: Readonly<Record<string, string>>): Asked => ({
  action: 'dynamodb:GetItem',
  resource: 'arn:aws:dynamodb:us-east-1:1:table/t',
  context,
});

it.each<[page: keyof typeof PAGES, what: string, readonly JsonObject[], Asked, Maybe]>([
  ['s3', 'anonymous reading', publicRead, { action: 's3:GetObject', resource: OBJECT, by: role('111122223333', 'any') }, true],
  ['s3', 'writing where all may read', publicRead, { action: 's3:PutObject', resource: OBJECT, by: role('111122223333', 'any') }, false],
  [
    's3',
    'the bucket where objects are shared',
    publicRead,
    { action: 's3:GetObject', resource: 'arn:aws:s3:::amzn-s3-demo-bucket', by: service('x') },
    false,
  ],
  ['s3', 'an inventory whose ACL is not known', inventory, { ...delivery, context: fromBucket }, undefined],
  [
    's3',
    'an inventory with the ACL',
    inventory,
    { ...delivery, context: { ...fromBucket, 's3:x-amz-acl': 'bucket-owner-full-control' } },
    true,
  ],
  [
    's3',
    'an inventory of another bucket',
    inventory,
    { ...delivery, context: { ...fromBucket, 'aws:SourceArn': 'arn:aws:s3:::other' } },
    false,
  ],
  [
    's3',
    'an inventory of another account',
    inventory,
    { ...delivery, context: { ...fromBucket, 'aws:SourceAccount': '444455556666' } },
    false,
  ],
  ['s3', 'HTTPS where HTTP is denied', [everything, ...secureOnly], { ...delivery, context: { 'aws:SecureTransport': 'true' } }, true],
  ['s3', 'HTTP where it is denied', [everything, ...secureOnly], { ...delivery, context: { 'aws:SecureTransport': 'false' } }, false],
  [
    's3Destinations',
    'a notification to a topic',
    [
      allow({ Service: 's3.amazonaws.com' }, ['SNS:Publish'], 'arn:aws:sns:us-east-1:1:topic', {
        ArnLike: { 'aws:SourceArn': 'arn:aws:s3:*:*:amzn-s3-demo-bucket' },
      }),
    ],
    {
      action: 'sns:Publish',
      resource: 'arn:aws:sns:us-east-1:1:topic',
      by: service('s3'),
      context: { 'aws:SourceArn': 'arn:aws:s3:::amzn-s3-demo-bucket' },
    },
    true,
  ],
  [
    'topicToQueue',
    'a message of the topic',
    queueOfTopic,
    { ...message, context: { 'aws:SourceArn': 'arn:aws:sns:us-east-2:123456789012:MyTopic' } },
    true,
  ],
  [
    'topicToQueue',
    'a message of another topic',
    queueOfTopic,
    { ...message, context: { 'aws:SourceArn': 'arn:aws:sns:us-east-2:123456789012:Other' } },
    false,
  ],
  ['topicToQueue', 'a message whose topic is not known', queueOfTopic, message, undefined],
  [
    'trail',
    'reading the ACL for the trail',
    trail,
    {
      action: 's3:GetBucketAcl',
      resource: 'arn:aws:s3:::amzn-s3-demo-bucket',
      by: service('cloudtrail'),
      context: { 'aws:SourceArn': 'arn:aws:cloudtrail:us-east-1:123456789012:trail/trailName' },
    },
    true,
  ],
  [
    'trail',
    'logs under another prefix',
    trail,
    { action: 's3:PutObject', resource: 'arn:aws:s3:::amzn-s3-demo-bucket/AWSLogs/123456789012/x', by: service('cloudtrail') },
    false,
  ],
  [
    'trailKey',
    'encryption in a context that is not known',
    [
      allow({ Service: 'cloudtrail.amazonaws.com' }, 'kms:GenerateDataKey*', '*', {
        StringLike: { 'kms:EncryptionContext:aws:cloudtrail:arn': 'arn:aws:cloudtrail:*:111111111111:trail/*' },
      }),
    ],
    { action: 'kms:GenerateDataKey', resource: 'arn:aws:kms:us-east-1:1:key/k', by: service('cloudtrail') },
    undefined,
  ],
  [
    'origin',
    'a distribution',
    [
      allow({ Service: 'cloudfront.amazonaws.com' }, 's3:GetObject', 'arn:aws:s3:::amzn-s3-demo-bucket/*', {
        StringEquals: { 'AWS:SourceArn': 'arn:aws:cloudfront::111122223333:distribution/EDFDVBD6EXAMPLE' },
      }),
    ],
    {
      action: 's3:GetObject',
      resource: OBJECT,
      by: service('cloudfront'),
      context: { 'aws:sourcearn': 'arn:aws:cloudfront::111122223333:distribution/EDFDVBD6EXAMPLE' },
    },
    true,
  ],
  [
    'notPrincipal',
    'everybody but those that are named: not decided',
    [everything, ...notPrincipal],
    { action: 's3:GetObject', resource: OBJECT, by: role('123456789012', 'x') },
    undefined,
  ],
  ['notAction', 'another service than IAM', notIam, { action: 's3:GetObject', resource: OBJECT }, true],
  ['notAction', 'IAM itself', notIam, { action: 'iam:CreateRole', resource: 'arn:aws:iam::1:role/x' }, false],
  [
    'notResource',
    'the excepted folder',
    onlyTheBucket,
    { action: 's3:GetObject', resource: 'arn:aws:s3:::HRBucket/Payroll/may.csv' },
    true,
  ],
  ['notResource', 'anything else', onlyTheBucket, { action: 's3:GetObject', resource: 'arn:aws:s3:::HRBucket/other.csv' }, false],
  [
    'principal',
    'an account by its number',
    [allow({ AWS: '123456789012' }, '*', '*')],
    { action: 's3:GetObject', resource: OBJECT, by: role('123456789012', 'x', true) },
    true,
  ],
  [
    'principal',
    'an account does not stand for a service in it',
    [allow({ AWS: 'arn:aws:iam::123456789012:root' }, '*', '*')],
    { action: 's3:GetObject', resource: OBJECT, by: service('s3') },
    false,
  ],
  [
    'principal',
    'an account that the service calls from',
    [allow({ AWS: '127311923021' }, '*', '*')],
    { action: 's3:PutObject', resource: OBJECT, by: service('logdelivery.elasticloadbalancing', ['127311923021']) },
    true,
  ],
  [
    'principal',
    'the session of a role',
    [allow({ AWS: 'arn:aws:sts::123456789012:assumed-role/reader/session' }, '*', '*')],
    { action: 's3:GetObject', resource: OBJECT, by: role('123456789012', 'reader') },
    true,
  ],
  [
    'principal',
    'one of several kinds',
    [
      allow(
        {
          AWS: ['123456789012', '999999999999'],
          CanonicalUser: '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be',
          Service: ['ecs.amazonaws.com'],
        },
        '*',
        '*',
      ),
    ],
    { action: 's3:GetObject', resource: OBJECT, by: service('ecs') },
    true,
  ],
  [
    'principal',
    'the service principal of a region',
    [allow({ Service: 'sns.ap-east-1.amazonaws.com' }, '*', '*')],
    { action: 'sqs:SendMessage', resource: 'q', by: service('sns') },
    true,
  ],
  [
    'operators',
    'StringEquals with several values',
    tableRows('StringEquals', 'aws:SourceAccount', ['1', '2']),
    row({ 'aws:SourceAccount': '2' }),
    true,
  ],
  ['operators', 'StringNotEquals', tableRows('StringNotEquals', 'aws:SourceAccount', '1'), row({ 'aws:SourceAccount': '1' }), false],
  [
    'operators',
    'StringEqualsIgnoreCase',
    tableRows('StringEqualsIgnoreCase', 'aws:PrincipalTag/job', 'IAMUSER'),
    row({ 'aws:PrincipalTag/job': 'iamuser' }),
    true,
  ],
  [
    'operators',
    'StringLike',
    tableRows('StringLike', 'aws:SourceArn', 'arn:aws:s3:::log-??'),
    row({ 'aws:SourceArn': 'arn:aws:s3:::log-42' }),
    true,
  ],
  [
    'operators',
    'ArnNotLike',
    tableRows('ArnNotLike', 'aws:SourceArn', 'arn:aws:s3:::log-*'),
    row({ 'aws:SourceArn': 'arn:aws:s3:::log-1' }),
    false,
  ],
  ['operators', 'an operator that is not read', tableRows('NumericLessThan', 's3:max-keys', '10'), row({ 's3:max-keys': '5' }), undefined],
  ['operators', 'a key that is not known', tableRows('StringEquals', 'aws:PrincipalOrgID', 'o-xxxxxxxxxx'), row({}), undefined],
  ['sqs', 'one account (example 1)', toQueue(['111122223333']), send('111122223333'), true],
  ['sqs', 'an account that is not named (example 1)', toQueue(['111122223333']), send('999999999999'), false],
  [
    'sqs',
    'an action that is not named (example 1)',
    toQueue(['111122223333']),
    { ...send('111122223333'), action: 'sqs:PurgeQueue' },
    false,
  ],
  ['sqs', 'accounts until a date (example 2)', toQueue(['111122223333', '444455556666'], until), send('444455556666'), undefined],
  ['sqs', 'another account before or after that date (example 2)', toQueue(['111122223333'], until), send('999999999999'), false],
  ['ecr', 'another account that pushes', pushers, image('ecr:PutImage', '111122223333'), true],
  ['ecr', 'a pull by an account that may push', pushers, image('ecr:BatchGetImage', '111122223333'), false],
  ['ecr', 'a push by a third account', pushers, image('ecr:PutImage', '222233334444'), false],
  ['key', 'a role of the account that owns the key', ofOwner, decrypt(role('111122223333', 'app', true)), true],
  ['key', 'a role of another account', ofOwner, decrypt(role('222233334444', 'app', true)), false],
  ['key', 'a service, which the statement for the account does not let in', ofOwner, decrypt(service('logs')), false],
  [
    'logic',
    'an explicit deny over an allow',
    [everything, deny({ Principal: '*', Action: 's3:Put*', Resource: '*' })],
    { action: 's3:PutObject', resource: OBJECT, by: service('s3') },
    false,
  ],
  ['logic', 'what nothing allows', [], { action: 's3:PutObject', resource: OBJECT, by: service('s3') }, false],
])('%s: %s', (_, __, statements, asked, expected) => {
  expect(answer(statements, asked)).toBe(expected);
});
