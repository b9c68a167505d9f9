import type { Json } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';
import type { Example } from '../../src/check/example.js';
import { RECORD_TYPES, recordsOf } from '../../src/queries/record-sets.js';
import { aliasTargetOf, whyNotAliasable } from './model/alias-targets.js';

const api = (DNSName: Json, HostedZoneId: Json): Example => ({
  Payments: {
    region: 'us-east-1',
    resources: {
      Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'payments' } },
      Domain: {
        Type: 'AWS::ApiGateway::DomainName',
        Properties: { DomainName: 'api.acme-bank.io', EndpointConfiguration: { Types: ['REGIONAL'] } },
      },
      Record: {
        Type: 'AWS::Route53::RecordSet',
        Properties: { HostedZoneId: 'Z0456789ABCDEFGHIJKL', Name: 'api.acme-bank.io.', Type: 'A', AliasTarget: { DNSName, HostedZoneId } },
      },
    },
  },
});

export default defineCheck({
  id: 'route53/alias-target-not-aliasable',
  title: 'Alias target is not supported',
  severity: 'error',
  types: RECORD_TYPES,
  docs: {
    why: "An alias points to a few kinds of endpoints only. The default endpoint of an API (`<id>.execute-api…`), a function URL and a database are not among them: for an API the target is the custom domain's own name, and the custom domain must have the name of the record. A URL is no name at all.",
    fix: 'Give the API a custom domain and use `new targets.ApiGatewayDomain(domainName)` (REST) or `new targets.ApiGatewayv2DomainProperties(domain.regionalDomainName, domain.regionalHostedZoneId)` (HTTP). To a function URL or a database, use a `CnameRecord`.',
    sources: [
      'https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html',
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-to-api-gateway.html',
    ],
    templateFix:
      'Give the API a custom domain, and let the alias name that: `DNSName: !GetAtt Domain.RegionalDomainName`, `HostedZoneId: !GetAtt Domain.RegionalHostedZoneId`. To a function URL or a database, use a record with `Type: CNAME`.',
    bad: api({ 'Fn::Sub': '${Api}.execute-api.${AWS::Region}.amazonaws.com' }, 'Z1UJRXOUMOOFQ8'),
    good: api({ 'Fn::GetAtt': ['Domain', 'RegionalDomainName'] }, { 'Fn::GetAtt': ['Domain', 'RegionalHostedZoneId'] }),
  },
  *resource(resource) {
    for (const record of recordsOf(resource)) {
      const target = aliasTargetOf(record)?.dnsName;
      const reason = target && whyNotAliasable(target);
      if (target === undefined || reason === undefined) continue;
      const origin = (target.whole ?? target.first)?.resource;
      yield {
        at: target.at,
        message: `The alias ${record.shown} cannot point to ${target.shown}: ${reason}.`,
        ...(origin && { related: [{ at: origin, message: 'The target is declared here.' }] }),
      };
    }
  },
});
