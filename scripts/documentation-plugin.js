// Takes the documentation of the checks out of the program: a run that finds nothing needs none of it, and it is a third of what Node would compile.
import { isDeepStrictEqual } from 'node:util';
import { parseAst } from 'rolldown/parseAst';

/** The id of a check that is alone in its file is the path below `checks/`. */
const CHECK = /[\\/]checks[\\/]([^\\/]+)[\\/]([^\\/]+)\.ts$/;

/**
 * A plugin of rolldown: in each check `docs` becomes a getter that reads what this puts beside the program, texts in one file and examples in another.
 * `checks` are the same checks, evaluated; `reader` is the file whose `documentationOf` reads them.
 */
export function documentationPlugin(checks, reader) {
  return {
    name: 'documentation',
    transform: {
      filter: { id: CHECK },
      handler: (code, id) => withoutDocumentation(code, id, reader),
    },
    generateBundle() {
      const texts = Object.fromEntries(checks.map(({ id, docs: { bad, good, ...texts } }) => [id, texts]));
      const examples = Object.fromEntries(checks.map(({ id, docs: { bad, good } }) => [id, { bad, good }]));
      for (const [name, value] of Object.entries({ texts, examples })) {
        const source = JSON.stringify(value);
        if (!isDeepStrictEqual(JSON.parse(source), value)) throw new Error(`the ${name} of the checks are more than JSON`);
        this.emitFile({ type: 'asset', fileName: `documentation-${name}.json`, source });
      }
    },
  };
}

function withoutDocumentation(code, file, reader) {
  const { body } = parseAst(code, { lang: 'ts' }, file);
  const documented = checksIn(body).flatMap(({ properties }) => {
    const named = (name) => properties.find(({ key }) => key?.name === name);
    const docs = named('docs');
    const id = named('id')?.value.value ?? CHECK.exec(file).slice(1).join('/');
    // One that is put together otherwise keeps its own.
    return docs === undefined ? [] : [{ docs, getter: `get docs() { return documentationOf(${JSON.stringify(id)}); }` }];
  });
  if (documented.length === 0) return undefined;
  const needed = neededStatements(body, new Set(documented.map(({ docs }) => docs)));
  const cuts = body.filter((statement) => !needed.has(statement)).map(({ start, end }) => ({ start, end, text: '' }));
  const rest = [...cuts, ...documented.map(({ docs: { start, end }, getter }) => ({ start, end, text: getter }))]
    .sort((one, other) => other.start - one.start)
    .reduce((text, { start, end, text: instead }) => text.slice(0, start) + instead + text.slice(end), code);
  return { code: `import { documentationOf } from ${JSON.stringify(reader)};\n${rest}` };
}

/** The objects of which a file makes checks: the first argument of each call whose result it exports. */
function checksIn(body) {
  return body
    .filter(isExport)
    .flatMap(({ declaration }) => declaration?.declarations?.map(({ init }) => init) ?? [declaration])
    .flatMap((call) => (call?.arguments?.[0]?.type === 'ObjectExpression' ? [call.arguments[0]] : []));
}

function isExport({ type }) {
  return type === 'ExportDefaultDeclaration' || type === 'ExportNamedDeclaration';
}

/** Statements that something else than the documentation refers to, directly or by way of others. */
function neededStatements(body, without) {
  const needed = new Set();
  const open = body.filter(isExport);
  for (let statement = open.pop(); statement !== undefined; statement = open.pop()) {
    if (needed.has(statement)) continue;
    needed.add(statement);
    const names = namesIn(statement, without);
    open.push(...body.filter((other) => declaredBy(other).some((name) => names.has(name))));
  }
  return needed;
}

function declaredBy({ type, specifiers = [], declarations = [], id }) {
  if (type === 'ImportDeclaration') return specifiers.map(({ local }) => local.name);
  return [...declarations.flatMap(({ id }) => [...namesIn(id)]), ...(id == null ? [] : [id.name])];
}

/** All identifiers, without those of some parts. */
function namesIn(node, without, names = new Set()) {
  if (node === null || typeof node !== 'object' || without?.has(node)) return names;
  if (node.type === 'Identifier') names.add(node.name);
  for (const value of Object.values(node)) namesIn(value, without, names);
  return names;
}
