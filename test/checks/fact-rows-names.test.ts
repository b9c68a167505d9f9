import { expect, it } from 'vitest';
import nameWithoutDependency from '../../checks/reference/name-without-dependency.js';
import type { JsonObject } from '../../src/assembly/model.js';
import { NAMES_IN_TEXT, type NameInText } from '../../src/facts/names-in-text.js';
import { findingsIn } from '../support/findings-in.js';
import { propertiesWith } from '../support/put.js';

/** Texts that hold the name `orders`, where it is not all of the text. */
const TEXTS: Readonly<Record<string, string>> = {
  'AlarmRule AWS::CloudWatch::Alarm': 'ALARM("orders") OR OK(payments)',
  'AlarmRule AWS::CloudWatch::CompositeAlarm': 'NOT ALARM(orders)',
  'AllowedOAuthScopes.* AWS::Cognito::UserPoolResourceServer': 'orders/read',
  'ResourceId AWS::DynamoDB::Table': 'table/orders',
  'ResourceId AWS::ECS::Service': 'service/production/orders',
};

const parent: JsonObject = { Ref: 'Parent' };
const resourcesOf = (row: NameInText, of: JsonObject = parent, more: JsonObject = {}): JsonObject => {
  const text = TEXTS[`${row.path} ${row.target}`] ?? 'orders';
  const within = (path: string | undefined, value: JsonObject): [string, JsonObject][] => (path === undefined ? [] : [[path, value]]);
  return {
    Parent: { Type: 'AWS::SNS::Topic' },
    Other: { Type: 'AWS::SNS::Topic' },
    Target: { Type: row.target, Properties: propertiesWith([row.name, 'orders'], ...within(row.within?.[1], parent)) },
    User: { Type: row.type, Properties: propertiesWith([row.path.replaceAll('*', '0'), text], ...within(row.within?.[0], of)), ...more },
  };
};
const severities = (resources: JsonObject) =>
  findingsIn({ Orders: { region: 'us-east-1', resources } }, nameWithoutDependency).map(({ severity }) => severity);

it.each(NAMES_IN_TEXT.map((row) => [row.type, row.path, row.target, row] as const))('facts/names-in-text: %s %s %s', (...[, , , row]) => {
  expect(severities(resourcesOf(row))).toEqual(['warning']);
  expect(severities(resourcesOf(row, parent, { DependsOn: 'Target' }))).toEqual([]);
  if (row.within !== undefined) expect(severities(resourcesOf(row, { Ref: 'Other' }))).toEqual([]);
});

it('says which name, and what the service answers', () => {
  const [row] = NAMES_IN_TEXT.filter(({ type, path }) => type === 'AWS::CodeArtifact::Repository' && path === 'DomainName');
  expect(findingsIn({ Orders: { region: 'us-east-1', resources: resourcesOf(row as NameInText) } }, nameWithoutDependency)).toMatchObject([
    {
      logicalId: 'User',
      propertyPath: 'DomainName',
      message: 'User names orders as text, and nothing makes CloudFormation create that first: the deployment can fail (Domain not found).',
      related: [{ logicalId: 'Target' }],
    },
  ]);
});
