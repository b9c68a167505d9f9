import type { Resource } from '../../../src/graph/model/resource.js';

/** The module of `aws-cdk-lib` that declares a family of databases, as its import is usually named. */
export type DatabaseModule = 'rds' | 'docdb' | 'neptune';

const MODULES: ReadonlyMap<string, DatabaseModule> = new Map([
  ['AWS::DocDB', 'docdb'],
  ['AWS::Neptune', 'neptune'],
]);

/** The module whose constructs a fix of this cluster, instance or global cluster has to name. */
export function moduleOf({ type }: Resource): DatabaseModule {
  return MODULES.get(type.slice(0, type.lastIndexOf('::'))) ?? 'rds';
}
