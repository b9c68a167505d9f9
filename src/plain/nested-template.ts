import { own, ownObject } from '../assembly/json.js';
import type { ResourceDeclaration } from '../assembly/model.js';

/**
 * The path that a nested stack or a stack set has its template at, relative to the template that holds it: `aws cloudformation package` and `sam build` replace
 * it by an address. Undefined when it has an address already, or a value that is computed.
 * https://docs.aws.amazon.com/cli/latest/reference/cloudformation/package.html
 */
export function nestedTemplatePath({ type, raw }: ResourceDeclaration): string | undefined {
  if (type !== 'AWS::CloudFormation::Stack' && type !== 'AWS::CloudFormation::StackSet') return undefined;
  const place = own(ownObject(raw, 'Properties') ?? {}, 'TemplateURL');
  if (typeof place !== 'string' || /^[a-z][a-z0-9+.-]*:\/\//i.test(place)) return undefined;
  return place;
}
