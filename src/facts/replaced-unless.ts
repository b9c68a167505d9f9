import { tableOf } from '../table-of.js';

/** A property whose change replaces the resource unless an update policy says that the service updates it in place. */
export interface ReplacedUnless {
  readonly property: string;
  /** Of `UpdatePolicy`. */
  readonly policy: string;
  readonly fix: string;
}

const FIX = 'Set `enableVersionUpgrade: true` on the `Domain`, which upgrades it in place.';

/** "If EnableVersionUpgrade is set to false, or not specified, updating the EngineVersion property results in replacement": https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatepolicy.html */
export const REPLACED_UNLESS: Readonly<Record<string, ReplacedUnless>> = tableOf({
  'AWS::OpenSearchService::Domain': { property: 'EngineVersion', policy: 'EnableVersionUpgrade', fix: FIX },
  'AWS::Elasticsearch::Domain': { property: 'ElasticsearchVersion', policy: 'EnableVersionUpgrade', fix: FIX },
});
