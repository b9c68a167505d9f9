import { describe, expect, it } from 'vitest';
import { accountNotAdmitted as check } from '../../../checks/access/other-accounts.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';

const THEIRS = '604211987345';
const allow = (Principal: JsonObject, Action: string): JsonObject => ({
  Statement: [{ Effect: 'Allow', Principal, Action, Resource: '*' }],
});
const app = (callee: JsonObject, caller: JsonObject) => ({
  Callee: { region: 'us-east-1', resources: callee },
  Caller: { region: 'us-east-1', account: THEIRS, dependencies: ['Callee'], resources: caller },
});
const repository = (document?: JsonObject): JsonObject => ({
  Repository: {
    Type: 'AWS::ECR::Repository',
    Properties: { RepositoryName: 'shop/charge', ...(document && { RepositoryPolicyText: document }) },
  },
});
const IMAGE = '482731905566.dkr.ecr.us-east-1.amazonaws.com/shop/charge:1';
const image = { Caller: { Type: 'AWS::Lambda::Function', Properties: { Code: { ImageUri: IMAGE } } } };
const task = { Caller: { Type: 'AWS::ECS::TaskDefinition', Properties: { ContainerDefinitions: [{ Image: IMAGE }] } } };
const bus = (policy: JsonObject = {}): JsonObject => ({ Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'shop' } }, ...policy });
const rule = {
  Caller: {
    Type: 'AWS::Events::Rule',
    Properties: { Targets: [{ Id: 'bus', Arn: 'arn:aws:events:us-east-1:482731905566:event-bus/shop' }] },
  },
};
const vault = (document?: JsonObject): JsonObject => ({
  Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'copies', ...(document && { AccessPolicy: document }) } },
});
const plan = {
  Caller: {
    Type: 'AWS::Backup::BackupPlan',
    Properties: {
      BackupPlan: {
        BackupPlanRule: [{ CopyActions: [{ DestinationBackupVaultArn: 'arn:aws:backup:us-east-1:482731905566:backup-vault:copies' }] }],
      },
    },
  },
};
const queue = (document?: JsonObject): JsonObject => ({
  Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'orders' } },
  ...(document && { Policy: { Type: 'AWS::SQS::QueuePolicy', Properties: { Queues: [{ Ref: 'Queue' }], PolicyDocument: document } } }),
});
const mapping = {
  Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'worker' } },
  Worker: { Type: 'AWS::Lambda::Function', Properties: { Role: { 'Fn::GetAtt': ['Role', 'Arn'] } } },
  Caller: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: { EventSourceArn: 'arn:aws:sqs:us-east-1:482731905566:orders', FunctionName: { Ref: 'Worker' } },
  },
};
const topic = (document?: JsonObject): JsonObject => ({
  Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'orders' } },
  ...(document && { Policy: { Type: 'AWS::SNS::TopicPolicy', Properties: { Topics: [{ Ref: 'Topic' }], PolicyDocument: document } } }),
});
const subscription = {
  Caller: { Type: 'AWS::SNS::Subscription', Properties: { Protocol: 'sqs', TopicArn: 'arn:aws:sns:us-east-1:482731905566:orders' } },
};
const layer = (permission?: JsonObject) => ({
  Layer: { Type: 'AWS::Lambda::LayerVersion', Properties: { LayerName: 'tools', Content: {} } },
  ...(permission && {
    Permission: { Type: 'AWS::Lambda::LayerVersionPermission', Properties: { LayerVersionArn: { Ref: 'Layer' }, ...permission } },
  }),
});
const service = (AllowedPrincipals?: readonly string[]) => ({
  Service: { Type: 'AWS::EC2::VPCEndpointService', Properties: {} },
  ...(AllowedPrincipals && {
    Permission: {
      Type: 'AWS::EC2::VPCEndpointServicePermissions',
      Properties: { ServiceId: { Ref: 'Service' }, AllowedPrincipals: [...AllowedPrincipals] },
    },
  }),
});
const output = { 'Fn::GetStackOutput': { StackName: 'Callee', OutputName: 'Out', RoleArn: 'arn:aws:iam::482731905566:role/reader' } };
const listed = (callee: JsonObject, value: JsonObject, caller: JsonObject) => {
  const { Callee, Caller } = app(callee, { Caller: caller });
  return { Callee: { ...Callee, outputs: { Out: { Value: value } } }, Caller };
};
const layered = (permission?: JsonObject) =>
  listed(layer(permission), { Ref: 'Layer' }, { Type: 'AWS::Lambda::Function', Properties: { Layers: [output] } });
const connected = (principals?: readonly string[]) =>
  listed(
    service(principals),
    { 'Fn::Sub': 'com.amazonaws.vpce.us-east-1.${Service}' },
    { Type: 'AWS::EC2::VPCEndpoint', Properties: { VpcId: 'vpc-1', ServiceName: output } },
  );
const account = { AWS: `arn:aws:iam::${THEIRS}:root` };

describe('access/account-not-admitted', () => {
  it('says which account a trust policy lacks', () => {
    expect(findingsIn(check.docs.bad, check)).toMatchObject([
      {
        severity: 'error',
        stack: 'Team',
        logicalId: 'Delegate',
        propertyPath: 'AssumeRoleArn',
        message:
          'The trust policy of dns-delegation in account 482731905566 (sts:AssumeRole) does not allow account 604211987345, and the deployment fails: "is not authorized to perform: sts:AssumeRole".',
      },
    ]);
  });

  it.each<[string, JsonObject, JsonObject, string]>([
    ['a repository without a policy', repository(), image, 'error'],
    ['a repository that allows Lambda only', repository(allow({ Service: 'lambda.amazonaws.com' }, 'ecr:*')), image, 'error'],
    ['a repository that allows the account only, for Lambda', repository(allow(account, 'ecr:*')), image, 'error'],
    ['a repository for a task', repository(), task, 'warning'],
    ['a bus without a policy', bus(), rule, 'warning'],
    ['a vault that allows another account', vault(allow({ AWS: '718820043961' }, 'backup:CopyIntoBackupVault')), plan, 'warning'],
    ['a queue that allows sending only', queue(allow(account, 'sqs:SendMessage')), mapping, 'warning'],
    ['a queue that allows another role', queue(allow({ AWS: `arn:aws:iam::${THEIRS}:role/other` }, 'sqs:*')), mapping, 'warning'],
    ['a topic with its default policy', topic(), subscription, 'warning'],
  ])('reports %s', (_, callee, caller, severity) => {
    expect(findingsIn(app(callee, caller), check).map((found) => [found.severity, found.logicalId])).toEqual([[severity, 'Caller']]);
  });

  it.each<[string, JsonObject, JsonObject]>([
    [
      'a repository that allows both',
      repository({
        Statement: [account, { Service: 'lambda.amazonaws.com' }].map((Principal) => ({ Effect: 'Allow', Principal, Action: 'ecr:*' })),
      }),
      image,
    ],
    ['a repository that allows the account', repository(allow(account, 'ecr:*')), task],
    [
      'a repository for everybody under a condition',
      repository({
        Statement: [{ Effect: 'Allow', Principal: '*', Action: 'ecr:*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }],
      }),
      task,
    ],
    [
      'a bus with a statement',
      bus({
        Policy: {
          Type: 'AWS::Events::EventBusPolicy',
          Properties: {
            EventBusName: { Ref: 'Bus' },
            StatementId: 'a',
            Statement: { Effect: 'Allow', Principal: account, Action: 'events:PutEvents', Resource: '*' },
          },
        },
      }),
      rule,
    ],
    [
      'a bus with the older form',
      bus({
        Policy: {
          Type: 'AWS::Events::EventBusPolicy',
          Properties: { EventBusName: 'shop', StatementId: 'a', Action: 'events:PutEvents', Principal: THEIRS },
        },
      }),
      rule,
    ],
    ['a vault that allows the account', vault(allow(account, 'backup:CopyIntoBackupVault')), plan],
    ['a queue that allows the role', queue(allow({ AWS: `arn:aws:iam::${THEIRS}:role/worker` }, 'sqs:*')), mapping],
    ['a topic that allows the account', topic(allow(account, 'sns:*')), subscription],
  ])('ignores %s', (_, callee, caller) => {
    expect(findingsIn(app(callee, caller), check)).toEqual([]);
  });

  it.each<[string, ReturnType<typeof layered>, readonly string[]]>([
    ['a layer without a permission', layered(), ['error Layers.0']],
    ['a layer for another account', layered({ Principal: '718820043961' }), ['error Layers.0']],
    ['a layer for the account', layered({ Principal: THEIRS }), []],
    ['a layer for an organization', layered({ Principal: '*', OrganizationId: 'o-a1b2c3d4e5' }), []],
    ['an endpoint service without principals', connected(), ['error ServiceName']],
    ['an endpoint service for another account', connected(['arn:aws:iam::718820043961:root']), ['error ServiceName']],
    ['an endpoint service for a role of the account', connected([`arn:aws:iam::${THEIRS}:role/network`]), []],
    ['an endpoint service for everybody', connected(['*']), []],
  ])('reads who is on a list: %s', (_, example, expected) => {
    expect(findingsIn(example, check).map(({ severity, propertyPath }) => `${severity} ${propertyPath}`)).toEqual(expected);
  });

  it('ignores what is of the same account', () => {
    const { Callee, Caller } = app(repository(), image);
    expect(findingsIn({ Callee, Caller: { ...Caller, account: '482731905566' } }, check)).toEqual([]);
  });
});
