import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { ACCOUNT, temporaryFolder, writeAssembly } from '../support/assembly-builder.js';
import { BROKEN, BROKEN_SOURCE, writeProject } from '../support/project.js';
import { runMain } from '../support/run-main.js';
import { type Rows, readRows, rowsOf, writeIndex } from './read-index.js';

const REGION = 'us-east-1';
const OTHER = '210987654321';
const inStack = (resources: object, more: object = {}) => ({ stacks: { App: { region: REGION, resources, ...more } } }) as never;
const keysOf = (rows: Rows) => rows.map(({ kind, type, name }) => `${kind} ${type} ${name}`.trimEnd());

describe('definitions', () => {
  const resource = (type: string, properties: object) => inStack({ Thing: { Type: type, Properties: properties } });
  it.each<[what: string, sketch: never, keys: readonly string[]]>([
    [
      'an export and its output',
      inStack({}, { outputs: { Url: { Value: 'https://a', Export: { Name: 'payments-url' } } } }),
      ['export AWS::CloudFormation::Stack payments-url', 'output AWS::CloudFormation::Stack App.Url'],
    ],
    [
      'a parameter, with one slash before its path',
      resource('AWS::SSM::Parameter', { Name: '/payments/url', Type: 'String', Value: 'x' }),
      ['parameter AWS::SSM::Parameter /payments/url'],
    ],
    ['a secret', resource('AWS::SecretsManager::Secret', { Name: 'payments' }), ['secret AWS::SecretsManager::Secret payments']],
    [
      'a repository',
      resource('AWS::ECR::Repository', { RepositoryName: 'payments/api' }),
      ['repository AWS::ECR::Repository payments/api'],
    ],
    [
      'a role, whose name has no case',
      resource('AWS::IAM::Role', { RoleName: 'Payments', AssumeRolePolicyDocument: {} }),
      ['principal AWS::IAM::Role payments'],
    ],
    ['a queue', resource('AWS::SQS::Queue', { QueueName: 'payments' }), ['name AWS::SQS::Queue payments']],
    [
      'a cluster under the type that shares its names',
      resource('AWS::DocDB::DBCluster', { DBClusterIdentifier: 'ledger' }),
      ['name AWS::RDS::DBCluster ledger'],
    ],
    [
      'a rule of a bus',
      resource('AWS::Events::Rule', { Name: 'paid', EventBusName: 'payments', EventPattern: {} }),
      ['name AWS::Events::Rule payments/paid'],
    ],
    [
      'a record by its host and by what makes it unique',
      resource('AWS::Route53::RecordSet', {
        HostedZoneId: 'Z1',
        Name: 'Pay.acme.io.',
        Type: 'CNAME',
        TTL: '60',
        ResourceRecords: ['x.acme.io'],
      }),
      ['host AWS::Route53::RecordSet pay.acme.io', 'identity record Z1 pay.acme.io cname'],
    ],
    [
      'the aliases of a distribution',
      resource('AWS::CloudFront::Distribution', { DistributionConfig: { Aliases: ['shop.acme.io'], Enabled: true } }),
      ['host AWS::Route53::RecordSet shop.acme.io', 'identity alternate domain name shop.acme.io'],
    ],
    [
      'a rule of a listener that others declare',
      resource('AWS::ElasticLoadBalancingV2::ListenerRule', {
        ListenerArn: `arn:aws:elasticloadbalancing:us-east-1:${OTHER}:listener/app/shared/1/2`,
        Priority: 10,
      }),
      [`identity AWS::ElasticLoadBalancingV2::ListenerRule arn:aws:elasticloadbalancing:us-east-1:${OTHER}:listener/app/shared/1/2 10`],
    ],
    ['what an account has once', resource('AWS::GuardDuty::Detector', { Enable: true }), ['identity AWS::GuardDuty::Detector']],
    ['nothing whose name CloudFormation makes', resource('AWS::SQS::Queue', {}), []],
    ['nothing whose name is not known', resource('AWS::SQS::Queue', { QueueName: { 'Fn::Sub': 'jobs-${Unknown}' } }), []],
  ])('%s', async (_, sketch, keys) => {
    expect(keysOf(await rowsOf(sketch, 'definitions'))).toEqual(keys);
  });

  it('has a secret in each region that it is copied to', async () => {
    const secret = { Name: 'payments', ReplicaRegions: [{ Region: 'eu-west-1' }] };
    const rows = await rowsOf(resource('AWS::SecretsManager::Secret', secret), 'definitions');
    expect(rows.map(({ account, region, scope }) => [account, region, scope])).toEqual([
      [ACCOUNT, REGION, 'region'],
      [ACCOUNT, 'eu-west-1', 'region'],
    ]);
  });

  it('tells what holds data, and what others may not define again', async () => {
    const sketch = inStack({ Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'acme-receipts' } } });
    expect(await rowsOf(sketch, 'definitions')).toMatchObject([
      { scope: 'global', exclusive: true, stateful: true, resource_type: 'AWS::S3::Bucket', logical_id: 'Bucket', construct: 'App/Bucket' },
    ]);
  });

  it('never holds a value, nor a hash that gives one away', async () => {
    const value = (text: unknown) => ({ Type: 'AWS::SSM::Parameter', Properties: { Name: '/payments/x', Type: 'String', Value: text } });
    const sketch = inStack({ Written: value('hunter2'), Topic: { Type: 'AWS::SNS::Topic' }, Made: value({ Ref: 'Topic' }) });
    const [written, made] = await rowsOf(sketch, 'definitions');
    expect(written).toMatchObject({ value_hash: null });
    expect(made).toMatchObject({ value_hash: expect.stringMatching(/^[0-9a-f]{32}$/) });
    const folder = await writeIndex([sketch]);
    expect(readFileSync(join(folder, 'application=payments/definitions.parquet')).includes('hunter2')).toBe(false);
  });
});

describe('references', () => {
  const using = (properties: object, type = 'AWS::Lambda::Function') => inStack({ User: { Type: type, Properties: properties } });
  const variable = (key: string, value: unknown) => using({ Environment: { Variables: { [key]: value } } });
  it.each<[what: string, sketch: never, row: object]>([
    [
      'an import',
      using({ Role: { 'Fn::ImportValue': 'orders-role' } }),
      {
        kind: 'export',
        name: 'orders-role',
        target_account: ACCOUNT,
        target_region: REGION,
        strength: 'blocks',
        certain: true,
        property: 'Role',
      },
    ],
    [
      'a parameter in a dynamic reference, whatever its version',
      variable('URL', '{{resolve:ssm:/orders/url:3}}'),
      { kind: 'parameter', name: '/orders/url', target_account: ACCOUNT, target_region: REGION, strength: 'stale', certain: true },
    ],
    [
      'a parameter of Parameter Store as the type of a parameter',
      inStack(
        { User: { Type: 'AWS::Lambda::Function', Properties: { Role: { Ref: 'Role' } } } },
        { parameters: { Role: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/orders/role' } } },
      ),
      { kind: 'parameter', name: '/orders/role', strength: 'stale' },
    ],
    [
      'a secret in a dynamic reference',
      variable('PASSWORD', '{{resolve:secretsmanager:orders/db:SecretString:password}}'),
      { kind: 'secret', name: 'orders/db', target_region: REGION, strength: 'stale', certain: true },
    ],
    [
      'a secret by its ARN, which ends in six characters of the service',
      variable('SECRET_ARN', `arn:aws:secretsmanager:eu-west-1:${OTHER}:secret:orders/db-A1b2C3`),
      { kind: 'secret', name: 'orders/db', target_account: OTHER, target_region: 'eu-west-1', strength: 'breaks', certain: true },
    ],
    [
      'the output of a stack of another account',
      using({
        Role: {
          'Fn::GetStackOutput': {
            StackName: 'Orders',
            OutputName: 'Role',
            Region: 'eu-west-1',
            RoleArn: `arn:aws:iam::${OTHER}:role/read`,
          },
        },
      }),
      { kind: 'output', name: 'Orders.Role', target_account: OTHER, target_region: 'eu-west-1', strength: 'stale' },
    ],
    [
      'an ARN',
      variable('TOPIC_ARN', `arn:aws:sns:eu-west-1:${OTHER}:orders`),
      { kind: 'name', type: 'AWS::SNS::Topic', name: 'orders', target_account: OTHER, target_region: 'eu-west-1', certain: true },
    ],
    [
      'an ARN of this account and region, where both are left open',
      {
        stacks: {
          App: {
            account: null,
            resources: {
              User: {
                Type: 'AWS::Lambda::Function',
                Properties: { DeadLetterConfig: { TargetArn: { 'Fn::Sub': 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:dead' } } },
              },
            },
          },
        },
      } as never,
      { type: 'AWS::SQS::Queue', name: 'dead', account: null, target_account: null, target_region: null },
    ],
    [
      'an ARN that is granted, which may be left from an earlier use',
      using(
        {
          PolicyName: 'p',
          Roles: ['r-1'],
          PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::acme-orders/*' }] },
        },
        'AWS::IAM::Policy',
      ),
      { type: 'AWS::S3::Bucket', name: 'acme-orders', target_account: null, target_region: null, certain: false },
    ],
    [
      'a principal',
      using(
        {
          Bucket: { Ref: 'AWS::NoValue' },
          PolicyDocument: {
            Statement: [{ Effect: 'Allow', Action: 's3:*', Principal: { AWS: `arn:aws:iam::${OTHER}:role/ci/Deployer` } }],
          },
        },
        'AWS::S3::BucketPolicy',
      ),
      { kind: 'principal', name: 'deployer', target_account: OTHER, target_region: null, certain: true },
    ],
    [
      'the queue of a URL',
      variable('QUEUE_URL', `https://sqs.eu-west-1.amazonaws.com/${OTHER}/orders`),
      { type: 'AWS::SQS::Queue', name: 'orders', target_account: OTHER, target_region: 'eu-west-1' },
    ],
    [
      'the repository of an image',
      using(
        { ContainerDefinitions: [{ Name: 'a', Image: `${OTHER}.dkr.ecr.eu-west-1.amazonaws.com/orders/api:1` }] },
        'AWS::ECS::TaskDefinition',
      ),
      { kind: 'repository', name: 'orders/api', target_account: OTHER, target_region: 'eu-west-1' },
    ],
    ['the host of a URL', variable('API', 'https://Orders.acme.io/v1'), { kind: 'host', name: 'orders.acme.io', certain: false }],
    [
      'a name in an environment variable that says of what it is',
      variable('ORDERS_TABLE_NAME', 'orders'),
      { type: 'AWS::DynamoDB::Table', name: 'orders', target_account: ACCOUNT, target_region: REGION, certain: false },
    ],
    [
      'a name where a property names a type',
      using({ AlarmName: 'a', FunctionName: 'orders-handler', Qualifier: 'x', MaximumRetryAttempts: 1 }, 'AWS::Lambda::EventInvokeConfig'),
      { type: 'AWS::Lambda::Function', name: 'orders-handler', strength: 'breaks', certain: true },
    ],
    [
      'an ARN in a state machine',
      using(
        {
          DefinitionString: JSON.stringify({ States: { A: { Resource: `arn:aws:lambda:us-east-1:${OTHER}:function:orders:live` } } }),
          RoleArn: 'x',
        },
        'AWS::StepFunctions::StateMachine',
      ),
      { type: 'AWS::Lambda::Function', name: 'orders', property: 'DefinitionString' },
    ],
  ])('%s', async (_, sketch, row) => {
    expect(await rowsOf(sketch, 'references')).toMatchObject([row]);
  });

  it.each<[what: string, sketch: never]>([
    ['a pattern', variable('TOPIC_ARN', `arn:aws:sns:eu-west-1:${OTHER}:orders-*`)],
    ['what AWS manages', variable('POLICY', 'arn:aws:iam::aws:policy/ReadOnlyAccess')],
    ['what the CDK makes in each account', variable('ROLE', `arn:aws:iam::${OTHER}:role/cdk-hnb659fds-deploy-role-${OTHER}-us-east-1`)],
    ['an id that only a service knows', variable('KEY', `arn:aws:kms:eu-west-1:${OTHER}:key/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f`)],
    ['the parameters that AWS publishes', variable('AMI', '{{resolve:ssm:/aws/service/ami-amazon-linux-latest/x}}')],
    ['a host of AWS', variable('API', 'https://abc.execute-api.us-east-1.amazonaws.com/prod')],
    ['a value that may be secret', variable('CLIENT_SECRET', 'hunter2-hunter2')],
    [
      'what the application defines itself',
      inStack({
        Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'jobs' } },
        User: {
          Type: 'AWS::Lambda::Function',
          Properties: { DeadLetterConfig: { TargetArn: `arn:aws:sqs:${REGION}:${ACCOUNT}:jobs` } },
        },
      }),
    ],
    [
      'an input of a property that names AWS’s own',
      using({ DBClusterParameterGroupName: 'default.aurora-postgresql16', Engine: 'aurora-postgresql' }, 'AWS::RDS::DBCluster'),
    ],
  ])('not %s', async (_, sketch) => {
    expect(await rowsOf(sketch, 'references')).toEqual([]);
  });

  it('are there once for each resource, and again in another region', async () => {
    const arn = `arn:aws:sns:eu-west-1:${OTHER}:orders`;
    const sketch = variable('A', arn);
    expect(await rowsOf(sketch, 'references')).toHaveLength(1);
    const twice = using({ Environment: { Variables: { A: arn, B: arn, C: arn.replace('eu-west-1', 'us-west-2') } } });
    expect((await rowsOf(twice, 'references')).map(({ property }) => property)).toEqual([
      'Environment.Variables.A',
      'Environment.Variables.C',
    ]);
  });
});

test('stacks and findings, with owner, commit, time and source', async () => {
  const cwd = writeProject(BROKEN, BROKEN_SOURCE);
  const argv = ['--commit', 'abc', '--time', '2026-01-31T12:00:00Z', '--owner', 'team-pay', '--repository', 'https://git/pay'];
  await writeIndex([], ['cdk.out', ...argv], { cwd });
  const origin = { application: 'payments', commit: 'abc', stack: 'Data' };
  const [stack] = await readRows(join(cwd, 'index'), 'stacks');
  expect(stack).toEqual({
    ...origin,
    stack_name: 'Data',
    account: ACCOUNT,
    region: REGION,
    synthesized_at: new Date('2026-01-31T12:00:00Z'),
    repository: 'https://git/pay',
    owner: 'team-pay',
    schema_version: 1,
    artifact: 'cdk.out',
    nested_in: null,
    resources: 1,
  });
  const findings = await readRows(join(cwd, 'index'), 'findings');
  expect(findings).toMatchObject([
    { ...origin, check_id: 'dynamodb/replica-sse-partial', severity: 'error', logical_id: 'Ledger', file: 'lib/data.ts', line: 3 },
  ]);
});

test('packs are input, each an application of its own', async () => {
  const cwd = writeProject(BROKEN, BROKEN_SOURCE);
  for (const app of ['orders', 'pay/ments'])
    await runMain(['pack', '--app', app, '--commit', `${app} 1`, '--output', `${app.replace('/', '')}.tgz`], { cwd });
  const { code, stdout } = await runMain(['index', 'orders.tgz', 'payments.tgz'], { cwd });
  expect({ code, lines: stdout.split('\n').map((line) => line.split(':')[0]) }).toEqual({
    code: 0,
    lines: ['Wrote index/application=orders', 'Wrote index/application=pay%2Fments', ''],
  });
  expect((await readRows(join(cwd, 'index'), 'stacks', 'pay%2Fments'))[0]).toMatchObject({
    application: 'pay/ments',
    commit: 'pay/ments 1',
  });
});

test('one input gives the same bytes', async () => {
  const cwd = writeProject(BROKEN, BROKEN_SOURCE);
  for (const output of ['one', 'two']) await runMain(['index', '--output', output], { cwd });
  const read = (folder: string) => readFileSync(join(cwd, folder, `application=${cwd.split('/').at(-1)}`, 'definitions.parquet'));
  expect(read('one').equals(read('two'))).toBe(true);
});

describe('--redact', () => {
  const sketch = inStack(
    { User: { Type: 'AWS::Lambda::Function', Properties: { Role: { 'Fn::ImportValue': 'orders-role' } } } },
    { outputs: { Url: { Value: 'https://a', Export: { Name: 'orders-role-2' } } } },
  );
  const SALT = { SYNTHCHECK_SALT: 'a salt that all share' };

  it('hides names and accounts, and equal ones stay equal', async () => {
    const folder = await writeIndex([sketch], ['--redact'], { env: SALT });
    const [definition] = await readRows(folder, 'definitions');
    const [reference] = await readRows(folder, 'references');
    const other = await writeIndex([inStack({}, { outputs: { Role: { Value: 'r', Export: { Name: 'orders-role' } } } })], ['--redact'], {
      env: SALT,
    });
    const [imported] = await readRows(other, 'definitions');
    expect(reference?.name).toBe(imported?.name);
    expect(reference?.target_account).toBe(imported?.account);
    expect(JSON.stringify([definition, reference])).not.toMatch(new RegExp(`orders-role|${ACCOUNT}`));
  });

  it.each([
    [{}, '--redact needs a salt: --salt-file FILE or SYNTHCHECK_SALT'],
    [{ SYNTHCHECK_SALT: 'short' }, 'the salt is shorter than 16 characters'],
  ])('needs a salt: %j', async (env, problem) => {
    const { code, stderr } = await runMain(['index', writeAssembly(sketch), '--redact'], { cwd: temporaryFolder(), env });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(problem) });
  });
});

test('a name that cannot be a folder is rejected', async () => {
  const { code, stderr } = await runMain(['index', writeAssembly(BROKEN), '--app', 'a\u001bb'], { cwd: temporaryFolder() });
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('the name of an application') });
});
