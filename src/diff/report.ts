import type {
  Finding,
  PropertyPath,
  Report,
  ReportDiagnostic,
  ReportResource,
  ReportStack,
  Source,
  TemplatePosition,
} from '../finding/report.js';

/** What a change does to what is deployed, worst first. */
export const CONSEQUENCES = [
  /** A resource that holds something is deleted, or replaced by an empty one. Also with a final snapshot: what uses it has no data. */
  'data-loss',
  /** It stays behind, outside of any stack, and nothing uses it any more. */
  'orphaned',
  /** CloudFormation makes a new one and deletes the old one. */
  'replaced',
  /** Whether it is replaced depends on what the service sees. */
  'may-be-replaced',
  'removed',
  'changed',
  /** Nothing but the code or files of its asset changed. */
  'code',
  'added',
  /** Nothing that is deployed: metadata, the order of creation. */
  'metadata',
] as const;
export type Consequence = (typeof CONSEQUENCES)[number];

export const SECURITY_DIRECTIONS = ['broadened', 'changed', 'narrowed', 'weakened', 'strengthened'] as const;

/** `carried`: nothing in its template entry changed, but what it refers to is replaced. */
export type ChangeKind = 'added' | 'removed' | 'changed' | 'renamed' | 'moved' | 'carried';

/** What CloudFormation does when a property changes. `unknown`: the type is not in the specification, or is a custom resource. */
export type Impact = 'replace' | 'may-replace' | 'update' | 'unknown';

/** What two assemblies differ in. The same input always gives the same bytes. `schemas/diff.schema.json` describes it. */
export interface DiffReport {
  readonly version: 1;
  readonly tool: { readonly name: 'synthcheck'; readonly version: string };
  readonly before: DiffAssembly;
  readonly after: DiffAssembly;
  /** The configuration file that applied. Left out when there was none. */
  readonly configuration?: Report['configuration'];
  readonly summary: DiffSummary;
  readonly stacks: readonly StackChange[];
  /** Worst consequence first, then by stack and logical id. */
  readonly resources: readonly ResourceChange[];
  readonly security: readonly SecurityChange[];
  readonly deployment: Deployment;
  /** `unchanged` is null when nothing was checked, because the two assemblies are the same byte for byte. */
  readonly findings: { readonly new: readonly Finding[]; readonly fixed: readonly Finding[]; readonly unchanged: number | null };
  /** What differs and changes nothing, counted. */
  readonly folded: readonly Folded[];
  readonly diagnostics: readonly ReportDiagnostic[];
}

export interface DiffAssembly {
  readonly path: string;
  readonly manifestVersion: string | null;
  readonly stacks: number;
  readonly nestedStacks: number;
  readonly resources: number;
  readonly regions: readonly string[];
}

export interface DiffSummary {
  readonly stacks: Readonly<Record<StackChangeKind | 'unchanged', number>>;
  readonly resources: Readonly<Record<Consequence, number>>;
  readonly security: Readonly<Record<(typeof SECURITY_DIRECTIONS)[number], number>>;
  /** `stale`: consumers that keep an old value; they are `careful`, too. */
  readonly deployment: { readonly blocked: number; readonly careful: number; readonly stale: number };
  readonly findings: { readonly new: number; readonly fixed: number; readonly unchanged: number | null };
  readonly folded: number;
  /** What a baseline keeps out of the report. */
  readonly accepted: number;
  readonly isDestructive: boolean;
  readonly isBroadening: boolean;
  readonly hasChanges: boolean;
}

/** `renamed`: another artifact id for the same CloudFormation stack. `moved`: another name, region or account, so another stack. */
export type StackChangeKind = 'added' | 'removed' | 'moved' | 'renamed' | 'changed';

export interface StackChange {
  readonly change: StackChangeKind;
  readonly before: ReportStack | null;
  readonly after: ReportStack | null;
  readonly message: string;
  readonly fix: string | null;
  readonly resources: number;
  /** Resources in it that hold data, when the stack is removed or moved. */
  readonly stateful: readonly ReportResource[];
  /** Its own settings and the parts of its template that are no resources. */
  readonly parts: readonly TemplatePartChange[];
}

export interface TemplatePartChange {
  readonly section: 'Outputs' | 'Parameters' | 'Conditions' | 'Mappings' | 'stack';
  readonly name: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** Name of the export, for an output that has one. */
  readonly exportName: string | null;
}

export interface DiffPlace {
  readonly stack: ReportStack;
  readonly resource: ReportResource;
  readonly physicalName: string | null;
  readonly template: TemplatePosition;
  readonly source: Source;
}

export interface ResourceChange {
  readonly change: ChangeKind;
  readonly consequence: Consequence;
  /** Null for what is added. */
  readonly before: DiffPlace | null;
  /** Null for what is removed. */
  readonly after: DiffPlace | null;
  /** What happens, and why. */
  readonly message: string;
  readonly fix: string | null;
  readonly properties: readonly PropertyChange[];
  /** Changed properties that are left out because there are too many. */
  readonly omitted: number;
  /** What it refers to and is replaced, for what is replaced only because of that. */
  readonly cause: DiffPlace | null;
  /** Resources that refer to it, when it is replaced: they are updated with it. */
  readonly consumers: number;
}

export interface PropertyChange {
  readonly path: PropertyPath;
  readonly change: 'added' | 'removed' | 'changed';
  readonly impact: Impact;
  /** As a person would write it; null when absent, `(hidden)` when it looks secret. */
  readonly before: string | null;
  readonly after: string | null;
}

export type SecurityArea =
  | 'permissions'
  | 'network'
  | 'public-access'
  | 'encryption'
  | 'deletion-protection'
  | 'deletion-policy'
  | 'recovery';

export interface SecurityChange {
  readonly area: SecurityArea;
  /** Broadened, narrowed, or changed when it is not known which: who may do what, or reach what. Weakened and strengthened: protection. */
  readonly direction: (typeof SECURITY_DIRECTIONS)[number];
  /** The role, user, group or resource that it is about. */
  readonly subject: string;
  readonly place: DiffPlace | null;
  readonly message: string;
  /** Grants or rules that come and go, one a line. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Whether the subject itself is new. */
  readonly isNew: boolean;
}

export interface Deployment {
  /** Stacks that `cdk deploy` changes, in an order in which it may do so. */
  readonly order: readonly { readonly stack: ReportStack; readonly change: 'added' | 'moved' | 'changed' }[];
  readonly problems: readonly DeploymentProblem[];
  /** Where the deployment stops, when a problem is `blocked` in whatever order independent stacks are deployed. */
  readonly failure: DeploymentFailure | null;
  readonly links: { readonly added: readonly LinkChange[]; readonly removed: readonly LinkChange[] };
}

export type ProblemKind =
  | 'export-in-use'
  /** The same for a layer version, a task definition, …: each build changes what is exported. */
  | 'revision-in-use'
  | 'name-collision'
  /** Something else that only one resource can have: a record of a zone, a port or target group of a load balancer, a range of a VPC. */
  | 'identity-taken'
  /** A custom resource of the CDK deletes a record that is in use. */
  | 'record-deleted'
  /** A custom resource of the CDK deletes the content of a bucket or repository that stays, or its settings. */
  | 'content-deleted'
  /** Something that stays keeps CloudFormation from deleting it. */
  | 'deletion-held'
  | 'type-changed'
  | 'service-token-changed'
  | 'replica-set'
  | 'replica-with-key'
  | 'update-refused'
  | 'stale-consumer';

export interface DeploymentProblem {
  readonly kind: ProblemKind;
  /** `blocked`: the deployment fails. `careful`: it may fail, or leaves something behind. */
  readonly level: 'blocked' | 'careful';
  readonly place: DiffPlace | null;
  readonly stack: ReportStack;
  readonly message: string;
  readonly fix: string;
  /** Deployments that lead to the new version one after the other, each as what to change and the command; empty when `fix` says all. */
  readonly sequence: readonly string[];
}

/** The first stack of the order that CloudFormation does not deploy, and what is there then. */
export interface DeploymentFailure {
  readonly stack: ReportStack;
  /** Its place in `order`, from 1. */
  readonly step: number;
  /** `rejected`: nothing of the stack is changed. `rolled-back`: what was changed until then is taken back. */
  readonly outcome: 'rejected' | 'rolled-back';
  /** Stacks before it in the order: they stay as they are deployed. */
  readonly deployed: readonly ReportStack[];
  /** Stacks behind it in the order: `cdk deploy` does not come to them. */
  readonly pending: readonly ReportStack[];
  /** What the rollback leaves, when CloudFormation came to it before the failure. */
  readonly leftBehind: readonly { readonly place: DiffPlace | null; readonly message: string }[];
}

/** References from one stack to another. */
export interface LinkChange {
  readonly from: ReportStack;
  readonly to: ReportStack;
  readonly kind: string;
  readonly isCrossRegion: boolean;
  /** The exports, outputs, parameters or names. */
  readonly names: readonly string[];
}

export type FoldedKind =
  /** The same resource, referred to in another way. */
  | 'reference-form'
  /** The same elements in another order. */
  | 'order'
  /** Hashes of assets in places that are not code: templates of nested stacks, legacy parameters. */
  | 'asset-hash'
  /** `Lambda::Version`, `ApiGateway::Deployment`: new with every change of what they belong to. */
  | 'revision'
  /** What the CDK writes about itself. */
  | 'cdk'
  /** Functions that the CDK itself adds, and what it lets them do, which change with its version. */
  | 'cdk-handler'
  /** References that follow a renamed resource. */
  | 'follows'
  /** Values that make a custom resource run at every deployment. */
  | 'trigger';

export interface Folded {
  readonly kind: FoldedKind;
  readonly count: number;
  /** A few of them, as construct paths or logical ids. */
  readonly examples: readonly string[];
}
