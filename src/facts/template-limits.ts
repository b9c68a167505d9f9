/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
export const TEMPLATE_LIMITS = {
  resources: 500,
  parameters: 200,
  outputs: 200,
  mappings: 200,
  dynamicReferences: 60,
  /** Of a template that is read from a bucket, as the CDK has it read. */
  bytes: 1_048_576,
  /** Of all templates of a stack and the stacks nested in it together. */
  resourcesOfHierarchy: 2_500,
} as const;
