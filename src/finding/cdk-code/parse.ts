/** A piece of TypeScript as the texts of checks have it. */
export type Node =
  | { readonly kind: 'text'; readonly value: string }
  /** `logs.${this.region}.amazonaws.com` */
  | { readonly kind: 'template'; readonly parts: readonly (string | Node)[] }
  | { readonly kind: 'literal'; readonly value: string }
  | { readonly kind: 'rest' }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'member'; readonly of: Node; readonly name: string }
  | { readonly kind: 'call'; readonly callee: Node; readonly given: readonly Node[] }
  | { readonly kind: 'new'; readonly path: Node; readonly given: readonly Node[] }
  | { readonly kind: 'array'; readonly items: readonly Node[] }
  | { readonly kind: 'object'; readonly entries: readonly Entry[] }
  /** Properties without the braces around them: `versioned: true`. */
  | { readonly kind: 'pairs'; readonly entries: readonly Entry[] };

export interface Entry {
  /** Undefined for `…`. */
  readonly key: string | undefined;
  readonly isQuoted: boolean;
  readonly value: Node;
}

const REST: Node = { kind: 'rest' };
const TOKEN = /\s*(?:([A-Za-z_$][\w$]*)|(\d+(?:\.\d+)?)|"([^"\\\n]*)"|'([^'\\\n]*)'|`([^`\n]*)`|(…|[.,:(){}[\]!]))/y;

interface Token {
  readonly kind: 'name' | 'number' | 'text' | 'template' | 'sign';
  readonly text: string;
}

/** Undefined for what is not of this small part of the language. */
export function parseCode(code: string): Node | undefined {
  if (code.includes('${') && !code.includes('`')) return parseTemplate(code);
  const tokens = tokenize(code);
  if (tokens === undefined) return undefined;
  const parser = new Parser(tokens);
  const node = parser.all();
  return parser.isDone ? node : undefined;
}

/** A text with expressions in it, without its quotes. */
function parseTemplate(code: string): Node | undefined {
  const parts = code.split(/\$\{([^{}]*)\}/).map((part, index) => (index % 2 === 0 ? part : parseCode(part)));
  const isText = parts.every((part) => part !== undefined && (typeof part !== 'string' || !/["'\\{}]/.test(part)));
  return isText ? { kind: 'template', parts: parts.filter((part) => part !== '') as (string | Node)[] } : undefined;
}

function tokenize(code: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  const text = code.trimEnd();
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < text.length; ) {
    const [whole, name, number, double, single, template, sign] = TOKEN.exec(text) ?? [];
    if (whole === undefined) return undefined;
    if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (template !== undefined) tokens.push({ kind: 'template', text: template });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else tokens.push({ kind: 'text', text: double ?? single ?? '' });
  }
  return tokens;
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get isDone(): boolean {
    return this.#at === this.#tokens.length;
  }

  all(): Node | undefined {
    const isPairs = this.#tokens[0]?.kind === 'name' && this.#tokens[1]?.text === ':' && this.#tokens[1].kind === 'sign';
    if (!isPairs) return this.#expression();
    const entries = this.#entries(() => this.isDone);
    return entries && { kind: 'pairs', entries };
  }

  #take(sign: string): boolean {
    const token = this.#tokens[this.#at];
    const isIt = token?.kind === 'sign' && token.text === sign;
    if (isIt) this.#at++;
    return isIt;
  }

  #name(): string | undefined {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'name') return undefined;
    this.#at++;
    return token.text;
  }

  #expression(): Node | undefined {
    let node = this.#first();
    while (node !== undefined) {
      if (this.#take('!')) continue;
      if (this.#take('.')) {
        const name = this.#name();
        node = name === undefined ? undefined : { kind: 'member', of: node, name };
      } else if (node.kind !== 'new' && this.#take('(')) {
        const given = this.#list(')');
        node = given && { kind: 'call', callee: node, given };
      } else return node;
    }
    return undefined;
  }

  #first(): Node | undefined {
    const token = this.#tokens[this.#at++];
    if (token === undefined) return undefined;
    if (token.kind === 'text') return { kind: 'text', value: token.text };
    if (token.kind === 'template') return parseTemplate(token.text);
    if (token.kind === 'number') return { kind: 'literal', value: token.text };
    if (token.kind === 'name') return token.text === 'new' ? this.#made() : nameOf(token.text);
    if (token.text === '…') return REST;
    if (token.text === '[') {
      const items = this.#list(']');
      return items && { kind: 'array', items };
    }
    if (token.text !== '{') return undefined;
    const entries = this.#entries(() => this.#take('}'));
    return entries && { kind: 'object', entries };
  }

  #made(): Node | undefined {
    const first = this.#name();
    let path: Node | undefined = first === undefined ? undefined : { kind: 'name', name: first };
    while (path !== undefined && this.#take('.')) {
      const name = this.#name();
      path = name === undefined ? undefined : { kind: 'member', of: path, name };
    }
    if (path === undefined || !this.#take('(')) return undefined;
    const given = this.#list(')');
    const made: Node | undefined = given && { kind: 'new', path, given };
    // `new AccountPrincipal(account).withConditions(…)`
    return made && this.#tokens[this.#at]?.text === '.' ? this.#chain(made) : made;
  }

  #chain(made: Node): Node | undefined {
    this.#take('.');
    const name = this.#name();
    if (name === undefined || !this.#take('(')) return undefined;
    const given = this.#list(')');
    return given && { kind: 'call', callee: { kind: 'member', of: made, name }, given };
  }

  #list(end: string): readonly Node[] | undefined {
    const items: Node[] = [];
    while (!this.#take(end)) {
      const item = this.#expression();
      if (item === undefined) return undefined;
      items.push(item);
      if (!this.#take(',')) return this.#take(end) ? items : undefined;
    }
    return items;
  }

  #entries(isEnd: () => boolean): readonly Entry[] | undefined {
    const entries: Entry[] = [];
    while (!isEnd()) {
      const entry = this.#entry();
      if (entry === undefined) return undefined;
      entries.push(entry);
      if (!this.#take(',')) return isEnd() ? entries : undefined;
    }
    return entries;
  }

  #entry(): Entry | undefined {
    if (this.#take('…')) return { key: undefined, isQuoted: false, value: REST };
    const token = this.#tokens[this.#at];
    if (token === undefined || (token.kind !== 'name' && token.kind !== 'text')) return undefined;
    this.#at++;
    const isQuoted = token.kind === 'text';
    if (!this.#take(':')) return isQuoted ? undefined : { key: token.text, isQuoted, value: nameOf(token.text) };
    const value = this.#expression();
    return value && { key: token.text, isQuoted, value };
  }
}

function nameOf(text: string): Node {
  return text === 'true' || text === 'false' ? { kind: 'literal', value: text } : { kind: 'name', name: text };
}
