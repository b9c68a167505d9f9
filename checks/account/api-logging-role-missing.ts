import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { API_LOGGING } from '../../src/facts/api-logging.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { groupBy } from '../../src/group-by.js';
import { placesAt } from '../../src/queries/region-of.js';
import { isCreatedLater } from '../../src/queries/stack-order.js';

const ACCOUNT = 'AWS::ApiGateway::Account';
const ANSWER = 'CloudWatch Logs role ARN must be set in account settings to enable logging';
const app = (first: 'Logging' | 'Orders') => ({
  Logging: stack(
    { region: 'us-east-1', dependencies: first === 'Logging' ? [] : [first] },
    { Role: resource(ACCOUNT, { CloudWatchRoleArn: 'arn:aws:iam::482731905566:role/api-logging' }) },
  ),
  Orders: stack(
    { region: 'us-east-1', dependencies: first === 'Orders' ? [] : [first] },
    {
      Api: resource('AWS::ApiGateway::RestApi', { Name: 'orders' }),
      Stage: resource('AWS::ApiGateway::Stage', {
        RestApiId: { Ref: 'Api' },
        StageName: 'prod',
        MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', LoggingLevel: 'INFO' }],
      }),
    },
  ),
});

export default defineCheck({
  id: 'account/api-logging-role-missing',
  title: 'CloudWatch Logs role of API Gateway is not set for the account',
  severity: 'warning',
  types: Object.keys(API_LOGGING),
  docs: {
    why: 'API Gateway writes logs with one role for an account and region, which `AWS::ApiGateway::Account` sets. In an account where nobody has set it, a stage that logs fails: "CloudWatch Logs role ARN must be set in account settings to enable logging". The CDK writes it only with `cloudWatchRole: true`; newer apps have that off.',
    fix: 'Set it once for each account and region, in a stack that the APIs depend on: `new apigateway.CfnAccount(this, "Logging", { cloudWatchRoleArn: role.roleArn })`, or `cloudWatchRole: true` on one `RestApi`.',
    sources: [
      'https://github.com/anomalyco/sst/issues/1556',
      'https://github.com/seasketch/geoprocessing/issues/375',
      'https://github.com/aws-solutions/virtual-waiting-room-on-aws/issues/74',
    ],
    templateFix:
      'Declare an `AWS::ApiGateway::Account` with `CloudWatchRoleArn` once for each account and region, and let the stage depend on it (`DependsOn`).',
    bad: app('Orders'),
    good: app('Logging'),
  },
  *resource(stage, { graph }) {
    const at = loggingOf(stage);
    const stages = graph.memo(logging).get(environmentOf(stage)) ?? [];
    // One cause in each account and region is one finding.
    if (at === undefined || !stage.is(stages[0])) return;
    const setters = graph.memo(setting).get(environmentOf(stage)) ?? [];
    if (setters.length === 0) {
      yield {
        at,
        message: `This needs the logging role of the account, and nothing in this app sets it: if it is not set in ${stage.region ?? 'the region'} already, the deployment fails with "${ANSWER}".`,
        related: stages.slice(1, 5).map((other) => ({ at: other, message: 'This needs it as well.' })),
      };
      return;
    }
    for (const other of stages) {
      const later = setters.every((setter) => isCreatedLater(setter, other));
      const [setter] = setters;
      if (!later || setter === undefined) continue;
      yield {
        at: loggingOf(other) ?? other,
        message: `This needs the logging role of the account, which the stack ${setter.stack.displayName} sets later: unless it is set already, the first deployment fails with "${ANSWER}".`,
        related: [{ at: setter, message: 'It is set here.' }],
      };
    }
  },
});

function environmentOf({ account, region }: Resource): string {
  return `${account} ${region}`;
}

/** The setting that makes a stage log; undefined when it does not, or that is not known. */
function loggingOf(stage: Resource): Property | undefined {
  for (const { path, is, isDestination, protocol } of API_LOGGING[stage.type] ?? []) {
    if (protocol !== undefined && stage.property('ApiId').target('AWS::ApiGatewayV2::Api')?.property('ProtocolType').text !== protocol)
      continue;
    const found = placesAt(stage, path).find((place) =>
      isDestination ? !place.isAbsent && !isFirehose(place) : is?.includes(place.text ?? ''),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** API Gateway writes there with its service-linked role. */
function isFirehose(destination: Property): boolean {
  return destination.arn?.service === 'firehose' || destination.reference?.resource.type === 'AWS::KinesisFirehose::DeliveryStream';
}

/** What logs, by account and region. */
function logging(graph: ResourceGraph): ReadonlyMap<string, readonly Resource[]> {
  if (graph.mayLackResources()) return new Map();
  const stages = graph.certainResourcesOfType(...Object.keys(API_LOGGING)).filter((stage) => loggingOf(stage) !== undefined);
  return groupBy(stages, environmentOf);
}

/** What sets the role, by account and region. */
function setting(graph: ResourceGraph): ReadonlyMap<string, readonly Resource[]> {
  const setters = graph.resourcesOfType(ACCOUNT).filter((setter) => !setter.property('CloudWatchRoleArn').isAbsent);
  return groupBy(setters, environmentOf);
}
