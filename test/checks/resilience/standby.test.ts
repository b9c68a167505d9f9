import { describe, expect, test } from 'vitest';
import nothing from '../../../checks/resilience/contract-matches-nothing.js';
import {
  capacityDiffers as capacity,
  standbyDependsOnPrimary as dependency,
  standbyIncomplete as incomplete,
} from '../../../checks/resilience/standby.js';
import { lagUnobserved as lag } from '../../../checks/resilience/stores.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import type { Check } from '../../../src/check/check.js';
import type { Config } from '../../../src/config/config.js';
import { findingsIn } from '../../support/findings-in.js';

const contract = (more: object = {}): Config => ({
  resilience: [{ name: 'orders', stacks: ['Orders*'], regions: ['us-east-1', 'us-west-2'], rpo: '15m', rto: '30m', ...more }],
});
const found = (check: Check, east: object, west: object, config = contract()) =>
  findingsIn(
    {
      OrdersEast: { region: 'us-east-1', resources: { ...east } },
      OrdersWest: { region: 'us-west-2', resources: { ...west }, dependencies: ['OrdersEast'] },
    },
    check,
    config,
  ).map(({ severity, stack, logicalId, propertyPath, message }) => ({
    severity,
    at: [stack, logicalId, propertyPath].filter((part) => part !== undefined).join('.'),
    message,
  }));
const of = (type: string, properties: JsonObject = {}) => ({ Type: `AWS::${type}`, Properties: properties });
const lambda = (variables: JsonObject = {}, more: JsonObject = {}) =>
  of('Lambda::Function', { Environment: { Variables: variables }, ...more });
const output = (stack: string, name: string) => ({ 'Fn::GetStackOutput': { StackName: stack, Region: 'us-east-1', OutputName: name } });

describe('a dependency on the lost region', () => {
  const SECRET = 'arn:aws:secretsmanager:us-east-1:482731905566:secret:orders/login-AbCdEf';
  const queue = 'https://sqs.us-east-1.amazonaws.com/482731905566/jobs';

  test('names the path from who is called first', () => {
    const west = {
      Handler: lambda({ SECRET }),
      Integration: of('ApiGatewayV2::Integration', { IntegrationUri: { 'Fn::GetAtt': ['Handler', 'Arn'] } }),
      Route: of('ApiGatewayV2::Route', { Target: { 'Fn::Join': ['/', ['integrations', { Ref: 'Integration' }]] } }),
    };
    expect(found(dependency, {}, west)).toEqual([
      {
        severity: 'error',
        at: 'OrdersWest.Handler.Environment.Variables.SECRET',
        message: `orders promises to survive the loss of us-east-1, but Handler in us-west-2 needs ${SECRET}: Route → Integration → Handler → ${SECRET}.`,
      },
    ]);
  });

  test.each<[string, object, string]>([
    ['a queue by its address', { H: lambda({ QUEUE: queue }) }, 'error'],
    [
      'a secret of a task',
      { T: of('ECS::TaskDefinition', { ContainerDefinitions: [{ Secrets: [{ Name: 'S', ValueFrom: SECRET }] }] }) },
      'error',
    ],
    [
      'an image of a task',
      { T: of('ECS::TaskDefinition', { ContainerDefinitions: [{ Image: '482731905566.dkr.ecr.us-east-1.amazonaws.com/orders:1' }] }) },
      'error',
    ],
    [
      'an API behind an API',
      { M: of('ApiGateway::Method', { Integration: { Uri: 'https://abc.execute-api.us-east-1.amazonaws.com/prod' } }) },
      'error',
    ],
    [
      'a bus that a rule sends to',
      { R: of('Events::Rule', { Targets: [{ Id: 'b', Arn: 'arn:aws:events:us-east-1:482731905566:event-bus/hub' }] }) },
      'warning',
    ],
    [
      'a call in a state machine',
      { S: of('StepFunctions::StateMachine', { DefinitionString: '{"Resource":"arn:aws:lambda:us-east-1:482731905566:function:f"}' }) },
      'error',
    ],
  ])('is found in %s', (_, west, severity) => {
    expect(found(dependency, {}, west)).toMatchObject([{ severity }]);
  });

  test.each<[string, object]>([
    ['grants', { P: of('IAM::Policy', { PolicyDocument: { Statement: [{ Effect: 'Allow', Action: '*', Resource: SECRET }] } }) }],
    ['its own region', { H: lambda({ SECRET: SECRET.replace('us-east-1', 'us-west-2') }) }],
    ['a role', { H: lambda({}, { Role: 'arn:aws:iam::482731905566:role/us-east-1' }) }],
    ['a region that is only named', { H: lambda({ PRIMARY_REGION: 'us-east-1' }) }],
    ['a bucket, whose ARN has no region', { H: lambda({ BUCKET: 'arn:aws:s3:::orders-us-east-1' }) }],
    ['replication', { D: of('RDS::DBInstance', { SourceDBInstanceIdentifier: 'arn:aws:rds:us-east-1:482731905566:db:orders' }) }],
  ])('is not in %s', (_, west) => {
    expect(found(dependency, {}, west)).toEqual([]);
  });

  test('is followed across stacks, and not into what has a copy', () => {
    const replicas = [{ Region: 'us-east-1' }, { Region: 'us-west-2' }];
    const east = {
      Login: of('SecretsManager::Secret', { Name: 'orders/login', ReplicaRegions: [{ Region: 'us-west-2' }] }),
      Orders: of('DynamoDB::GlobalTable', { TableName: 'orders', Replicas: replicas }),
      Ledger: of('RDS::DBCluster', { Engine: 'aurora-mysql' }),
    };
    const outputs = {
      Login: { Value: { Ref: 'Login' } },
      Orders: { Value: { Ref: 'Orders' } },
      Ledger: { Value: { 'Fn::GetAtt': ['Ledger', 'Endpoint.Address'] } },
    };
    const west = {
      H: lambda({ LOGIN: output('OrdersEast', 'Login'), TABLE: output('OrdersEast', 'Orders'), LEDGER: output('OrdersEast', 'Ledger') }),
    };
    const findings = findingsIn(
      {
        OrdersEast: { region: 'us-east-1', resources: east, outputs },
        OrdersWest: { region: 'us-west-2', resources: west, dependencies: ['OrdersEast'] },
      },
      dependency,
      contract(),
    );
    expect(findings.map(({ severity, propertyPath }) => [severity, propertyPath])).toEqual([
      ['error', 'Environment.Variables.LOGIN'],
      ['warning', 'Environment.Variables.LEDGER'],
    ]);
  });
});

describe('a standby', () => {
  test('lacks what has neither its place nor its name there', () => {
    const east = { Jobs: of('SQS::Queue'), Handler: lambda(), Certificate: of('CertificateManager::Certificate') };
    expect(found(incomplete, east, { Handler: lambda() })).toEqual([
      {
        severity: 'error',
        at: 'OrdersEast.Jobs',
        message:
          'orders promises to survive the loss of us-east-1, but us-west-2 has no counterpart of the queue Jobs, the certificate Certificate of OrdersEast.',
      },
    ]);
  });

  test.each<[string, object, object, object?]>([
    ['another place, when it is the only one', { Jobs: of('SQS::Queue') }, { Work: of('SQS::Queue') }],
    [
      'a name with the region in it',
      { A: of('SQS::Queue', { QueueName: 'jobs-us-east-1' }), B: of('SQS::Queue') },
      { C: of('SQS::Queue', { QueueName: 'jobs-us-west-2' }), B: of('SQS::Queue') },
    ],
    [
      'the certificate of a distribution',
      {
        C: of('CertificateManager::Certificate'),
        D: of('CloudFront::Distribution', { DistributionConfig: { ViewerCertificate: { AcmCertificateArn: { Ref: 'C' } } } }),
      },
      { X: lambda() },
    ],
    [
      'a handler of custom resources',
      { H: lambda(), C: { Type: 'Custom::Thing', Properties: { ServiceToken: { 'Fn::GetAtt': ['H', 'Arn'] } } } },
      { X: of('SQS::Queue') },
    ],
    [
      'a topic that only alarms use',
      { T: of('SNS::Topic'), A: of('CloudWatch::Alarm', { AlarmActions: [{ Ref: 'T' }] }) },
      { X: of('SQS::Queue') },
    ],
    ['functions of a pilot light', { H: lambda() }, { X: of('SQS::Queue') }, { mode: 'pilot-light' }],
    ['anything, when it is restored', { H: lambda(), Q: of('SQS::Queue') }, {}, { mode: 'backup-and-restore' }],
    [
      'a certificate that is imported there',
      { C: of('CertificateManager::Certificate') },
      {
        D: of('ApiGatewayV2::DomainName', {
          DomainNameConfigurations: [{ CertificateArn: 'arn:aws:acm:us-west-2:482731905566:certificate/1' }],
        }),
      },
    ],
  ])('needs no %s', (_, east, west, more) => {
    expect(found(incomplete, east, west, contract(more))).toEqual([]);
  });

  const cluster = (more: JsonObject) => of('RDS::DBCluster', { Engine: 'aurora-mysql', ...more });
  const instance = (size: string) => of('RDS::DBInstance', { DBClusterIdentifier: { Ref: 'C' }, DBInstanceClass: size });
  const primary = {
    C: cluster({ MasterUsername: 'a' }),
    I: instance('db.r6g.xlarge'),
    G: of('RDS::GlobalCluster', { GlobalClusterIdentifier: 'g', SourceDBClusterIdentifier: { Ref: 'C' } }),
  };
  const secondary = cluster({ GlobalClusterIdentifier: 'g' });

  test('with a cluster that no instance opens is incomplete', () => {
    expect(found(incomplete, primary, { C: secondary })).toMatchObject([{ at: 'OrdersWest.C' }]);
    expect(found(incomplete, primary, { C: secondary }, contract({ mode: 'pilot-light' }))).toEqual([]);
  });

  test('with a cluster of half the size is too small', () => {
    expect(found(capacity, primary, { C: secondary, Reader: instance('db.r6g.large') })).toEqual([
      {
        severity: 'error',
        at: 'OrdersWest.Reader.DBInstanceClass',
        message:
          'orders promises to survive the loss of us-east-1, but Reader in us-west-2 is smaller than its counterpart: DBInstanceClass is db.r6g.large, and db.r6g.xlarge in us-east-1.',
      },
    ]);
    expect(found(capacity, primary, { C: secondary, Reader: instance('db.r7g.2xlarge') })).toEqual([]);
    expect(found(capacity, primary, { C: secondary, Reader: instance('db.r6g.large') }, contract({ mode: 'pilot-light' }))).toEqual([]);
  });

  test.each<[string, object, object, string, number]>([
    ['hot-standby', of('ECS::Service', { DesiredCount: 4 }), of('ECS::Service', { DesiredCount: 2 }), 'DesiredCount', 1],
    ['warm-standby', of('ECS::Service', { DesiredCount: 4 }), of('ECS::Service', { DesiredCount: 2 }), 'DesiredCount', 0],
    ['active-passive', of('ECS::Service', { DesiredCount: 4 }), of('ECS::Service', { DesiredCount: 2 }), 'DesiredCount', 1],
    [
      'active-passive',
      lambda({}, { ReservedConcurrentExecutions: 100 }),
      lambda({}, { ReservedConcurrentExecutions: 10 }),
      'ReservedConcurrentExecutions',
      1,
    ],
    ['active-passive', of('Kinesis::Stream', { ShardCount: 2 }), of('Kinesis::Stream', { ShardCount: 2 }), 'ShardCount', 0],
  ])('%s', (mode, own, other, path, count) => {
    const findings = found(capacity, { X: own }, { X: other }, contract({ mode }));
    expect(findings.map(({ at }) => at)).toEqual(count === 0 ? [] : [`OrdersWest.X.${path}`]);
  });

  test('with a smaller read replica is too small', () => {
    const source = { D: of('RDS::DBInstance', { DBInstanceIdentifier: 'orders', DBInstanceClass: 'db.m6g.2xlarge' }) };
    const replica = (size: string) => ({
      R: of('RDS::DBInstance', { SourceDBInstanceIdentifier: 'arn:aws:rds:us-east-1:482731905566:db:orders', DBInstanceClass: size }),
    });
    expect(found(capacity, source, replica('db.m6g.xlarge'))).toMatchObject([{ at: 'OrdersWest.R.DBInstanceClass' }]);
    expect(found(capacity, source, replica('db.m6g.2xlarge'))).toEqual([]);
  });

  test('with a smaller cache is too small', () => {
    const cache = (type: string) => ({ C: of('ElastiCache::ReplicationGroup', { CacheNodeType: type }) });
    expect(found(capacity, cache('cache.r7g.xlarge'), cache('cache.r7g.large'))).toMatchObject([{ at: 'OrdersWest.C.CacheNodeType' }]);
  });

  test('that something scales up may begin small', () => {
    const west = {
      X: of('ECS::Service', { DesiredCount: 2 }),
      T: of('ApplicationAutoScaling::ScalableTarget', {
        MaxCapacity: 8,
        ResourceId: { 'Fn::Join': ['/', ['service/orders', { 'Fn::GetAtt': ['X', 'Name'] }]] },
      }),
    };
    expect(found(capacity, { X: of('ECS::Service', { DesiredCount: 4 }) }, west)).toEqual([]);
  });
});

describe('the lag of a replication', () => {
  const table = of('DynamoDB::GlobalTable', { TableName: 'orders', Replicas: [{ Region: 'us-east-1' }, { Region: 'us-west-2' }] });
  const alarm = (name: string, more: JsonObject = {}) =>
    of('CloudWatch::Alarm', {
      Namespace: 'AWS/DynamoDB',
      MetricName: 'ReplicationLatency',
      Dimensions: [{ Name: 'TableName', Value: name }],
      ...more,
    });

  test.each<[string, object, object, number]>([
    ['no alarm', { T: table }, {}, 1],
    ['an alarm', { T: table, A: alarm('orders') }, {}, 0],
    ['an alarm where the metric is not', { T: table }, { A: alarm('orders') }, 1],
    ['an alarm on another table', { T: table, A: alarm('other') }, {}, 1],
    [
      'an alarm on an expression',
      {
        T: table,
        A: of('CloudWatch::Alarm', {
          Metrics: [{ Id: 'm', MetricStat: { Metric: { Namespace: 'AWS/DynamoDB', MetricName: 'ReplicationLatency' } } }],
        }),
      },
      {},
      0,
    ],
  ])('with %s', (_, east, west, count) => {
    expect(found(lag, east, west)).toHaveLength(count);
  });

  test('is reported once for tables of one contract, and not without an objective', () => {
    expect(
      found(lag, { A: table, B: of('DynamoDB::GlobalTable', { Replicas: [{ Region: 'us-west-2' }, { Region: 'us-east-1' }] }) }, {}),
    ).toHaveLength(1);
    expect(found(lag, { T: table }, {}, contract({ rpo: undefined }))).toEqual([]);
  });
});

describe('a contract', () => {
  test.each<[object, string[]]>([
    [{}, []],
    [{ regions: ['us-east-1', 'eu-west-1'] }, ['orders names eu-west-1, but none of its stacks is deployed there.']],
    [{ stacks: ['Payments*'] }, ['No stack matches the contract orders of the configuration.']],
    [{ regions: ['us-east-1', 'eu-west-1'], mode: 'backup-and-restore' }, []],
    [{ exceptions: [{ construct: 'OrdersEast/Q', reason: 'r' }] }, []],
    [
      { exceptions: [{ construct: 'Cache/*', reason: 'r' }] },
      ['The exception Cache/* of the contract orders matches no construct of its stacks: it has no effect.'],
    ],
  ])('%j', (more, messages) => {
    expect(found(nothing, { Q: of('SQS::Queue') }, { Q: of('SQS::Queue') }, contract(more)).map(({ message }) => message)).toEqual(
      messages,
    );
  });
});
