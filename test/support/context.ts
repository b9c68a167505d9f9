import type { Finding } from '../../src/finding/report.js';
import type { GraphDocument } from '../../src/graph/document.js';
import type { ReportContext } from '../../src/report/reporter.js';

/** What reporters may know besides the report: nothing, or what is said. */
export function contextOf(parts: Partial<ReportContext> = {}): ReportContext {
  return {
    colors: false,
    width: 80,
    sourceLine: () => undefined,
    fileUrl: () => undefined,
    verbose: false,
    showSource: (file) => file,
    checks: new Map(),
    stacks: [],
    suppressed: () => [],
    exitCode: 1,
    failing: ['error'],
    appOf: () => ({}),
    linkTo: () => undefined,
    showValues: false,
    elsewhere: '`synthcheck` prints all of them',
    checkAgain: 'npx cdk synth --quiet && npx synthcheck',
    graph: () => NO_GRAPH,
    ...parts,
  };
}

/** A check that is known by its description only. */
export function checkOf(id = 's3/replication-destination-unversioned', severity: Finding['severity'] = 'error') {
  return {
    id,
    title: 'Replication to a bucket without versioning',
    severity,
    docs: { why: 'S3 rejects it.', fix: 'Write `versioned: true`.', sources: ['https://docs.aws.amazon.com/s3'], bad: {}, good: {} },
  } as const;
}

export const NO_GRAPH: GraphDocument = {
  version: 1,
  stacks: [],
  resources: [],
  links: [],
  stackLinks: [],
  unresolved: [],
  deployment: { needs: [], cycles: [] },
};
