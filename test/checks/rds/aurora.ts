import type { Example, ExampleStack } from '../../../src/check/example.js';

export const LOGIN = { MasterUsername: 'orders', MasterUserPassword: '{{resolve:secretsmanager:orders:SecretString:password}}' };

export function cluster(properties: object = {}, attributes: object = {}) {
  return { Type: 'AWS::RDS::DBCluster', Properties: { Engine: 'aurora-mysql', ...properties }, ...attributes };
}

export function globalCluster(properties: object = {}, attributes: object = {}) {
  return { Type: 'AWS::RDS::GlobalCluster', Properties: { GlobalClusterIdentifier: 'orders', ...properties }, ...attributes };
}

interface Parts {
  readonly primary?: object;
  readonly global?: object;
  readonly secondary?: object;
  readonly primaryStack?: Partial<ExampleStack>;
  readonly secondaryStack?: Partial<ExampleStack>;
}

/** A global database over two stacks: the primary is the source of the global cluster, the secondary joins by name. */
export function aurora({ primary, global, secondary, primaryStack, secondaryStack }: Parts = {}): Example {
  return {
    Primary: {
      region: 'us-east-1',
      resources: {
        Cluster: cluster({ ...LOGIN, ...primary }),
        Global: globalCluster({ SourceDBClusterIdentifier: { Ref: 'Cluster' }, ...global }),
      },
      ...primaryStack,
    },
    Secondary: {
      region: 'us-west-2',
      dependencies: ['Primary'],
      resources: { Cluster: cluster({ GlobalClusterIdentifier: 'orders', ...secondary }) },
      ...secondaryStack,
    },
  };
}

/** The same with an empty global cluster, which the first cluster starts. */
export function emptyFirst({ primary, global, secondary, primaryStack, secondaryStack }: Parts = {}): Example {
  return {
    Primary: {
      region: 'us-east-1',
      resources: {
        Global: globalCluster({ Engine: 'aurora-mysql', ...global }),
        Cluster: cluster({ ...LOGIN, GlobalClusterIdentifier: { Ref: 'Global' }, ...primary }),
      },
      ...primaryStack,
    },
    Secondary: {
      region: 'us-west-2',
      dependencies: ['Primary'],
      resources: { Cluster: cluster({ GlobalClusterIdentifier: 'orders', ...secondary }) },
      ...secondaryStack,
    },
  };
}
