import type { Stack } from '../assembly/model.js';
import type { Resource } from '../graph/model/resource.js';
import { rootStackOf } from '../graph/model/root-stack.js';

// What whoever wrote a stack runs and writes: the CDK's, or for templates that the CDK did not write the AWS CLI's and CloudFormation's.

export function isCdk({ assembly }: Stack): boolean {
  return assembly.origin === 'cdk';
}

/** `exclusively`: without the stacks that the CDK would deploy before it. */
export function deployCommand(stack: Stack, { exclusively = false } = {}): string {
  const root = rootStackOf(stack);
  if (isCdk(root)) return `cdk deploy ${exclusively ? '--exclusively ' : ''}${root.displayName}`;
  return `aws cloudformation deploy --stack-name ${root.name} --template-file ${root.templateFile}${regionOf(root)}`;
}

/** Ends a sentence about deleting a stack: the CDK needs the app that still has it. */
export function destroyCommand(stack: Stack): string {
  return isCdk(stack)
    ? `\`cdk destroy ${stack.displayName}\` from the version before`
    : `\`aws cloudformation delete-stack --stack-name ${stack.name}${regionOf(stack)}\``;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/import-resources.html */
export function importCommand(stack: Stack): string {
  return isCdk(stack) ? '`cdk import`' : '`aws cloudformation create-change-set --change-set-type IMPORT`';
}

export function retainSetting({ stack }: Resource): string {
  return isCdk(stack) ? '`RemovalPolicy.RETAIN`' : '`DeletionPolicy: Retain`';
}

/** Keeps a resource under the logical id that it is deployed with. */
export function keepLogicalId({ stack, logicalId }: Resource): string {
  return isCdk(stack) ? `\`(construct.node.defaultChild as cdk.CfnResource).overrideLogicalId('${logicalId}')\`` : `\`${logicalId}\``;
}

function regionOf({ environment: { region } }: Stack): string {
  return region === undefined ? '' : ` --region ${region}`;
}
