/** A fix with the values of a finding in place of those of its example; the longest of several that begin alike wins. */
export function fillIn(fix: string, values: Readonly<Record<string, string | undefined>> | undefined): string {
  if (values === undefined) return fix;
  const known = Object.entries(values).filter((entry): entry is [string, string] => entry[0] !== '' && isPlain(entry[1]));
  if (known.length === 0) return fix;
  const byLength = known.sort(([one], [other]) => other.length - one.length);
  let filled = '';
  for (let at = 0; at < fix.length; ) {
    const found = byLength.find(([example]) => fix.startsWith(example, at));
    filled += found === undefined ? fix[at] : found[1];
    at += found === undefined ? 1 : found[0].length;
  }
  return filled;
}

const MAX_LENGTH = 100;

/** Whether a value can stand in code: a name that holds a backtick would end it. */
function isPlain(value: string | undefined): value is string {
  return value !== undefined && value !== '' && value.length <= MAX_LENGTH && !/[`\n\r]/.test(value);
}
