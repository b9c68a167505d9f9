import { tableOf } from '../../table-of.js';
import type { Written } from './texts.js';

type WrittenObject = { readonly [key: string]: Written };

/** A policy that `@aws-cdk/cloudformation-diff` does not look for, as the statements of one that it reads. */
type Unmarked = (properties: WrittenObject) => {
  /** What the statements are about; undefined for the resource itself. */
  readonly about: Written | undefined;
  readonly statements: readonly Written[];
};

/** Of the types in `UNMARKED_POLICIES`. */
export const UNMARKED: Readonly<Record<string, Unmarked>> = tableOf({
  'AWS::DynamoDB::Table': ({ ResourcePolicy }) => documentOf(mapOf(ResourcePolicy).PolicyDocument),
  'AWS::Elasticsearch::Domain': ({ AccessPolicies }) => documentOf(AccessPolicies),
  'AWS::OpenSearchService::Domain': ({ AccessPolicies }) => documentOf(AccessPolicies),
  'AWS::Events::EventBusPolicy': busPolicy,
  'AWS::Lambda::LayerVersionPermission': layerPermission,
  'AWS::EC2::VPCEndpointServicePermissions': endpointPermissions,
});

function documentOf(document: Written | undefined): ReturnType<Unmarked> {
  return { about: undefined, statements: listOf(mapOf(document).Statement) };
}

/** Its own statement, or one in parts. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-eventbuspolicy.html */
function busPolicy({ EventBusName = 'default', Statement, Principal = '*', Action = 'events:PutEvents', Condition }: WrittenObject) {
  if (Statement !== undefined) return { about: EventBusName, statements: listOf(Statement) };
  const { Type, Key, Value } = mapOf(Condition);
  const limit = Type === undefined || Key === undefined ? {} : { Condition: { [String(Type)]: { [String(Key)]: Value ?? '' } } };
  return { about: EventBusName, statements: [{ Effect: 'Allow', Principal: who(Principal), Action, Resource: EventBusName, ...limit }] };
}

function layerPermission({ LayerVersionArn = '?', Principal = '*', Action = 'lambda:GetLayerVersion', OrganizationId }: WrittenObject) {
  const limit = OrganizationId === undefined ? {} : { Condition: { StringEquals: { 'aws:PrincipalOrgID': OrganizationId } } };
  return {
    about: LayerVersionArn,
    statements: [{ Effect: 'Allow', Principal: who(Principal), Action, Resource: LayerVersionArn, ...limit }],
  };
}

function endpointPermissions({ ServiceId = '?', AllowedPrincipals }: WrittenObject) {
  const statements = listOf(AllowedPrincipals).map((one) => ({
    Effect: 'Allow',
    Principal: who(one),
    Action: 'ec2:CreateVpcEndpoint',
    Resource: ServiceId,
  }));
  return { about: ServiceId, statements };
}

function who(principal: Written): Written {
  return principal === '*' ? '*' : { AWS: principal };
}

function mapOf(value: Written | undefined): WrittenObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as WrittenObject) : {};
}

function listOf(value: Written | undefined): readonly Written[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly Written[]) : [value];
}
