import { defineCheck } from '../../src/check/check.js';
import { placeOfUse, subjectOfUse } from '../../src/queries/references.js';
import { differs, placeName } from './model/environments.js';
import { missedOutputs } from './model/stack-outputs.js';

const app = (place: { readonly Region?: string }) => ({
  Database: { region: 'us-east-1', outputs: { Endpoint: { Value: 'orders.internal' } } },
  Standby: {
    region: 'us-west-2',
    dependencies: ['Database'],
    resources: {
      Source: {
        Type: 'AWS::SSM::Parameter',
        Properties: { Type: 'String', Value: { 'Fn::GetStackOutput': { StackName: 'Database', OutputName: 'Endpoint', ...place } } },
      },
    },
  },
});

export default defineCheck({
  id: 'reference/stack-output-other-environment',
  title: 'Stack output is in another region or account',
  severity: 'error',
  docs: {
    why: '`Fn::GetStackOutput` looks in the region of the stack that reads unless it names one, and in its account unless it names a role of another. The stack that it names is deployed elsewhere, so that there is no such stack where it looks, and the deployment fails.',
    fix: 'Name the region: `Fn.getStackOutput("Database", "Endpoint", "us-east-1")`, and a role of the other account where that differs; or pass the construct itself and let the CDK write the reference.',
    sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getstackoutput.html'],
    templateFix: 'Name the region in `Fn::GetStackOutput` (`Region: us-east-1`), and a role of the other account where that differs.',
    bad: app({}),
    good: app({ Region: 'us-east-1' }),
  },
  *graph({ graph, settings }) {
    for (const { use, target } of missedOutputs(graph)) {
      const stacks = graph.producers.stacksNamed(target.stackName);
      const [found] = stacks;
      if (found === undefined || settings.isExternal('stacks', target.stackName)) continue;
      const differences = stacks.map(({ environment }) => differs(environment, target));
      if (differences.includes(undefined)) continue;
      const matters = differences[0] ?? 'region';
      const looked = matters === 'account' ? `account ${target.account}` : target.region;
      yield {
        at: placeOfUse(use),
        fill: { 'us-east-1': found.environment.region, '"Database"': `"${target.stackName}"`, '"Endpoint"': `"${target.output}"` },
        message: `${subjectOfUse(use)} looks for the stack ${target.stackName} in ${looked}, but it is deployed to ${placeName(found, matters)}: deployment fails.`,
        related: [{ at: found, message: 'This is the stack.' }],
      };
    }
  },
});
