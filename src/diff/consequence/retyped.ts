import type { Resource } from '../../graph/model/resource.js';

/**
 * Whether an attribute of a table's keys has another type: "Replacement if you edit an existing AttributeDefinition", while attributes come and go in
 * place. Sources: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html,
 * https://github.com/ministackorg/ministack/issues/1433
 */
export function isRetyped(before: Resource, after: Resource): boolean {
  // The page of a global table says "No interruption".
  if (after.type !== 'AWS::DynamoDB::Table') return false;
  const [old, current] = [typesOf(before), typesOf(after)];
  return [...old].some(([name, type]) => current.has(name) && current.get(name) !== type);
}

function typesOf(table: Resource): ReadonlyMap<string, string> {
  const attributes = table.property('AttributeDefinitions').items ?? [];
  return new Map(
    attributes.flatMap((attribute) => {
      const [name, type] = [attribute.get('AttributeName').text, attribute.get('AttributeType').text];
      return name === undefined || type === undefined ? [] : [[name, type] as const];
    }),
  );
}
