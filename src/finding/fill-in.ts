/** A fix with the values of a finding in place of those of its example; the longest of several that begin alike wins. */
export function fillIn(fix: string, values: Readonly<Record<string, string | undefined>> | undefined): string {
  if (values === undefined) return fix;
  const known = Object.entries(values).filter((entry): entry is [string, string] => entry[0] !== '' && isPlain(entry[1]));
  if (known.length === 0) return fix;
  const byLength = known.sort(([one], [other]) => other.length - one.length);
  let filled = '';
  let rest = fix;
  for (;;) {
    const next = Math.min(...byLength.map(([example]) => rest.indexOf(example)).filter((at) => at !== -1));
    const found = byLength.find(([example]) => rest.startsWith(example, next));
    if (found === undefined) return filled + rest;
    filled += rest.slice(0, next) + found[1];
    rest = rest.slice(next + found[0].length);
  }
}

const MAX_LENGTH = 100;

/** Whether a value can stand in code: a name that holds a backtick would end it. */
function isPlain(value: string | undefined): value is string {
  return value !== undefined && value !== '' && value.length <= MAX_LENGTH && !/[`\n\r]/.test(value);
}
