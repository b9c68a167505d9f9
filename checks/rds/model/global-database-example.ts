import { resource, stack, stackAfter } from '../../../src/check/example-parts.js';
export const LOGIN = { MasterUsername: 'orders', MasterUserPassword: '{{resolve:secretsmanager:orders:SecretString:password}}' };

/** A cluster of a global database named `orders`, or one that starts a database. */
export function cluster(properties: object) {
  return resource('AWS::RDS::DBCluster', { Engine: 'aurora-mysql', ...properties });
}

/** What the secondary cluster has when nothing is wrong with it. */
const MEMBER = { GlobalClusterIdentifier: 'orders' };

/** The stack of a primary cluster with the global cluster that is made from it. */
export function primaryStack(properties: object = LOGIN) {
  const source = { GlobalClusterIdentifier: 'orders', SourceDBClusterIdentifier: { Ref: 'Cluster' } };
  return stack('us-east-1', { Cluster: cluster(properties), Global: resource('AWS::RDS::GlobalCluster', source) });
}

/** The stack of a secondary cluster. */
export function secondaryStack(properties: object = MEMBER, region = 'us-west-2') {
  return stackAfter('Primary', region, { Cluster: cluster(properties) });
}

/** Both, for the documentation of checks. */
export function globalDatabase({ primary = LOGIN, secondary = {} }: { readonly primary?: object; readonly secondary?: object } = {}) {
  return { Primary: primaryStack(primary), Secondary: secondaryStack({ ...MEMBER, ...secondary }) };
}
