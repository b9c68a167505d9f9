import { describe, expect, it } from 'vitest';
import check from '../../../checks/access/role-not-permitted.js';
import { loadAssembly } from '../../../src/assembly/load.js';
import type { Json, JsonObject } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { runChecks } from '../../../src/check/run.js';
import { NO_SETTINGS } from '../../../src/check/settings.js';
import type { RolePermission } from '../../../src/facts/admission/role-permission.js';
import { ROLE_PERMISSIONS } from '../../../src/facts/admission/role-permissions.js';
import { buildGraph } from '../../../src/graph/graph.js';
import { writeAssembly } from '../../support/assembly-builder.js';
import { findingsIn } from '../../support/findings-in.js';

const ROLE = { 'Fn::GetAtt': ['Role', 'Arn'] };
const allow = (Action: Json, Resource: Json = '*'): JsonObject => ({ Effect: 'Allow', Action, Resource });
const role = (...Statement: readonly JsonObject[]): JsonObject => ({
  Type: 'AWS::IAM::Role',
  Properties: { Policies: [{ PolicyName: 'p', PolicyDocument: { Statement: [...Statement] } }] },
});

/** Properties with a value at a path: `*` is an element of a list. */
function at(path: readonly string[], value: Json): Json {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  return step === '*' ? [at(rest, value)] : { [step]: at(rest, value) };
}

function merged(one: Json, other: Json): Json {
  if (Array.isArray(one) && Array.isArray(other)) return [merged(one[0] as Json, other[0] as Json)];
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return other;
  const [a, b] = [one as JsonObject, other as JsonObject];
  return {
    ...a,
    ...b,
    ...Object.fromEntries(
      Object.keys(a)
        .filter((key) => key in b)
        .map((key) => [key, merged(a[key] as Json, b[key] as Json)]),
    ),
  };
}

const ACCOUNT = { AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } };
const TRUSTING = { AssumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Principal: ACCOUNT, Action: 'sts:AssumeRole' }] } };
const withKey = (path: string) => at(path.split('.'), { Ref: 'Key' }) as JsonObject;

/** Texts that rows look for, and what stands before a name. */
const TEXTS = [
  '{"Resource":"arn:aws:states:::states:startExecution.sync:2"}',
  'awslogs',
  'eu.amazon.nova-lite-v1:0',
  '482731905566.dkr.ecr.us-east-1.amazonaws.com/model:1',
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/',
  'arn:aws:apigateway:us-east-1:sqs:path/482731905566/',
  '{"Resource":"',
  ...Object.entries({
    FunctionName: 'lambda:invoke',
    QueueUrl: 'sqs:sendMessage',
    TopicArn: 'sns:publish',
    StateMachineArn: 'states:startExecution',
    EventBusName: 'events:putEvents',
    TableName: 'dynamodb:getItem',
  }).map(([key, call]) => `{"Resource":"arn:aws:states:::${call}","Parameters":{"${key}":"`),
];
function textFor(pattern: RegExp): string {
  const written = pattern.source.replaceAll('\\', '').replace(/^\^|\$$/g, '');
  return TEXTS.find((text) => pattern.test(text)) ?? (written.startsWith(':') ? `arn:aws:apigateway:us-east-1${written}` : written);
}

function placed({ path, role: at, of, mentions, before }: RolePermission): Json {
  if (path === at) return ROLE;
  if (path === 'MonitoringInterval') return 60;
  const used = { 'Fn::GetAtt': ['Used', 'Arn'] };
  if (before !== undefined) return { 'Fn::Join': ['', [textFor(before), used, '"}}']] };
  if (of !== undefined) return used;
  return mentions === undefined ? 'subnet-0a1b2c3d4e5f60718' : textFor(mentions);
}

function app(type: string, row: RolePermission, given: JsonObject) {
  const used = placed(row);
  const isRole = row.of === 'AWS::IAM::Role';
  const path = row.path.split('.');
  const place = row.role.startsWith('.') ? [...path.slice(0, -1), row.role.slice(1)] : row.role.split('.');
  const isFunction = row.role === 'function';
  return {
    App: {
      region: 'us-east-1',
      resources: {
        Role: given,
        Function: { Type: 'AWS::Lambda::Function', Properties: { Role: ROLE } },
        ...(row.of !== undefined && {
          Used: { Type: row.of, Properties: isRole ? TRUSTING : row.key === undefined ? {} : withKey(row.key) },
        }),
        ...(row.key !== undefined && { Key: { Type: 'AWS::KMS::Key', Properties: {} } }),
        Caller: {
          Type: type,
          Properties: merged(
            at(path, used),
            isFunction ? { FunctionName: { Ref: 'Function' } } : row.path === row.role ? {} : at(place, ROLE),
          ) as JsonObject,
        },
      },
    },
  };
}

const rows = Object.entries(ROLE_PERMISSIONS).flatMap(([type, list]) =>
  list.map((row) => [type, row.path, `${row.of ?? ''} ${row.key ?? ''}`, row] as const),
);

describe('access/role-not-permitted', () => {
  it('says what the role lacks, and what AWS says of it', () => {
    expect(findingsIn(check.docs.bad, check)).toEqual([
      {
        severity: 'error',
        checkId: check.id,
        stack: 'Orders',
        logicalId: 'Mapping',
        propertyPath: 'EventSourceArn',
        message:
          'The role Role does not allow sqs:ReceiveMessage on Queue, and the deployment fails: "The provided execution role does not have permissions to call ReceiveMessage on SQS".',
        related: [{ stack: 'Orders', logicalId: 'Role', message: 'This is the role.' }],
      },
    ]);
  });

  it.each(rows)('%s %s %s', (type, _, __, row) => {
    // What is encrypted may be used, apart from its key.
    const others = allow(row.key !== undefined ? ['sqs:*', 'sns:*', 'kinesis:*'] : row.path === 'VpcConfig.VpcId' ? 'logs:*' : 'xray:*');
    const found = findingsIn(app(type, row, role(others)), check).filter(({ logicalId }) => logicalId === 'Caller');
    expect(found.map(({ severity, message }) => [severity, message?.includes(row.actions[0] ?? '?')])).toEqual([
      [row.fails ? 'error' : 'warning', true],
    ]);
    expect(findingsIn(app(type, row, role(allow([...row.actions]), others)), check)).toEqual([]);
    // All of them are needed, or one of them.
    const rest = row.actions.slice(1);
    expect(findingsIn(app(type, row, role(...(rest.length > 0 ? [allow(rest)] : []), others)), check)).toHaveLength(
      row.isOneEnough && rest.length > 0 ? 0 : 1,
    );
  });

  const [row] = (ROLE_PERMISSIONS['AWS::Lambda::EventSourceMapping'] ?? []) as readonly [RolePermission, ...RolePermission[]];
  it.each<[string, JsonObject, number]>([
    [
      'a managed policy that is not known',
      { Type: 'AWS::IAM::Role', Properties: { ManagedPolicyArns: ['arn:aws:iam::482731905566:policy/queues'] } },
      0,
    ],
    ['none at all', { Type: 'AWS::IAM::Role', Properties: {} }, 1],
    ['another queue', role(allow('sqs:*', 'arn:aws:sqs:us-east-1:482731905566:another')), 1],
    ['the queue', role(allow('sqs:*', { 'Fn::GetAtt': ['Used', 'Arn'] })), 0],
    ['a queue that is not known', role(allow('sqs:*', { Ref: 'QueueArn' })), 0],
    ['a condition', role({ ...allow('sqs:*'), Condition: { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } } }), 0],
    ['everything, and a denial', role(allow('*'), { Effect: 'Deny', Action: 'sqs:ReceiveMessage', Resource: '*' }), 1],
  ])('reads the policies of the role: %s', (_, given, count) => {
    expect(findingsIn(app('AWS::Lambda::EventSourceMapping', row, given), check)).toHaveLength(count);
  });

  const [assuming] = Object.entries(ROLE_PERMISSIONS).flatMap(([type, list]) =>
    list.filter(({ of }) => of === 'AWS::IAM::Role').map((one) => [type, one] as const),
  );
  it.each<[string, string, number]>([
    ['that account', '482731905566', 0],
    ['an account of a test, which has fewer digits', '12345678', 0],
  ])('cannot tell in a stack without an account whether a role trusts it that trusts %s', (_, account, count) => {
    const [type, row] = assuming as readonly [string, RolePermission];
    const { App } = app(type, row, role(allow('sts:*')));
    const Statement = [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'sts:AssumeRole' }];
    const Used = { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: { Statement } } };
    const stacks = { App: { ...App, account: null, resources: { ...App.resources, Used } } };
    expect(runChecks(buildGraph([loadAssembly(writeAssembly({ stacks }))]), [check], NO_SETTINGS).problems).toHaveLength(count);
  });

  it('counts the policy of the queue', () => {
    const { App } = app('AWS::Lambda::EventSourceMapping', row, role(allow('xray:*')));
    const Policy = {
      Type: 'AWS::SQS::QueuePolicy',
      Properties: {
        Queues: [{ Ref: 'Used' }],
        PolicyDocument: { Statement: [{ Effect: 'Allow', Principal: { AWS: ROLE }, Action: 'sqs:*', Resource: '*' }] },
      },
    };
    expect(findingsIn({ App: { ...App, resources: { ...App.resources, Policy } } }, check)).toEqual([]);
  });

  const [keyed] = (ROLE_PERMISSIONS['AWS::Lambda::EventSourceMapping'] ?? []).filter(({ key }) => key !== undefined) as [RolePermission];
  const reading = allow(['sqs:*']);
  const keyPolicy = (...Statement: readonly JsonObject[]): JsonObject => ({ KeyPolicy: { Statement: [...Statement] } });
  const account = { ...allow('kms:*'), Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } } };
  it.each<[string, JsonObject, JsonObject, number]>([
    ['the account, whose policies do not', keyPolicy(account), role(reading), 1],
    ['the account, whose policies do', keyPolicy(account), role(reading, allow('kms:Decrypt', { 'Fn::GetAtt': ['Key', 'Arn'] })), 0],
    ['the role', keyPolicy(account, { ...allow('kms:Decrypt'), Principal: { AWS: ROLE } }), role(reading), 0],
    [
      'whoever comes through the service',
      keyPolicy(account, {
        ...allow('kms:Decrypt'),
        Principal: { AWS: '*' },
        Condition: { StringEquals: { 'kms:ViaService': 'sqs.us-east-1.amazonaws.com' } },
      }),
      role(reading),
      0,
    ],
    ['nobody that is known', keyPolicy(), role(reading), 0],
    ['the account, and the role may not even read', keyPolicy(account), role(allow('xray:*')), 1],
  ])('reads the policy of the key, which allows %s', (_, properties, given, count) => {
    const { App } = app('AWS::Lambda::EventSourceMapping', keyed, given);
    const resources = { ...App.resources, Key: { Type: 'AWS::KMS::Key', Properties: properties } };
    expect(findingsIn({ App: { ...App, resources } }, check)).toHaveLength(count);
  });

  const ARN = 'arn:aws:secretsmanager:us-east-1:482731905566:secret:orders/login';
  it.each<[string, Json, number]>([
    ['by reference', { Ref: 'Secret' }, 1],
    ['with the key of a field', { 'Fn::Join': ['', [{ Ref: 'Secret' }, ':password::']] }, 1],
    ['by an ARN with its name', ARN, 1],
    ['by an ARN with its name and the key of a field', `${ARN}-a1B2c3:password::`, 1],
    ['of another name', `${ARN}s:password::`, 0],
  ])('knows the secret of a container %s', (_, ValueFrom, count) => {
    const task = (given: JsonObject): Example => ({
      App: {
        region: 'us-east-1',
        account: '482731905566',
        resources: {
          Role: given,
          Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 'orders/login' } },
          Task: {
            Type: 'AWS::ECS::TaskDefinition',
            Properties: { ExecutionRoleArn: ROLE, ContainerDefinitions: [{ Name: 'app', Secrets: [{ Name: 'LOGIN', ValueFrom }] }] },
          },
        },
      },
    });
    expect(findingsIn(task(role(allow('logs:*'))), check)).toHaveLength(count);
    expect(findingsIn(task(role(allow('secretsmanager:GetSecretValue', `${ARN}-??????`))), check)).toEqual([]);
    expect(findingsIn(task(role(allow('secretsmanager:GetSecretValue', { Ref: 'Secret' }))), check)).toEqual([]);
  });

  const LOGS = [{ Name: 'app', LogConfiguration: { LogDriver: 'awslogs' } }];
  it.each<[string, string, JsonObject, number]>([
    [
      'a task of Fargate',
      'AWS::ECS::TaskDefinition',
      { ExecutionRoleArn: ROLE, ContainerDefinitions: LOGS, RequiresCompatibilities: ['FARGATE'] },
      1,
    ],
    [
      'a task on instances',
      'AWS::ECS::TaskDefinition',
      { ExecutionRoleArn: ROLE, ContainerDefinitions: LOGS, RequiresCompatibilities: ['EC2'] },
      0,
    ],
    [
      'instances of a stack set',
      'AWS::CloudFormation::StackSet',
      { AdministrationRoleARN: ROLE, StackInstancesGroup: [{ Regions: ['us-east-1'] }] },
      1,
    ],
    ['a stack set without instances', 'AWS::CloudFormation::StackSet', { AdministrationRoleARN: ROLE }, 0],
  ])('reads whether the role is used: %s', (_, Type, Properties, count) => {
    const resources = { Role: role(allow('xray:*')), Caller: { Type, Properties } };
    expect(findingsIn({ App: { region: 'us-east-1', resources } }, check)).toHaveLength(count);
  });

  it('says once what several lack', () => {
    const { App } = app('AWS::Lambda::EventSourceMapping', row, role(allow('xray:*')));
    const resources = { ...App.resources, Again: App.resources.Caller };
    const [finding, ...others] = findingsIn({ App: { ...App, resources } }, check);
    expect(others).toEqual([]);
    expect(finding?.message).toMatch(/ One more place has the same cause\.$/);
    expect(finding?.related?.map(({ message }) => message)).toEqual(['This is the role.', 'Again uses the role as well.']);
  });
});
