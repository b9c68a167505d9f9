import { defineCheck } from '../../src/check/check.js';
import { sameEnvironment } from '../../src/graph/links/producers.js';
import { placeOfUse, subjectOfUse } from '../../src/queries/references.js';
import { missedOutputs } from './model/stack-outputs.js';

const app = (OutputName: string) => ({
  Database: { region: 'us-east-1', outputs: { Endpoint: { Value: 'orders.internal' } } },
  Standby: {
    region: 'us-west-2',
    dependencies: ['Database'],
    resources: {
      Source: {
        Type: 'AWS::SSM::Parameter',
        Properties: { Type: 'String', Value: { 'Fn::GetStackOutput': { StackName: 'Database', Region: 'us-east-1', OutputName } } },
      },
    },
  },
});

export default defineCheck({
  id: 'reference/stack-output-missing',
  title: 'Stack output does not exist',
  severity: 'error',
  docs: {
    why: '`Fn::GetStackOutput` names a stack of this assembly, in the right account and region, but the template of that stack has no output of this name. The reference is weak: nothing notices when the output is renamed or removed, until the next deployment of the stack that reads it fails.',
    fix: 'Add `new CfnOutput(stack, "Endpoint", { value })` to the other stack, with exactly this logical id, or pass the construct itself and let the CDK make the output.',
    sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getstackoutput.html'],
    templateFix: 'Add the output to the other stack, with exactly this name.',
    bad: app('ReaderEndpoint'),
    good: app('Endpoint'),
  },
  *graph({ graph }) {
    for (const { use, target } of missedOutputs(graph)) {
      const producer = graph.producers.stacksNamed(target.stackName).find(({ environment }) => sameEnvironment(environment, target));
      if (producer === undefined || graph.hasUnexpandedMacros(producer)) continue;
      const outputs = [...producer.template.outputs.keys()];
      yield {
        at: placeOfUse(use),
        message: `${subjectOfUse(use)} reads the output ${target.output} of the stack ${target.stackName}, which has ${outputs.length === 0 ? 'no outputs' : 'no output of this name'}: deployment fails.`,
        related: [{ at: producer, message: outputs.length === 0 ? 'This stack has no outputs.' : `Its outputs are ${list(outputs)}.` }],
      };
    }
  },
});

function list(names: readonly string[]): string {
  return names.length > 5 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ');
}
