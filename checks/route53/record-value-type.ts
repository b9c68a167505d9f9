import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import type { Property } from '../../src/graph/model/property.js';
import { hostAt } from '../../src/queries/health-check-host.js';
import { RECORD_TYPES, recordsOf } from '../../src/queries/record-sets.js';

const example = (more: object) => ({
  Dns: stack('us-east-1', {
    Balancer: resource('AWS::ElasticLoadBalancingV2::LoadBalancer', { Subnets: ['subnet-1', 'subnet-2'] }),
    Shop: resource('AWS::Route53::RecordSet', {
      HostedZoneId: 'Z0456789ABCDEFGHIJKL',
      Name: 'shop.acme-bank.io.',
      TTL: '60',
      ResourceRecords: [{ 'Fn::GetAtt': ['Balancer', 'DNSName'] }],
      ...more,
    }),
  }),
});

/** Attributes that are host names, never addresses. Source: "Return values" of each type in the CloudFormation Template Reference. */
const HOST_ATTRIBUTE =
  /^(?:DNSName|DnsName|DomainName|RegionalDomainName|DistributionDomainName|DualStackDnsName|Endpoint\.Address|(?:Public|Private)DnsName|.*Endpoint)$/;

export default defineCheck({
  id: 'route53/record-value-type',
  title: 'Record value does not match the record type',
  severity: 'error',
  types: RECORD_TYPES,
  docs: {
    why: 'Each type of record has values of its own form: A and AAAA hold IP addresses, TXT texts in quotation marks, MX a priority and a host name, SRV a priority, a weight, a port and a host name, CNAME one host name. Route 53 rejects others: "InvalidChangeBatch: Value is not a valid IPv4 address".',
    fix: 'Use an alias, `RecordTarget.fromAlias(new LoadBalancerTarget(loadBalancer))`, or a `CnameRecord` for a name that no alias can point at. `TxtRecord` and `MxRecord` write values in their form.',
    sources: [
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html',
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/troubleshooting-route-53.html',
      'https://github.com/aws/aws-cdk/pull/9984',
    ],
    templateFix:
      'Use an alias (`AliasTarget`), or `Type: CNAME` for a name that no alias can point at. Values of TXT stand in double quotes, those of MX begin with a priority.',
    bad: example({ Type: 'A' }),
    good: example({ Type: 'CNAME' }),
  },
  *resource(resource) {
    for (const record of recordsOf(resource)) {
      const flawOf = FLAWS.get(record.type ?? '');
      const values = record.get('ResourceRecords');
      for (const at of (flawOf && values.items) ?? []) {
        const flaw = flawOf?.(at);
        if (flaw !== undefined) yield { at, message: `${record.shown}: ${flaw}.` };
      }
      if (record.type === 'CNAME' && (values.items?.filter(({ text }) => text !== undefined).length ?? 0) > 1)
        yield {
          at: values,
          message: `${record.shown} has several values: Route 53 accepts more than one for all types except CNAME and SOA.`,
        };
    }
  },
});

/** What is wrong with a value of a record, by the type of the record. Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html */
const FLAWS: ReadonlyMap<string, (value: Property) => string | undefined> = new Map([
  ['A', (value: Property) => flawOfAddress(value, 4)],
  ['AAAA', (value: Property) => flawOfAddress(value, 6)],
  [
    'TXT',
    ({ text }: Property) =>
      text === undefined || /^\s*".*"\s*$/s.test(text)
        ? flawOfStrings(text ?? '')
        : `${text.slice(0, 40)} is not in quotation marks, and Route 53 rejects it with "Value should be enclosed in quotation marks"`,
  ],
  [
    'MX',
    ({ text }: Property) =>
      text === undefined || /^\s*\d+\s+\S+\s*$/.test(text)
        ? undefined
        : `${text} is not a priority and a host name ("10 mail.acme-bank.io"), and Route 53 rejects it`,
  ],
  [
    'SRV',
    ({ text }: Property) =>
      text === undefined || /^\s*\d+\s+\d+\s+\d+\s+\S+\s*$/.test(text)
        ? undefined
        : `${text} is not a priority, a weight, a port and a host name ("10 5 5223 chat.acme-bank.io"), and Route 53 rejects it`,
  ],
  [
    'CNAME',
    ({ text }: Property) =>
      text !== undefined && /^[a-z]+:\/\//i.test(text) ? `${text} is a URL, and the value of a CNAME must be a host name` : undefined,
  ],
]);

/** Of a value in quotation marks: `"one" "two"`. An escaped character, `\"` or `\101`, counts once. */
function flawOfStrings(text: string): string | undefined {
  const strings = text.replaceAll(/\\(?:[0-7]{3}|.)/gs, 'x').split('"');
  const long = strings.find((string, index) => index % 2 === 1 && string.length > 255);
  return long === undefined
    ? undefined
    : `a string of ${long.length} characters, ${long.slice(0, 20)}…, is longer than 255, and Route 53 rejects it with "CharacterStringTooLong (Value is too long)": it must be split, "first part" "second part"`;
}

function flawOfAddress(at: Property, version: 4 | 6): string | undefined {
  const answer = `Route 53 rejects it with "Value is not a valid IPv${version} address"`;
  const host = hostAt(at);
  if (host === undefined) return undefined;
  if (HOST_ATTRIBUTE.test(host.whole?.attribute ?? '') || isHostName(at.text ?? ''))
    return `${host.shown} is a host name, and a record of type ${version === 4 ? 'A' : 'AAAA'} holds IP addresses: ${answer}`;
  const found = versionOf(at.text?.trim() ?? '');
  return found !== undefined && found !== version ? `${at.text} is an IPv${found} address: ${answer}` : undefined;
}

/** Of what looks like an IP address. */
function versionOf(text: string): 4 | 6 | undefined {
  if (/^[0-9a-f]*:[0-9a-f:.]*$/i.test(text)) return 6;
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) ? 4 : undefined;
}

/** Some letter in its last label: no address has one. */
function isHostName(text: string): boolean {
  return /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.[a-z][a-z0-9-]+\.?$/i.test(text.trim());
}
