import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes a copy of a generated assembly in which one resource of each stack is another, and gives its folder. */
export function changeAssembly(assembly: string): string {
  const changed = `${assembly}-changed`;
  cpSync(assembly, changed, { recursive: true });
  for (const name of readdirSync(changed).filter((file) => file.endsWith('.template.json'))) {
    const template = join(changed, name);
    writeFileSync(template, readFileSync(template, 'utf8').replace('"VisibilityTimeout": 180', '"VisibilityTimeout": 181'));
  }
  return changed;
}
