import { defineCheck } from '../../src/check/check.js';
import { resource } from '../../src/check/example-parts.js';
import { checkedHostOf, configOf } from '../../src/queries/health-check-host.js';
import { tableOf } from '../../src/table-of.js';
import { stackWithHealth } from './model/example-records.js';
import { listenersOf } from './model/listeners.js';

const PROTOCOL_OF: Readonly<Record<string, 'HTTP' | 'HTTPS'>> = tableOf({
  HTTP: 'HTTP',
  HTTP_STR_MATCH: 'HTTP',
  HTTPS: 'HTTPS',
  HTTPS_STR_MATCH: 'HTTPS',
});

/** Protocols of listeners that a request with the protocol cannot be meant for. What TCP passes on is up to the targets. */
const REJECTS: Readonly<Record<'HTTP' | 'HTTPS', readonly string[]>> = { HTTP: ['HTTPS', 'TLS', 'SSL', 'UDP'], HTTPS: ['HTTP', 'UDP'] };

const shop = (Type: string) => ({
  Shop: stackWithHealth(
    { Type, Port: 80, FullyQualifiedDomainName: { 'Fn::GetAtt': ['Balancer', 'DNSName'] } },
    {
      Balancer: resource('AWS::ElasticLoadBalancingV2::LoadBalancer', { Scheme: 'internet-facing', Subnets: ['subnet-1', 'subnet-2'] }),
      Listener: resource('AWS::ElasticLoadBalancingV2::Listener', {
        LoadBalancerArn: { Ref: 'Balancer' },
        Port: 80,
        Protocol: 'HTTP',
        DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200' } }],
      }),
    },
  ),
});

export default defineCheck({
  id: 'route53/health-check-port-mismatch',
  title: 'Health check on a port without a listener',
  severity: 'error',
  types: ['AWS::Route53::HealthCheck'],
  docs: {
    why: 'The health check connects to a load balancer that has no listener on this port, or one of another protocol. It is never healthy, so its records never answer. Without `port` the type decides: 80 for HTTP, 443 for HTTPS.',
    fix: 'Give `HealthCheck` the `type` and `port` of the listener, or add the listener: `loadBalancer.addListener("Https", { port: 443, certificates: […] })`.',
    sources: [
      'https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html',
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html',
    ],
    templateFix:
      'Give the health check the `Type` and `Port` of the listener, or add an `AWS::ElasticLoadBalancingV2::Listener` for that port.',
    bad: shop('HTTPS'),
    good: shop('HTTP'),
  },
  *resource(check, { graph }) {
    const host = checkedHostOf(check);
    const type = configOf(check).get('Type');
    const portProperty = configOf(check).get('Port');
    const protocol = PROTOCOL_OF[type.text ?? ''];
    if (host === undefined || type.text === undefined) return;
    if (host.endpoint?.service === 's3-website' && protocol === 'HTTPS') {
      yield {
        at: type,
        message: `${host.shown} is the website of a bucket, which answers HTTP only: an HTTPS health check is never healthy.`,
      };
    }
    const balancer = host.whole?.resource;
    const listeners = balancer && /::LoadBalancer$/.test(balancer.type) ? listenersOf(balancer) : undefined;
    const port = portProperty.isAbsent && protocol !== undefined ? (protocol === 'HTTP' ? 80 : 443) : portProperty.number;
    // Without any listener here, they are made somewhere else.
    if (balancer === undefined || listeners === undefined || listeners.length === 0 || port === undefined) return;
    const name = balancer.displayNameFrom(portProperty.resource);
    const related = listeners.map(({ at, ...one }) => ({
      at,
      message: `${name} listens on port ${one.port}${one.protocol === undefined ? '' : ` (${one.protocol})`}.`,
    }));
    const here = listeners.filter((one) => one.port === port);
    const isRejected = protocol !== undefined && here.every((one) => REJECTS[protocol].includes(one.protocol ?? ''));
    if (here.length === 0) {
      if (graph.mayLackResources()) return;
      yield {
        at: portProperty.isAbsent ? type : portProperty,
        severity: 'warning',
        message: `The health check connects to port ${port} of ${name}, and no stack in this app defines a listener on it: it is never healthy.`,
        related,
      };
    } else if (isRejected) {
      yield {
        at: type,
        message: `The health check uses ${protocol} on port ${port} of ${name}, where a listener expects ${here[0]?.protocol}: it is never healthy.`,
        related: related.filter(({ at }) => at === here[0]?.at),
      };
    }
  },
});
