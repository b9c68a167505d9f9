import type { Severity } from '../check/problem.js';
import type { ReportDiagnostic } from '../finding/report.js';

/** What the indexes of all applications say together: `schemas/organization.schema.json` describes it. */
export interface OrganizationReport {
  readonly version: 1;
  readonly tool: { readonly name: string; readonly version: string };
  readonly counts: OrganizationCounts;
  /** By name. */
  readonly applications: readonly IndexedApplication[];
  /** The changed applications that the report is about; null for a report on the indexes alone. */
  readonly changed: readonly string[] | null;
  /** The worst first. */
  readonly problems: readonly OrganizationProblem[];
  readonly summary: Readonly<Record<Severity, number>>;
  /** Which application uses what of which. */
  readonly edges: readonly ApplicationEdge[];
  /** In what order applications can be deployed: those of one group at the same time, after the groups before it. */
  readonly order: readonly (readonly string[])[];
  readonly diagnostics: readonly ReportDiagnostic[];
}

export interface OrganizationCounts {
  readonly applications: number;
  readonly stacks: number;
  readonly resources: number;
  readonly definitions: number;
  readonly references: number;
  /** References that some application defines. */
  readonly resolved: number;
  /** Those of them whose account or region is not known. */
  readonly possiblyResolved: number;
}

export interface IndexedApplication {
  readonly name: string;
  readonly owner: string | null;
  readonly repository: string | null;
  readonly commit: string | null;
  /** ISO 8601. */
  readonly synthesizedAt: string | null;
}

export interface ApplicationEdge {
  /** The one that refers. */
  readonly application: string;
  /** The one that defines. */
  readonly provider: string;
  readonly references: number;
  /** How many of them keep CloudFormation from removing what they name. */
  readonly blocking: number;
  readonly certain: boolean;
}

/**
 * `unresolved`: no application defines what is referred to. `duplicate`: two define what can be there once. `cycle`: applications need each
 * other. Of a change: `blocked`: CloudFormation rejects it; `breaks`: who refers to what it removes fails; `stale`: who refers keeps the
 * old value; `needs`: something of another application must be deployed before.
 */
export type ProblemKind = 'blocked' | 'breaks' | 'stale' | 'needs' | 'unresolved' | 'duplicate' | 'cycle';

export interface OrganizationProblem {
  readonly kind: ProblemKind;
  readonly severity: Severity;
  /** Whether account and region are known on both sides, so that this very thing is meant. */
  readonly certain: boolean;
  /** Null for a cycle. */
  readonly key: NamedThing | null;
  readonly message: string;
  readonly fix: string;
  /** The applications that take part, by name. */
  readonly applications: readonly string[];
  /** Who refers to it, or defines it twice; none for a cycle. */
  readonly places: readonly OrganizationPlace[];
  /** Who defines it, where somebody does and that is not the problem. */
  readonly provider: OrganizationPlace | null;
}

export interface NamedThing {
  readonly kind: string;
  readonly type: string | null;
  readonly name: string;
  readonly account: string | null;
  readonly region: string | null;
}

/** A place in an application, as far as its index says. */
export interface OrganizationPlace {
  readonly application: string;
  readonly owner: string | null;
  readonly repository: string | null;
  readonly commit: string | null;
  readonly stack: string | null;
  readonly logicalId: string | null;
  readonly construct: string | null;
  readonly property: string | null;
  readonly file: string | null;
  readonly line: number | null;
}
