import { isObject, own, ownObject, ownString } from '../../assembly/json.js';
import type { Json, JsonObject } from '../../assembly/model.js';
import { compact, getAtt, pick, type SamDraft, type SamResource, type Source, tagsOf, UNKNOWN } from './draft.js';

export type ApiKind = 'rest' | 'http';

/** The APIs that SAM makes for events that name none. */
const IMPLICIT = {
  rest: { logicalId: 'ServerlessRestApi', stage: 'Prod' },
  http: { logicalId: 'ServerlessHttpApi', stage: '$default' },
} as const;

/** The ID and stage of the API that an event names, or of the one that SAM makes then. */
export function apiOf(
  draft: SamDraft,
  kind: ApiKind,
  given: Json | undefined,
  raw: JsonObject,
): { readonly id: Json; readonly stage: Json | undefined } {
  if (given !== undefined) {
    const name = isObject(given) ? ownString(given, 'Ref') : undefined;
    return { id: given, stage: name === undefined ? undefined : draft.stages.get(name) };
  }
  const { logicalId, stage } = IMPLICIT[kind];
  if (!draft.resources.has(logicalId)) {
    const api = { logicalId, raw: pick(raw, []), properties: { ...draft.globals(kind === 'rest' ? 'Api' : 'HttpApi'), StageName: stage } };
    if (kind === 'rest') expandRestApi(draft, api);
    else expandHttpApi(draft, api);
  }
  return { id: { Ref: logicalId }, stage };
}

const REST_API_PROPERTIES = [
  'ApiKeySourceType',
  'BinaryMediaTypes',
  'Description',
  'DisableExecuteApiEndpoint',
  'FailOnWarnings',
  'MinimumCompressionSize',
  'Mode',
  'Name',
  'Policy',
] as const;

const REST_STAGE_PROPERTIES = [
  'AccessLogSetting',
  'CacheClusterEnabled',
  'CacheClusterSize',
  'CanarySetting',
  'MethodSettings',
  'TracingEnabled',
  'Variables',
] as const;

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-api.html */
export function expandRestApi(draft: SamDraft, { logicalId, raw, properties }: SamResource): void {
  const source = { raw, from: [logicalId] };
  const stage = own(properties, 'StageName');
  const stageId = `${logicalId}${textOf(stage)}Stage`;
  draft.stages.set(logicalId, stage ?? '');
  const api = compact({
    ...pick(properties, REST_API_PROPERTIES),
    // The definition holds the paths of all events.
    Body: own(properties, 'DefinitionBody') ?? UNKNOWN,
    EndpointConfiguration: endpointOf(own(properties, 'EndpointConfiguration')),
    Tags: tagsOf(properties),
  });
  draft.add(logicalId, 'AWS::ApiGateway::RestApi', api, source);
  draft.add(`${logicalId}Deployment`, 'AWS::ApiGateway::Deployment', { RestApiId: { Ref: logicalId } }, source);
  const stageProperties = compact({
    ...pick(properties, REST_STAGE_PROPERTIES),
    RestApiId: { Ref: logicalId },
    DeploymentId: { Ref: `${logicalId}Deployment` },
    StageName: stage,
  });
  draft.add(stageId, 'AWS::ApiGateway::Stage', stageProperties, { raw, from: [logicalId, 'Properties', 'StageName'] });
  draft.referable.set(`${logicalId}.Stage`, stageId).set(`${logicalId}.Deployment`, `${logicalId}Deployment`);
  if (Object.hasOwn(properties, 'Auth')) draft.open.push(`${logicalId}.Auth`);
  addRestDomain(draft, { logicalId, raw, properties }, stageId);
}

function addRestDomain(draft: SamDraft, { logicalId, raw, properties }: SamResource, stageId: string): void {
  const domain = ownObject(properties, 'Domain');
  if (domain === undefined) return;
  const at = { raw, from: [logicalId, 'Properties', 'Domain'] };
  const isEdge = ownString(domain, 'EndpointConfiguration') === 'EDGE';
  const domainId = `${logicalId}DomainName`;
  const domainName = compact({
    ...pick(domain, ['DomainName', 'SecurityPolicy', 'MutualTlsAuthentication', 'OwnershipVerificationCertificateArn']),
    [isEdge ? 'CertificateArn' : 'RegionalCertificateArn']: own(domain, 'CertificateArn'),
    EndpointConfiguration: { Types: [own(domain, 'EndpointConfiguration') ?? 'REGIONAL'] },
  });
  draft.add(domainId, 'AWS::ApiGateway::DomainName', domainName, at);
  for (const path of pathsOf(domain)) {
    const mapping = { DomainName: { Ref: domainId }, RestApiId: { Ref: logicalId }, Stage: { Ref: stageId }, BasePath: path || undefined };
    draft.add(`${logicalId}${idPartOf(path)}BasePathMapping`, 'AWS::ApiGateway::BasePathMapping', compact(mapping), at);
  }
  const names = isEdge ? ['DistributionDomainName', 'DistributionHostedZoneId'] : ['RegionalDomainName', 'RegionalHostedZoneId'];
  addRecords(draft, `${logicalId}RecordSetGroup`, domain, domainId, names, at);
}

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-httpapi.html */
export function expandHttpApi(draft: SamDraft, { logicalId, raw, properties }: SamResource): void {
  const stage = own(properties, 'StageName') ?? '$default';
  const stageId = stage === '$default' ? `${logicalId}ApiGatewayDefaultStage` : `${logicalId}${textOf(stage)}Stage`;
  draft.stages.set(logicalId, stage);
  const api = compact({
    ...pick(properties, ['Description', 'DisableExecuteApiEndpoint', 'FailOnWarnings', 'Name']),
    Body: own(properties, 'DefinitionBody') ?? UNKNOWN,
  });
  draft.add(logicalId, 'AWS::ApiGatewayV2::Api', api, { raw, from: [logicalId] });
  const stageSettings = pick(properties, ['AccessLogSettings', 'DefaultRouteSettings', 'RouteSettings', 'StageVariables']);
  const stageProperties = { ...stageSettings, ApiId: { Ref: logicalId }, StageName: stage, AutoDeploy: true };
  draft.add(stageId, 'AWS::ApiGatewayV2::Stage', stageProperties, { raw, from: [logicalId, 'Properties', 'StageName'] });
  draft.referable.set(`${logicalId}.Stage`, stageId);
  addHttpDomain(draft, { logicalId, raw, properties }, stageId);
}

function addHttpDomain(draft: SamDraft, { logicalId, raw, properties }: SamResource, stageId: string): void {
  const domain = ownObject(properties, 'Domain');
  if (domain === undefined) return;
  const at = { raw, from: [logicalId, 'Properties', 'Domain'] };
  const domainId = `${logicalId}DomainName`;
  const configuration = compact({
    ...pick(domain, ['CertificateArn', 'SecurityPolicy']),
    EndpointType: own(domain, 'EndpointConfiguration') ?? 'REGIONAL',
  });
  const domainName = { ...pick(domain, ['DomainName', 'MutualTlsAuthentication']), DomainNameConfigurations: [configuration] };
  draft.add(domainId, 'AWS::ApiGatewayV2::DomainName', domainName, at);
  for (const path of pathsOf(domain)) {
    const mapping = { ApiId: { Ref: logicalId }, DomainName: { Ref: domainId }, Stage: { Ref: stageId }, ApiMappingKey: path || undefined };
    draft.add(`${logicalId}${idPartOf(path)}ApiMapping`, 'AWS::ApiGatewayV2::ApiMapping', compact(mapping), at);
  }
  addRecords(draft, `${logicalId}RecordSetGroup`, domain, domainId, ['RegionalDomainName', 'RegionalHostedZoneId'], at);
}

function addRecords(
  draft: SamDraft,
  id: string,
  domain: JsonObject,
  domainId: string,
  [name = '', zone = '']: readonly string[],
  at: Source,
): void {
  const route53 = ownObject(domain, 'Route53');
  if (route53 === undefined) return;
  const alias = own(route53, 'DistributionDomainName');
  const target = compact({
    HostedZoneId: getAtt(domainId, zone),
    DNSName: alias ?? getAtt(domainId, name),
    EvaluateTargetHealth: own(route53, 'EvaluateTargetHealth'),
  });
  const record = (Type: string): JsonObject =>
    compact({ Name: own(domain, 'DomainName'), Type, ...pick(route53, ['Region', 'SetIdentifier']), AliasTarget: target });
  const records = [record('A'), ...(own(route53, 'IpV6') === true ? [record('AAAA')] : [])];
  draft.add(id, 'AWS::Route53::RecordSetGroup', { ...pick(route53, ['HostedZoneId', 'HostedZoneName']), RecordSets: records }, at);
}

function pathsOf(domain: JsonObject): readonly string[] {
  const paths = own(domain, 'BasePath');
  return Array.isArray(paths) ? paths.map((path) => (path === '/' ? '' : String(path).replace(/^\//, ''))) : [''];
}

function endpointOf(endpoint: Json | undefined): Json | undefined {
  if (endpoint === undefined) return undefined;
  if (!isObject(endpoint)) return { Types: [endpoint] };
  const type = own(endpoint, 'Type');
  return type === undefined ? endpoint : compact({ Types: [type], VpcEndpointIds: own(endpoint, 'VPCEndpointIds') });
}

function textOf(stage: Json | undefined): string {
  return typeof stage === 'string' ? idPartOf(stage) : '';
}

/** A part of a logical ID. */
function idPartOf(text: string): string {
  return text.replace(/[^A-Za-z0-9]/g, '');
}
