/** Types without an L2 construct that sets their `Name`. */
const NAMED_BY_L1: ReadonlySet<string> = new Set([
  'AWS::Athena::WorkGroup',
  'AWS::Glue::Crawler',
  'AWS::Glue::Database',
  'AWS::Glue::Job',
  'AWS::OpenSearchServerless::Collection',
]);

/** The prop of the CDK that sets a physical name: `bucketName` for `BucketName`, `secretName` for the `Name` of a secret. */
export function propOfName(property: string, type: string): string {
  const name = property === 'Name' && !NAMED_BY_L1.has(type) ? `${type.slice(type.lastIndexOf(':') + 1)}Name` : property;
  // `clusterIdentifier` in L2 constructs, `dbProxyName` where the name stays whole.
  const bare = name.replace(/^DB(?=Cluster[IS]|Instance|SubnetGroup)/, '').replace(/^(DB|ACL)/, (letters) => letters.toLowerCase());
  return `${bare[0]?.toLowerCase() ?? ''}${bare.slice(1)}`;
}
