import type { Json, Stack } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';
import { resource } from '../../src/check/example-parts.js';
import { isListAttribute } from '../../src/facts/attributes.js';
import { isCertainUse } from '../../src/graph/links/uses.js';
import { own } from '../../src/graph/model/json.js';
import type { OutputPlace } from '../../src/graph/model/link.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { NO_ASSUMPTIONS } from '../../src/graph/model/scope.js';
import { TemplatePart } from '../../src/graph/model/template-part.js';

const zone = (Value: Json) => ({
  Dns: {
    region: 'us-east-1',
    resources: { Zone: resource('AWS::Route53::HostedZone', { Name: 'altona-shop.net' }) },
    outputs: { NameServers: { Value } },
  },
});

export default defineCheck({
  id: 'reference/output-not-text',
  title: 'Output value is a list',
  severity: 'error',
  docs: {
    why: 'CloudFormation only takes texts as the values of outputs. It rejects the template: "The Value field of every Outputs member must evaluate to a String and not a List", or rolls the stack back once the attribute is known: "Every Value member must be a string".',
    fix: 'Join the elements: `new cdk.CfnOutput(this, "NameServers", { value: cdk.Fn.join(",", zone.hostedZoneNameServers!) })`, and split them where they are read. Between stacks `this.exportStringListValue(…)` does both.',
    sources: [
      'https://github.com/aws-cloudformation/cfn-lint/issues/485',
      'https://github.com/aws/aws-cdk/issues/37910',
      'https://github.com/boto/botocore/issues/1162',
    ],
    templateFix: "Join the elements: `Value: !Join [',', !GetAtt Zone.NameServers]`, and split them where they are read.",
    bad: zone({ 'Fn::GetAtt': ['Zone', 'NameServers'] }),
    good: zone({ 'Fn::Join': [',', { 'Fn::GetAtt': ['Zone', 'NameServers'] }] }),
  },
  *stack(stack, { graph }) {
    for (const [output, declaration] of stack.template.outputs) {
      const place: OutputPlace = { kind: 'output', stack, output };
      const what = listIn(graph, stack, own(declaration, 'Value'));
      if (what === undefined || !isCertainUse(graph, { from: place, path: ['Value'] })) continue;
      yield {
        at: TemplatePart.output(stack, output, ['Value']),
        message: `The value of the output ${output} is ${what}: "The Value field of every Outputs member must evaluate to a String and not a List".`,
      };
    }
  },
});

/** What makes the value a list, in words. */
function listIn(graph: ResourceGraph, stack: Stack, raw: Json | undefined): string | undefined {
  const value = graph.evaluator.evaluate(raw, { stack, assumptions: NO_ASSUMPTIONS });
  if (value.kind === 'list') return 'a list';
  const parameter = typeof own(raw, 'Ref') === 'string' ? stack.template.parameters.get(String(own(raw, 'Ref'))) : undefined;
  if (/^(?:CommaDelimitedList$|List<|AWS::SSM::Parameter::Value<List<)/.test(String(own(parameter, 'Type'))))
    return 'a parameter that is a list';
  if (value.kind !== 'reference' || value.attribute === undefined) return undefined;
  const { resource, attribute } = value;
  return isListAttribute(resource.type, attribute) ? `${attribute} of ${resource.displayName}, which is a list` : undefined;
}
