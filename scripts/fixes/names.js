// What of `aws-cdk-lib` the texts of checks name: enough to write a line of TypeScript in another language of the CDK, and nothing else.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { WORDS, wordsOfFixes } from './words.js';

const NAMES = fileURLToPath(new URL('../../src/finding/cdk-code/names.json', import.meta.url));

/** `assembly` is the `.jsii` of `aws-cdk-lib`. */
export function writeNames({ types, name: library }) {
  const words = wordsOfFixes();
  writeFileSync(WORDS, `${words.join('\n')}\n`);
  // Only there the structure matters.
  const withObject = new Set(words.filter((word) => word.endsWith(': {')).map((word) => word.slice(0, -': {'.length)));
  const names = namesOf(types, library, new Set(words), withObject);
  const lines = Object.entries(names).map(([part, own]) => {
    const entries = Array.isArray(own)
      ? own.map((name) => JSON.stringify(name))
      : Object.entries(own).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
    const [open, close] = Array.isArray(own) ? '[]' : '{}';
    return `${JSON.stringify(part)}:${open}\n${entries.join(',\n')}\n${close}`;
  });
  writeFileSync(NAMES, `{\n${lines.join(',\n')}\n}\n`);
}

function namesOf(types, library, words, withObject) {
  const short = (fqn) => fqn.slice(library.length + 1);
  const isStruct = (fqn) => types[fqn]?.datatype === true;
  /** The structure that a value is, `[` before it for a list of them, `{` for a map; empty for all else. */
  const structIn = (type) => {
    if (type?.fqn !== undefined) return isStruct(type.fqn) ? short(type.fqn) : '';
    if (type?.collection !== undefined) {
      const inner = structIn(type.collection.elementtype);
      return type.collection.kind === 'array' ? `[${inner}` : `{${inner}`;
    }
    return (type?.union?.types ?? []).map(structIn).find((found) => found !== '') ?? '';
  };
  const callOf = ({ parameters = [] } = {}) => {
    const at = parameters.findIndex(({ type }) => isStruct(type.fqn));
    return {
      arity: parameters.at(-1)?.variadic === true ? -1 : parameters.length,
      ...(at === -1 ? {} : { at, struct: short(parameters[at].type.fqn) }),
    };
  };
  const propertiesOf = (fqn) => [...(types[fqn]?.properties ?? []), ...(types[fqn]?.interfaces ?? []).flatMap(propertiesOf)];

  const classes = {};
  const structs = {};
  const properties = new Map();
  const members = new Set();
  const methods = new Map();
  const addStruct = (name) => {
    const bare = name.replace(/^[[{]+/, '');
    if (bare === '' || structs[bare] !== undefined) return;
    structs[bare] = {};
    for (const property of propertiesOf(`${library}.${bare}`).filter((each) => words.has(each.name))) {
      structs[bare][property.name] = withObject.has(property.name) ? structIn(property.type) : '';
      addStruct(structs[bare][property.name]);
    }
  };
  const add = (map, key, value) => {
    const text = JSON.stringify(value);
    map.set(key, [...(map.get(key) ?? []).filter((known) => known !== text), text]);
  };
  for (const [fqn, type] of Object.entries(types)) {
    const [module, ...rest] = short(fqn).split('.');
    if (module === 'interfaces') continue;
    const isStructType = type.datatype === true;
    for (const property of type.properties ?? []) {
      if (!words.has(property.name)) continue;
      if (isStructType) add(properties, property.name, withObject.has(property.name) ? structIn(property.type) : '');
      else if (property.static !== true) members.add(property.name);
    }
    for (const method of type.methods ?? [])
      if (words.has(method.name) && method.static !== true) add(methods, method.name, callOf(method));
    const name = rest.at(-1) ?? module;
    if (isStructType || type.kind === 'interface' || !words.has(name) || rest.length > 1) continue;
    const own = {};
    for (const { name: member } of type.members ?? []) if (words.has(member)) own[member] = 'enum';
    for (const { name: member, static: isStatic } of type.properties ?? []) if (isStatic && words.has(member)) own[member] = 'property';
    for (const method of type.methods ?? []) if (method.static && words.has(method.name)) own[method.name] = callOf(method);
    const made = inheritedInitializer(types, fqn);
    const call = made === undefined ? undefined : callOf(made);
    if (call?.struct !== undefined) addStruct(call.struct);
    for (const value of Object.values(own)) if (value.struct !== undefined) addStruct(value.struct);
    classes[name] ??= [];
    classes[name].push({ module: rest.length === 0 ? '' : module, ...(call && { call }), ...(Object.keys(own).length > 0 && { own }) });
  }
  for (const name of [...properties.values()].flat()) addStruct(JSON.parse(name));
  for (const call of [...methods.values()].flat()) addStruct(JSON.parse(call).struct ?? '');
  const sorted = (object) => Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
  const parsed = (map) => sorted(Object.fromEntries([...map].map(([key, text]) => [key, text.map((each) => JSON.parse(each))])));
  return {
    classes: sorted(classes),
    structs: sorted(structs),
    properties: parsed(properties),
    members: [...members].sort(),
    methods: parsed(methods),
  };
}

function inheritedInitializer(types, fqn) {
  for (let at = fqn; at !== undefined; at = types[at]?.base) if (types[at]?.initializer !== undefined) return types[at].initializer;
  return undefined;
}
