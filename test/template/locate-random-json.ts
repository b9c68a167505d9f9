const KEYS = ['A', 'B', 'Ref', 'Fn::If', '0', '', '__proto__', 'é', '\u{1F600}', '\u2028', 'a"b', 'back\\', '{', ']', 'x,y:z', '\t'];
const SCALARS = ['1', '-0.5e+3', 'true', 'null', '""', '"}]"', '"\\\\"', '"\\\\\\""', '"a, b: \\u007b"', '"\u{1F600}"', '"\\""'];

/** Any JSON text: pretty or compact, with keys in several spellings and some twice. */
export function randomJson(seed: number): string {
  let state = seed * 2_654_435_761;
  const below = (limit: number): number => {
    // https://en.wikipedia.org/wiki/Xorshift
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
  const pick = (list: readonly string[]): string => list[below(list.length)] ?? '';
  const spaces = [[''], ['', ' ', '\n', '\n  ', '\r\n\t'], ['\n', '\n    ']][below(3)] ?? [''];
  const space = () => pick(spaces);

  const key = (): string => {
    const plain = JSON.stringify(pick(KEYS));
    if (below(4) > 0) return plain;
    return `"${[...(JSON.parse(plain) as string)]
      .flatMap((character) => character.split(''))
      .map(escapeUnit)
      .join('')}"`;
  };
  const value = (depth: number): string => {
    const kind = depth > 5 ? 9 : below(10);
    if (kind > 6) return pick(SCALARS);
    const count = below(6);
    const items = Array.from({ length: count }, () =>
      kind > 3 ? `${space()}${value(depth + 1)}${space()}` : `${space()}${key()}${space()}:${space()}${value(depth + 1)}${space()}`,
    );
    return kind > 3 ? `[${items.join(',')}]` : `{${items.join(',')}}`;
  };
  return `${space()}${value(0)}${space()}`;
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
