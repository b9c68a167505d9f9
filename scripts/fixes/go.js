// What jsii-rosetta leaves wrong in Go, corrected with the types of the library: packages of structures, pointers, getters, and arguments that may be left out elsewhere.

/** `aws_route53_targets` is the package `awsroute53targets`. */
export function packageOf(module) {
  return module.replaceAll('_', '');
}

/** The types of `aws-cdk-lib` by what a snippet calls them. `assembly` is its `.jsii`. */
export function indexTypes({ types, name: library }) {
  const byName = new Map();
  const arities = new Map();
  const fqns = new Map();
  const add = (map, key, value) => map.set(key, [...(map.get(key) ?? []), value]);
  for (const [fqn, type] of Object.entries(types)) {
    const [first, ...rest] = fqn.slice(library.length + 1).split('.');
    const isCore = !/^(?:aws_|cx_api$|custom_resources$)/.test(first);
    const names = isCore ? [first, ...rest] : rest;
    const found = { package: isCore ? 'awscdk' : packageOf(first), name: names.join('_'), isPointer: type.datatype === true };
    add(byName, names.at(-1), found);
    fqns.set(`${found.package}.${found.name}`, fqn);
    if (type.initializer !== undefined) add(arities, `${found.package}.New${found.name}`, count(type.initializer));
    for (const method of type.methods ?? []) {
      const name = method.name[0].toUpperCase() + method.name.slice(1);
      add(arities, method.static ? `${found.package}.${found.name}_${name}` : `.${name}`, count(method));
    }
  }
  /** Of a method of this type of Go, or of what it is made from. */
  function arityOf(type, method) {
    for (let fqn = fqns.get(type); fqn !== undefined; fqn = types[fqn]?.base) {
      const found = types[fqn]?.methods?.find(({ name }) => name.toLowerCase() === method.toLowerCase());
      if (found !== undefined) return count(found);
    }
    return undefined;
  }
  return { byName, arities, arityOf };
}

/** How many arguments there may be. */
function count({ parameters = [] }) {
  return {
    least: parameters.filter(({ optional }) => !optional).length,
    most: parameters.length,
    isVariadic: parameters.at(-1)?.variadic === true,
  };
}

/** `code` as the translator wrote it. */
export function correctGo(code, { modules, given }, { byName, arities, arityOf }) {
  const packages = new Map([...modules].map(([name, module]) => [name, packageOf(module)]));
  const used = new Set(packages.values());

  function typeOf(name) {
    const found = byName.get(name) ?? [];
    const here = found.filter((type) => used.has(type.package) && (!type.name.includes('_') || code.includes(type.name.split('_')[0])));
    const [type] = here.length > 0 ? here : found.filter((type) => type.package === 'awscdk');
    return type === undefined ? undefined : { ...type, text: `${type.package}.${type.name}` };
  }

  /** `IMetric` is an interface of Go, `ReplicaRegion` a structure that is passed as a pointer. */
  function element(name) {
    if (!/^[A-Z]\w*$/.test(name)) return name;
    const type = typeOf(name);
    return type === undefined ? name : `${type.isPointer ? '*' : ''}${type.text}`;
  }

  const isPackage = (name) => used.has(name) || ['awscdk', 'jsii', 'fmt'].includes(name);
  const capital = (name) => name[0].toUpperCase() + name.slice(1);
  let text = outsideOfTexts(code, (part) =>
    part
      .replace(/\bjsii\.Boolean\(/g, 'jsii.Bool(')
      .replace(/([._])\*(?=[A-Za-z])/g, '$1')
      .replace(/(?<![\w.])(\w+)\.(?=[A-Za-z])/g, (whole, name) => (packages.has(name) ? `${packages.get(name)}.` : whole))
      .replace(/&([A-Z]\w*)\{/g, (_, name) => `&${typeOf(name)?.text ?? name}{`)
      .replace(/(?<![\w&*\]])((?:\[\]|map\[string\])+)(\*?[\w.]+|interface\{\})\{/g, (_, prefix, name) => `&${prefix}${element(name)}{`)
      // Properties are methods.
      .replace(/\)\.([A-Za-z]\w*)(?![\w(])/g, (_, property) => `).${capital(property)}()`)
      .replace(/(?<![\w.])([a-z]\w*)((?:\.[A-Za-z]\w*)+)(?![\w(])/g, (whole, name, path) =>
        isPackage(name) ? whole : name + path.replace(/\.(\w+)/g, (_, property) => `.${capital(property)}()`),
      )
      .replace(/(?<![\w.])([a-z]\w*)((?:\.\w+(?:\(\))?)*)\.([a-z]\w*)\(/g, (whole, name, path, method) =>
        isPackage(name) ? whole : `${name}${path}.${capital(method)}(`,
      ),
  );
  text = text.replace(/fmt\.Sprintf\(("[^"]*"), ([^()]*\(\)(?:\.\w+\(\))*)\)/g, 'jsii.String(fmt.Sprintf($1, *$2))');
  const variables = new Map(
    given.map(({ name, type }) => [name, type.includes('.') ? type.replace(/^\w+/, (module) => packages.get(module)) : `awscdk.${type}`]),
  );
  return addMissing(text, (called, receiver, method) => {
    const known = receiver === undefined ? undefined : arityOf(variables.get(receiver), method);
    return known === undefined ? arities.get(called) : [known];
  });
}

function outsideOfTexts(code, change) {
  return code
    .split(/("[^"\n]*")/)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('');
}

/** Go has no arguments that may be left out: they are nil. */
function addMissing(code, aritiesOf) {
  const call = /(?:\b(\w+\.New\w+|\w+\.\w+_\w+)|(?<!\w)([a-z]\w*)?(\.[A-Z]\w*)|(\.[A-Z]\w*))\(/g;
  let text = code;
  for (let match = call.exec(text); match !== null; match = call.exec(text)) {
    const open = match.index + match[0].length - 1;
    const [, made, receiver, method = match[4]] = match;
    const known = aritiesOf(made ?? method, receiver, method?.slice(1));
    if (known === undefined) continue;
    const { size, close } = argumentsOf(text, open);
    const fits = known.filter(({ least, most, isVariadic }) => size >= least && (size <= most || isVariadic));
    const [first] = fits;
    if (first === undefined || first.isVariadic || fits.some(({ most }) => most !== first.most)) continue;
    const missing = Array(first.most - size)
      .fill('nil')
      .join(', ');
    if (missing !== '') text = `${text.slice(0, close)}${size > 0 ? ', ' : ''}${missing}${text.slice(close)}`;
  }
  return text;
}

function argumentsOf(text, open) {
  let depth = 0;
  let size = text[open + 1] === ')' ? 0 : 1;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '"') at = text.indexOf('"', at + 1);
    else if ('([{'.includes(text[at])) depth++;
    else if (')]}'.includes(text[at]) && --depth === 0) return { size, close: at };
    else if (text[at] === ',' && depth === 1) size++;
  }
  return { size, close: text.length };
}
