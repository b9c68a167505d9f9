import { describe, expect, it } from 'vitest';
import check from '../../../checks/dynamodb/replica-key-region.js';
import type { Json } from '../../../src/assembly/model.js';
import type { Example, ExampleStack } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { keyIn, ON, replica, tables } from './tables.js';

const key = (properties = {}) => ({ Type: 'AWS::KMS::Key', Properties: properties });
const arnOf = (logicalId: string) => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });
/** A table in us-east-1 whose replica in us-west-2 has this key. */
const west = (western: Json, more: Partial<ExampleStack> = {}) => tables({ ...ON, Replicas: [replica('us-west-2', western)] }, more);
const at = 'Replicas.0.SSESpecification.KMSMasterKeyId';

describe('dynamodb/replica-key-region', () => {
  it('says where the key of the other stack is', () => {
    const example: Example = {
      Keys: { region: 'eu-west-1', resources: { Key: key() }, outputs: { Arn: { Value: arnOf('Key') } } },
      ...west({ 'Fn::GetStackOutput': { StackName: 'Keys', OutputName: 'Arn', Region: 'eu-west-1' } }, { dependencies: ['Keys'] }),
    };
    expect(findingsIn(example, check)).toEqual([
      {
        severity: 'error',
        checkId: 'dynamodb/replica-key-region',
        stack: 'Tables',
        logicalId: 'Sessions',
        propertyPath: at,
        message:
          'The replica in us-west-2 uses a KMS key in eu-west-1. DynamoDB needs a key of the replica\'s own region and rejects the table with "KMS validation error".',
        related: [{ stack: 'Keys', logicalId: 'Key', message: 'This key is created in eu-west-1.' }],
      },
    ]);
  });

  it.each<[string, Example]>([
    ['an ARN', west(keyIn('us-east-1'))],
    ['the ARN of an alias', west('arn:aws:kms:us-east-1:482731905566:alias/sessions')],
    ['an ARN with the stack’s region', west({ 'Fn::Sub': 'arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/1f0c' })],
    ['a key of the same template', west(arnOf('Key'), { resources: { Key: key() } })],
    ['its id', west({ Ref: 'Key' }, { resources: { Key: key() } })],
    ['the ARN of a multi-region key', west(arnOf('Key'), { resources: { Key: key({ MultiRegion: true }) } })],
    [
      'an export',
      {
        Keys: { region: 'us-east-1', resources: { Key: key() }, outputs: { Arn: { Value: arnOf('Key'), Export: { Name: 'key' } } } },
        ...west({ 'Fn::ImportValue': 'key' }, { dependencies: ['Keys'] }),
      },
    ],
    [
      'a parameter of a nested stack',
      {
        App: {
          region: 'us-east-1',
          resources: { Key: key(), Tables: { Type: 'AWS::CloudFormation::Stack', Properties: { Parameters: { Key: arnOf('Key') } } } },
          nested: { Tables: { ...west({ Ref: 'Key' }).Tables, parameters: { Key: { Type: 'String' } } } },
        },
      },
    ],
    [
      'CDK’s cross-region reader',
      {
        Keys: {
          region: 'eu-west-1',
          resources: {
            Key: key(),
            Writer: {
              Type: 'Custom::CrossRegionExportWriter',
              Properties: { WriterProps: { region: 'us-east-1', prefix: 'Tables', exports: { '/cdk/exports/Tables/key': arnOf('Key') } } },
            },
          },
        },
        ...west(
          { 'Fn::GetAtt': ['Reader', '/cdk/exports/Tables/key'] },
          {
            dependencies: ['Keys'],
            resources: { Reader: { Type: 'Custom::CrossRegionExportReader', Properties: { ReaderProps: { region: 'us-east-1' } } } },
          },
        ),
      },
    ],
  ])('finds the region of %s', (_, example) => {
    expect(findingsIn(example, check)).toMatchObject([{ severity: 'error', propertyPath: at }]);
  });

  it('looks at the stack’s own replica too, and at each one', () => {
    const Replicas = [replica('us-east-1', keyIn('us-west-2')), replica('us-west-2', keyIn('us-east-1'))];
    expect(findingsIn(tables({ ...ON, Replicas }), check)).toHaveLength(2);
  });

  it('reports the id of one key in two regions', () => {
    const id = '1234abcd-12ab-34cd-56ef-1234567890ab';
    expect(findingsIn(tables({ ...ON, Replicas: [replica('us-east-1', id), replica('us-west-2', id)] }), check)).toMatchObject([
      {
        severity: 'error',
        propertyPath: 'Replicas.1.SSESpecification.KMSMasterKeyId',
        message: expect.stringContaining('exists in one region'),
      },
    ]);
  });

  const alias = (region: string): Example => ({
    Keys: { region, resources: { Alias: { Type: 'AWS::KMS::Alias', Properties: { AliasName: 'alias/sessions', TargetKeyId: 'x' } } } },
  });
  it('warns of an alias that is only created elsewhere', () => {
    expect(findingsIn({ ...alias('us-east-1'), ...west('alias/sessions') }, check)).toMatchObject([
      {
        severity: 'warning',
        message:
          'The replica in us-west-2 names the key "alias/sessions". An alias is looked up in the replica\'s own region, and here it is created in us-east-1 only.',
        related: [{ stack: 'Keys', logicalId: 'Alias' }],
      },
    ]);
  });

  it.each<[string, Example]>([
    [
      'each key is of its replica’s region',
      tables({ ...ON, Replicas: [replica('us-east-1', keyIn('us-east-1')), replica('us-west-2', keyIn('us-west-2'))] }),
    ],
    ['the id of a multi-region key is the same everywhere', west({ Ref: 'Key' }, { resources: { Key: key({ MultiRegion: true }) } })],
    ['an id says no region', west('mrk-1234abcd12ab34cd56ef1234567890ab')],
    ['an alias is created in the region', { ...alias('us-west-2'), ...west('alias/sessions') }],
    ['an alias is not created here', west('alias/sessions')],
    ['the key comes from outside', west({ 'Fn::ImportValue': 'key' })],
    ['the key is a parameter', west({ Ref: 'Key' }, { parameters: { Key: { Type: 'String' } } })],
    [
      'the replica’s region is not known',
      tables({ ...ON, Replicas: [replica({ Ref: 'Where' }, keyIn('us-east-1'))] }, { parameters: { Where: { Type: 'String' } } }),
    ],
    [
      'the stack has no region',
      { Tables: { resources: { Key: key(), Sessions: west(arnOf('Key')).Tables?.resources?.Sessions as Json } } },
    ],
  ])('reports nothing where %s', (_, example) => {
    expect(findingsIn(example, check)).toEqual([]);
  });
});
