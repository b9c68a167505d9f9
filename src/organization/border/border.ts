import { createHash, createHmac } from 'node:crypto';
import type { Stack } from '../../assembly/model.js';
import { below, constructPathOf, outsideResources, type PlaceParts } from '../../finding/place.js';
import type { Finding, Source } from '../../finding/report.js';
import type { OutputPlace, StackPlace } from '../../graph/model/link.js';
import { Resource } from '../../graph/model/resource.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import { NO_ASSUMPTIONS } from '../../graph/model/scope.js';
import { TemplatePart } from '../../graph/model/template-part.js';
import { identityOf } from '../../graph/model/value.js';
import { groupBy } from '../../group-by.js';
import { type Row, SCHEMA_VERSION, type Tables } from '../schema.js';
import { type Definition, definitionsIn, isStateful } from './definitions.js';
import type { Key } from './keys.js';
import { type Reference, referencesIn } from './references.js';

/** What an index says of its application besides what is in the assemblies. */
export interface About {
  readonly application: string;
  readonly commit?: string | undefined;
  /** In milliseconds. */
  readonly synthesizedAt?: number | undefined;
  readonly repository?: string | undefined;
  readonly owner?: string | undefined;
  /** Names and accounts become hashes with it, which are equal for equal names. */
  readonly redact?: boolean | undefined;
  readonly salt?: string | undefined;
}

export interface Content {
  readonly graph: ResourceGraph;
  readonly findings: readonly Finding[];
  sourceOf(place: PlaceParts): Source;
}

/** What crosses the border of an application: the rows of its index, in the order of its templates. */
export function borderOf(content: Content, about: About): Tables {
  return new Border(content, about).tables();
}

class Border {
  readonly #content: Content;
  readonly #about: About;

  constructor(content: Content, about: About) {
    this.#content = content;
    this.#about = about;
  }

  tables(): Tables {
    const { graph, findings } = this.#content;
    const definitions = definitionsIn(graph);
    return {
      stacks: graph.stacks.map((stack) => this.#stack(stack)),
      definitions: definitions.map((definition) => this.#definition(definition)),
      references: [...crossing(referencesIn(graph), definitions)].map((reference) => this.#reference(reference)),
      findings: findings.map((finding) => this.#finding(finding)),
    };
  }

  #stack(stack: Stack): Row<'stacks'> {
    const { synthesizedAt, repository, owner } = this.#about;
    return {
      ...this.#origin(pathOf(stack)),
      ...this.#environment(stack),
      synthesized_at: synthesizedAt ?? null,
      repository: repository ?? null,
      owner: owner ?? null,
      schema_version: SCHEMA_VERSION,
      artifact: stack.assembly.path,
      nested_in: stack.parent === undefined ? null : pathOf(stack.parent.stack),
      resources: [...this.#content.graph.resourcesOf(stack)].length,
    };
  }

  #definition(definition: Definition): Row<'definitions'> {
    const { key, scope, isExclusive, from } = definition;
    const { region = from.stack.environment.region } = definition;
    const place = {
      ...this.#origin(pathOf(from.stack)),
      ...this.#environment(from.stack),
      region: region ?? null,
      ...this.#key(key),
    };
    return {
      ...place,
      scope,
      exclusive: isExclusive,
      ...subjectOf(from),
      ...this.#source(partsOf(from, [])),
      stateful: isStateful(definition),
      value_hash: this.#valueHash(definition),
      fingerprint: fingerprint('definition', place, subjectOf(from)),
    };
  }

  #reference({ key, account, region, from, path, strength, isCertain }: Reference): Row<'references'> {
    const place = {
      ...this.#origin(pathOf(from.stack)),
      ...this.#environment(from.stack),
      ...this.#key(key),
      target_account: this.#hidden(account),
      target_region: region ?? null,
    };
    const property = (path[0] === 'Properties' ? path.slice(1) : path).join('.');
    return {
      ...place,
      ...subjectOf(from),
      property,
      ...this.#source(partsOf(from, path)),
      strength,
      certain: isCertain,
      fingerprint: fingerprint('reference', place, { ...subjectOf(from), property }),
    };
  }

  #finding({ checkId, severity, stack, resource, source, fingerprint }: Finding): Row<'findings'> {
    const found = this.#stacks.get(`${stack.assembly}\n${stack.id}`)?.[0];
    return {
      ...this.#origin(found === undefined ? stack.id : pathOf(found)),
      check_id: checkId,
      severity,
      resource_type: resource?.type ?? null,
      logical_id: resource?.logicalId ?? null,
      construct: resource?.constructPath ?? null,
      file: source?.file ?? null,
      line: source?.line ?? null,
      fingerprint,
    };
  }

  get #stacks(): ReadonlyMap<string, readonly Stack[]> {
    return this.#content.graph.memo(stacksById);
  }

  #origin(stack: string) {
    return { application: this.#about.application, commit: this.#about.commit ?? null, stack };
  }

  #environment({ name, environment: { account, region } }: Stack) {
    return { stack_name: this.#hidden(name), account: this.#hidden(account), region: region ?? null };
  }

  #key({ kind, type, name }: Key): Key {
    return { kind, type, name: this.#about.redact ? this.#hash(JSON.stringify([kind, type, name])) : name };
  }

  #hidden(text: string | undefined): string | null {
    return text === undefined ? null : this.#about.redact ? this.#hash(text) : text;
  }

  #hash(text: string): string {
    const { salt = '' } = this.#about;
    return createHmac('sha256', salt).update(text).digest('hex').slice(0, 32);
  }

  #source(place: PlaceParts) {
    const source = this.#content.sourceOf(place);
    return { construct: constructPathOf(place) ?? null, file: source?.file ?? null, line: source?.line ?? null };
  }

  /** Without a salt what is written out could be guessed. */
  #valueHash({ value, from }: Definition): string | null {
    if (value === undefined) return null;
    const { salt } = this.#about;
    if (salt === undefined && typeof value !== 'object') return null;
    const evaluated = this.#content.graph.evaluator.evaluate(value, { stack: from.stack, assumptions: NO_ASSUMPTIONS });
    if (salt === undefined && evaluated.kind === 'literal') return null;
    const text = identityOf(evaluated) ?? JSON.stringify(value);
    return salt === undefined ? sha256(text) : this.#hash(text);
  }
}

function stacksById({ stacks }: ResourceGraph): ReadonlyMap<string, readonly Stack[]> {
  return groupBy(stacks, ({ assembly, id }) => `${assembly.path}\n${id}`);
}

/** As the CDK's command line calls it; a nested stack below its parent. */
function pathOf({ parent, displayName }: Stack): string {
  return parent === undefined ? displayName : `${pathOf(parent.stack)}/${parent.logicalId}`;
}

function partsOf(from: Resource | OutputPlace | StackPlace, path: Reference['path']): PlaceParts {
  if (from instanceof Resource) return below(from.base, path);
  if (from.kind === 'output') return outsideResources(TemplatePart.output(from.stack, from.output, path));
  return { stack: from.stack, resource: undefined, templatePath: [], propertyPath: [] };
}

function subjectOf(from: Resource | OutputPlace | StackPlace): {
  readonly resource_type: string | null;
  readonly logical_id: string | null;
} {
  if (from instanceof Resource) return { resource_type: from.type, logical_id: from.logicalId };
  return { resource_type: null, logical_id: from.kind === 'output' ? from.output : null };
}

function fingerprint(what: string, place: object, subject: object): string {
  // The same in every commit.
  return sha256(JSON.stringify([what, { ...place, commit: null }, subject]));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** What the application does not define itself: each name once for each resource. */
function* crossing(references: Iterable<Reference>, definitions: readonly Definition[]): Generator<Reference> {
  const own = groupBy(definitions, ({ key }) => keyText(key));
  const seen = new Set<string>();
  for (const reference of references) {
    const key = keyText(reference.key);
    if (own.get(key)?.some((definition) => mayMean(reference, definition)) === true) continue;
    const { from, account, region } = reference;
    const id = from instanceof Resource ? from.id : `${from.stack.id} ${from.kind === 'output' ? from.output : ''}`;
    const place = [id, key, account, region].join('\n');
    if (seen.has(place)) continue;
    seen.add(place);
    yield reference;
  }
}

function keyText({ kind, type, name }: Key): string {
  return [kind, type, name].join('\n');
}

function mayMean({ account, region }: Reference, { scope, from, region: own = from.stack.environment.region }: Definition): boolean {
  const isSame = (one: string | undefined, other: string | undefined): boolean => one === undefined || other === undefined || one === other;
  if (scope === 'global') return true;
  return isSame(account, from.stack.environment.account) && (scope === 'account' || isSame(region, own));
}
