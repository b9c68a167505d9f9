import { expect, it } from 'vitest';
import check from '../../../checks/deletion/destroy-order.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { DELETION_USES } from '../../../src/facts/deletion-uses.js';
import { findingsIn } from '../../support/findings-in.js';
import { propertiesWith } from '../../support/put.js';

const LISTS = /(Groups|GroupIds|Subnets|SubnetIds|Roles|Arns)$/;

const global = (DeletionPolicy: string, more: JsonObject = {}) => ({
  Type: 'AWS::RDS::GlobalCluster',
  DeletionPolicy,
  Properties: { GlobalClusterIdentifier: 'Ledger', ...more },
});
const member = (DeletionPolicy: string, properties: JsonObject = {}) => ({
  Type: 'AWS::RDS::DBCluster',
  DeletionPolicy,
  Properties: { GlobalClusterIdentifier: 'ledger', ...properties },
});
const regions = (globalCluster: JsonObject, primary: JsonObject, secondary: JsonObject, secondaryId = 'Standby'): Example => ({
  Primary: { region: 'us-east-1', resources: { Global: globalCluster, Member: { ...primary, DependsOn: 'Global' } } },
  [secondaryId]: { region: 'us-west-2', dependencies: ['Primary'], resources: { Member: secondary } },
});

it('reports a member that stays behind in a global cluster that goes', () => {
  expect(findingsIn(regions(global('Delete'), member('Delete', { MasterUsername: 'admin' }), member('Retain')), check)).toEqual([
    {
      severity: 'warning',
      checkId: 'deletion/destroy-order',
      stack: 'Standby',
      logicalId: 'Member',
      propertyPath: 'DeletionPolicy',
      message:
        'DBCluster Member is retained, and GlobalCluster Ledger of the stack Primary cannot be deleted while it exists: its deletion fails ("Global Cluster is not empty").',
      related: [
        { stack: 'Primary', logicalId: 'Global', message: 'This cannot be deleted.' },
        { stack: 'Primary', logicalId: 'Member', message: 'This cannot be deleted.' },
      ],
    },
  ]);
});

it.each<[string, Example]>([
  ['all retained', regions(global('Retain'), member('Retain'), member('Retain'))],
  ['all deleted', regions(global('Delete'), member('Delete'), member('Delete'))],
  ['protected: of that another check reports', regions(global('Delete', { DeletionProtection: true }), member('Retain'), member('Retain'))],
  ['declared destroyable: of that another check reports', regions(global('Delete'), member('Delete'), member('Retain'), 'Standby-test')],
])('reports nothing: %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});

const network = (policy: string, database: JsonObject): Example => ({
  Data: {
    region: 'us-east-1',
    resources: {
      Subnet: { Type: 'AWS::EC2::Subnet', DeletionPolicy: policy, Properties: {} },
      Group: { Type: 'AWS::RDS::DBSubnetGroup', DeletionPolicy: 'Retain', Properties: { SubnetIds: [{ Ref: 'Subnet' }] } },
      Database: database,
    },
  },
});
const instance = { Type: 'AWS::RDS::DBInstance', DeletionPolicy: 'Retain', Properties: { DBSubnetGroupName: { Ref: 'Group' } } };
const search = {
  Type: 'AWS::OpenSearchService::Domain',
  DeletionPolicy: 'Retain',
  Properties: { VPCOptions: { SubnetIds: [{ Ref: 'Subnet' }] } },
};

it.each([instance, search])('reports what stays in a subnet that goes', (database) => {
  expect(findingsIn(network('Delete', database), check)).toMatchObject([
    { severity: 'info', logicalId: 'Database', propertyPath: 'DeletionPolicy', related: [{ logicalId: 'Subnet' }] },
  ]);
  expect(findingsIn(network('Retain', database), check)).toEqual([]);
  expect(findingsIn(network('Delete', { ...database, DeletionPolicy: 'Delete' }), check)).toEqual([]);
});

it('reports an instance that stays in a cluster that goes', () => {
  const resources = {
    Cluster: { Type: 'AWS::RDS::DBCluster', Properties: {} },
    Instance: { Type: 'AWS::RDS::DBInstance', DeletionPolicy: 'Retain', Properties: { DBClusterIdentifier: { Ref: 'Cluster' } } },
  };
  expect(findingsIn({ Data: { resources } }, check)).toMatchObject([{ logicalId: 'Instance', related: [{ logicalId: 'Cluster' }] }]);
});

it.each([...DELETION_USES.values()].flat().map((row) => [row.type, row.path, row.used, row] as const))(
  'facts/deletion-uses: %s %s',
  (type, path, used, { answer }) => {
    const usedBy = (policy: string, value: JsonObject): Example => ({
      Data: {
        region: 'us-east-1',
        resources: {
          Used: { Type: used, DeletionPolicy: 'Delete', Properties: {} },
          User: { Type: type, DeletionPolicy: policy, Properties: propertiesWith([path, LISTS.test(path) ? [value] : value]) },
        },
      },
    });
    const [finding, ...others] = findingsIn(usedBy('Retain', { Ref: 'Used' }), check);
    expect(others).toEqual([]);
    expect([finding?.logicalId, finding?.message?.includes(answer)]).toEqual(['User', true]);
    expect(findingsIn(usedBy('Delete', { Ref: 'Used' }), check)).toEqual([]);
    expect(findingsIn(usedBy('Retain', { Ref: 'Another' }), check)).toEqual([]);
  },
);
