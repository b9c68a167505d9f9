import type { Code, Field, TypeName } from './resolve.js';
import { quote, snakeCase, type Write, type Writers } from './write.js';

/** Words of the language itself: a module that is called so has an underscore behind it. */
const RESERVED: ReadonlySet<string> = new Set(['lambda', 'from', 'import', 'in', 'is', 'not', 'class', 'with', 'pass']);

function variable(name: string): string {
  const own = snakeCase(name);
  return RESERVED.has(own) ? `${own}_` : own;
}

function typeName({ namespace, name }: TypeName): string {
  return namespace === undefined ? name : `${variable(namespace)}.${name}`;
}

function fields(list: readonly Field[], write: Write): string {
  return list.map(({ name, value }) => (name === undefined ? '…' : `${variable(name)}=${write(value)}`)).join(', ');
}

/** The structure at the end is keywords. */
function given(list: readonly Code[], write: Write): string {
  const written = list.map((code, index) =>
    code.kind === 'struct' && index === list.length - 1 ? fields(code.fields, write) : write(code),
  );
  return `(${written.filter((text) => text !== '').join(', ')})`;
}

export const PYTHON: Writers = {
  text: ({ value }) => quote(value),
  template: ({ parts }, write) => `f"${parts.map((part) => (typeof part === 'string' ? part : `{${write(part)}}`)).join('')}"`,
  number: ({ value }) => value,
  boolean: ({ value }) => (value ? 'True' : 'False'),
  rest: () => '…',
  self: () => 'self',
  variable: ({ name }) => variable(name),
  property: ({ of, name }, write) => `${write(of)}.${variable(name)}`,
  method: ({ of, name, given: list }, write) => `${write(of)}.${variable(name)}${given(list, write)}`,
  new: ({ type, given: list }, write) => typeName(type) + given(list, write),
  constant: ({ type, name }) => `${typeName(type)}.${/^[A-Z]/.test(name) ? name : snakeCase(name)}`,
  static: ({ type, name, given: list }, write) => `${typeName(type)}.${variable(name)}${list === undefined ? '' : given(list, write)}`,
  struct: ({ type, fields: list }, write) => `${typeName(type)}(${fields(list, write)})`,
  map: ({ entries }, write) => `{${entries.map(([key, value]) => `${quote(key)}: ${write(value)}`).join(', ')}}`,
  list: ({ items }, write) => `[${items.map(write).join(', ')}]`,
  fields: ({ fields: list }, write) => fields(list, write),
};
