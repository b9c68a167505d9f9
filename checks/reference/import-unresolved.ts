import { defineCheck } from '../../src/check/check.js';
import { placeOfUse, subjectOfUse, unresolvedUses } from '../../src/queries/references.js';

const app = (exported: string) => ({
  Network: { region: 'us-east-1', outputs: { Vpc: { Value: 'vpc-0a1b', Export: { Name: exported } } } },
  Service: {
    region: 'us-east-1',
    dependencies: ['Network'],
    resources: { Firewall: { Type: 'AWS::EC2::SecurityGroup', Properties: { VpcId: { 'Fn::ImportValue': 'shared-vpc' } } } },
  },
});

export default defineCheck({
  id: 'reference/import-unresolved',
  title: 'Imported value is not exported by any stack in this app',
  severity: 'warning',
  docs: {
    why: 'No stack of the assembly exports this name. When no other app does so either, deployment fails with "No export named … found": the name may be misspelt, or the export renamed or removed.',
    fix: 'Pass the construct itself from stack to stack instead of a name, so that the CDK makes export and import together. When another app exports the name, list it in the configuration: `"external": { "exports": ["shared-*"] }`.',
    sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-importvalue.html'],
    templateFix:
      'Export the name (`Outputs: { Endpoint: { Value: …, Export: { Name: … } } }`) from a stack of the same account and region. When a stack elsewhere exports it, list it in the configuration: `external: { exports: [shared-*] }`.',
    bad: app('shared-network'),
    good: app('shared-vpc'),
  },
  *graph({ graph, settings }) {
    for (const use of unresolvedUses(graph, 'import')) {
      if (graph.producers.exportsNamed(use.name).length > 0 || settings.isExternal('exports', use.name)) continue;
      // A macro may add the output that exports it.
      if (graph.stacks.some((stack) => graph.hasUnexpandedMacros(stack))) continue;
      yield {
        at: placeOfUse(use),
        message: `${subjectOfUse(use)} imports ${use.name}, which no stack in this app exports: unless another app does, deployment fails with "No export named ${use.name} found".`,
      };
    }
  },
});
