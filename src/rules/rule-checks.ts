import { type Check, type CheckContext, defineCheck } from '../check/check.js';
import type { Problem } from '../check/problem.js';
import type { Config } from '../config/config.js';
import { InputError } from '../diagnostic.js';
import type { GraphRule, LinkRule } from '../generated/config.js';
import type { Link } from '../graph/model/link.js';
import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { placeOfUse } from '../queries/references.js';
import { compileSelector } from './selector.js';

/** The rules of a configuration as checks: `rules/no-prod-to-dev`. Throws `InputError` when two have one name. */
export function ruleChecks({ rules = [] }: Config): readonly Check[] {
  const names = rules.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw new InputError(`\`rules\`: two rules are named \`${twice}\``);
  return rules.map(toCheck);
}

type Kind = 'forbidden' | 'required' | 'reachable';

const TITLES: Readonly<Record<Kind, string>> = {
  forbidden: 'Link that a rule of the configuration forbids',
  required: 'Resource without the link that a rule of the configuration requires',
  reachable: 'Way through the graph that a rule of the configuration forbids',
};

function toCheck(rule: GraphRule): Check {
  const kind: Kind = rule.forbidden !== undefined ? 'forbidden' : rule.required !== undefined ? 'required' : 'reachable';
  const { name, severity = 'error', reason } = rule;
  const parts = { ...compile(rule[kind] ?? EVERYTHING), why: reason === undefined ? '' : ` ${reason}` };
  return defineCheck({
    id: `rules/${name}`,
    title: TITLES[kind],
    severity,
    docs: {
      why: reason ?? 'The configuration says so.',
      fix: 'Change the link, or the rule under `rules` of the configuration.',
      sources: [],
      bad: {},
      good: {},
    },
    *graph({ graph }: CheckContext) {
      yield* PROBLEMS[kind](graph, parts);
    },
  });
}

const EVERYTHING: LinkRule = { from: {}, to: {} };

interface Parts {
  readonly isFrom: (resource: Resource) => boolean;
  readonly isTo: (resource: Resource) => boolean;
  readonly isMeant: (link: Link) => boolean;
  readonly why: string;
}

function compile({ from, to, link }: LinkRule): Omit<Parts, 'why'> {
  const kinds = link === undefined ? undefined : new Set<string>([link].flat());
  return {
    isFrom: compileSelector(from),
    isTo: compileSelector(to),
    // What a resource waits for is no use of it, unless a rule asks for it.
    isMeant: ({ kind }) => (kinds === undefined ? kind !== 'depends-on' : kinds.has(kind)),
  };
}

const PROBLEMS: Readonly<Record<Kind, (graph: ResourceGraph, parts: Parts) => Iterable<Problem>>> = { forbidden, required, reachable };

function* forbidden(graph: ResourceGraph, { isFrom, isTo, isMeant, why }: Parts): Generator<Problem> {
  for (const resource of graph.resources()) {
    if (!isFrom(resource)) continue;
    for (const link of graph.linksFrom(resource)) {
      if (!isMeant(link) || !isTo(link.to)) continue;
      yield {
        at: placeOfUse(link),
        message: `${resource.displayName} of ${resource.stack.displayName} uses ${link.to.displayName} of ${link.to.stack.displayName}.${why}`,
        related: [{ at: link.to, message: 'This is used.' }],
      };
    }
  }
}

function* required(graph: ResourceGraph, { isFrom, isTo, isMeant, why }: Parts): Generator<Problem> {
  // What leads nowhere may lead to what is required.
  const open = new Set(graph.unresolved.map(({ from }) => from));
  for (const resource of graph.resources()) {
    if (resource.existence !== 'certain' || open.has(resource) || !isFrom(resource)) continue;
    if (graph.linksFrom(resource).some((link) => isMeant(link) && isTo(link.to))) continue;
    yield { at: resource, message: `${resource.displayName} of ${resource.stack.displayName} uses nothing that the rule requires.${why}` };
  }
}

/** From the ends backwards, so that each link is looked at once. */
function* reachable(graph: ResourceGraph, { isFrom, isTo, isMeant, why }: Parts): Generator<Problem> {
  const next = new Map<Resource, Link | undefined>();
  const waiting: Resource[] = [];
  for (const resource of graph.resources()) {
    if (!isTo(resource)) continue;
    next.set(resource, undefined);
    waiting.push(resource);
  }
  for (let index = 0; index < waiting.length; index++) {
    for (const link of graph.linksTo(waiting[index] as Resource)) {
      if (!isMeant(link) || next.has(link.from)) continue;
      next.set(link.from, link);
      waiting.push(link.from);
    }
  }
  for (const [resource, link] of next) {
    if (link === undefined || !isFrom(resource)) continue;
    const path = pathFrom(resource, next);
    yield {
      at: placeOfUse(link),
      message: `${resource.displayName} of ${resource.stack.displayName} reaches ${path.at(-1)?.displayName}: ${path.map(({ displayName }) => displayName).join(' → ')}.${why}`,
      related: path.slice(1).map((at) => ({ at, message: 'On the way.' })),
    };
  }
}

function pathFrom(resource: Resource, next: ReadonlyMap<Resource, Link | undefined>): readonly Resource[] {
  const path = [resource];
  for (let link = next.get(resource); link !== undefined; link = next.get(link.to)) path.push(link.to);
  return path;
}
