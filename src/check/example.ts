import type { JsonObject } from '../assembly/model.js';

/** A small cloud assembly, written out: what a check's documentation shows and its tests run. */
export interface Example {
  readonly [stack: string]: ExampleStack;
}

interface ExampleTemplate {
  readonly resources?: JsonObject;
  readonly outputs?: JsonObject;
  readonly parameters?: JsonObject;
  readonly conditions?: JsonObject;
  readonly mappings?: JsonObject;
  /** By the logical id of the `AWS::CloudFormation::Stack` that is added to the template. */
  readonly nested?: Readonly<Record<string, ExampleNestedStack>>;
}

interface ExampleNestedStack extends ExampleTemplate {
  /** What the parent gives to its parameters. */
  readonly parameterValues?: JsonObject;
}

export interface ExampleStack extends ExampleTemplate {
  /** None: the stack is not tied to a region. */
  readonly region?: string;
  /** `482731905566` when it is left out. */
  readonly account?: string;
  /** CloudFormation's name, when it differs from the id. */
  readonly name?: string;
  /** Ids of stacks that are deployed before. */
  readonly dependencies?: readonly string[];
  readonly terminationProtection?: boolean;
  readonly tags?: Readonly<Record<string, string>>;
  readonly notificationArns?: readonly string[];
  /** What the CDK writes about constructs: entries by construct path (`Web/Site`). */
  readonly metadata?: Readonly<Record<string, readonly JsonObject[]>>;
  /** Files that the asset manifest lists, and whether they are there. */
  readonly assets?: Readonly<Record<string, boolean>>;
  /** Keys of context lookups that were not done for this stack. */
  readonly missingContext?: readonly string[];
}
