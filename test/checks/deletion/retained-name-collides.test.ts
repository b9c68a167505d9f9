import { expect, it } from 'vitest';
import check from '../../../checks/deletion/retained-name-collides.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { fixesIn } from '../../support/fixes-in.js';

const inStack = (id: string, resource: JsonObject) => ({ [id]: { region: 'us-east-1', resources: { Thing: resource } } });
const bucket = (DeletionPolicy: string, BucketName: JsonObject | string) => ({
  Type: 'AWS::S3::Bucket',
  DeletionPolicy,
  Properties: { BucketName },
});

it('says when the name is taken', () => {
  expect(findingsIn(inStack('Billing', bucket('Retain', { 'Fn::Sub': 'invoices-${AWS::Region}' })), check)).toEqual([
    {
      severity: 'info',
      checkId: 'deletion/retained-name-collides',
      stack: 'Billing',
      logicalId: 'Thing',
      propertyPath: 'BucketName',
      message:
        'Bucket invoices-us-east-1 is retained under a fixed name: when Billing is deployed again after it was destroyed, or after a first deployment that failed, the name is taken ("already exists").',
    },
  ]);
});

it('reports the names of one stack once', () => {
  const resources = { First: bucket('Retain', 'invoices'), Second: bucket('Retain', 'receipts') };
  expect(findingsIn({ Billing: { region: 'us-east-1', resources } }, check)).toMatchObject([
    {
      logicalId: 'First',
      message: expect.stringMatching(/ One more place has the same cause\.$/),
      related: [{ logicalId: 'Second', message: 'Bucket receipts is retained under a fixed name.' }],
    },
  ]);
});

it.each<[string, string, string, RegExp]>([
  ['AWS::S3::Bucket', 'BucketName', 'invoices', /no `bucketName`/],
  ['AWS::Scheduler::ScheduleGroup', 'Name', 'nightly', /no `scheduleGroupName`/],
  ['AWS::Backup::BackupVault', 'BackupVaultName', 'orders', /no `backupVaultName`/],
  ['AWS::RDS::DBCluster', 'DBClusterIdentifier', 'orders', /no `clusterIdentifier`/],
  ['AWS::Glue::Crawler', 'Name', 'orders', /no `name`/],
  ['AWS::Backup::BackupVault', 'BackupVaultName', 'BillingVault7542786C', /^The CDK derives this name from the path/],
])('the fix for %s with %s %s', (Type, property, name, fix) => {
  expect(fixesIn(inStack('Billing', { Type, DeletionPolicy: 'Retain', Properties: { [property]: name } }), check)).toEqual([
    expect.stringMatching(fix),
  ]);
});

it('does not speak of a failed first deployment when that deletes it', () => {
  const [finding] = findingsIn(inStack('Billing', bucket('RetainExceptOnCreate', 'invoices')), check);
  expect(finding?.message).toBe(
    'Bucket invoices is retained under a fixed name: when Billing is deployed again after it was destroyed, the name is taken ("already exists").',
  );
});

it.each<[string, string, JsonObject]>([
  ['deleted', 'Billing', bucket('Delete', 'invoices')],
  ['a name that is not known', 'Billing', bucket('Retain', { Ref: 'Name' })],
  ['no name', 'Billing', bucket('Retain', { Ref: 'AWS::NoValue' })],
  [
    'a name that need not be unique',
    'Billing',
    { Type: 'AWS::Cognito::UserPool', DeletionPolicy: 'Retain', Properties: { UserPoolName: 'users' } },
  ],
  ['declared retained', 'Billing-prod', bucket('Retain', 'invoices')],
  ['probably temporary, of which another check reports', 'Billing-dev', bucket('Retain', 'invoices')],
  ['declared destroyable, of which another check reports', 'Billing-test', bucket('Retain', 'invoices')],
])('reports nothing: %s', (_, id, resource) => {
  expect(findingsIn(inStack(id, resource), check)).toEqual([]);
});
