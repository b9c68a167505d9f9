import { tableOf } from '../table-of.js';
import { FURTHER_NAMES } from './identities/names.js';
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

/** Types whose names live in one space: two of them cannot have the same. */
const SHARED_SPACES: readonly (readonly string[])[] = [
  ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'],
  ['AWS::RDS::DBCluster', 'AWS::DocDB::DBCluster', 'AWS::Neptune::DBCluster'],
  ['AWS::RDS::DBInstance', 'AWS::DocDB::DBInstance', 'AWS::Neptune::DBInstance'],
  ['AWS::RDS::DBSubnetGroup', 'AWS::DocDB::DBSubnetGroup', 'AWS::Neptune::DBSubnetGroup'],
  ['AWS::RDS::DBParameterGroup', 'AWS::Neptune::DBParameterGroup'],
  ['AWS::RDS::DBClusterParameterGroup', 'AWS::DocDB::DBClusterParameterGroup', 'AWS::Neptune::DBClusterParameterGroup'],
  ['AWS::RDS::EventSubscription', 'AWS::DocDB::EventSubscription', 'AWS::Neptune::EventSubscription'],
  ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  ['AWS::ApiGateway::DomainName', 'AWS::ApiGatewayV2::DomainName'],
];

const DIVIDED: Readonly<Record<string, UniqueName['within']>> = tableOf({
  'AWS::Events::Rule': { property: 'EventBusName', default: 'default' },
});

/** Names that the service compares without regard to case. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const CASELESS = /^AWS::(IAM|RDS|DocDB|Neptune)::/;

/** `ecs:CreateCluster` and the like return what exists. */
const TAKEN: readonly string[] = ['AWS::ECS::Cluster', 'AWS::CloudWatch::Dashboard'];

/** Types of which other checks say that a name is there twice. */
const ELSEWHERE = /^AWS::(DynamoDB::|(RDS|DocDB|Neptune)::GlobalCluster$)/;

export const UNIQUE_NAMES: ReadonlyMap<string, UniqueName> = new Map(
  [
    ...NAMED_TYPES,
    ...FURTHER_NAMES.map(
      ({ type, sources, ignoresCase, ...name }) => [type, { ...name, ...(ignoresCase && { ignoresCase: true as const }) }] as const,
    ),
  ]
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
