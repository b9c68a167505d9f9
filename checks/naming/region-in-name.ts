import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { isRegion } from '../../src/facts/regions.js';
import { NAMED_TYPES } from '../../src/facts/resource-names.js';

/** Types that hold data or take traffic. Roles, alarms, rules and parameters may well name another region. */
const TYPES = [
  'AWS::S3::Bucket',
  'AWS::DynamoDB::Table',
  'AWS::DynamoDB::GlobalTable',
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBInstance',
  'AWS::DocDB::DBCluster',
  'AWS::Neptune::DBCluster',
  'AWS::Redshift::Cluster',
  'AWS::ElastiCache::ReplicationGroup',
  'AWS::MemoryDB::Cluster',
  'AWS::OpenSearchService::Domain',
  'AWS::KMS::Alias',
  'AWS::SecretsManager::Secret',
  'AWS::SQS::Queue',
  'AWS::SNS::Topic',
  'AWS::Kinesis::Stream',
  'AWS::ECR::Repository',
  'AWS::ECS::Cluster',
  'AWS::EKS::Cluster',
  'AWS::Backup::BackupVault',
  'AWS::Lambda::Function',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
];
const bucket = resource('AWS::S3::Bucket', { BucketName: 'orders-replica-us-west-2' });

export default defineCheck({
  id: 'naming/region-in-name',
  title: 'Resource name contains another region',
  severity: 'warning',
  types: TYPES,
  docs: {
    why: 'A stack creates all its resources in its own region. A name with another region in it does not put the resource there: a "replica" that was meant for the other region is created beside the original.',
    fix: "Declare it in a stack of that region: `new ReplicaStack(app, 'Replica', { env: { region: 'us-west-2' } })`, and build the name from the stack: `` `orders-replica-${cdk.Stack.of(this).region}` ``.",
    sources: ['https://docs.aws.amazon.com/cdk/v2/guide/environments.html'],
    templateFix: 'Declare it in a stack of that region, and build the name from the stack: `!Sub orders-replica-${AWS::Region}`.',
    bad: { Storage: stack('us-east-1', { Replica: bucket }) },
    good: { Storage: stack('us-west-2', { Replica: bucket }) },
  },
  *resource(resource) {
    const { region, physicalName: name } = resource;
    // S3 rejects such a name, which is another problem.
    if (name === undefined || region === undefined || resource.property('BucketNamespace').text === 'account-regional') return;
    const others = regionsIn(name);
    // `us-east-1-to-us-west-2` names both, `from-us-west-2` of where something comes from.
    if (others.length !== 1 || others[0] === region || /(?<![a-z])(?:to|from|for|of)[-_./][a-z]{2}-[a-z]+-\d/.test(name)) return;
    yield {
      at: resource.property(...(NAMED_TYPES.get(resource.type)?.steps ?? [])),
      fill: {
        'us-west-2': others[0],
        'orders-replica-${cdk.Stack.of(this).region}': name.replace(others[0] ?? '', '${cdk.Stack.of(this).region}'),
        'orders-replica-${AWS::Region}': name.replace(others[0] ?? '', '${AWS::Region}'),
      },
      message: `"${name}" contains ${others[0]}, but its stack creates it in ${region}.`,
    };
  },
});

function regionsIn(name: string): readonly string[] {
  return [...new Set(name.match(/(?<![a-z0-9])[a-z]{2}(?:-[a-z]+){1,2}-\d(?![a-z0-9])/g) ?? [])].filter(isRegion);
}
