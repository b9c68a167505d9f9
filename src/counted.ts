/** `1 stack`, `1,200 stacks`: the number as people write it, and the noun that fits. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? singular : plural}`;
}
