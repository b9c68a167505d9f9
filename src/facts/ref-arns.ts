import { REF_ARNS } from '../generated/ref-arns.js';

/** What an ARN that `Ref` returns says of its resource. */
export interface RefArn {
  /** Undefined when it is not known. */
  readonly service: string | undefined;
  /** `stack`: the region of the resource's stack. `none`: the ARN has no region. */
  readonly region: 'stack' | 'none' | undefined;
}

/**
 * Where the service specification does not say it: types whose ARN has no template there, or whose `Ref` it takes for another value.
 * Source: "Return values" of each type's page in
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
 */
const BY_HAND: readonly (readonly [type: string, service: string])[] = [
  ['AWS::ACMPCA::CertificateAuthority', 'acm-pca'],
  ['AWS::Batch::ComputeEnvironment', 'batch'],
  ['AWS::Batch::JobDefinition', 'batch'],
  ['AWS::DMS::ReplicationInstance', 'dms'],
  ['AWS::ECS::Service', 'ecs'],
  ['AWS::ECS::TaskDefinition', 'ecs'],
  ['AWS::ElasticLoadBalancingV2::Listener', 'elasticloadbalancing'],
  ['AWS::ElasticLoadBalancingV2::ListenerRule', 'elasticloadbalancing'],
  ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'elasticloadbalancing'],
  ['AWS::ElasticLoadBalancingV2::TargetGroup', 'elasticloadbalancing'],
  ['AWS::Lambda::Alias', 'lambda'],
  ['AWS::Lambda::LayerVersion', 'lambda'],
  ['AWS::Lambda::Version', 'lambda'],
  ['AWS::MSK::Cluster', 'kafka'],
  ['AWS::SecretsManager::Secret', 'secretsmanager'],
];

let known: ReadonlyMap<string, RefArn> | undefined;

/** Of a type whose `Ref` is an ARN; undefined for all others. */
export function refArnOf(type: string): RefArn | undefined {
  known ??= new Map([...generated(), ...BY_HAND.map(([name, service]) => [name, { service, region: 'stack' }] as const)]);
  return known.get(type);
}

function* generated(): Generator<readonly [string, RefArn]> {
  for (const line of REF_ARNS.trim().split('\n')) {
    const [prefix, service, place, names = ''] = line.split('|');
    const arn: RefArn = {
      service: service === '' ? undefined : service,
      region: place === 'stack' || place === 'none' ? place : undefined,
    };
    for (const name of names.split(',')) yield [`${prefix}::${name}`, arn];
  }
}
