import type { Code, Field, TypeName } from './resolve.js';
import { untranslatable } from './untranslatable.js';
import { pascalCase, quote, type Write, type Writers } from './write.js';

/** `aws_route53_targets` is the package `awsroute53targets`; a class of the app has none. */
function packageOf({ module }: TypeName): string {
  if (module === undefined) return '';
  return `${module === '' ? 'awscdk' : module.replaceAll('_', '')}.`;
}

/** `CfnGlobalTable_ReplicaSpecificationProperty` */
function typeName(type: TypeName): string {
  return packageOf(type) + type.name.replaceAll('.', '_');
}

function fields(list: readonly Field[], write: Write): string {
  return list.map(({ name, value }) => (name === undefined ? '…' : `${pascalCase(name)}: ${write(value)}`)).join(', ');
}

/** Arguments that may be left out elsewhere are nil. `arity` is -1 for any number, -2 for one that is not known. */
function given(list: readonly Code[], arity: number, write: Write): string {
  if (arity === -2) return untranslatable();
  const missing = Array<string>(Math.max(0, arity - list.length)).fill('nil');
  const rest = list.some(({ kind }) => kind === 'rest');
  return `(${[...list.map(write), ...(rest ? [] : missing)].join(', ')})`;
}

/** The type of the elements has to be written: that of texts and structures is known. */
function list(items: readonly Code[], write: Write): string {
  const [first] = items;
  if (items.length > 0 && items.every(({ kind }) => kind === 'text'))
    return `jsii.Strings(${items
      .map(write)
      .map((text) => text.slice('jsii.String('.length, -1))
      .join(', ')})`;
  if (first?.kind !== 'struct' || items.some(({ kind }) => kind !== 'struct' && kind !== 'rest')) return untranslatable();
  // Lists of L1 constructs may hold what is only known at deployment.
  const isAny = first.type.name.startsWith('Cfn');
  const elements = items.map((item) => (item.kind !== 'struct' ? '…' : isAny ? write(item) : `{ ${fields(item.fields, write)} }`));
  return `&[]${isAny ? 'interface{}' : `*${typeName(first.type)}`}{ ${elements.join(', ')} }`;
}

export const GO: Writers = {
  text: ({ value }) => `jsii.String(${quote(value)})`,
  template: ({ parts }, write) => {
    const values = parts.flatMap((part) => (typeof part === 'string' ? [] : [`*${write(part)}`]));
    const text = parts.map((part) => (typeof part === 'string' ? part.replaceAll('%', '%%') : '%s')).join('');
    return `jsii.String(fmt.Sprintf(${[quote(text), ...values].join(', ')}))`;
  },
  number: ({ value }) => `jsii.Number(${value})`,
  boolean: ({ value }) => `jsii.Bool(${value})`,
  rest: () => '…',
  self: () => 'stack',
  variable: ({ name }) => name,
  // A property of a structure is a field, of an interface a method: what a property has itself is not known.
  property({ of, name }, write) {
    if (of.kind === 'property') return untranslatable();
    // Of a stack of the app, whose fields are its own.
    const isField = of.kind === 'variable' && of.name.endsWith('Stack');
    return `${write(of)}.${pascalCase(name)}${isField ? '' : '()'}`;
  },
  method: ({ of, name, given: passed, arity }, write) => `${write(of)}.${pascalCase(name)}${given(passed, arity, write)}`,
  new: ({ type, given: passed, arity }, write) => `${packageOf(type)}New${type.name}${given(passed, arity, write)}`,
  constant: ({ type, name, isEnum }) => (isEnum ? `${typeName(type)}_${name}` : `${typeName(type)}_${pascalCase(name)}()`),
  static: ({ type, name, given: passed, arity }, write) =>
    `${typeName(type)}_${pascalCase(name)}${passed === undefined ? '' : given(passed, arity, write)}`,
  struct: ({ type, fields: own }, write) => `&${typeName(type)}{ ${fields(own, write)} }`,
  map: () => untranslatable(),
  list: ({ items }, write) => list(items, write),
  fields: ({ fields: own }, write) => fields(own, write),
};
