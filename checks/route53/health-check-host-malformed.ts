import type { Json } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';
import { resource } from '../../src/check/example-parts.js';
import { checkedHostOf, flawOf, namedHostOf, urlIn } from '../../src/queries/health-check-host.js';
import { stackWithHealth } from './model/example-records.js';

const traffic = (FullyQualifiedDomainName: Json) => ({
  Traffic: stackWithHealth(
    { Type: 'HTTPS', ResourcePath: '/health', FullyQualifiedDomainName },
    { Url: resource('AWS::Lambda::Url', { AuthType: 'NONE', TargetFunctionArn: 'checkout' }) },
  ),
});

export default defineCheck({
  id: 'route53/health-check-host-malformed',
  title: 'Health check host name is invalid',
  severity: 'error',
  types: ['AWS::Route53::HealthCheck'],
  docs: {
    why: 'A health check takes a host name and nothing else: the scheme is its type, the port and the path have properties of their own. Route 53 rejects the rest: "Invalid fully qualified domain name: It may not contain reserved characters of RFC1738". Some attributes that look like hosts are URLs: `FunctionUrl`, `ApiEndpoint`, `WebsiteURL`.',
    fix: 'Give the host alone: `loadBalancerDnsName`, or cut it out of a URL with `Fn.parseDomainName(url)` or `Fn.select(2, Fn.split("/", functionUrl.url))`. Scheme, port and path go to `type`, `port` and `resourcePath`.',
    sources: [
      'https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-url.html',
    ],
    templateFix:
      "Give the host alone: `!GetAtt LoadBalancer.DNSName`, or cut it out of a URL with `!Select [2, !Split ['/', !GetAtt Url.FunctionUrl]]`. Scheme, port and path go to `Type`, `Port` and `ResourcePath`.",
    bad: traffic({ 'Fn::GetAtt': ['Url', 'FunctionUrl'] }),
    good: traffic({ 'Fn::Select': [2, { 'Fn::Split': ['/', { 'Fn::GetAtt': ['Url', 'FunctionUrl'] }] }] }),
  },
  *resource(check) {
    const host = namedHostOf(check);
    if (host === undefined) return;
    const flaw = flawOf(host);
    const url = urlIn(host);
    if (flaw !== undefined) {
      yield {
        at: host.at,
        message: `${host.shown} is not a host name: ${flaw}. Route 53 accepts only a host name here, and rejects the health check or never resolves it.`,
        ...(url && { related: [{ at: url.resource, message: `The ${url.attribute ?? 'Ref'} of this is the URL.` }] }),
      };
    } else if (/^\d{1,3}(\.\d{1,3}){3}$/.test(host.text) && checkedHostOf(check) !== undefined) {
      yield {
        at: host.at,
        severity: 'warning',
        message: `${host.shown} is an address, not a name: Route 53 looks it up in the DNS, and finds nothing. It belongs in IPAddress.`,
      };
    }
  },
});
