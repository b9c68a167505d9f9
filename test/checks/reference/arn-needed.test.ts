import { describe, expect, it } from 'vitest';
import check from '../../../checks/reference/arn-needed.js';
import type { Json, JsonObject } from '../../../src/assembly/model.js';
import { ARN_PROPERTIES, ARNS_CHECKED, REF_NAMES } from '../../../src/facts/ref-names.js';
import { findingsIn } from '../../support/findings-in.js';
import { placesIn } from '../../support/places-in.js';

const app = (type: string, properties: JsonObject, named: string) => ({
  App: { region: 'us-east-1', resources: { Named: { Type: named }, User: { Type: type, Properties: properties } } },
});
const ref = { Ref: 'Named' };
const arn = { 'Fn::GetAtt': ['Named', 'Arn'] };

describe('reference/arn-needed', () => {
  it('says what is given, and what to write', () => {
    expect(findingsIn(check.docs.bad, check)).toEqual([
      {
        severity: 'error',
        checkId: check.id,
        stack: 'Orders',
        logicalId: 'Nightly',
        propertyPath: 'Targets.0.Arn',
        message: 'This is the URL of Queue, and an ARN is needed: the deployment fails.',
        related: [{ stack: 'Orders', logicalId: 'Queue', message: 'This is what it names.' }],
      },
    ]);
  });

  it.each(Object.keys(REF_NAMES))('knows what Ref of %s returns', (named) => {
    expect(placesIn(check, app('AWS::Scheduler::Schedule', { Target: { Arn: ref } }, named))).toEqual(['error User Target.Arn']);
    expect(placesIn(check, app('AWS::Scheduler::Schedule', { Target: { Arn: arn } }, named))).toEqual([]);
  });

  it.each(Object.entries(ARN_PROPERTIES).flatMap(([type, properties]) => properties.map((property) => [type, property])))(
    'knows that %s.%s is an ARN',
    (type = '', property = '') => {
      expect(placesIn(check, app(type, { [property]: ref }, 'AWS::Lambda::Function'))).toEqual([`error User ${property}`]);
    },
  );

  const statement = (Resource: Json, Principal: Json = '*') => ({
    PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 's3:*', Resource, Principal }] },
  });
  it.each<[string, string, JsonObject, string]>([
    ['a resource of a policy', 'AWS::IAM::ManagedPolicy', statement([ref]), 'PolicyDocument.Statement.0.Resource.0'],
    ['a principal', 'AWS::S3::BucketPolicy', statement('*', { AWS: ref }), 'PolicyDocument.Statement.0.Principal.AWS'],
    [
      'an attribute that is a name',
      'AWS::CloudWatch::Alarm',
      { AlarmActions: [{ 'Fn::GetAtt': ['Named', 'TopicName'] }] },
      'AlarmActions.0',
    ],
  ])('reports %s', (_, type, properties, place) => {
    expect(placesIn(check, app(type, properties, 'AWS::IAM::Role'))).toEqual([`error User ${place}`]);
  });

  it.each<[string, string, JsonObject]>([
    ['a name within an ARN', 'AWS::IAM::ManagedPolicy', statement({ 'Fn::Sub': 'arn:aws:iam::482731905566:role/${Named}' })],
    ['a name that is wanted', 'AWS::IAM::Policy', { Roles: [ref] }],
    ['a service that takes names', 'AWS::ECS::TaskDefinition', { TaskRoleArn: ref }],
    ['another one', 'AWS::Batch::JobDefinition', { ContainerProperties: { JobRoleArn: ref } }],
    ['a custom resource', 'Custom::Thing', { RoleArn: ref }],
    ['another custom resource', 'AWS::CloudFormation::CustomResource', { RoleArn: ref }],
    ['an environment variable', 'AWS::Lambda::Function', { Environment: { Variables: { ROLE_ARN: ref, Role: ref } } }],
    ['a parameter of a nested stack', 'AWS::CloudFormation::Stack', { Parameters: { RoleArn: ref } }],
    ['an argument', 'AWS::Glue::Job', { DefaultArguments: { '--RoleArn': ref } }],
    ['what is put into a definition', 'AWS::StepFunctions::StateMachine', { DefinitionSubstitutions: { RoleArn: ref } }],
    ['a filter', 'AWS::SNS::Subscription', { FilterPolicy: { Endpoint: [ref] } }],
    ['the service of a principal', 'AWS::S3::BucketPolicy', statement('*', { Service: ref })],
  ])('ignores %s', (_, type, properties) => {
    expect(placesIn(check, app(type, properties, 'AWS::IAM::Role'))).toEqual([]);
  });

  it.each([...ARNS_CHECKED])('knows that %s checks ARNs', (type) => {
    expect(placesIn(check, app(type, { RoleArn: ref }, 'AWS::IAM::Role'))).toEqual(['error User RoleArn']);
  });

  it('warns where the name of the property alone says so', () => {
    expect(placesIn(check, app('AWS::Backup::BackupVault', { EncryptionKeyArn: ref }, 'AWS::IAM::Role'))).toEqual([
      'warning User EncryptionKeyArn',
    ]);
  });

  it('ignores types whose Ref is an ARN', () => {
    expect(placesIn(check, app('AWS::Scheduler::Schedule', { Target: { Arn: ref } }, 'AWS::SNS::Topic'))).toEqual([]);
  });
});
