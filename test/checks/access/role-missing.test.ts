import { expect, it } from 'vitest';
import check from '../../../checks/access/role-missing.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';

const app = (Type: string, Properties: JsonObject) => ({
  App: {
    region: 'us-east-1',
    resources: {
      Subject: { Type, Properties },
      Machine: { Type: 'AWS::StepFunctions::StateMachine', Properties: {} },
      Stream: { Type: 'AWS::Kinesis::Stream', Properties: {} },
      Archive: { Type: 'AWS::KinesisFirehose::DeliveryStream', Properties: {} },
      Function: { Type: 'AWS::Lambda::Function', Properties: {} },
      Repository: { Type: 'AWS::ECR::Repository', Properties: {} },
    },
  },
});
const found = (type: string, properties: JsonObject) => findingsIn(app(type, properties), check);
const arnOf = (name: string) => ({ 'Fn::GetAtt': [name, 'Arn'] });
const RoleArn = 'arn:aws:iam::604211987345:role/caller';
const pipeline = {
  'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':codepipeline:us-east-1:', { Ref: 'AWS::AccountId' }, ':', { Ref: 'Pipeline' }]],
};

it.each([
  ['a state machine', { Ref: 'Machine' }],
  ['a stream', arnOf('Stream')],
  ['a build', 'arn:aws:codebuild:us-east-1:604211987345:project/web'],
  ['a pipeline', pipeline],
])('a rule with %s as its target', (_, Arn) => {
  const rule = (more: JsonObject) =>
    found('AWS::Events::Rule', {
      Targets: [
        { Id: 'other', Arn: arnOf('Function') },
        { Id: 'one', Arn, ...more },
      ],
    });
  expect(rule({})).toMatchObject([
    { severity: 'error', propertyPath: 'Targets.1.Arn', message: expect.stringContaining('"RoleArn is required for target …"') },
  ]);
  expect(rule({ RoleArn })).toEqual([]);
  expect(rule({ RoleArn: { 'Fn::ImportValue': 'role' } })).toEqual([]);
});

it('reports each target', () => {
  const Targets = [1, 2].map((Id) => ({ Id: `${Id}`, Arn: { Ref: 'Machine' } }));
  expect(found('AWS::Events::Rule', { Targets })).toHaveLength(2);
});

const container = (more: JsonObject, compatibility = 'FARGATE', task: JsonObject = {}) => ({
  RequiresCompatibilities: [compatibility],
  ContainerDefinitions: [{ Name: 'web', Image: 'nginx', ...more }],
  ...task,
});
const logs = { LogConfiguration: { LogDriver: 'awslogs' } };

it.each([
  ['logs', logs, 'LogConfiguration.LogDriver', 'to support log driver awslogs'],
  [
    'an image of ECR',
    { Image: { 'Fn::Sub': '604211987345.dkr.ecr.${AWS::Region}.amazonaws.com/web:1' } },
    'Image',
    'to support ECR images',
  ],
])('a task on Fargate with %s', (_, more, place, message) => {
  expect(found('AWS::ECS::TaskDefinition', container(more))).toMatchObject([
    { severity: 'error', propertyPath: `ContainerDefinitions.0.${place}`, message: expect.stringContaining(message) },
  ]);
  expect(found('AWS::ECS::TaskDefinition', container(more, 'EC2'))).toEqual([]);
  expect(found('AWS::ECS::TaskDefinition', container(more, 'FARGATE', { ExecutionRoleArn: RoleArn }))).toEqual([]);
});

it('one finding for one missing role', () => {
  const image = { Image: '604211987345.dkr.ecr.us-east-1.amazonaws.com/web:1' };
  expect(found('AWS::ECS::TaskDefinition', container({ ...image, ...logs }))).toHaveLength(1);
  expect(found('AWS::ECS::TaskDefinition', container({}))).toEqual([]);
});

it('filters of logs', () => {
  for (const DestinationArn of [arnOf('Stream'), arnOf('Archive'), 'arn:aws:firehose:us-east-1:604211987345:deliverystream/a'])
    expect(found('AWS::Logs::SubscriptionFilter', { DestinationArn })).toMatchObject([{ propertyPath: 'DestinationArn' }]);
  for (const DestinationArn of [arnOf('Function'), 'arn:aws:logs:us-east-1:604211987345:destination:a', { Ref: 'Parameter' }])
    expect(found('AWS::Logs::SubscriptionFilter', { DestinationArn })).toEqual([]);
});

it('databases that are monitored', () => {
  for (const type of ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster']) {
    expect(found(type, { MonitoringInterval: 60 })).toMatchObject([
      { message: expect.stringContaining('A MonitoringRoleARN value is required') },
    ]);
    for (const properties of [{}, { MonitoringInterval: 0 }, { MonitoringInterval: 60, MonitoringRoleArn: RoleArn }])
      expect(found(type, properties)).toEqual([]);
  }
});

it('services of App Runner with an image of a private repository', () => {
  const service = (ImageRepositoryType: string, more: JsonObject = {}) =>
    found('AWS::AppRunner::Service', {
      SourceConfiguration: { ImageRepository: { ImageRepositoryType, ImageIdentifier: 'web' }, ...more },
    });
  expect(service('ECR')).toMatchObject([
    {
      propertyPath: 'SourceConfiguration.ImageRepository.ImageRepositoryType',
      message: expect.stringContaining('required for ECR image repositories'),
    },
  ]);
  expect(service('ECR_PUBLIC')).toEqual([]);
  expect(service('ECR', { AuthenticationConfiguration: { AccessRoleArn: RoleArn } })).toEqual([]);
});
