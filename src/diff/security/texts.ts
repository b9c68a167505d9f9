import type { Resource } from '../../graph/model/resource.js';
import { describeUnknown, partsOf, type Reference, type Unknown, type Value } from '../../graph/model/value.js';
import { canonicalOf } from '../compare/canonical.js';
import type { Matches } from '../pair/matches.js';

/** A value as `@aws-cdk/cloudformation-diff` reads it: lists, objects, and texts with tokens in them. */
export type Written = string | number | boolean | null | readonly Written[] | { readonly [key: string]: Written };

/** A resource in a text, with the attribute that is read of it. */
interface Token {
  readonly resource: Resource;
  readonly side: 'before' | 'after';
}

/** Delimiters of tokens: characters for private use, which are taken out of what the template says. */
const [OPEN, CLOSE] = ['\ue000', '\ue001'];
/** `@aws-cdk/cloudformation-diff` writes the logical id that it is given as `${id}` and `${id.Arn}`. */
const TOKEN = /(?:\$\{)?\ue000(\d+)\ue001(?:\.([A-Za-z0-9.]+))?\}?/g;
const ONLY_TOKEN = /^(?:\$\{)?\ue000(\d+)\ue001(?:\.([A-Za-z0-9.]+))?\}?$/;

/** What stands for the resource as a whole, where the whole text is one. */
const ITSELF: ReadonlySet<string | undefined> = new Set([undefined, 'Arn', 'GroupId']);

/** Texts of policies in which references are tokens, so that one resource has one name before and after, in every stack. */
export class Texts {
  readonly #matches: Matches;
  readonly #resources: Token[] = [];
  readonly #indexes = new Map<Resource, number>();
  readonly #unknowns = new Map<string, string>();
  readonly #keys = new Map<string, string>();
  #renamed: ReadonlyMap<Resource, Resource> = new Map();

  constructor(matches: Matches) {
    this.#matches = matches;
  }

  /** The same resource on the other side. */
  counterpart(resource: Resource, side: Token['side']): Resource | undefined {
    return side === 'before' ? this.#matches.partnerOf(resource) : this.#matches.originOf(resource);
  }

  /** What stands for a resource where a logical id is expected. */
  alias(resource: Resource, side: Token['side']): string {
    const partner = side === 'before' ? this.#matches.partnerOf(resource) : undefined;
    const [one, where] = partner === undefined ? [resource.base, side] : ([partner.base, 'after'] as const);
    let index = this.#indexes.get(one);
    if (index === undefined) {
      index = this.#resources.push({ resource: one, side: where }) - 1;
      this.#indexes.set(one, index);
    }
    return `${OPEN}${index}${CLOSE}`;
  }

  /** Undefined for what is absent. */
  write(value: Value, side: Token['side'], from: Resource): Written | undefined {
    switch (value.kind) {
      case 'absent':
        return undefined;
      case 'literal':
        return typeof value.value === 'string' ? withoutDelimiters(value.value) : value.value;
      case 'list':
        return value.items.flatMap((item) => this.write(item, side, from) ?? []);
      case 'map':
        return Object.fromEntries(
          [...value.entries].flatMap(([key, entry]) => {
            const written = this.write(entry, side, from);
            return written === undefined ? [] : [[withoutDelimiters(key), written]];
          }),
        );
      default:
        return (partsOf(value) ?? []).map((part) => this.#writePart(part, side, from)).join('');
    }
  }

  #writePart(part: string | Reference | Unknown, side: Token['side'], from: Resource): string {
    if (typeof part === 'string') return withoutDelimiters(part);
    if (part.kind === 'reference')
      return `\${${this.alias(part.resource, side)}${part.attribute === undefined ? '' : `.${part.attribute}`}}`;
    // The same in every stack: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html
    if (part.reason === 'pseudo-parameter') return `\${${describeUnknown(part)}}`;
    const naming = side === 'before' ? this.#matches.namingBefore : this.#matches.namingAfter;
    const { text } = canonicalOf(part, naming);
    const key = `${text} ${from.stack.id}`;
    const known = this.#unknowns.get(key) ?? `\${${withoutDelimiters(describeUnknown(part))}${OPEN}u${this.#unknowns.size}${CLOSE}}`;
    this.#unknowns.set(key, known);
    return known;
  }

  /** From now on, resources of before are called as those of after that they became. */
  rename(renamed: ReadonlyMap<Resource, Resource>): void {
    this.#renamed = renamed;
    this.#keys.clear();
  }

  /** The same as `key`, with one resource left out. */
  keyWithout(text: string, subject: string): string {
    return this.key(
      text.replace(TOKEN, (token, _, attribute) =>
        this.subject(token) === subject ? `<itself>${ITSELF.has(attribute) ? '' : attribute}` : token,
      ),
    );
  }

  /** A text that is equal for what means the same: a resource and its name, every way to write a partition or a URL suffix. */
  key(text: string): string {
    if (!text.includes('${')) return text;
    let key = this.#keys.get(text);
    if (key === undefined) {
      const only = ONLY_TOKEN.exec(text);
      key = (
        only === null
          ? text.replace(TOKEN, (_, index, attribute) => this.#nameOf(index, attribute))
          : this.#nameOf(only[1], ITSELF.has(only[2]) ? 'Arn' : only[2])
      )
        .replaceAll('${AWS::Partition}', 'aws')
        .replaceAll('${AWS::URLSuffix}', 'amazonaws.com');
      this.#keys.set(text, key);
    }
    return key;
  }

  #nameOf(index: string | undefined, attribute: string | undefined): string {
    const token = this.#resources[Number(index)] as Token;
    const renamed = token.side === 'before' ? this.#renamed.get(token.resource) : undefined;
    const { resource, side } = renamed === undefined ? token : ({ resource: renamed, side: 'after' } as const);
    const naming = side === 'before' ? this.#matches.namingBefore : this.#matches.namingAfter;
    const isArn = attribute?.endsWith('Arn') === true;
    return canonicalOf({ kind: 'reference', resource, attribute: isArn ? 'Arn' : attribute, via: [] }, naming).text;
  }

  /** As a person would write it in a stack: `${Role.Arn}`, `${Other/Role.Arn}`. */
  show(text: string, from: Resource['stack'] | undefined): string {
    return text
      .replace(TOKEN, (_, index, attribute) => {
        const { resource } = this.#resources[Number(index)] as Token;
        const place = from === undefined || resource.stack === from ? '' : `${resource.stack.name}/`;
        return `\${${place}${resource.displayName}${attribute === undefined ? '' : `.${attribute}`}}`;
      })
      .replace(/\ue000u\d+\ue001/g, '');
  }

  /** The first resource that a text names, and whether it is only before. */
  resourceIn(text: string): { readonly resource: Resource; readonly isGone: boolean } | undefined {
    const index = new RegExp(TOKEN).exec(text)?.[1];
    const token = index === undefined ? undefined : this.#resources[Number(index)];
    return token && { resource: token.resource, isGone: token.side === 'before' && !this.#renamed.has(token.resource) };
  }

  /** The text of the first resource that a text names, whatever of it is named; the text itself when it names none. */
  subject(text: string): string {
    const index = new RegExp(TOKEN).exec(text)?.[1];
    return index === undefined ? text : `${OPEN}${index}${CLOSE}`;
  }

  /** Whether a text holds something that is not known at synthesis. */
  isOpen(text: string): boolean {
    return text.includes(`${OPEN}u`) || text.includes('${AWS::');
  }
}

function withoutDelimiters(text: string): string {
  return /[\ue000\ue001]/.test(text) ? text.replace(/[\ue000\ue001]/g, '\ufffd') : text;
}
