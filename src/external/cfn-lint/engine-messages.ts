/** What a worker is given at its start. */
export interface EngineWork {
  /** Where the engine is looked for from. */
  readonly packageFile: string;
  readonly jobs: readonly EngineJob[];
  readonly regoRules: readonly RuleSource[];
  readonly guardRules: readonly RuleSource[];
}

export interface RuleSource {
  readonly name: string;
  readonly content: string;
}

/** One template in one environment. */
export interface EngineJob {
  readonly key: string;
  readonly file: string;
  readonly text: string;
  readonly account: string | undefined;
  readonly region: string | undefined;
  readonly exclude: RuleFilter;
}

export interface RuleFilter {
  readonly ids: readonly string[];
  readonly services: readonly { readonly ruleId: string; readonly service: string }[];
}

/** What a worker says of each job, as soon as it knows. */
export type EngineAnswer = { readonly key: string; readonly result: EngineResult } | { readonly key: string; readonly failure: string };

export interface EngineResult {
  readonly status: 'OK' | 'ANALYSIS_INCOMPLETE' | 'ERROR';
  readonly diagnostics: readonly EngineDiagnostic[];
}

export interface EngineDiagnostic {
  readonly ruleId: string;
  readonly severity?: string | undefined;
  readonly message: string;
  /** Of a resource. */
  readonly logicalId?: string | undefined;
  /** From the resource's entry; without one from the template's root. */
  readonly propertyPath?: string | undefined;
  readonly suggestedFix?: string | undefined;
  readonly documentationUrl?: string | undefined;
  readonly startLine?: number | undefined;
}
