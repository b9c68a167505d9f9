import type { MetadataEntry } from '../../../src/assembly/metadata.js';
import type { Stack } from '../../../src/assembly/model.js';
import type { Severity } from '../../../src/check/problem.js';
import type { Resource } from '../../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../../src/graph/model/resource-graph.js';
import { rootStackOf } from '../../../src/graph/model/root-stack.js';

/** What the app itself annotated one of its constructs with (`Annotations.of(construct).addWarningV2(…)`). */
export interface Annotation {
  readonly severity: Severity;
  readonly constructPath: string;
  /** Without the id. */
  readonly message: string;
  /** By which `acknowledgeWarning` silences it. */
  readonly id: string | undefined;
  /** Where it was made, as the CDK wrote it. */
  readonly trace: readonly string[] | undefined;
  /** Whether it is the answer to a lookup (of a VPC, a zone, an image) that was not done. */
  readonly isLookup: boolean;
}

const TYPES = ['aws:cdk:error', 'aws:cdk:warning', 'aws:cdk:info'] as const;
const SEVERITIES: ReadonlyMap<string, Severity> = new Map([
  [TYPES[0], 'error'],
  [TYPES[1], 'warning'],
  [TYPES[2], 'info'],
]);

/** The annotations of a stack of the manifest and of those nested in it. */
export function annotationsOf(stack: Stack): readonly Annotation[] {
  const found: Annotation[] = [];
  if (!TYPES.some((type) => stack.constructs.mentions(type))) return found;
  for (const [path, entries] of stack.constructs.entries()) {
    for (const entry of entries) {
      const severity = SEVERITIES.get(entry.type);
      if (severity === undefined) continue;
      const text = readText(entry);
      const isLookup = severity === 'error' && (LOOKUP_ERROR.test(text.message) || entries.some(isLookupCode));
      found.push({ severity, constructPath: path.replace(/^\//, ''), ...text, trace: entry.trace, isLookup });
    }
  }
  return found;
}

/** https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/core/lib/context-provider.ts */
function isLookupCode({ type, data }: MetadataEntry): boolean {
  return type === 'aws:cdk:error-code' && data === 'ContextProviderError';
}

/** Of versions of the CDK that write no code. https://github.com/aws/aws-cdk/pull/3772 */
const LOOKUP_ERROR = /^Need to perform AWS calls for account /;

/** `… [ack: @aws-cdk/aws-ec2:noSubnetRouteId]` */
function readText({ data }: MetadataEntry): Pick<Annotation, 'message' | 'id'> {
  const text = typeof data === 'string' ? data : JSON.stringify(data ?? null);
  const start = text.lastIndexOf('[ack: ');
  const id = start < 0 ? undefined : /^\[ack: ([^\]]+)\]$/.exec(text.slice(start).trimEnd())?.[1];
  return { message: (id === undefined ? text : text.slice(0, start)).trim(), id };
}

/** The resource that a construct is, or that an L2 construct is made for. */
export function resourceAt(graph: ResourceGraph, stack: Stack, constructPath: string): Resource | undefined {
  const resources = graph.memo(byConstructPath).get(stack);
  return resources?.get(constructPath) ?? resources?.get(`${constructPath}/Resource`) ?? resources?.get(`${constructPath}/Default`);
}

/** Filled for a stack when it is first asked for: most have no annotations, and their construct paths are not needed. */
function byConstructPath(graph: ResourceGraph): { get(stack: Stack): ReadonlyMap<string, Resource> } {
  const known = new Map<Stack, ReadonlyMap<string, Resource>>();
  return {
    get(stack) {
      const already = known.get(stack);
      if (already !== undefined) return already;
      const parts = graph.stacks.filter((part) => rootStackOf(part) === stack);
      const resources = parts.flatMap((part) => [...graph.resourcesOf(part)]);
      const paths = new Map(resources.map((resource) => [resource.constructPath ?? resource.id, resource] as const));
      known.set(stack, paths);
      return paths;
    },
  };
}
