import { defineCheck } from '../../src/check/check.js';
import { TemplatePart } from '../../src/graph/model/template-part.js';
import { placeOfUse, subjectOfUse, unresolvedUses } from '../../src/queries/references.js';
import { differs, placeName } from './model/environments.js';

const app = (region: string) => ({
  Network: { region, outputs: { Vpc: { Value: 'vpc-0a1b', Export: { Name: 'shared-vpc' } } } },
  Service: {
    region: 'us-west-2',
    dependencies: ['Network'],
    resources: { Firewall: { Type: 'AWS::EC2::SecurityGroup', Properties: { VpcId: { 'Fn::ImportValue': 'shared-vpc' } } } },
  },
});

export default defineCheck({
  id: 'reference/import-other-environment',
  title: 'Import of an export in another region or account',
  severity: 'error',
  docs: {
    why: 'Exports belong to one account and one region: `Fn::ImportValue` sees only those of the place that the stack itself is deployed to. The stack that exports this name goes elsewhere, so deployment fails with "No export named … found". A dependency between the two stacks does not help.',
    fix: 'Hand the construct over as a property (`new Service(app, "Service", { vpc: network.vpc })`): CDK carries the value into the other region. `Fn.getStackOutput` reads an output of a stack in another region or account. `Fn.importValue` and `CfnOutput.exportName` work inside one region only.',
    sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-importvalue.html'],
    templateFix:
      '`Fn::ImportValue` works inside one region only. Read the output with `Fn::GetStackOutput` and `Region`, or pass the value as a parameter.',
    bad: app('us-east-1'),
    good: app('us-west-2'),
  },
  *graph({ graph, settings }) {
    for (const use of unresolvedUses(graph, 'import')) {
      const { stack } = use.from;
      const exports = graph.producers.exportsNamed(use.name);
      const [found] = exports;
      if (found === undefined || settings.isExternal('exports', use.name)) continue;
      const differences = exports.map((other) => differs(other.stack.environment, stack.environment));
      if (differences.includes(undefined)) continue;
      const matters = differences[0] ?? 'region';
      yield {
        at: placeOfUse(use),
        // Each account may have a stack of its own that exports such a name, from another app.
        severity: differences.includes('region') ? 'error' : 'warning',
        message: `${subjectOfUse(use)} imports ${use.name} in ${placeName(stack, matters)}, but ${found.stack.name} exports it in ${placeName(found.stack, matters)}: "No export named ${use.name} found".`,
        related: [
          {
            at: TemplatePart.output(found.stack, found.output, ['Export', 'Name']),
            message: `Exported here, as the output ${found.output}.`,
          },
        ],
      };
    }
  },
});
