import { describe, expect, it } from 'vitest';
import check from '../../../checks/access/service-not-admitted.js';
import type { Json, JsonObject } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import type { Admission, Callee } from '../../../src/facts/admission/admission.js';
import { ADMISSIONS } from '../../../src/facts/admission/index.js';
import { findingsIn } from '../../support/findings-in.js';
import { nested } from './nested.js';

const SEARCH_LOGS = {
  LogPublishingOptions: Object.fromEntries(
    ['SEARCH_SLOW_LOGS', 'INDEX_SLOW_LOGS', 'ES_APPLICATION_LOGS', 'AUDIT_LOGS'].map((kind) => [kind, { Enabled: true }]),
  ),
};
const ARN_OF_BUCKET = ['LogDestination', 'DestinationArn', 'LogDestinationConfigs.*'];
/** What makes a caller call at all, by its type. */
const SETTINGS: Readonly<Record<string, JsonObject>> = {
  'AWS::ElasticLoadBalancing::LoadBalancer': { AccessLoggingPolicy: { Enabled: true } },
  'AWS::ElasticLoadBalancingV2::TargetGroup': { TargetType: 'lambda' },
  'AWS::ACMPCA::CertificateAuthority': { RevocationConfiguration: { CrlConfiguration: { Enabled: true } } },
  'AWS::OpenSearchService::Domain': SEARCH_LOGS,
  'AWS::Elasticsearch::Domain': SEARCH_LOGS,
  'AWS::CloudWatch::Alarm': { AlarmName: 'errors' },
  'AWS::SNS::Subscription': { TopicArn: 'arn:aws:sns:us-east-1:482731905566:orders' },
  'Custom::S3BucketNotifications': { BucketName: 'orders' },
};
const ARNS: Readonly<Record<Callee, string>> = {
  'AWS::SQS::Queue': 'arn:aws:sqs:us-east-1:482731905566:callee',
  'AWS::SNS::Topic': 'arn:aws:sns:us-east-1:482731905566:callee',
  'AWS::Lambda::Function': 'arn:aws:lambda:us-east-1:482731905566:function:callee',
  'AWS::S3::Bucket': 'callee-bucket',
  'AWS::KMS::Key': 'alias/callee',
  'AWS::Logs::LogGroup': 'arn:aws:logs:us-east-1:482731905566:log-group:callee',
};

function merged(one: JsonObject, other: JsonObject): JsonObject {
  const result: Record<string, Json> = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const known = result[key];
    const areMaps = [known, value].every((each) => typeof each === 'object' && each !== null && !Array.isArray(each));
    result[key] = areMaps ? merged(known as JsonObject, value as JsonObject) : value;
  }
  return result;
}

function callerOf(type: string, row: Admission): JsonObject {
  const target =
    row.callee === 'AWS::S3::Bucket' && ARN_OF_BUCKET.includes(row.path)
      ? 'arn:aws:s3:::callee-bucket'
      : row.path.endsWith('.DomainName')
        ? 'callee-bucket.s3.us-east-1.amazonaws.com'
        : ARNS[row.callee];
  const value =
    row.attribute === undefined
      ? target
      : [
          { Key: row.attribute, Value: target },
          { Key: row.attribute.replace('bucket', 'enabled'), Value: 'true' },
        ];
  const steps = row.path.split('.');
  const properties = nested(
    row.attribute === undefined ? steps : steps.slice(0, -1),
    value,
    row.beside === undefined ? {} : (nested(row.beside.split('.'), 'x') as JsonObject),
  );
  const network = row.service === 'delivery.logs' && row.attribute !== undefined ? { Type: 'network' } : {};
  return { Type: type, Properties: merged(properties as JsonObject, merged(SETTINGS[type] ?? {}, network)) };
}

const NAMES: Readonly<Partial<Record<Callee, string>>> = {
  'AWS::SQS::Queue': 'QueueName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::Logs::LogGroup': 'LogGroupName',
};

function allowing(service: string, Action: Json): JsonObject {
  return { Statement: [{ Effect: 'Allow', Principal: { Service: `${service}.amazonaws.com` }, Action, Resource: '*' }] };
}

const ENCRYPTED_BUCKET: JsonObject = {
  BucketEncryption: {
    ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: { Ref: 'Key' } } }],
  },
};

/** The callee, and a policy that lets a service in. */
function calleeOf({ callee, key, actions }: Admission, service: string): JsonObject {
  const document = allowing(service, '*');
  const name = NAMES[callee] ?? '';
  const declared: JsonObject & { Properties: JsonObject } = {
    Type: callee,
    Properties: name === '' ? {} : { [name]: ARNS[callee].split(':').at(-1) ?? '' },
  };
  const encryption = key === undefined || callee === 'AWS::S3::Bucket' ? {} : { KmsMasterKeyId: { Ref: 'Key' } };
  const encrypted = { ...declared, Properties: { ...declared.Properties, ...encryption } };
  const Key = { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: allowing(service, 'kms:*') } };
  switch (callee) {
    case 'AWS::SQS::Queue':
      return {
        Key,
        Callee: encrypted,
        Policy: { Type: 'AWS::SQS::QueuePolicy', Properties: { Queues: [{ Ref: 'Callee' }], PolicyDocument: document } },
      };
    case 'AWS::SNS::Topic':
      return {
        Key,
        Callee: encrypted,
        Policy: { Type: 'AWS::SNS::TopicPolicy', Properties: { Topics: [{ Ref: 'Callee' }], PolicyDocument: document } },
      };
    case 'AWS::S3::Bucket':
      return {
        ...(actions.length === 0 && { Key }),
        Callee: actions.length === 0 ? { ...declared, Properties: { ...declared.Properties, ...ENCRYPTED_BUCKET } } : declared,
        Policy: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: { Ref: 'Callee' }, PolicyDocument: document } },
      };
    case 'AWS::Lambda::Function':
      return {
        Callee: declared,
        Policy: {
          Type: 'AWS::Lambda::Permission',
          Properties: { FunctionName: { Ref: 'Callee' }, Principal: `${service}.amazonaws.com`, Action: 'lambda:InvokeFunction' },
        },
      };
    case 'AWS::KMS::Key':
      return {
        Callee: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: allowing(service, 'kms:*') } },
        Alias: { Type: 'AWS::KMS::Alias', Properties: { AliasName: 'alias/callee', TargetKeyId: { Ref: 'Callee' } } },
      };
    case 'AWS::Logs::LogGroup':
      return {
        Callee: declared,
        Policy: { Type: 'AWS::Logs::ResourcePolicy', Properties: { PolicyName: 'p', PolicyDocument: JSON.stringify(document) } },
      };
  }
}

const app = (type: string, row: Admission, service: string): Example => ({
  Callee: { region: 'us-east-1', resources: calleeOf(row, service) },
  Caller: {
    region: 'us-east-1',
    ...(row.ofOtherAccounts && { account: '604211987345' }),
    dependencies: ['Callee'],
    resources: { Caller: callerOf(type, row) },
  },
});

/** Two rows for the same place differ in what stands beside it. */
const rows = [...ADMISSIONS].flatMap(([type, list]) =>
  list.map(
    (row) =>
      [
        `${type} ${row.attribute ?? row.path} → ${row.callee} ${row.beside ?? ''}${row.actions.length === 0 ? ' (key)' : ''}`,
        type,
        row,
      ] as const,
  ),
);

describe.each(rows)('%s', (_, type, row) => {
  it('reports a callee that lets another service in', () => {
    const found = findingsIn(app(type, row, 'another'), check);
    expect(found.map(({ severity, logicalId }) => [severity, logicalId])).toEqual([[row.fails ? 'error' : 'warning', 'Caller']]);
    expect(found[0]?.message).toContain(`${row.service}.amazonaws.com`);
    expect(found[0]?.message).toContain(row.answer);
  });

  it('ignores one that lets the service in', () => {
    expect(findingsIn(app(type, row, row.service), check)).toEqual([]);
  });
});
