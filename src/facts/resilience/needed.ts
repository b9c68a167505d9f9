/** `compute` may be deployed or switched on when it is needed, in a pilot light; the rest makes names and paths that have to stand there before. */
export type Need = 'compute' | 'infrastructure';

/**
 * What an application needs in each region that has to take over, with the word of a message. Creating them in a recovery takes control planes:
 * https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/global-services.html,
 * https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_withstand_component_failures_avoid_control_plane.html
 */
export const NEEDED: ReadonlyMap<string, { readonly what: string; readonly need: Need }> = new Map(
  (
    [
      ['AWS::Lambda::Function', 'function', 'compute'],
      ['AWS::ECS::Service', 'service', 'compute'],
      ['AWS::EKS::Cluster', 'cluster', 'compute'],
      ['AWS::AutoScaling::AutoScalingGroup', 'Auto Scaling group', 'compute'],
      ['AWS::AppRunner::Service', 'service', 'compute'],
      ['AWS::StepFunctions::StateMachine', 'state machine', 'compute'],
      ['AWS::SQS::Queue', 'queue', 'infrastructure'],
      ['AWS::SNS::Topic', 'topic', 'infrastructure'],
      ['AWS::Kinesis::Stream', 'stream', 'infrastructure'],
      ['AWS::Events::EventBus', 'event bus', 'infrastructure'],
      ['AWS::ApiGateway::RestApi', 'API', 'infrastructure'],
      ['AWS::ApiGateway::DomainName', 'custom domain', 'infrastructure'],
      ['AWS::ApiGatewayV2::Api', 'API', 'infrastructure'],
      ['AWS::ApiGatewayV2::DomainName', 'custom domain', 'infrastructure'],
      ['AWS::AppSync::GraphQLApi', 'API', 'infrastructure'],
      ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'load balancer', 'infrastructure'],
      ['AWS::CertificateManager::Certificate', 'certificate', 'infrastructure'],
      ['AWS::ECS::Cluster', 'cluster', 'infrastructure'],
      ['AWS::WAFv2::WebACL', 'web ACL', 'infrastructure'],
    ] as const
  ).map(([type, what, need]) => [type, { what, need }]),
);
