import { counted } from '../../counted.js';
import type { Finding } from '../../finding/report.js';
import type { GraphDocument } from '../../graph/document.js';
import { groupBy } from '../../group-by.js';
import { environmentOf } from '../../organization/map.js';
import type { OrganizationPlace, OrganizationProblem, OrganizationReport } from '../../organization/report.js';
import { graphToHtml } from '../graph/html.js';
import { placeInWords } from './outline.js';

const MAX_PROBLEMS = 2_000;
const MAX_PLACES = 20;

/** The map of applications with the problems between them: the page of the graph. */
export function organizationToHtml(report: OrganizationReport, _: object, map: GraphDocument): Promise<string> {
  const { tool, summary, counts, diagnostics, problems } = report;
  const boxes = new Boxes(map);
  const references = {
    exact: counts.resolved - counts.possiblyResolved,
    inferred: counts.possiblyResolved,
    external: counts.references - counts.resolved,
    unknown: 0,
  };
  const head = {
    title: 'Map of applications',
    totals: `${counted(counts.applications, 'application')} · ${counted(counts.stacks, 'stack')} · ${counted(counts.definitions, 'definition')}`,
    references,
  };
  return graphToHtml(
    {
      graph: map,
      report: {
        version: 1,
        tool: { name: 'synthcheck', version: tool.version },
        assemblies: [],
        summary: { ...summary, suppressed: 0, baselined: 0 },
        findings: problems.slice(0, MAX_PROBLEMS).map((problem, index) => toFinding(problem, index, boxes)),
        diagnostics,
      },
      sources: [],
      applications: head,
    },
    head.title,
  );
}

/** The boxes of the map: an application has one in each of its environments. */
class Boxes {
  readonly #boxes: ReadonlyMap<string, readonly GraphDocument['stacks'][number][]>;

  constructor({ stacks }: GraphDocument) {
    this.#boxes = groupBy(stacks, ({ name }) => name);
  }

  /** The box of an application in the environment of what a problem is about, or else its first. */
  find(application: string, key: OrganizationProblem['key']): Finding['stack'] {
    const all = this.#boxes.get(application) ?? [];
    const box = all.find(({ assembly }) => key !== null && assembly === environmentOf(key)) ?? all[0];
    const { id, account, region, assembly } = box ?? { id: application, account: null, region: null, assembly: '' };
    return { id, name: application, account, region, assembly };
  }
}

/** The page shows problems as it does findings, beside the box of an application. */
function toFinding({ kind, severity, message, fix, places, applications, key }: OrganizationProblem, index: number, boxes: Boxes): Finding {
  const [first, ...others] = places;
  const describe = (place: OrganizationPlace | undefined, application: string) => ({
    stack: boxes.find(application, key),
    resource: null,
    propertyPath: [],
    template: { file: '', line: 1, column: 1 },
    source:
      place === undefined || place.file === null || place.line === null
        ? null
        : { file: place.file, line: place.line, column: null, approximate: true },
  });
  return {
    checkId: kind,
    severity,
    message,
    fix,
    docs: '',
    fingerprint: String(index),
    ...describe(first, first?.application ?? applications[0] ?? ''),
    related: others.slice(0, MAX_PLACES).map((place) => ({ message: placeInWords(place), ...describe(place, place.application) })),
  };
}
