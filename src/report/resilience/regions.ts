import { counted } from '../../counted.js';
import { groupBy } from '../../group-by.js';
import type { RegionReport, RegionsReport } from '../../resilience/regions/report.js';
import type { TieKind } from '../../resilience/regions/ties.js';
import { shortList } from '../../short-list.js';
import { escapeControlCharacters } from '../text/escape.js';
import { createLayout, type Layout } from '../text/layout.js';
import { safeJson } from '../text/safe-json.js';

/** For one, and for several. */
const KINDS: Readonly<Record<TieKind, readonly [string, string]>> = {
  certificate: ['certificate of its region', 'certificates of its region'],
  ARN: ['ARN of its region', 'ARNs of its region'],
  endpoint: ['endpoint of its region', 'endpoints of its region'],
  zone: ['availability zone', 'availability zones'],
  image: ['image (AMI), which has another id in each region', 'images (AMIs), which have other ids in each region'],
  id: ['id that the region gave out', 'ids that the region gave out'],
  map: ['mapping without the region', 'mappings without the region'],
  name: ['name that holds the region', 'names that hold the region'],
};
const MOST_SHOWN = 5;

export function regionsToJson(report: RegionsReport): string {
  return `${safeJson(report, 2)}\n`;
}

export function regionsToTerminal(
  { regions, tables }: RegionsReport,
  options: { readonly colors: boolean; readonly width: number },
): string {
  const layout = createLayout(options);
  const parts =
    regions.length === 1 ? regions.flatMap((region) => regionLines(region, layout)) : regions.map((region) => summaryLine(region, layout));
  return `${[...parts, '', `From the tables of ${tables.package} ${tables.version}: services that came to a region since then are missing.`].join('\n')}\n`;
}

/** One line for each region. */
function summaryLine({ region, isKnown, types, classes }: RegionReport, layout: Layout): string {
  if (!isKnown) return `${region.padEnd(16)}${layout.style('dim', 'unknown')}`;
  if (types.length + classes.length === 0) return `${region.padEnd(16)}${layout.style('green', 'nothing is missing')}`;
  const missing = [...types.map(({ type }) => type), ...new Set(classes.map(({ name }) => name))];
  return `${region.padEnd(16)}${layout.style('yellow', `${missing.length} missing`)}  ${escapeControlCharacters(shortList(missing, MOST_SHOWN))}`;
}

function regionLines({ region, isKnown, types, classes, ties }: RegionReport, layout: Layout): readonly string[] {
  const lacks = !isKnown
    ? [`The tables have no data about ${region}.`]
    : types.length + classes.length === 0
      ? [`${region} has all resource types and instance classes of the templates, as far as they are known.`]
      : [layout.style('bold', `${region} does not have`)];
  const byKind = groupBy(ties, ({ kind }) => kind);
  return [
    ...lacks,
    ...types.map(({ type, resources }) => row(escapeControlCharacters(type), resources, layout)),
    ...classes.map(({ name, at }) => row(name, [at], layout)),
    ...(ties.length === 0 ? [] : ['', layout.style('bold', 'What ties the templates to their own region')]),
    ...[...byKind].flatMap(([kind, found]) => [
      `  ${counted(found.length, ...KINDS[kind])}`,
      ...found
        .slice(0, MOST_SHOWN)
        .map(({ text, stack, path }) =>
          layout.style('dim', `    ${escapeControlCharacters(text)}  ${escapeControlCharacters(`${placeIn(path)}, stack ${stack}`)}`),
        ),
      ...(found.length > MOST_SHOWN ? [layout.style('dim', `    and ${found.length - MOST_SHOWN} more`)] : []),
    ]),
  ];
}

/** `Replicas[0].Region of Orders`, as in all reports. */
function placeIn(path: string): string {
  const [, logicalId, property] = /^Resources\.([^.]+)\.Properties\.(.+)$/s.exec(path) ?? [];
  const shown = (property ?? path).replace(/\.(\d+)(?=\.|$)/g, '[$1]');
  return logicalId === undefined ? shown : `${shown} of ${logicalId}`;
}

function row(name: string, resources: readonly string[], layout: Layout): string {
  return `  ${name}  ${layout.style('dim', escapeControlCharacters(shortList(resources, MOST_SHOWN)))}`;
}
