// The expressions of a workflow: https://docs.github.com/en/actions/reference/workflows-and-actions/expressions
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const TOKEN = /\s*(?:(&&|\|\||==|!=|!|\(|\)|,)|'((?:[^']|'')*)'|([A-Za-z_][\w.-]*))/y;

/** `text` with each `${{ … }}` replaced by its value. */
export function interpolate(text, context) {
  return String(text).replace(/\$\{\{(.*?)\}\}/g, (_, expression) => String(evaluate(expression, context)));
}

/** Whether a step runs: without a status function `success() &&` is implied. */
export function isRun(condition, context) {
  const text = String(condition ?? '').replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1');
  const isImplied = !/\b(?:always|cancelled|failure|success)\(\)/.test(text);
  if (isImplied && context.hasFailed) return false;
  return text.trim() === '' || Boolean(evaluate(text, context));
}

function evaluate(text, context) {
  const tokens = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const found = TOKEN.exec(text);
    if (found === null) throw new Error(`this runner does not read \${{ ${text} }}`);
    const [, operator, string, name] = found;
    tokens.push(operator !== undefined ? { operator } : string !== undefined ? { value: string.replaceAll("''", "'") } : { name });
  }
  let at = 0;
  const take = (operator) => tokens[at]?.operator === operator && ++at > 0;
  const or = () => {
    let value = and();
    while (take('||')) {
      const right = and();
      value = value || right;
    }
    return value;
  };
  const and = () => {
    let value = comparison();
    while (take('&&')) {
      const right = comparison();
      value = value && right;
    }
    return value;
  };
  const comparison = () => {
    const left = unary();
    if (take('==')) return left === unary();
    if (take('!=')) return left !== unary();
    return left;
  };
  const unary = () => {
    if (take('!')) return !unary();
    if (take('(')) {
      const value = or();
      take(')');
      return value;
    }
    const token = tokens[at++];
    if (token?.value !== undefined) return token.value;
    if (token?.name === undefined) throw new Error(`this runner does not read \${{ ${text} }}`);
    if (!take('(')) return lookUp(token.name, context);
    const given = [];
    while (!take(')')) {
      given.push(or());
      take(',');
    }
    return call(token.name, given, context);
  };
  const value = or();
  if (at !== tokens.length) throw new Error(`this runner does not read \${{ ${text} }}`);
  return value;
}

function lookUp(name, { values }) {
  if (name === 'true' || name === 'false') return name === 'true';
  const found = name.split('.').reduce((value, key) => value?.[key], values);
  return found ?? '';
}

function call(name, [pattern], { hasFailed, workspace }) {
  if (name === 'always') return true;
  if (name === 'cancelled') return false;
  if (name === 'success' || name === 'failure') return hasFailed === (name === 'failure');
  if (name === 'hashFiles') return existsSync(join(workspace, pattern)) ? 'a-hash' : '';
  throw new Error(`this runner does not know ${name}()`);
}
