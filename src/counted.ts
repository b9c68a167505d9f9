/** `1 stack`, `1,200 stacks`: the number as people write it, and the noun that fits. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${grouped(count)} ${count === 1 ? singular : plural}`;
}

/** A whole number as people write it, `1,200`. `toLocaleString('en')` loads the data of all languages first, which takes longer than the rest of a report. */
export function grouped(count: number): string {
  const digits = String(count);
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end));
  return groups.join(',');
}
