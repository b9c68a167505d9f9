import { describe, expect, it } from 'vitest';
import contentBlocks from '../../../checks/deletion/content-blocks-delete.js';
import leftovers from '../../../checks/deletion/temporary-stack-leftovers.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import type { Example, ExampleStack } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const table = (DeletionPolicy: string): JsonObject => ({ Type: 'AWS::DynamoDB::Table', DeletionPolicy, Properties: {} });
const app = (id: string, resources: JsonObject, more: ExampleStack = {}): Example => ({
  [id]: { region: 'us-east-1', resources, ...more },
});
const NO_CONFIG = {};

describe('deletion/temporary-stack-leftovers', () => {
  it('says once what stays, and why it should not', () => {
    expect(findingsIn(app('Shop-pr-123', { A: table('Retain'), B: table('Retain') }), leftovers, NO_CONFIG)).toEqual([
      {
        severity: 'warning',
        checkId: 'deletion/temporary-stack-leftovers',
        stack: 'Shop-pr-123',
        logicalId: 'A',
        propertyPath: 'DeletionPolicy',
        message: `Table A and 1 more are retained when the stack Shop-pr-123 is deleted, although the stack name contains "pr-123".`,
        related: [{ stack: 'Shop-pr-123', logicalId: 'B', propertyPath: 'DeletionPolicy', message: 'Table B is retained as well.' }],
      },
    ]);
  });

  it.each<[string, Example, string]>([
    ['a word in camel case', app('ShopTestStack', { A: table('Retain') }), 'the stack name contains "test"'],
    ['a tag', app('Shop', { A: table('Retain') }, { tags: { Environment: 'dev' } }), 'the stack tag Environment is "dev"'],
    [
      'what becomes of the siblings',
      app('Shop', { A: table('Retain'), B: table('Delete'), C: table('Delete'), D: table('Delete') }),
      '3 of its 4 data stores are deleted with it',
    ],
  ])('reads %s', (_, example, reason) => {
    expect(findingsIn(example, leftovers, NO_CONFIG)).toMatchObject([{ message: expect.stringContaining(reason) }]);
  });

  it.each<[string, Example]>([
    ['a stack of which nothing reports it', app('Shop', { A: table('Retain') })],
    ['production', app('Shop-prod', { A: table('Retain') }, { tags: { Stage: 'test' } })],
    ['words that only contain one', app('DevOpsLatestContest', { A: table('Retain') })],
    ['a stack with termination protection', app('Shop-dev', { A: table('Retain') }, { terminationProtection: true })],
    ['what holds no data', app('Shop-dev', { A: { Type: 'AWS::Logs::LogGroup', DeletionPolicy: 'Retain' } })],
    ['as many that stay as go', app('Shop', { A: table('Retain'), B: table('Retain'), C: table('Delete'), D: table('Delete') })],
  ])('ignores %s', (_, example) => {
    expect(findingsIn(example, leftovers, NO_CONFIG)).toEqual([]);
  });

  it.each(['retained', 'destroyable'] as const)('leaves a stack that the configuration calls %s to other checks', (kind) => {
    expect(findingsIn(app('Shop-dev', { A: table('Retain') }), leftovers, { deletion: { [kind]: ['Shop*'] } })).toEqual([]);
  });
});

it('reports stacks that are made alike once', () => {
  const both = {
    ...app('Shop-dev', { A: table('Retain') }),
    ...app('Portal-dev', { A: table('Retain') }),
    ...app('Api-test', { A: table('Retain') }),
  };
  expect(findingsIn(both, leftovers, NO_CONFIG).map(({ message }) => message)).toEqual([
    'Table A and 1 more are retained when the stacks Shop-dev and 1 more are deleted, although the stack name contains "dev".',
    'Table A is retained when the stack Api-test is deleted, although the stack name contains "test".',
  ]);
});

describe('deletion/content-blocks-delete', () => {
  const upload = { Type: 'Custom::CDKBucketDeployment', Properties: { DestinationBucketName: { Ref: 'Pages' } } };
  const bucket = (more: JsonObject): JsonObject => ({ Type: 'AWS::S3::Bucket', ...more });

  it('says what is in the way', () => {
    expect(findingsIn(contentBlocks.docs.bad, contentBlocks, NO_CONFIG)).toEqual([
      {
        severity: 'warning',
        checkId: 'deletion/content-blocks-delete',
        stack: 'Site',
        logicalId: 'Pages',
        message:
          'Bucket Pages is to be deleted with the stack Site (DeletionPolicy is Delete), but files are uploaded to it: the deletion fails with "The bucket you tried to delete is not empty".',
      },
    ]);
  });

  it.each<[string, Example]>([
    ['a bucket that stays', app('Site', { Pages: bucket({ DeletionPolicy: 'Retain' }), Upload: upload })],
    ['a bucket that only may be filled', app('Site', { Pages: bucket({ DeletionPolicy: 'Delete' }) })],
    ['a bucket of which nothing says that it goes', app('Site', { Pages: bucket({}), Upload: upload })],
  ])('ignores %s', (_, example) => {
    expect(findingsIn(example, contentBlocks, NO_CONFIG)).toEqual([]);
  });

  it('reports it in a temporary stack', () => {
    expect(findingsIn(app('Site-preview', { Pages: bucket({}), Upload: upload }), contentBlocks, NO_CONFIG)).toHaveLength(1);
  });
});
