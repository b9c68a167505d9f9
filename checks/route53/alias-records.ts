import type { Json } from '../../src/assembly/model.js';
import { outputOf, resource, stack, stackAfter, stackWith } from '../../src/check/example-parts.js';
import { ALIAS_SERVICE_NAMES, type ZoneOwner, zoneIdOf } from '../../src/facts/hosted-zones.js';
import type { Resource } from '../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { groupBy } from '../../src/group-by.js';
import { coversName, normalName } from '../../src/queries/dns-names.js';
import { allRecords } from '../../src/queries/record-sets.js';
import { aliasTargetOf, ownerOfZoneId, whyNotAliasable } from './model/alias-targets.js';
import { recordCheck } from './model/record-check.js';

/** An alias record without another problem. */
const alias = (Name: string, DNSName: Json, HostedZoneId: Json) =>
  resource('AWS::Route53::RecordSet', { HostedZoneId: 'Z0456789ABCDEFGHIJKL', Name, Type: 'A', AliasTarget: { DNSName, HostedZoneId } });

const api = (host: Json, zone: Json) => ({
  Payments: stack('us-east-1', {
    Api: resource('AWS::ApiGateway::RestApi', { Name: 'payments' }),
    Domain: resource('AWS::ApiGateway::DomainName', { DomainName: 'api.acme-bank.io', EndpointConfiguration: { Types: ['REGIONAL'] } }),
    Record: alias('api.acme-bank.io.', host, zone),
  }),
});

export const aliasTargetNotAliasable = recordCheck({
  id: 'route53/alias-target-not-aliasable',
  title: 'Alias target is not supported',
  severity: 'error',
  docs: {
    why: "An alias points to a few kinds of endpoints only. The default endpoint of an API (`<id>.execute-api…`), a function URL and a database are not among them: for an API the target is the custom domain's own name, and the custom domain must have the name of the record. A URL is not a name.",
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
  mustHave: 'AliasTarget',
  *ofRecord(record) {
    const target = aliasTargetOf(record)?.dnsName;
    const reason = target && whyNotAliasable(target);
    if (target === undefined || reason === undefined) return;
    const origin = (target.whole ?? target.first)?.resource;
    yield {
      at: target.at,
      message: `The alias ${record.shown} cannot point to ${target.shown}: ${reason}.`,
      ...(origin && { related: [{ at: origin, message: 'The target is declared here.' }] }),
    };
  },
});

const balanced = (zone: string) => ({
  Standby: stackWith({ Host: { 'Fn::GetAtt': ['Balancer', 'DNSName'] } }, 'us-west-2', {
    Balancer: resource('AWS::ElasticLoadBalancingV2::LoadBalancer', { Subnets: ['subnet-1', 'subnet-2'] }),
  }),
  Traffic: stackAfter('Standby', 'us-east-1', { Shop: alias('shop.acme-bank.io.', outputOf('Standby', 'Host', 'us-west-2'), zone) }),
});

export const aliasZoneWrong = recordCheck({
  id: 'route53/alias-zone-wrong',
  title: 'Alias has the wrong hosted zone ID',
  severity: 'error',
  docs: {
    why: 'The zone id of an alias is that of the zone in which AWS keeps the target\'s name: one for each service and region, and never the zone of the record. Route 53 rejects any other: "Tried to create an alias that targets …, but the alias target name does not lie within the target zone".',
    fix: 'Use the target of the resource: `RecordTarget.fromAlias(new LoadBalancerTarget(loadBalancer))`, or read `loadBalancerCanonicalHostedZoneId`, `regionalHostedZoneId` from the same resource as the name.',
    sources: [
      'https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html',
      'https://docs.aws.amazon.com/general/latest/gr/elb.html',
      'https://docs.aws.amazon.com/general/latest/gr/apigateway.html',
    ],
    templateFix:
      'Take `HostedZoneId` from the same resource as `DNSName`: `!GetAtt LoadBalancer.CanonicalHostedZoneID`, `!GetAtt Domain.RegionalHostedZoneId`.',
    bad: balanced('Z35SXDOTRQ7X7K'),
    good: balanced('Z1H1FL5HABSF5'),
  },
  mustHave: 'AliasTarget',
  *ofRecord(record) {
    const target = aliasTargetOf(record);
    if (target?.owner === undefined) return;
    const { owner, zoneId, dnsName } = target;
    const zoneOwner = ownerOfZoneId(zoneId, record);
    const right = zoneIdOf(owner);
    if (zoneOwner === undefined || (zoneOwner !== 'own' && (nameOf(zoneOwner) === nameOf(owner) || right === undefined))) return;
    const origin = dnsName.whole?.resource;
    yield {
      at: zoneId,
      message: `${dnsName.shown} is one of the ${nameOf(owner)}, but the zone id is ${zoneOwner === 'own' ? "the record's own" : `that of the ${nameOf(zoneOwner)}`}${right === undefined ? '' : `, not ${right}`}: Route 53 rejects the alias.`,
      ...(origin && { related: [{ at: origin, message: 'The target is declared here.' }] }),
    };
  },
});

function nameOf({ service, region }: ZoneOwner): string {
  return `${ALIAS_SERVICE_NAMES[service]}${region === undefined ? '' : ` in ${region}`}`;
}

const DOMAINS = ['AWS::ApiGateway::DomainName', 'AWS::ApiGatewayV2::DomainName'];

const domainNamed = (DomainName: string) => ({
  Standby: stackWith(
    { Host: { 'Fn::GetAtt': ['Domain', 'RegionalDomainName'] }, Zone: { 'Fn::GetAtt': ['Domain', 'RegionalHostedZoneId'] } },
    'us-west-2',
    { Domain: resource('AWS::ApiGatewayV2::DomainName', { DomainName }) },
  ),
  Traffic: stackAfter('Standby', 'us-east-1', {
    Api: alias('api.acme-bank.io.', outputOf('Standby', 'Host', 'us-west-2'), outputOf('Standby', 'Zone', 'us-west-2')),
  }),
});

export const apiDomainMismatch = recordCheck({
  id: 'route53/api-domain-mismatch',
  title: 'Record name is not the custom domain name of its API',
  severity: 'warning',
  docs: {
    why: 'API Gateway finds the API by the host name of the request, and shows the certificate of the custom domain. A client that comes by another name gets a certificate for the wrong name, or 403. "The name of the record that you\'re creating must match a custom domain name for your API." For failover, the custom domains of all regions have the same name.',
    fix: 'Create the custom domain with the name of the record in every region: `new DomainName(this, "Domain", { domainName: "api.acme-bank.io", certificate, endpointType: EndpointType.REGIONAL })`.',
    sources: [
      'https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/dns-failover.html',
    ],
    templateFix:
      'Declare the custom domain with the name of the record in every region: `DomainName: api.acme-bank.io`, `EndpointConfiguration: { Types: [REGIONAL] }`, and a certificate of that region.',
    bad: domainNamed('west.acme-bank.io'),
    good: domainNamed('api.acme-bank.io'),
  },
  mustHave: 'AliasTarget',
  *ofRecord(record, { graph }) {
    const target = aliasTargetOf(record)?.dnsName;
    const domain = target?.whole?.resource;
    const name = record.get('Name').text;
    if (target === undefined || domain === undefined || name === undefined || !DOMAINS.includes(domain.type)) return;
    const custom = domain.property('DomainName').text;
    if (custom === undefined || coversName(normalName(custom), normalName(name)) || graph.memo(targets).has(normalName(name))) return;
    yield {
      at: target.at,
      message: `The record is named ${normalName(name)}, but the custom domain that it points to is ${custom}: API Gateway does not know the record's name, and answers with the wrong certificate or 403.`,
      related: [{ at: domain.property('DomainName'), message: 'The name of the custom domain.' }],
    };
  },
});

/** Names that other records lead to: a client comes by the other name. */
function targets(graph: ResourceGraph): ReadonlySet<string | undefined> {
  return new Set(allRecords(graph).map(({ target }) => target));
}

const site = (bucket: string) => ({
  Site: stack('eu-west-1', {
    Bucket: resource('AWS::S3::Bucket', { BucketName: bucket, WebsiteConfiguration: { IndexDocument: 'index.html' } }),
    Record: resource('AWS::Route53::RecordSet', {
      HostedZoneId: 'Z08214331V7PTQ2M5KXYA',
      Name: 'www.acme-bank.io.',
      Type: 'A',
      AliasTarget: { DNSName: 's3-website-eu-west-1.amazonaws.com', HostedZoneId: 'Z1BKCTXD74EZPE' },
    }),
  }),
});

export const websiteBucketName = recordCheck({
  id: 'route53/website-bucket-name',
  title: 'Alias record to an S3 website whose bucket has another name',
  severity: 'warning',
  docs: {
    why: 'An alias to an S3 website endpoint holds no bucket: S3 looks for a bucket whose name is the host name of the request, and answers 404 NoSuchBucket when there is none. "The bucket name must match the name of the record."',
    fix: 'Name the bucket after the record, `bucketName: "www.acme.io"`, or put a CloudFront distribution before it, which works with any name.',
    sources: [
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-to-s3-bucket.html',
      'https://github.com/aws/aws-cdk/issues/4248',
    ],
    templateFix:
      'Name the bucket after the record, `BucketName: www.acme.io`, or put a CloudFront distribution before it, which works with any name.',
    bad: site('acme-bank-site'),
    good: site('www.acme-bank.io'),
  },
  mustHave: 'AliasTarget',
  *ofRecord(record, { graph }) {
    const at = record.get('AliasTarget', 'DNSName');
    const region = /^s3-website[.-]([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\.?$/.exec(at.text ?? '')?.[1];
    const name = record.get('Name').text?.replace(/\.$/, '').toLowerCase();
    if (region === undefined || name === undefined || graph.names.named(name, ['AWS::S3::Bucket']).length > 0) return;
    const { byRegion, areNamed } = graph.memo(websites);
    // A bucket of that name may be outside of the app, or have a name that is not known: what stands here must be meant for it.
    const [bucket] = byRegion.get(region) ?? [];
    if (bucket === undefined || !areNamed) return;
    yield {
      at,
      message: `S3 answers ${name} from a bucket of that name in ${region}, and no bucket here has it: ${bucket.displayNameFrom(at.resource)} is ${bucket.physicalName ? `named "${bucket.physicalName}"` : 'named by CloudFormation'}. S3 answers 404 NoSuchBucket.`,
      related: [{ at: bucket, message: 'The website.' }],
    };
  },
});

function websites(graph: ResourceGraph) {
  const sites = graph.resourcesOfType('AWS::S3::Bucket').filter((bucket) => !bucket.property('WebsiteConfiguration').isAbsent);
  return { byRegion: groupBy(sites, ({ region }) => region), areNamed: !sites.some(mayHaveName) };
}

function mayHaveName(bucket: Resource): boolean {
  return !bucket.property('BucketName').isAbsent && bucket.physicalName === undefined;
}
