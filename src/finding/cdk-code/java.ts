import type { Field } from './resolve.js';
import { untranslatable } from './untranslatable.js';
import { given, pascalCase, quote, type Write, type Writers } from './write.js';

/** Calls of a builder. What an example leaves out has no form among them. */
function calls(list: readonly Field[], write: Write): string {
  return list.map(({ name, value }) => (name === undefined ? untranslatable() : `.${name}(${write(value)})`)).join('');
}

export const JAVA: Writers = {
  text: ({ value }) => quote(value),
  template: ({ parts }, write) => parts.map((part) => (typeof part === 'string' ? quote(part) : write(part))).join(' + '),
  number: ({ value }) => value,
  boolean: ({ value }) => String(value),
  rest: () => '…',
  self: () => 'this',
  variable: ({ name }) => name,
  property: ({ of, name }, write) => `${write(of)}.get${pascalCase(name)}()`,
  method: ({ of, name, given: list }, write) => `${write(of)}.${name}${given(list, write)}`,
  new({ type, given: list, isBuilt }, write) {
    const last = list.at(-1);
    if (!isBuilt || last?.kind !== 'struct') return `new ${type.name}${given(list, write)}`;
    return `${type.name}.Builder.create${given(list.slice(0, -1), write)}${calls(last.fields, write)}.build()`;
  },
  constant: ({ type, name, isEnum }) => (isEnum || /^[A-Z]/.test(name) ? `${type.name}.${name}` : `${type.name}.get${pascalCase(name)}()`),
  static: ({ type, name, given: list }, write) => `${type.name}.${name}${list === undefined ? '' : given(list, write)}`,
  struct: ({ type, fields }, write) => `${type.name}.builder()${calls(fields, write)}.build()`,
  map: ({ entries }, write) => `Map.of(${entries.map(([key, value]) => `${quote(key)}, ${write(value)}`).join(', ')})`,
  list: ({ items }, write) => `List.of(${items.map(write).join(', ')})`,
  fields: ({ fields }, write) => calls(fields, write),
};
