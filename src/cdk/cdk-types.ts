/** The part of CDK's validation interface that is used, so that no version of aws-cdk-lib is needed: `IPolicyValidationPlugin` and its older `…Beta1` both fit. */
export interface ValidationContext {
  /** Absolute paths of the templates of all stacks that the plugin was registered for. */
  readonly templatePaths: readonly string[];
}

export interface ValidationReport {
  readonly success: boolean;
  readonly violations: Violation[];
  readonly pluginVersion?: string;
}

export interface Violation {
  readonly ruleName: string;
  readonly description: string;
  readonly severity: string;
  readonly fix?: string;
  readonly violatingResources: ViolatingResource[];
}

export interface ViolatingResource {
  /** Empty for a stack or another construct. */
  readonly resourceLogicalId: string;
  readonly templatePath: string;
  readonly locations: string[];
  /** For what is no resource. */
  readonly constructPath?: string;
}
