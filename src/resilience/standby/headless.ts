import type { Contract } from '../../check/contract.js';
import type { Resource } from '../../graph/model/resource.js';
import type { StoreAssessment } from '../stores.js';
import { instancesOf } from './sizes.js';

/**
 * Secondary clusters without an instance: they hold the data, and nothing can use it before an instance is created.
 * Source: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-attach.console.headless.html
 */
export function findHeadless({ mode }: Contract, stores: readonly StoreAssessment[]): readonly Resource[] {
  if (mode === 'pilot-light' || mode === 'backup-and-restore') return [];
  const copies = stores.flatMap(({ store, reaches, notCounted }) =>
    notCounted === undefined && store.type.endsWith('::DBCluster') ? reaches.flatMap(({ way }) => way?.copy ?? []) : [],
  );
  return copies.filter((cluster) => instancesOf(cluster).length === 0);
}
