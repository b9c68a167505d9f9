import { NAMED_TYPES, type NameScope } from './resource-names.js';

/** A physical name that must be unique. */
export interface UniqueName {
  /** The property that sets it, as a path below `Properties`. */
  readonly steps: readonly string[];
  readonly scope: NameScope;
  /** Types with equal spaces share their names. */
  readonly space: string;
  /** Property that divides the names further: rules of two buses may have one name. Absent means `default`. */
  readonly within?: { readonly property: string; readonly default: string };
  readonly ignoresCase?: true;
  /** Whether CloudFormation takes the existing one instead of failing, as far as is known. */
  readonly isTaken?: true;
}

/**
 * Names besides those of `NAMED_TYPES` that AWS wants to be unique. Sources: the page of each type in
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/ and
 * https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html (WAFDuplicateItemException).
 */
const FURTHER: Readonly<Record<string, Omit<UniqueName, 'space' | 'steps'> & { readonly property: string }>> = {
  'AWS::CloudFront::CachePolicy': { property: 'CachePolicyConfig.Name', scope: 'account' },
  'AWS::CloudFront::Function': { property: 'Name', scope: 'account' },
  'AWS::CloudFront::KeyGroup': { property: 'KeyGroupConfig.Name', scope: 'account' },
  'AWS::CloudFront::OriginAccessControl': { property: 'OriginAccessControlConfig.Name', scope: 'account' },
  'AWS::CloudFront::OriginRequestPolicy': { property: 'OriginRequestPolicyConfig.Name', scope: 'account' },
  'AWS::CloudFront::ResponseHeadersPolicy': { property: 'ResponseHeadersPolicyConfig.Name', scope: 'account' },
  'AWS::Budgets::Budget': { property: 'Budget.BudgetName', scope: 'account' },
  'AWS::IAM::SAMLProvider': { property: 'Name', scope: 'account' },
  'AWS::S3::MultiRegionAccessPoint': { property: 'Name', scope: 'account' },
  'AWS::WAFv2::IPSet': { property: 'Name', scope: 'region', within: { property: 'Scope', default: '' } },
  'AWS::WAFv2::RegexPatternSet': { property: 'Name', scope: 'region', within: { property: 'Scope', default: '' } },
  'AWS::WAFv2::RuleGroup': { property: 'Name', scope: 'region', within: { property: 'Scope', default: '' } },
  'AWS::WAFv2::WebACL': { property: 'Name', scope: 'region', within: { property: 'Scope', default: '' } },
};

/** Types whose names live in one space: two of them cannot have the same. */
const SHARED_SPACES: readonly (readonly string[])[] = [
  ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'],
  ['AWS::RDS::DBCluster', 'AWS::DocDB::DBCluster', 'AWS::Neptune::DBCluster'],
  ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  ['AWS::ApiGateway::DomainName', 'AWS::ApiGatewayV2::DomainName'],
];

const DIVIDED: Readonly<Record<string, UniqueName['within']>> = {
  'AWS::Events::Rule': { property: 'EventBusName', default: 'default' },
};

/** Names that the service compares without regard to case. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const CASELESS = /^AWS::(IAM|RDS|DocDB|Neptune)::/;

/** `ecs:CreateCluster` and the like return what exists. */
const TAKEN: readonly string[] = ['AWS::ECS::Cluster', 'AWS::CloudWatch::Dashboard'];

/** Types of which other checks say that a name is there twice. */
const ELSEWHERE = /^AWS::(DynamoDB::|(RDS|DocDB|Neptune)::GlobalCluster$)/;

export const UNIQUE_NAMES: ReadonlyMap<string, UniqueName> = new Map(
  [...NAMED_TYPES, ...Object.entries(FURTHER)]
    .filter(([type]) => !ELSEWHERE.test(type))
    .map(([type, { property, ...named }]) => [
      type,
      {
        ...(DIVIDED[type] && { within: DIVIDED[type] }),
        ...(CASELESS.test(type) && { ignoresCase: true as const }),
        ...(TAKEN.includes(type) && { isTaken: true as const }),
        ...named,
        steps: property.split('.'),
        space: SHARED_SPACES.find((space) => space.includes(type))?.[0] ?? type,
      },
    ]),
);
