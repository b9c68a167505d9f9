import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import type { Problem } from '../../src/check/problem.js';
import { ATTRIBUTES_BY_SETTING } from '../../src/facts/attributes-by-setting.js';
import { sdkCallsOf } from '../../src/graph/links/sdk-calls.js';
import { isCertainUse } from '../../src/graph/links/uses.js';
import type { Link } from '../../src/graph/model/link.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { nameOfUse, placeOfUse, subjectOfUse, unresolvedUses } from '../../src/queries/references.js';
import { nearestName } from '../../src/suggestion.js';

const example = (stream: boolean) => ({
  Orders: stack('eu-west-1', {
    Table: resource('AWS::DynamoDB::Table', {
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      ...(stream && { StreamSpecification: { StreamViewType: 'NEW_IMAGE' } }),
    }),
    Source: resource('AWS::Lambda::EventSourceMapping', {
      FunctionName: 'ship-orders',
      EventSourceArn: { 'Fn::GetAtt': ['Table', 'StreamArn'] },
      StartingPosition: 'LATEST',
    }),
  }),
});

export default defineCheck({
  id: 'reference/attribute-not-returned',
  title: 'Fn::GetAtt of an attribute or output that is not returned',
  severity: 'error',
  docs: {
    why: 'Some attributes are there only with a setting: `StreamArn` of a table with a stream, `MasterUserSecret.SecretArn` of a database whose password RDS manages. A nested stack has the outputs that its template declares, and `AwsCustomResource` returns no more of the response than its `outputPaths` let through: "Vendor response doesn\'t contain … key in object". The deployment fails when it reads another one.',
    fix: 'Turn the setting on, or read what is there: the name of an output as the nested stack declares it, a field below one of the `outputPaths`.',
    sources: [
      'https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1950',
      'https://github.com/aws/aws-cdk/issues/7061',
      'https://github.com/aws/aws-cdk/issues/4682',
      'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.custom_resources.AwsSdkCall.html',
    ],
    templateFix: 'Turn the setting on that gives the attribute, or read an attribute or output that is there.',
    bad: example(false),
    good: example(true),
  },
  *graph({ graph }) {
    for (const link of graph.links) {
      if (link.kind !== 'get-att' || link.attribute === undefined) continue;
      const problem = withoutSetting(link) ?? outsideOfPaths(link);
      if (problem !== undefined && isCertainUse(graph, link)) yield problem;
    }
    yield* missingOutputs(graph);
  },
});

function withoutSetting(link: Link): Problem | undefined {
  const { to, attribute = '' } = link;
  const row = ATTRIBUTES_BY_SETTING[to.type]?.find((known) => known.attribute === attribute);
  const setting = row && to.property(row.setting);
  if (row === undefined || setting === undefined || !(setting.isAbsent || setting.boolean === false)) return undefined;
  return {
    at: placeOfUse(link),
    message: `${subjectOfUse(link)} reads ${attribute} of ${to.displayNameFrom(link.from)}, which has none without ${row.setting}.`,
    fix: row.fix,
    related: [{ at: to, message: `${row.setting} is not set here.` }],
  };
}

/** A field of the response that `outputPaths` leave out. */
function outsideOfPaths(link: Link): Problem | undefined {
  const { to, attribute = '' } = link;
  const call = sdkCallsOf(to).find(({ event }) => event === 'Create');
  if (call?.outputPaths === undefined || call.outputPaths.some((path) => attribute.startsWith(path))) return undefined;
  return {
    at: placeOfUse(link),
    message: `${subjectOfUse(link)} reads ${attribute} of ${to.displayNameFrom(link.from)}, whose outputPaths let through ${call.outputPaths.join(', ')} only: "Vendor response doesn't contain ${attribute} key in object".`,
    fix: `Add the field to the paths of the call: \`outputPaths: ['${attribute}']\`.`,
    related: [{ at: call.at, message: 'This is the call.' }],
  };
}

/** Outputs that a nested stack does not declare. */
function* missingOutputs(graph: ResourceGraph): Iterable<Problem> {
  for (const use of unresolvedUses(graph, 'nested-output')) {
    const [logicalId = '', , ...name] = use.name.split('.');
    const output = name.join('.');
    const nested = graph.nestedStack(use.from.stack, logicalId);
    const resource = graph.resource(use.from.stack, logicalId);
    if (nested === undefined || resource === undefined || nested.template.outputs.has(output)) continue;
    const similar = nearestName(output, [...nested.template.outputs.keys()]);
    yield {
      at: placeOfUse(use),
      message: `${subjectOfUse(use)} reads the output ${output} of the nested stack ${resource.displayName}, which declares no such output${similar === undefined ? '' : `, but ${similar}`}.`,
      fix: `Declare the output in the nested stack, or read one that is there; the CDK does both for what ${nameOfUse(use)} uses of a construct in it.`,
      related: [{ at: resource, message: 'This is the nested stack.' }],
    };
  }
}
