import { z } from 'zod';
import { InputError } from '../diagnostic.js';
import { formatPath } from '../finding/format-path.js';
import { linkClassOf } from '../graph/kinds/kinds.js';
import type { Link } from '../graph/model/link.js';
import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { resourcesNamed } from '../queries/resources-named.js';
import { kindName } from '../report/graph/words.js';
import type { Session } from './session.js';

/** A resource, as answers name it. */
export const PLACE = {
  resource: z.string().describe('Construct path; without one the logical id after the stack'),
  type: z.string(),
  stack: z.string(),
  region: z.string().nullable(),
  source: z.string().nullable().describe('file:line of the app that makes it'),
};
type Place = z.output<z.ZodObject<typeof PLACE>>;

/** How one resource refers to another. */
export const LINK = {
  property: z.string(),
  kind: z.string(),
  certainty: z.enum(['exact', 'inferred', 'opaque']).describe('inferred: two names are equal; opaque: only a custom resource knows'),
};

export const assemblies = z
  .array(z.string())
  .min(1)
  .max(20)
  .optional()
  .describe('Folders that cdk synth wrote, or templates, below the folder of the server; cdk.out when left out');

export const resourceName = z.string().min(1).max(1_000).describe('Construct path or its end, logical id, or physical name');

export function nameOf({ constructPath, stack, logicalId }: Resource): string {
  return constructPath?.replace(/\/(?:Resource|Default)$/, '') ?? `${stack.name}.${logicalId}`;
}

export function placeOf(resource: Resource, session: Session): Place {
  const { type, stack, region } = resource;
  return { resource: nameOf(resource), type, stack: stack.name, region: region ?? null, source: session.sourceOf(resource) };
}

export function describeLink(link: Link): z.output<z.ZodObject<typeof LINK>> {
  const path = link.path[0] === 'Properties' ? link.path.slice(1) : link.path;
  return { property: formatPath(path), kind: kindName(link.kind), certainty: linkClassOf(link) };
}

/** `Data/Bucket (AWS::S3::Bucket, us-east-1) lib/data.ts:31`. */
export function inWords({ resource, type, region, source }: Place): string {
  return `${resource} (${region === null ? type : `${type}, ${region}`})${source === null ? '' : ` ${source}`}`;
}

const MAX_CANDIDATES = 10;

/** The resources that a client means: one, or those of one construct. Throws `InputError` when there are none, or several constructs. */
export function meantBy(graph: ResourceGraph, name: string): readonly Resource[] {
  const found = resourcesNamed(graph, name);
  if (found.length === 0) throw new InputError(`no resource is named ${name}: give a construct path, a logical id or a physical name`);
  const isOneConstruct = found.every(({ constructPath }) => constructPath?.startsWith(`${name}/`));
  if (found.length > 1 && !isOneConstruct) {
    const more = found.length > MAX_CANDIDATES ? `, and ${found.length - MAX_CANDIDATES} more` : '';
    throw new InputError(`${name} may be ${found.slice(0, MAX_CANDIDATES).map(nameOf).join(', ')}${more}: give one of these`);
  }
  return found;
}
