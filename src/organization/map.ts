import { counted } from '../counted.js';
import type { GraphDocument, GraphStack, GraphStackLink } from '../graph/document.js';
import { groupBy } from '../group-by.js';
import type { Row } from './database.js';
import { text, textOrNull } from './row-fields.js';

/**
 * The map of applications, as the page of the graph draws it: a box for each application and environment, and a line from who refers to who
 * defines.
 * @param stacks the rows of the view `stacks`
 * @param edges the rows of `edges.sql`
 */
export function mapOf(stacks: readonly Row[], edges: readonly Row[]): GraphDocument {
  const boxes = groupBy(stacks, boxOf);
  const homes = new Map(stacks.map((row) => [stackId(row.application, row.stack), boxOf(row)]));
  const lines = groupBy(edges, (edge) =>
    JSON.stringify([homes.get(stackId(edge.application, edge.stack)), homes.get(stackId(edge.provider, edge.provider_stack))]),
  );
  return {
    version: 1,
    stacks: [...boxes].map(([id, [row]]) => toBox(id, row)),
    resources: [],
    links: [],
    stackLinks: [...lines].map(([ends, rows]) => toLine(JSON.parse(ends) as readonly (string | null)[], rows)),
    unresolved: [],
    deployment: { needs: [], cycles: [] },
  };
}

function toBox(id: string, { application, account, region }: Row): GraphStack {
  const name = text(application);
  return {
    id,
    name,
    constructPath: name,
    assembly: environmentOf({ account: textOrNull(account) || null, region: textOrNull(region) || null }),
    account: textOrNull(account) || null,
    region: textOrNull(region) || null,
    parent: null,
    dependencies: [],
  };
}

function toLine([from, to]: readonly (string | null)[], rows: readonly Row[]): GraphStackLink {
  const sum = (count: (row: Row) => Row[string] | undefined) => rows.reduce((total, row) => total + Number(count(row)), 0);
  const imports = sum(({ blocking }) => blocking);
  const others = sum(({ reference_count }) => reference_count) - imports;
  const counts = [imports > 0 ? counted(imports, 'import') : '', others > 0 ? `${others} by name` : ''];
  return {
    from: from ?? '',
    fromStack: from ?? '',
    property: [],
    to: to ?? '',
    kind: imports > 0 ? 'import' : 'name',
    class: rows.some(({ certain }) => certain === true) ? 'exact' : 'inferred',
    name: counts.filter((part) => part !== '').join(', '),
  };
}

/** An account and region as one text, which tells the boxes of an application apart. */
export function environmentOf({ account, region }: { readonly account: string | null; readonly region: string | null }): string {
  return JSON.stringify([account, region]);
}

/** Application and environment. */
function boxOf({ application, account, region }: Row): string {
  return JSON.stringify([application, account, region]);
}

function stackId(application: Row[string] | undefined, stack: Row[string] | undefined): string {
  return JSON.stringify([application, stack]);
}
