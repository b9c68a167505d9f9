import { own, ownObject } from '../assembly/json.js';
import type { ResourceDeclaration } from '../assembly/model.js';
import { tableOf } from '../table-of.js';

/**
 * Properties that name the template of a nested stack: a path relative to the template, which `aws cloudformation package` and `sam build`
 * replace by an address. https://docs.aws.amazon.com/cli/latest/reference/cloudformation/package.html
 */
const TEMPLATE_PROPERTY: Readonly<Record<string, string>> = tableOf({
  'AWS::CloudFormation::Stack': 'TemplateURL',
  'AWS::Serverless::Application': 'Location',
});

/** The path that a nested stack has its template at, relative to the template that holds it; undefined when it has an address or a value that is computed. */
export function nestedTemplatePath({ type, raw }: ResourceDeclaration): string | undefined {
  const property = TEMPLATE_PROPERTY[type];
  const place = property === undefined ? undefined : own(ownObject(raw, 'Properties') ?? {}, property);
  if (typeof place !== 'string' || /^[a-z][a-z0-9+.-]*:\/\//i.test(place)) return undefined;
  return place;
}
