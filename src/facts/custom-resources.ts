import { tableOf } from '../table-of.js';
/** Whether a resource is made by a handler of the app, which may do and return anything. */
export function isCustomResource(type: string): boolean {
  return type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource';
}

/** Whether what a resource returns may be that of another, in another stack or region. */
export function handsOnValues(type: string): boolean {
  return type === 'AWS::CloudFormation::Stack' || isCustomResource(type);
}

/** A custom resource that reads a parameter or an output of a stack in the region that one of its properties names. */
export interface RegionalReader {
  readonly region: string;
  /** Property with the name of the parameter. */
  readonly parameter?: string;
  /** Property with the start of the names of parameters: an attribute is the whole name of one. */
  readonly path?: string;
  /** Property with the name of the stack: an attribute is the key of an output. */
  readonly stack?: string;
  /** The attribute that has the value of the parameter; any when it is absent. */
  readonly attribute?: string;
}

/** By type. Other types are read by the names of their properties, and their values are not known. */
export const REGIONAL_READERS: Readonly<Record<string, RegionalReader>> = tableOf({
  // `cloudfront.experimental.EdgeFunction`:
  // https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-cloudfront/lib/experimental/edge-function.ts
  'Custom::CrossRegionStringParameterReader': { region: 'Region', parameter: 'ParameterName', attribute: 'FunctionArn' },
  // https://github.com/pahud/cdk-remote-stack
  'Custom::RemoteOutputs': { region: 'regionName', stack: 'stackName' },
  'Custom::RemoteParameters': { region: 'regionName', path: 'parameterPath' },
});

export const REGION_KEY = /^(?:aws|source|remote|target|parameter|ssm|origin)?_?region(?:name)?$/i;
export const PARAMETER_KEY = /^(?:ssm|source|remote)?_?param(?:eter)?_?(?:name|path|key|id|arn)$/i;
/** Attributes of other readers that can only be the value. */
export const VALUE_ATTRIBUTE = /^(?:parameter\.?|param|ssm)?value$/i;

/** A custom resource that is given a value, or is called so, writes the parameter or deletes it. */
export const WRITTEN_KEY = /^(?:ssm|param(?:eter)?)?_?(?:string|secret)?_?(?:value|content|data)$/i;
export const WRITER_TYPE = /writ|put|creat|replicat|copy|copier|publish|delet|clean|sync/i;
