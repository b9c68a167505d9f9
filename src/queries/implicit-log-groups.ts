import { IMPLICIT_LOG_GROUPS, type ImplicitLogGroup } from '../facts/implicit-log-groups.js';
import type { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import { stepsOf } from './steps-of.js';

/** The resources for which a service creates the log group of this name, each with the row that says so. */
export function* creatorsOf(name: Property): Generator<{ readonly row: ImplicitLogGroup; readonly creator: Resource }> {
  for (const row of IMPLICIT_LOG_GROUPS) {
    const creator = creatorOf(name, row);
    if (creator !== undefined && isCreatedBy(row, creator)) yield { row, creator };
  }
}

/** The resource that the name of a log group stands for: `/aws/lambda/poller`, `/aws/lambda/${Poller}`. */
function creatorOf(at: Property, { type, prefix, suffix = '' }: ImplicitLogGroup): Resource | undefined {
  const [first, second, last = '', ...more] = at.parts ?? [];
  if (typeof first !== 'string' || !first.startsWith(prefix)) return undefined;
  if (second === undefined) {
    const [, name] = new RegExp(`^([^/]+)${suffix}$`).exec(first.slice(prefix.length)) ?? [];
    return name === undefined ? undefined : at.resource.graph.names.find(name, [type], at.resource.stack.environment);
  }
  const isWhole = first === prefix && more.length === 0 && typeof last === 'string' && new RegExp(`^${suffix}$`).test(last);
  return isWhole && typeof second === 'object' && second.kind === 'reference' && second.resource.type === type
    ? second.resource
    : undefined;
}

/** Whether the service logs there: it is not told of another log group, and logs at all. */
export function isCreatedBy({ unless, when }: ImplicitLogGroup, creator: Resource): boolean {
  const isThere = (path: string) => !creator.property(...stepsOf(path)).isAbsent;
  return creator.existence === 'certain' && (unless === undefined || !isThere(unless)) && (when === undefined || isThere(when));
}
