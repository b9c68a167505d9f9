import type { Stack } from '../../../src/assembly/model.js';
import { own } from '../../../src/graph/model/json.js';

/** Parameters that AWS or the CDK writes, or that are named by ARN because another account shares them. */
export function isForeignParameter(name: string): boolean {
  return /^(\/aws\/|\/cdk-bootstrap\/|\/cdk\/exports\/|arn:)/.test(name);
}

/** The template parameters of a stack through which it reads this parameter of Parameter Store. */
export function parametersReading({ template, parameterValues }: Stack, name: string): readonly string[] {
  return [...template.parameters].flatMap(([parameter, declaration]) => {
    const type = own(declaration, 'Type');
    if (typeof type !== 'string' || !type.startsWith('AWS::SSM::Parameter::Value')) return [];
    return (parameterValues.get(parameter) ?? own(declaration, 'Default')) === name ? [parameter] : [];
  });
}
