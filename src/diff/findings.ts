import type { Finding } from '../finding/report.js';
import type { Sources } from '../finding/sources.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { type CheckGraphOptions, checkGraph } from '../run/check-graph.js';
import type { DiffReport } from './report.js';

export interface ComparedFindings {
  readonly findings: DiffReport['findings'];
  readonly failures: ReturnType<typeof checkGraph>['failures'];
  readonly sources: Sources;
}

/** Runs the checks over both, and tells by fingerprint which findings are new. */
export function compareFindings(before: ResourceGraph, after: ResourceGraph, options: CheckGraphOptions): ComparedFindings {
  const current = checkGraph(after, options);
  const old = checkGraph(before, options);
  const fingerprints = (findings: readonly Finding[]) => new Set(findings.map(({ fingerprint }) => fingerprint));
  const [was, is] = [fingerprints(old.findings), fingerprints(current.findings)];
  const isNew = current.findings.filter(({ fingerprint }) => !was.has(fingerprint));
  return {
    findings: {
      new: isNew,
      fixed: old.findings.filter(({ fingerprint }) => !is.has(fingerprint)),
      unchanged: current.findings.length - isNew.length,
    },
    failures: [...current.failures, ...old.failures],
    sources: current.sources,
  };
}
