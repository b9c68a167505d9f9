import { expect, it } from 'vitest';
import { globalManagedPassword as check } from '../../../checks/rds/global-cluster-members.js';
import { findingsIn } from '../../support/findings-in.js';
import { aurora } from './aurora.js';

it('reports the primary of a global database', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchObject([
    { severity: 'warning', stack: 'Primary', logicalId: 'Cluster', propertyPath: 'ManageMasterUserPassword' },
  ]);
});

it('ignores a password of its own, and clusters of no global database', () => {
  expect(findingsIn(aurora(), check)).toEqual([]);
  const cluster = { Type: 'AWS::RDS::DBCluster', Properties: { Engine: 'aurora-mysql', ManageMasterUserPassword: true } };
  expect(findingsIn({ Data: { region: 'us-east-1', resources: { Cluster: cluster } } }, check)).toEqual([]);
});
