import type { Diagnostic } from '../diagnostic.js';
import type { Json, JsonObject } from './json-value.js';
import type { ConstructMetadata } from './metadata.js';

export type { Json, JsonObject } from './json-value.js';

/** Where a stack is deployed. A part that the app left open is undefined. */
export interface Environment {
  readonly account: string | undefined;
  readonly region: string | undefined;
}

/** What `cdk synth` wrote: one folder with a manifest, and the assemblies nested in it (one a stage). Or templates that have no manifest. */
export interface CloudAssembly {
  readonly origin: 'cdk' | 'templates';
  /** Whether `dependencies` of stacks are all there is to their order. False for templates when nothing says in which order they are deployed. */
  readonly isOrderKnown: boolean;
  /** False when a part of it could not be read: what is missing may be there. */
  readonly isWhole: boolean;
  /** The folder as the user named it. */
  readonly path: string;
  /** The real absolute path of the folder; nothing outside it is read. */
  readonly root: string;
  /** Its files, when it was read from a pack; `root` is the pack then. */
  readonly packed?: ReadonlyMap<string, Uint8Array & { toString(encoding: 'utf8'): string }> | undefined;
  /** Version of the manifest's schema as written (`55.0.0`), undefined when it has none. */
  readonly manifestVersion: string | undefined;
  /** All stacks: of this assembly, of its stages, and nested ones (after their parent), in the order of the manifest. */
  readonly stacks: readonly Stack[];
  /** Context lookups that were not done, so that templates hold dummy values (`missing` in the manifest). */
  readonly missingContext: readonly MissingContext[];
  readonly diagnostics: readonly Diagnostic[];
  /** Modification time of the root manifest, in milliseconds; 0 for templates. */
  readonly manifestModified: number;
}

export interface MissingContext {
  readonly key: string;
  readonly provider: string;
  /** What stands in the templates in place of what was not looked up. Newer versions of the CDK write it down. */
  readonly dummies: readonly string[];
}

/** One template and where it is deployed: a stack artifact of the manifest, or a nested stack. */
export interface Stack {
  /** Artifact id; for a nested stack the parent's id, `/`, and the logical id of its `AWS::CloudFormation::Stack`. Unique in the assembly. */
  readonly id: string;
  /** CloudFormation's name of the stack (`ProdUse1-Data`); a nested stack has its parent's name and `/` and its logical id, since CloudFormation makes it up. */
  readonly name: string;
  /** True when nothing names the stack, and its name is taken from the file: whoever deploys the template may choose another. */
  readonly isNameAssumed: boolean;
  /** What CDK calls the stack on its command line: `ProdUse1/Data`. */
  readonly displayName: string;
  readonly environment: Environment;
  /** The stack and logical id that this nested stack is a resource of. */
  readonly parent: { readonly stack: Stack; readonly logicalId: string } | undefined;
  /** Path of the template below the assembly's root, with `/`: `assembly-Prod/Data.template.json`. */
  readonly templateFile: string;
  readonly template: Template;
  /** Stacks that the manifest says are deployed before this one (direct ones). A nested stack has none of its own. */
  readonly dependencies: readonly Stack[];
  readonly terminationProtection: boolean;
  readonly tags: ReadonlyMap<string, string>;
  /** ARNs of the topics that the stack is deployed with, as the manifest has them. */
  readonly notificationArns: readonly string[];
  /** Values that the manifest gives to the template's parameters. */
  readonly parameterValues: ReadonlyMap<string, string>;
  /** Assets this stack's asset manifest lists (of the artifact; nested stacks share their parent's). */
  readonly assets: readonly Asset[];
  /** Construct paths, annotations and creation traces. Reads its file when first asked. */
  readonly constructs: ConstructMetadata;
  /** The folder below the root that holds this stack's manifest: `''`, or `assembly-Prod`. */
  readonly directory: string;
  readonly assembly: CloudAssembly;
}

export interface Asset {
  readonly id: string;
  readonly kind: 'file' | 'docker-image';
  /** Path below the assembly's root, or undefined when the asset is made by a command or lies outside. */
  readonly source: string | undefined;
  /** False when the manifest names a source that is not on disk. Undefined when it cannot be known. */
  readonly exists: boolean | undefined;
  readonly destinations: readonly { readonly bucketOrRepository: string; readonly region: string | undefined }[];
}

/** A parsed template. Sections that are absent or malformed are empty. */
export interface Template {
  readonly resources: ReadonlyMap<string, ResourceDeclaration>;
  readonly parameters: ReadonlyMap<string, JsonObject>;
  readonly outputs: ReadonlyMap<string, JsonObject>;
  readonly conditions: ReadonlyMap<string, Json>;
  readonly mappings: ReadonlyMap<string, JsonObject>;
  /** `Metadata` of the template as a whole. */
  readonly metadata: JsonObject;
  /** Names of the transforms (`AWS::Serverless-2016-10-31`): resources may appear that the template does not show. */
  readonly transforms: readonly string[];
  /** `Globals` of a template of the AWS Serverless Application Model. */
  readonly globals?: JsonObject;
  /** Keys under `Resources` that are not resources (`Fn::ForEach::…`, `Fn::Transform`). */
  readonly generators: readonly string[];
  /** Whether `{{resolve:…}}` stands anywhere in the text. */
  readonly hasDynamicReferences: boolean;
  /** Whether twelve digits that may be an account stand anywhere in the text. */
  readonly hasAccountNumbers: boolean;
  /** Whether the ARN of an inference profile of Bedrock may stand anywhere in the text. */
  readonly hasInferenceProfiles: boolean;
  /** Whether a token of the CDK, a text that JavaScript writes for a missing value, or the dummy of a lookup may stand anywhere in the text. */
  readonly mayHaveTokens: boolean;
  /** Whether an ARN of a partition other than `aws`, or one of S3 or IAM that has a region, may stand anywhere in the text. */
  readonly mayHaveOddArns: boolean;
  /** Size of the text, in bytes. */
  readonly bytes: number;
  readonly format: 'json' | 'yaml';
  /** Where the template stands in its file, when that holds more. */
  readonly at?: readonly string[];
}

/** One entry of `Resources`, as written. */
export interface ResourceDeclaration {
  readonly type: string;
  /** The whole entry. */
  readonly raw: JsonObject;
  /** Where the template asks for it, below `Resources`, when a transformation makes it. */
  readonly writtenAt?: readonly (string | number)[];
}
