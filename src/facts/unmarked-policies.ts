import { tableOf } from '../table-of.js';

/**
 * Properties that say who may do what, and that the service specification does not mark as such; `*` for all of them. Sources: the pages of the
 * types, https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/
 */
export const UNMARKED_POLICIES: Readonly<Record<string, readonly string[]>> = tableOf({
  'AWS::DynamoDB::Table': ['ResourcePolicy'],
  'AWS::EC2::VPCEndpointServicePermissions': ['*'],
  'AWS::Elasticsearch::Domain': ['AccessPolicies'],
  'AWS::Events::EventBusPolicy': ['*'],
  'AWS::Lambda::LayerVersionPermission': ['*'],
  'AWS::OpenSearchService::Domain': ['AccessPolicies'],
});
