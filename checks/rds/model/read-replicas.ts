import type { Resource } from '../../../src/graph/model/resource.js';

const INSTANCE = 'AWS::RDS::DBInstance';

/** The instance that a read replica copies, when it is declared here: in the replica's region, or else in another one. */
export function sourceInstanceOf(replica: Resource): Resource | undefined {
  const property = replica.property('SourceDBInstanceIdentifier');
  const found = property.target(INSTANCE);
  if (found !== undefined || property.text === undefined || property.arn !== undefined) return certainly(found);
  const elsewhere = replica.graph.names.named(property.text, [INSTANCE]).filter(({ account }) => account === replica.account);
  return elsewhere.length === 1 ? certainly(elsewhere[0]) : undefined;
}

function certainly(resource: Resource | undefined): Resource | undefined {
  return resource?.existence === 'certain' ? resource : undefined;
}
