/** How much of the last data is lost with a region, as far as AWS documents it. */
export type RecoveryPoint =
  /** By design nothing: a write is acknowledged when another region has it. */
  | { readonly class: 'zero' }
  /** AWS states a limit, or the template sets one. */
  | { readonly class: 'bound'; readonly seconds: number; readonly condition: string }
  /** AWS states what is usual, and promises nothing. */
  | { readonly class: 'typical'; readonly seconds: number }
  /** Copies are made at times that the template says: at the worst, everything since the last one is lost. `seconds` is the longest time between two. */
  | { readonly class: 'schedule'; readonly seconds: number }
  /** The same content is deployed to each region. */
  | { readonly class: 'deployed' }
  /** It is replicated, and no figure is documented. */
  | { readonly class: 'undocumented' };

/** What has to be done so that the standby region can write. */
export type AtFailover =
  /** Nothing: each region reads and writes. */
  | 'none'
  /** The application has to use another name. */
  | 'route'
  /** A call promotes the copy. */
  | 'promote'
  /** The copy is detached by hand and promoted. */
  | 'detach'
  /** The replication is deleted, so that the copy becomes writable. */
  | 'delete-replication'
  /** A new resource is made from a backup. */
  | 'restore';

/** What CloudWatch shows of a replication. */
export interface LagMetric {
  readonly namespace: string;
  /** Any of them. */
  readonly names: readonly string[];
  /** Where it is published. */
  readonly publishedIn: 'primary' | 'standby' | 'either';
}

/** A way by which data reaches another region. */
export interface ReplicationWay {
  /** As a report calls it. */
  readonly name: string;
  readonly recoveryPoint: RecoveryPoint;
  readonly atFailover: AtFailover;
  /** What AWS documents, in short. */
  readonly states: string;
  readonly lag?: LagMetric;
  readonly source: string;
}
