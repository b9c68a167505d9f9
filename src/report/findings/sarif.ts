import type { Invocation, Log, Notification, ReportingDescriptor, Result, ToolComponent } from 'sarif';
import { formatPath } from '../../finding/format-path.js';
import type { Finding, Report, ReportDiagnostic } from '../../finding/report.js';
import type { ReportContext, SuppressedFinding } from '../reporter.js';
import { safeJson } from '../text/safe-json.js';
import { formatStack, formatTemplatePlace } from '../text/words.js';
import { escapeSarif, toLocation, toRelatedLocations } from './sarif-locations.js';
import { LEVELS, toRule } from './sarif-rules.js';

type Context = Pick<ReportContext, 'appOf' | 'checks' | 'exitCode' | 'homepage' | 'suppressed'> &
  Partial<Pick<ReportContext, 'sourceLine' | 'fixCodes'>>;

/** https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html, with what GitHub's code scanning asks for. */
export function reportSarif(report: Report, context: Context): string {
  const all: readonly (Finding | SuppressedFinding)[] = [...report.findings, ...context.suppressed()];
  const ruleIds = [...new Set(all.map(({ checkId }) => checkId))].sort();
  const rules: readonly ReportingDescriptor[] = ruleIds.map((id) =>
    toRule(id, context.checks.get(id), all.find(({ checkId }) => checkId === id) as Finding, context.fixCodes?.(id)),
  );
  const seen = new Set<string>();
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: toDriver(report, context, rules) },
        columnKind: 'utf16CodeUnits',
        language: 'en',
        originalUriBaseIds: { SRCROOT: { description: { text: 'The root of the repository.' } } },
        invocations: [toInvocation(report, context)],
        results: all.map((finding) => toResult(finding, ruleIds.indexOf(finding.checkId), seen, context)),
      },
    ],
  };
  return `${safeJson(log, 2)}\n`;
}

function toDriver({ tool }: Report, { homepage }: Context, rules: readonly ReportingDescriptor[]): ToolComponent {
  return {
    name: tool.name,
    semanticVersion: tool.version,
    ...(homepage !== undefined && { informationUri: homepage }),
    rules: [...rules],
  };
}

function toResult(finding: Finding | SuppressedFinding, ruleIndex: number, seen: Set<string>, context: Context): Result {
  const { checkId, severity, message, fix, fingerprint, stack, propertyPath } = finding;
  const location = toLocation(finding, context);
  const line = JSON.stringify([checkId, location.physicalLocation]);
  const isFirst = !seen.has(line);
  seen.add(line);
  return {
    ruleId: checkId,
    ruleIndex,
    kind: 'fail',
    level: LEVELS[severity],
    message: { text: escapeSarif(fix === '' ? message : `${message}\nFix: ${fix}`) },
    locations: [location],
    ...(finding.related.length > 0 && { relatedLocations: [...toRelatedLocations(finding.related, context)] }),
    // GitHub makes this hash of the line itself, and complains about one of ours; but of several results of a check on one line it would keep one.
    partialFingerprints: { 'synthcheck/v1': fingerprint, ...(!isFirst && { primaryLocationLineHash: fingerprint }) },
    ...('reason' in finding && { suppressions: [toSuppression(finding)] }),
    properties: {
      stack: formatStack(stack),
      ...(propertyPath.length > 0 && { property: formatPath(propertyPath) }),
      template: formatTemplatePlace(finding),
    },
  };
}

function toSuppression({ reason }: SuppressedFinding): NonNullable<Result['suppressions']>[number] {
  return { kind: 'external', status: 'accepted', ...(reason !== null && { justification: escapeSarif(reason) }) };
}

function toInvocation({ diagnostics }: Report, { exitCode }: Context): Invocation {
  const meaning = ['nothing to fail on was found', 'findings', 'something could not be checked'][exitCode];
  return {
    executionSuccessful: exitCode !== 2,
    exitCode,
    ...(meaning !== undefined && { exitCodeDescription: meaning }),
    toolExecutionNotifications: diagnostics.map(toNotification),
  };
}

function toNotification({ severity, message, file }: ReportDiagnostic): Notification {
  return { level: LEVELS[severity], message: { text: escapeSarif(file === undefined ? message : `${file}: ${message}`) } };
}
