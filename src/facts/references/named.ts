import type { Named } from './row.js';

export const CERTIFICATE: Named = { types: ['AWS::CertificateManager::Certificate'], services: ['acm'], what: 'certificate' };
export const FUNCTION: Named = {
  types: ['AWS::Lambda::Function', 'AWS::Lambda::Alias', 'AWS::Lambda::Version'],
  services: ['lambda'],
  what: 'function',
};
export const QUEUE: Named = { types: ['AWS::SQS::Queue'], services: ['sqs'], what: 'queue' };
export const TOPIC: Named = { types: ['AWS::SNS::Topic'], services: ['sns'], what: 'topic' };
export const STREAM: Named = { types: ['AWS::Kinesis::Stream'], services: ['kinesis'], what: 'stream' };
export const LOG_GROUP: Named = { types: ['AWS::Logs::LogGroup'], services: ['logs'], what: 'log group' };
export const EVENT_BUS: Named = { types: ['AWS::Events::EventBus'], services: ['events'], what: 'event bus' };
export const DELIVERY_STREAM: Named = { types: ['AWS::KinesisFirehose::DeliveryStream'], services: ['firehose'], what: 'delivery stream' };
export const STATE_MACHINE: Named = { types: ['AWS::StepFunctions::StateMachine'], services: ['states'], what: 'state machine' };
export const KEY: Named = { types: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'], services: ['kms'], what: 'key' };
export const SECRET: Named = { types: ['AWS::SecretsManager::Secret'], services: ['secretsmanager'], what: 'secret' };
export const USER_POOL: Named = { types: ['AWS::Cognito::UserPool'], services: ['cognito-idp'], what: 'user pool' };
export const TABLE: Named = { types: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'], services: ['dynamodb'], what: 'table' };
export const WEB_ACL: Named = { types: ['AWS::WAFv2::WebACL'], services: ['wafv2'], what: 'web ACL' };
export const LAYER: Named = { types: ['AWS::Lambda::LayerVersion'], services: ['lambda'], what: 'layer' };
export const SNAPSHOT: Named = { types: [], services: ['rds'], what: 'snapshot' };
export const VPC: Named = { types: ['AWS::EC2::VPC'], services: [], what: 'VPC' };
export const TRANSIT_GATEWAY: Named = { types: ['AWS::EC2::TransitGateway'], services: [], what: 'transit gateway' };
export const SECURITY_GROUP: Named = { types: ['AWS::EC2::SecurityGroup'], services: [], what: 'security group' };
export const LOAD_BALANCER: Named = {
  types: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
  services: ['elasticloadbalancing'],
  what: 'load balancer',
};
export const CLUSTER: Named = { types: ['AWS::RDS::DBCluster'], services: ['rds'], what: 'cluster' };

/** Resources of these types (`A,B`), or ARNs of these services; none of them when they are known by ids alone. */
export function named(types: string, services: string, what: string): Named {
  return { types: types.split(','), services: services === '' ? [] : services.split(','), what };
}

/** The same under another name, or several at once. */
export function called(what: string, ...all: readonly Named[]): Named {
  const form = all[0]?.form;
  return {
    what,
    types: all.flatMap(({ types }) => types),
    services: [...new Set(all.flatMap(({ services }) => services))],
    ...(form !== undefined && { form }),
  };
}
