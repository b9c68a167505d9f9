import { formatPath } from '../../finding/format-path.js';
import type { Finding, Report, ReportDiagnostic, ReportStack } from '../../finding/report.js';
import { groupBy } from '../../group-by.js';
import type { ReportContext } from '../reporter.js';
import { escapeWorkflowCommands } from '../text/escape.js';
import { formatStack, formatSubject, formatTemplatePlace } from '../text/words.js';
import { xml } from '../text/xml.js';

type Context = Pick<ReportContext, 'checks' | 'failing'>;

/** The form that Jenkins, GitLab and Azure read: https://github.com/testmoapp/junitxml. A suite for each check; what is below `--fail-on` fails nothing. */
export function reportJunit(report: Report, context: Context): string {
  const { checks } = context;
  const byCheck = groupBy(report.findings, ({ checkId }) => checkId);
  const ids = [...new Set([...checks.keys(), ...byCheck.keys()])].sort();
  const suites = [readingSuite(report), ...ids.map((id) => checkSuite(id, byCheck.get(id) ?? [], context))];
  const sum = (key: 'tests' | 'failures' | 'errors') => suites.reduce((total, suite) => total + suite[key], 0);
  const counts = { tests: sum('tests'), failures: sum('failures'), errors: sum('errors') };
  const texts = suites.map(({ text }) => text);
  return escapeWorkflowCommands(
    `<?xml version="1.0" encoding="UTF-8"?>\n${xml('testsuites', { name: report.tool.name, ...counts }, texts)}\n`,
  );
}

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly text: string;
}

interface Case {
  readonly isFailure: boolean;
  readonly isError: boolean;
  readonly text: string;
}

function suiteOf(name: string, cases: readonly Case[]): Suite {
  const counts = {
    tests: cases.length,
    failures: cases.filter(({ isFailure }) => isFailure).length,
    errors: cases.filter(({ isError }) => isError).length,
  };
  const texts = cases.map(({ text }) => text);
  return { ...counts, text: xml('testsuite', { name, ...counts }, texts) };
}

/** A case for each stack with findings; one that passed for a check without any. */
function checkSuite(id: string, findings: readonly Finding[], { checks, failing }: Context): Suite {
  if (findings.length === 0) return suiteOf(id, [passedCase(id, checks.get(id)?.title ?? id)]);
  const byStack = groupBy(findings, ({ stack }) => keyOf(stack));
  return suiteOf(
    id,
    [...byStack.values()].map((ofStack) => stackCase(id, ofStack, failing)),
  );
}

function passedCase(classname: string, name: string): Case {
  return { isFailure: false, isError: false, text: xml('testcase', { classname, name }, []) };
}

function keyOf({ assembly, id }: ReportStack): string {
  return JSON.stringify([assembly, id]);
}

function stackCase(id: string, findings: readonly Finding[], severities: Context['failing']): Case {
  const failing = findings.filter(({ severity }) => severities.includes(severity));
  const notes = findings.filter(({ severity }) => !severities.includes(severity));
  const stack = (findings[0] as Finding).stack;
  const file = findings.find(({ source }) => source !== null)?.source?.file;
  const [first] = failing;
  const more = failing.length > 1 ? ` (and ${failing.length - 1} more)` : '';
  const parts = [
    ...(first ? [xml('failure', { message: first.message + more, type: first.severity }, [{ text: describe(failing) }])] : []),
    ...(notes.length > 0 ? [xml('system-out', {}, [{ text: describe(notes) }])] : []),
  ];
  const attributes = { classname: id, name: formatStack(stack), ...(file !== undefined && { file }) };
  return { isFailure: first !== undefined, isError: false, text: xml('testcase', attributes, parts) };
}

function describe(findings: readonly Finding[]): string {
  const texts = findings.map((finding) => {
    const { severity, message, fix, source, propertyPath, related } = finding;
    const property = propertyPath.length === 0 ? '' : `, ${formatPath(propertyPath)}`;
    return [
      `${severity}: ${message}`,
      `${source === null ? '' : `${source.file}:${source.line} `}${formatSubject(finding)}${property} (${formatTemplatePlace(finding)})`,
      ...related.map((place) => `See ${formatSubject(place)} in ${formatStack(place.stack)}: ${place.message}`),
      ...(fix === '' ? [] : [`Fix: ${fix}`]),
    ];
  });
  return texts.map((lines) => lines.join('\n')).join('\n\n');
}

/** What could not be read is an error of the run. */
function readingSuite({ assemblies, diagnostics }: Report): Suite {
  const write = ({ severity, message, file }: ReportDiagnostic): string =>
    `${severity}: ${file === undefined ? '' : `${file}: `}${message}`;
  const worst = diagnostics.find(({ severity }) => severity === 'error');
  const text = diagnostics.map(write).join('\n');
  const parts = [
    ...(worst ? [xml('error', { message: worst.message, type: 'error' }, [{ text }])] : []),
    ...(worst === undefined && text !== '' ? [xml('system-out', {}, [{ text }])] : []),
  ];
  const name = assemblies.map(({ path }) => path).join(', ');
  return suiteOf('reading', [
    { isFailure: false, isError: worst !== undefined, text: xml('testcase', { classname: 'reading', name }, parts) },
  ]);
}
