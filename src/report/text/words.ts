import { andList } from '../../and-list.js';
import { counted, grouped } from '../../counted.js';
import type { Finding, RelatedPlace, Report, ReportStack } from '../../finding/report.js';
import { groupBy } from '../../group-by.js';
import { tableOf } from '../../table-of.js';

/** `Data (482731905566/us-east-1)`; what the app left open is left out. */
export function formatStack({ name, account, region }: ReportStack): string {
  const environment = [account, region].filter((part) => part !== null).join('/');
  return environment === '' ? name : `${name} (${environment})`;
}

const SECTIONS: Readonly<Record<string, string>> = tableOf({
  Outputs: 'output',
  Parameters: 'parameter',
  Conditions: 'condition',
  Mappings: 'mapping',
});

/** The construct path; without one, what stands in the template; for an output and the like its kind and name; for a stack its name. */
export function formatSubject({ resource, stack, propertyPath: [section, name] }: Subject): string {
  if (resource === null) {
    const kind = SECTIONS[String(section)];
    return kind === undefined || name === undefined ? `stack ${stack.name}` : `${kind} ${name} of ${stack.name}`;
  }
  return resource.constructPath ?? `${resource.type} ${resource.logicalId}`;
}

type Subject = Pick<RelatedPlace, 'resource' | 'stack' | 'propertyPath'>;

/** `cdk.out/Data.template.json:41:5`. */
export function formatTemplatePlace({ stack, template }: Pick<RelatedPlace, 'stack' | 'template'>): string {
  const folder = stack.assembly === '.' ? '' : `${stack.assembly.replace(/\/$/, '')}/`;
  return `${folder}${template.file}:${template.line}:${template.column}`;
}

/** `2 errors, 1 warning (3 suppressed, 4 in the baseline)`; `no findings`; `nothing was checked` when no stack could be read. */
export function findingsInWords({ summary, assemblies }: Report): string {
  const parts = [
    summary.error > 0 ? counted(summary.error, 'error') : '',
    summary.warning > 0 ? counted(summary.warning, 'warning') : '',
    summary.info > 0 ? `${grouped(summary.info)} info` : '',
  ].filter(Boolean);
  const left = [
    summary.suppressed > 0 ? `${grouped(summary.suppressed)} suppressed` : '',
    summary.baselined > 0 ? `${grouped(summary.baselined)} in the baseline` : '',
  ].filter(Boolean);
  const shown = parts.length > 0 ? parts.join(', ') : hasNoStack(assemblies) ? 'nothing was checked' : 'no findings';
  return left.length === 0 ? shown : `${shown} (${left.join(', ')})`;
}

function hasNoStack(assemblies: Report['assemblies']): boolean {
  return assemblies.every(({ stacks }) => stacks === 0);
}

/** `2 errors in 7 stacks (38 resources) in us-east-1`, or `nothing was checked`. */
export function resultInWords(report: Report, isDetailed = false): string {
  const found = findingsInWords(report);
  return hasNoStack(report.assemblies) ? found : `${found} in ${scopeInWords(report, isDetailed)}`;
}

/** `7 stacks (1 nested, 38 resources) in us-east-1 and us-east-2`, and in detail what became of the references. */
export function scopeInWords({ assemblies }: Report, isDetailed = false): string {
  const sum = (count: (assembly: Report['assemblies'][number]) => number) =>
    assemblies.reduce((total, assembly) => total + count(assembly), 0);
  const regions = [...new Set(assemblies.flatMap(({ regions }) => regions))].sort();
  const unknown = sum(({ links }) => links.unknown);
  const references = isDetailed
    ? [
        `${counted(
          sum(({ links }) => links.exact),
          'reference',
        )} between resources`,
        `${sum(({ links }) => links.inferred)} inferred from names`,
        `${sum(({ links }) => links.external)} to what is outside of this app`,
        `${unknown} that cannot be followed`,
      ]
    : unknown > 0
      ? [`${counted(unknown, 'reference')} cannot be followed (\`synthcheck graph --explain-links\` lists them)`]
      : [];
  const nested = sum(({ nestedStacks }) => nestedStacks);
  const conditional = sum((assembly) => assembly.conditional ?? 0);
  const contents = [
    nested > 0 ? `${nested} nested` : '',
    counted(
      sum(({ resources }) => resources),
      'resource',
    ),
    conditional > 0 ? `${conditional} of them under a condition that cannot be decided` : '',
  ].filter(Boolean);
  const stacks = counted(
    sum(({ stacks, nestedStacks }) => stacks + nestedStacks),
    'stack',
  );
  const where = regions.length === 0 ? '' : ` in ${andList(regions)}`;
  const over = assemblies.length > 1 ? `${assemblies.length} assemblies: ` : '';
  return `${over}${stacks} (${contents.join(', ')})${where}${references.length === 0 ? '' : `; ${references.join(', ')}`}`;
}

/** Findings of one severity and check together: the worst first, then by id. */
export function groupFindings(findings: readonly Finding[]): readonly (readonly [Finding, ...Finding[]])[] {
  const groups = groupBy(findings, ({ severity, checkId }) => `${severity} ${checkId}`);
  // Findings come with the worst first, and sorting keeps the order of what is equal.
  const severities = [...new Set(findings.map(({ severity }) => severity))];
  return [...groups.values()].sort(
    ([a], [b]) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || (a.checkId < b.checkId ? -1 : 1),
  );
}
