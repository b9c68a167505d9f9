import type { Stack } from '../../assembly/model.js';
import { NEEDED } from '../../facts/resilience/needed.js';
import type { Resource } from '../../graph/model/resource.js';
import { rootStackOf } from '../../graph/model/root-stack.js';
import { groupBy } from '../../group-by.js';
import { isOfProvider } from '../../queries/cdk-providers.js';
import { edgeUses } from '../../queries/edge-functions.js';
import { findCounterparts } from '../counterparts.js';
import type { Scope } from '../scope.js';

/** What the region that is lost has, and a region that has to take over does not. */
export interface Missing {
  readonly lost: string;
  readonly region: string;
  /** The stack of the lost region that has them. */
  readonly stack: Stack;
  readonly resources: readonly [Resource, ...Resource[]];
}

/** All that the standby lacks, by stack. A region without any stack of the contract is another fault. */
export function findMissing(scope: Scope): readonly Missing[] {
  const { mode } = scope.contract;
  if (mode === 'backup-and-restore') return [];
  return scope.lost.flatMap((lost) =>
    scope
      .takeOverFrom(lost)
      .filter((region) => !isEmpty(scope, region))
      .flatMap((region) => {
        const pairs = findCounterparts(scope, lost, region);
        const missing = scope
          .resourcesIn(lost)
          .filter((resource) => isNeeded(resource, mode === 'pilot-light') && !pairs.has(resource) && !hasOwn(resource, region));
        return [...groupBy(missing, ({ stack }) => rootStackOf(stack))].map(([stack, resources]) => ({ lost, region, stack, resources }));
      }),
  );
}

/** Whether the contract deploys nothing to a region. */
function isEmpty(scope: Scope, region: string): boolean {
  return !scope.graph.stacks.some((stack) => stack.environment.region === region && scope.contract.covers(stack));
}

function isNeeded(resource: Resource, onlyInfrastructure: boolean): boolean {
  const row = NEEDED.get(resource.type);
  if (row === undefined || (onlyInfrastructure && row.need === 'compute')) return false;
  return !isOfProvider(resource) && !isForDeployment(resource) && !isForTheEdge(resource);
}

/** Functions that custom resources or their providers call while stacks are deployed, and topics that only alarms use. */
function isForDeployment({ graph, base, type, constructPath = '' }: Resource): boolean {
  const users = graph.linksTo(base).filter(({ kind }) => kind !== 'depends-on');
  if (type === 'AWS::Lambda::Function')
    return constructPath.includes('/@aws-cdk--') || users.some(({ from, path }) => path[1] === 'ServiceToken' || isOfProvider(from));
  const senders = users.filter(({ from }) => !/Subscription|Policy$/.test(from.type));
  return type === 'AWS::SNS::Topic' && senders.every(({ from }) => from.type.startsWith('AWS::CloudWatch::'));
}

/** What CloudFront, and names that it serves, take from us-east-1. */
function isForTheEdge(resource: Resource): boolean {
  const { graph, base, type } = resource;
  if (type === 'AWS::Lambda::Function') return graph.memo(edgeUses).has(base);
  if (type === 'AWS::WAFv2::WebACL') return resource.property('Scope').text === 'CLOUDFRONT';
  if (type !== 'AWS::CertificateManager::Certificate') return false;
  return graph
    .linksTo(base)
    .some(
      ({ from, path }) =>
        /CloudFront|Cognito/.test(from.type) || (from.type === 'AWS::ApiGateway::DomainName' && path[1] === 'CertificateArn'),
    );
}

/** Whether the other region takes one that no template declares: a certificate by its ARN, a function by its name. */
function hasOwn({ type, graph }: Resource, region: string): boolean {
  if (type !== 'AWS::CertificateManager::Certificate') return false;
  return graph
    .certainResourcesOfType('AWS::ElasticLoadBalancingV2::Listener', 'AWS::ApiGateway::DomainName', 'AWS::ApiGatewayV2::DomainName')
    .some((user) => {
      if (user.region !== region) return false;
      const places = [
        user.property('RegionalCertificateArn'),
        ...(user.property('Certificates').items ?? []).map((one) => one.get('CertificateArn')),
        ...(user.property('DomainNameConfigurations').items ?? []).map((one) => one.get('CertificateArn')),
      ];
      return places.some((place) => !place.isAbsent && place.reference === undefined && (place.arn?.region ?? region) === region);
    });
}
