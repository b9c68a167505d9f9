import type { Field } from './resolve.js';
import { untranslatable } from './untranslatable.js';
import { given, pascalCase, quote, type Write, type Writers } from './write.js';

function fields(list: readonly Field[], write: Write): string {
  return list.map(({ name, value }) => (name === undefined ? '…' : `${pascalCase(name)} = ${write(value)}`)).join(', ');
}

export const CSHARP: Writers = {
  text: ({ value }) => quote(value),
  template: ({ parts }, write) => `$"${parts.map((part) => (typeof part === 'string' ? part : `{${write(part)}}`)).join('')}"`,
  number: ({ value }) => value,
  boolean: ({ value }) => String(value),
  rest: () => '…',
  self: () => 'this',
  variable: ({ name }) => name,
  property: ({ of, name }, write) => `${write(of)}.${pascalCase(name)}`,
  method: ({ of, name, given: list }, write) => `${write(of)}.${pascalCase(name)}${given(list, write)}`,
  new: ({ type, given: list }, write) => `new ${type.name}${given(list, write)}`,
  constant: ({ type, name }) => `${type.name}.${/^[A-Z]/.test(name) ? name : pascalCase(name)}`,
  static: ({ type, name, given: list }, write) => `${type.name}.${pascalCase(name)}${list === undefined ? '' : given(list, write)}`,
  struct: ({ type, fields: list }, write) => `new ${type.name} { ${fields(list, write)} }`,
  // The type of its values would have to be written.
  map: () => untranslatable(),
  list: ({ items }, write) => (items.length === 0 ? untranslatable() : `new [] { ${items.map(write).join(', ')} }`),
  fields: ({ fields: list }, write) => fields(list, write),
};
