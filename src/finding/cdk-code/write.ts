import type { Code } from './resolve.js';

export type Write = (code: Code) => string;

/** How a language writes each kind of code. */
export type Writers = { readonly [K in Code['kind']]: (code: Extract<Code, { readonly kind: K }>, write: Write) => string };

export function writeCode(code: Code, writers: Writers): string {
  const write: Write = (part) => (writers[part.kind] as (part: Code, write: Write) => string)(part, write);
  return write(code);
}

/** `set_identifier`, as jsii names things in Python: https://aws.github.io/jsii/user-guides/lib-user/language-specific/ */
export function snakeCase(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
}

export function pascalCase(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

/** Arguments, each as the language writes it. */
export function given(list: readonly Code[], write: Write): string {
  return `(${list.map(write).join(', ')})`;
}

export function quote(text: string): string {
  return `"${text}"`;
}
