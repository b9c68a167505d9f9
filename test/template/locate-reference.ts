export interface PlainNode {
  offset: number;
  readonly children: Map<string, PlainNode>;
}

/** The obvious way: a recursive parser that remembers where everything starts. */
export function readPlainly(text: string): PlainNode {
  let at = 0;

  function space() {
    while (/\s/.test(text[at] ?? 'x')) at++;
  }

  function string(): string {
    const start = at++;
    while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
    at++;
    return JSON.parse(text.slice(start, at));
  }

  function value(): PlainNode {
    space();
    const node: PlainNode = { offset: at, children: new Map() };
    if (text[at] === '"') {
      string();
    } else if (text[at] === '{') {
      at++;
      for (space(); text[at] !== '}'; space()) {
        if (text[at] === ',') at++;
        space();
        const offset = at;
        const key = string();
        space();
        at++;
        node.children.set(key, { ...value(), offset });
        space();
      }
      at++;
    } else if (text[at] === '[') {
      at++;
      for (space(); text[at] !== ']'; space()) {
        if (text[at] === ',') at++;
        node.children.set(String(node.children.size), value());
      }
      at++;
    } else {
      while (/[\w.+-]/.test(text[at] ?? ' ')) at++;
    }
    return node;
  }

  return value();
}
