/**
 * Properties whose target a service looks up when it creates the resource, so that a name or ARN written there needs a resource that
 * exists already. Replication destinations and members of global clusters have checks of their own.
 * Source: the API reference of each service, which names the error (`ResourceNotFoundException`, `NoSuchEntity`, `NotFound`).
 */
const CHECKED: Readonly<Record<string, readonly string[]>> = {
  'AWS::ECS::Service': ['Cluster', 'TaskDefinition'],
  'AWS::Events::Endpoint': ['EventBuses.EventBusArn'],
  'AWS::Events::Rule': ['EventBusName'],
  'AWS::IAM::InstanceProfile': ['Roles'],
  'AWS::IAM::Policy': ['Groups', 'Roles', 'Users'],
  'AWS::KMS::Alias': ['TargetKeyId'],
  'AWS::Lambda::EventInvokeConfig': ['FunctionName'],
  'AWS::Lambda::EventSourceMapping': ['EventSourceArn', 'FunctionName'],
  'AWS::Lambda::Function': ['Role'],
  'AWS::Lambda::Permission': ['FunctionName'],
  'AWS::Lambda::Url': ['TargetFunctionArn'],
  'AWS::Logs::MetricFilter': ['LogGroupName'],
  'AWS::Logs::SubscriptionFilter': ['DestinationArn', 'LogGroupName'],
  'AWS::RDS::DBCluster': ['DBSubnetGroupName'],
  'AWS::RDS::DBInstance': ['DBClusterIdentifier', 'DBSubnetGroupName'],
  'AWS::S3::BucketPolicy': ['Bucket'],
  'AWS::SNS::Subscription': ['TopicArn'],
  'AWS::SNS::TopicPolicy': ['Topics'],
  'AWS::Scheduler::Schedule': ['GroupName'],
};

/** Whether what stands at this path of a resource (without list indexes, below `Properties`) must exist before it. */
export function isCheckedAtCreation(type: string, path: string): boolean {
  return Object.hasOwn(CHECKED, type) && (CHECKED[type] ?? []).includes(path);
}
