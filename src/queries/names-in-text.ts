import { NAMES_IN_TEXT, type NameInText, namesOfText } from '../facts/names-in-text.js';
import { sameEnvironment } from '../graph/links/producers.js';
import type { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { rootStackOf } from '../graph/model/root-stack.js';
import { groupBy } from '../group-by.js';
import { nameTheSame } from './names-same.js';
import { placesAt } from './region-of.js';
import { stepsOf } from './steps-of.js';

/** The texts that name a resource declared here and nothing else does, with what the service answers when that is not there. */
export function namesInText(graph: ResourceGraph) {
  return NAMES_IN_TEXT.flatMap((row) => {
    const users = graph.resourcesOfType(row.type);
    const targets = users.length === 0 ? [] : graph.resourcesOfType(row.target);
    if (targets.length === 0) return [];
    const byName = groupBy(
      targets.filter(({ existence }) => existence === 'certain'),
      (target) => target.property(...stepsOf(row.name)).text,
    );
    return users.flatMap((user) => placesAt(user, row.path).flatMap((at) => namedAt(row, at, byName)));
  });
}

function namedAt(row: NameInText, at: Property, byName: ReadonlyMap<string | undefined, readonly Resource[]>) {
  const { text, resource } = at;
  return (text === undefined ? [] : namesOfText(row, text)).flatMap((name) => {
    const named = (byName.get(name) ?? []).filter((target) => target.base !== resource.base && mayBeMeant(row, resource, target));
    const { order } = resource.graph;
    const target =
      named.find((one) => order.createdBefore(one, resource)) ??
      named.find(({ stack }) => rootStackOf(stack) === rootStackOf(resource.stack)) ??
      named[0];
    return target === undefined ? [] : [{ at, target, name, answer: row.answer }];
  });
}

function mayBeMeant({ within }: NameInText, user: Resource, target: Resource): boolean {
  const [one, other] = [user.stack.environment, target.stack.environment];
  const meets = target.type.startsWith('AWS::IAM::') ? one.account === other.account : sameEnvironment(one, other);
  return meets && (within === undefined || nameTheSame(user.property(...stepsOf(within[0])), target.property(...stepsOf(within[1]))));
}
