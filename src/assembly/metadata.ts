import type { Json } from './json-value.js';

/** One entry that the CDK wrote about a construct. */
export interface MetadataEntry {
  /** `aws:cdk:logicalId`, `aws:cdk:warning`, `aws:cdk:creationStack`, … */
  readonly type: string;
  readonly data: Json | undefined;
  /** Frames as the CDK wrote them, undefined when the entry has none. */
  readonly trace: readonly string[] | undefined;
}

/** Types of entries that most assemblies have none of, looked for before the entries are read. */
export const MENTIONED_TYPES = [
  'aws:cdk:stack-tags',
  'aws:cdk:asset',
  'aws:cdk:acknowledged-rules',
  'aws:cdk:info',
  'aws:cdk:warning',
  'aws:cdk:error',
] as const;
export type MentionedType = (typeof MENTIONED_TYPES)[number];

/** What an assembly says of the constructs of one stack. Nested stacks have a view of their own on their parent's entries. */
export interface ConstructMetadata {
  /** Path of the construct (`Payments/Table/Resource`, no leading slash) that a logical id stands for. */
  pathOf(logicalId: string): string | undefined;
  /**
   * All entries, by construct path without leading slash. A stack and the stacks nested in it share one map, since paths are
   * unique and an entry concerns everything below its path: to visit each entry once, ask the stacks without a parent.
   */
  entries(): ReadonlyMap<string, readonly MetadataEntry[]>;
  /** Whether there may be entries of this type. Cheaper than `entries()`: the text is searched, not parsed. */
  mentions(type: MentionedType): boolean;
}
