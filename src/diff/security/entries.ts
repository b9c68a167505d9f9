import { OUTBOUND, RULE_DIRECTIONS } from '../../facts/security-group-rules.js';
import { own } from '../../graph/model/json.js';
import type { Resource } from '../../graph/model/resource.js';
import { tableOf } from '../../table-of.js';
import { type Branch, branchesOf, type When } from './branches.js';
import type { Texts, Written } from './texts.js';
import { UNMARKED } from './unmarked-policies.js';

type WrittenObject = { readonly [key: string]: Written };

/** One resource as `@aws-cdk/cloudformation-diff` reads it, under one outcome of what only the deployment decides. */
export interface Entry {
  readonly resource: Resource;
  readonly alias: string;
  readonly when: When;
  readonly type: string;
  readonly properties: WrittenObject;
}

/** A resource in each way that it may turn out at deployment. */
export function entriesOf(resource: Resource, side: 'before' | 'after', texts: Texts): readonly Entry[] {
  const alias = texts.alias(resource, side);
  return branchesOf(resource).map(({ when, assumptions }: Branch) => {
    const value = resource.graph.evaluator.evaluate(own(resource.raw, 'Properties'), { stack: resource.stack, assumptions });
    const written = texts.write(value, side, resource);
    const whole = isMap(written) ? written : {};
    const stated = withDefaultPolicy(withDocuments(whole), resource, texts.counterpart(resource, side));
    const properties = withOrigin(stated, alias) as WrittenObject;
    const adapted = (ADAPTERS[resource.type] ?? adaptPolicy)(properties, resource, (other) => texts.alias(other, side));
    return { resource, alias, when, type: resource.type, ...adapted };
  });
}

/** With the documents that are written as text. */
function withDocuments(properties: WrittenObject): WrittenObject {
  const entries = Object.entries(properties).map(([key, value]) => {
    const isDocument = key.includes('Policy') && typeof value === 'string' && value.startsWith('{');
    return [key, isDocument ? (parse(value) ?? value) : value] as const;
  });
  return Object.fromEntries(entries);
}

function parse(text: string): Written | undefined {
  try {
    return JSON.parse(text) as Written;
  } catch {
    return undefined;
  }
}

/**
 * "The default endpoint policy allows full access to the service": of an endpoint that has a policy of its own on one side.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html
 */
function withDefaultPolicy(properties: WrittenObject, { type }: Resource, counterpart: Resource | undefined): WrittenObject {
  const isDefault = type === 'AWS::EC2::VPCEndpoint' && properties.PolicyDocument === undefined;
  if (!isDefault || counterpart === undefined || counterpart.property('PolicyDocument').isAbsent) return properties;
  return { ...properties, PolicyDocument: { Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }] } };
}

/** The id of a statement says nothing; here it says which resource the statement is of. What is no statement at synthesis is left out. */
function withOrigin(value: Written, alias: string): Written {
  if (Array.isArray(value)) return (value as readonly Written[]).map((item) => withOrigin(item, alias));
  if (!isMap(value)) return value;
  const entries = Object.entries(value).map(([key, entry]) => {
    const items = key === 'Statement' && Array.isArray(entry) ? (entry as readonly Written[]).filter(isMap) : entry;
    return [key, withOrigin(items, alias)] as const;
  });
  return Object.fromEntries('Effect' in value ? [...entries, ['Sid', alias]] : entries);
}

type Adapter = (
  properties: WrittenObject,
  resource: Resource,
  alias: (resource: Resource) => string,
) => { readonly properties: WrittenObject; readonly type?: string };

/** Where the package reads less than what a resource says. */
const ADAPTERS: Readonly<Record<string, Adapter>> = tableOf({
  'AWS::Lambda::Permission': adaptPermission,
  ...Object.fromEntries(Object.keys(UNMARKED).map((type) => [type, adaptUnmarked])),
  'AWS::IAM::RolePolicy': (properties) => attachedTo('Roles', properties.RoleName, properties),
  'AWS::IAM::UserPolicy': (properties) => attachedTo('Users', properties.UserName, properties),
  'AWS::IAM::GroupPolicy': (properties) => attachedTo('Groups', properties.GroupName, properties),
  'AWS::IAM::ManagedPolicy': adaptManagedPolicy,
  'AWS::IAM::Role': withoutLocalPolicies,
  'AWS::IAM::User': withoutLocalPolicies,
  'AWS::IAM::Group': withoutLocalPolicies,
  'AWS::EC2::SecurityGroup': withDefaultEgress,
  'AWS::EC2::VPCEndpoint': throughEndpoint,
  ...Object.fromEntries(RULE_DIRECTIONS.map(({ type }) => [type, adaptRule])),
});

/** As the policy of something that the package knows; every statement says which resource it is of. */
function adaptUnmarked(properties: WrittenObject, resource: Resource, alias: (resource: Resource) => string): ReturnType<Adapter> {
  const { about, statements = [] } = UNMARKED[resource.type]?.(adaptPolicy(properties).properties) ?? {};
  const itself = `\${${alias(resource)}}`;
  const Statement = statements.filter(isMap).map((statement) => ({
    ...statement,
    Resource: about === undefined ? itself : (statement.Resource ?? about),
    Sid: alias(resource),
  }));
  return { type: 'AWS::SQS::QueuePolicy', properties: { Queues: [about ?? itself], PolicyDocument: { Statement } } };
}

/** Without settings whose names look like a document's. */
function adaptPolicy(properties: WrittenObject): { readonly properties: WrittenObject } {
  const entries = Object.entries(properties).filter(([key, value]) => !key.includes('Policy') || typeof value === 'object');
  return { properties: Object.fromEntries(entries) };
}

/** With the limits that the package leaves out. https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html */
function adaptPermission(properties: WrittenObject, resource: Resource, alias: (resource: Resource) => string): ReturnType<Adapter> {
  const { Action = 'lambda:InvokeFunction', FunctionName = '?', Principal = '*', SourceArn } = properties;
  const equals = {
    ...(properties.SourceAccount !== undefined && { 'aws:SourceAccount': properties.SourceAccount }),
    ...(properties.EventSourceToken !== undefined && { 'lambda:EventSourceToken': properties.EventSourceToken }),
    ...(properties.PrincipalOrgID !== undefined && { 'aws:PrincipalOrgID': properties.PrincipalOrgID }),
    ...(properties.FunctionUrlAuthType !== undefined && { 'lambda:FunctionUrlAuthType': properties.FunctionUrlAuthType }),
  };
  const Condition = {
    ...(Object.keys(equals).length > 0 && { StringEquals: equals }),
    ...(SourceArn !== undefined && { ArnLike: { 'aws:SourceArn': SourceArn } }),
    ...(properties.InvokedViaFunctionUrl !== undefined && { Bool: { 'lambda:InvokedViaFunctionUrl': properties.InvokedViaFunctionUrl } }),
  };
  const Statement = [
    {
      Sid: alias(resource),
      Effect: 'Allow',
      Action,
      Resource: FunctionName,
      Principal: principalOf(String(Principal)),
      ...(Object.keys(Condition).length > 0 && { Condition }),
    },
  ];
  return { type: 'AWS::SQS::QueuePolicy', properties: { Queues: [FunctionName], PolicyDocument: { Statement } } };
}

function principalOf(principal: string): Written {
  if (principal === '*') return principal;
  return /\.amazonaws\.com|\.amazon\.com|\.\$\{AWS::URLSuffix\}/.test(principal) ? { Service: principal } : { AWS: principal };
}

function attachedTo(key: string, name: Written | undefined, { PolicyDocument }: WrittenObject): ReturnType<Adapter> {
  const isWhole = name !== undefined && isMap(PolicyDocument);
  return {
    type: 'AWS::IAM::Policy',
    properties: { PolicyName: '', [key]: isWhole ? [name] : [], PolicyDocument: PolicyDocument ?? { Statement: [] } },
  };
}

/** A policy of the app counts as its statements, for whoever it is attached to, from either side. */
function adaptManagedPolicy(properties: WrittenObject, resource: Resource, alias: (resource: Resource) => string): ReturnType<Adapter> {
  const identities = attachmentsOf(resource).map((identity) => `\${${alias(identity)}}`);
  return { properties: { ...adaptPolicy(properties).properties, Roles: [...listOf(properties.Roles), ...identities] } };
}

export function attachmentsOf(policy: Resource): readonly Resource[] {
  const links = policy.graph
    .linksTo(policy)
    .filter(({ from, path }) => /^AWS::IAM::(Role|User|Group)$/.test(from.type) && path[1] === 'ManagedPolicyArns');
  return [...new Set(links.map(({ from }) => from))];
}

/** The policies of the app that an identity attaches to itself. */
export function localPoliciesOf(identity: Resource): readonly Resource[] {
  const links = identity.graph
    .linksFrom(identity)
    .filter(({ to, path }) => to.type === 'AWS::IAM::ManagedPolicy' && path[1] === 'ManagedPolicyArns');
  return [...new Set(links.map(({ to }) => to))];
}

function withoutLocalPolicies(properties: WrittenObject, resource: Resource, alias: (resource: Resource) => string): ReturnType<Adapter> {
  const local = localPoliciesOf(resource).map((policy) => `\${${alias(policy)}}`);
  const arns = listOf(properties.ManagedPolicyArns).filter((arn) => !local.includes(String(arn)));
  return { properties: { ...properties, ManagedPolicyArns: arns } };
}

/** "The default rule is removed only when you specify one or more egress rules": https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html */
function withDefaultEgress(properties: WrittenObject, resource: Resource): ReturnType<Adapter> {
  const hasRules =
    listOf(properties[OUTBOUND.list]).length > 0 || resource.graph.linksTo(resource).some(({ from }) => from.type === OUTBOUND.type);
  return { properties: hasRules ? properties : { ...properties, [OUTBOUND.list]: [{ CidrIp: '0.0.0.0/0', IpProtocol: '-1' }] } };
}

/** A policy of an endpoint is about those who are in its network: "everyone" is not the world. */
function throughEndpoint(properties: WrittenObject, resource: Resource, alias: (resource: Resource) => string): ReturnType<Adapter> {
  const adapted = adaptPolicy(properties).properties;
  if (!isMap(adapted.PolicyDocument)) return { properties: adapted };
  const Statement = listOf(adapted.PolicyDocument.Statement)
    .filter(isMap)
    .map((statement) => {
      const conditions = isMap(statement.Condition) ? statement.Condition : {};
      const equals = isMap(conditions.StringEquals) ? conditions.StringEquals : {};
      // The package takes `*` for the resource that has the policy; here it is all that the service has.
      const Resource = statement.Resource === '*' ? 'arn:*' : (statement.Resource ?? 'arn:*');
      return {
        ...statement,
        Resource,
        Condition: { ...conditions, StringEquals: { ...equals, 'aws:SourceVpce': `\${${alias(resource)}}` } },
      };
    });
  return { properties: { ...adapted, PolicyDocument: { ...adapted.PolicyDocument, Statement } } };
}

/** A rule of a group that is not in the app is reported where the rule is. */
function adaptRule(properties: WrittenObject, resource: Resource, alias: (resource: Resource) => string): ReturnType<Adapter> {
  const group = String(properties.GroupId ?? properties.GroupName ?? '');
  return { properties: { ...properties, GroupId: `${group}${ORIGIN}\${${alias(resource)}}` } };
}

/** Between the group of a rule and the resource that the rule is. */
export const ORIGIN = '\ue002';

function listOf(value: Written | undefined): readonly Written[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly Written[]) : [value];
}

function isMap(value: Written | undefined): value is WrittenObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
