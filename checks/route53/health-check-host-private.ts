import { defineCheck } from '../../src/check/check.js';
import { outputOf, resource, stackWith } from '../../src/check/example-parts.js';
import { checkedHostOf, checksFromInside, configOf } from '../../src/queries/health-check-host.js';
import { isPrivateAddress, isUnroutable, privacyOf } from '../../src/queries/private-hosts.js';
import { stackWithHealth } from './model/example-records.js';

const stacks = (Scheme: string) => ({
  Standby: stackWith({ Host: { 'Fn::GetAtt': ['Balancer', 'DNSName'] } }, 'us-west-2', {
    Balancer: resource('AWS::ElasticLoadBalancingV2::LoadBalancer', { Scheme, Subnets: ['subnet-1', 'subnet-2'] }),
  }),
  Traffic: {
    ...stackWithHealth({ Type: 'HTTP', FullyQualifiedDomainName: outputOf('Standby', 'Host', 'us-west-2') }),
    dependencies: ['Standby'],
  },
});

export default defineCheck({
  id: 'route53/health-check-host-private',
  title: 'Health check of a private endpoint',
  severity: 'error',
  types: ['AWS::Route53::HealthCheck'],
  docs: {
    why: 'Unless a health check has `EndpointType: PRIVATE` and a health check source in the VPC, its checkers are on the public internet. What they cannot reach is never healthy, so its records never answer. Private addresses are rejected at once. An `ApplicationLoadBalancer` of the CDK is internal unless it has `internetFacing: true`.',
    fix: 'Let Route 53 check it from inside the VPC: `endpointType: "PRIVATE"` with the `healthCheckSourceId` of a `CfnHealthCheckSource`. Or check something public (`internetFacing: true`), or base the health check on an alarm on what the endpoint itself reports: `new HealthCheck(this, "Health", { type: HealthCheckType.CLOUDWATCH_METRIC, … })` with an alarm on `HealthyHostCount`. An alias record may instead use `evaluateTargetHealth: true`.',
    sources: [
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-private-hosted-zones.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-healthchecksource.html',
      'https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html',
    ],
    templateFix:
      'Let Route 53 check something public (`Scheme: internet-facing`), or base the health check on an alarm on what the endpoint itself reports: `Type: CLOUDWATCH_METRIC` with an `AlarmIdentifier`.',
    bad: stacks('internal'),
    good: stacks('internet-facing'),
  },
  *resource(check) {
    const address = configOf(check).get('IPAddress');
    if (checksFromInside(check)) return;
    if (address.reference !== undefined && isPrivateAddress(address.reference)) {
      const { resource, attribute } = address.reference;
      yield {
        at: address,
        message: `${attribute} of ${resource.displayNameFrom(check)} is an address inside its VPC: Route 53 does not check it from the internet, and rejects the health check.`,
        related: [{ at: resource, message: 'The address belongs to this.' }],
      };
      return;
    }
    if (address.text !== undefined && isUnroutable(address.text)) {
      yield { at: address, message: `${address.text} cannot be reached over the internet: Route 53 rejects the health check.` };
    }
    const host = checkedHostOf(check);
    const privacy = host && privacyOf(host);
    if (host === undefined || privacy === undefined) return;
    const { reason, resource, isReached, isAssumed } = privacy;
    const start =
      isReached === true ? `The health check gets nothing but errors from` : 'Health checkers are on the public internet and cannot reach';
    yield {
      at: host.at,
      ...(isAssumed && { severity: 'warning' as const }),
      message: `${start} ${host.shown}: ${reason}${isAssumed ? ', unless a zone that is declared elsewhere has it as well' : ''}. The health check is never healthy.`,
      ...(resource && { related: [{ at: resource, message: 'The endpoint is declared here.' }] }),
    };
  },
});
