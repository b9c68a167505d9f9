import type { JsonObject } from '../../../src/assembly/model.js';
import type { ExampleStack } from '../../../src/check/example.js';

export const imported = (name: JsonObject | string) => ({ 'Fn::ImportValue': name });

/** A resource that uses a value. */
export const using = (value: JsonObject | string) => ({ Type: 'AWS::EC2::SecurityGroup', Properties: { VpcId: value } });

/** A stack that exports a name. */
export function exporting(name: JsonObject | string, more: ExampleStack & { readonly condition?: string } = {}): ExampleStack {
  const { condition, ...stack } = more;
  const output = { Value: 'vpc-0a1b', Export: { Name: name }, ...(condition !== undefined && { Condition: condition }) };
  return { region: 'us-east-1', outputs: { Vpc: output }, ...stack };
}

export const parameters = { Stage: { Type: 'String' } };
export const conditions = { Live: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } };
