import type { CheckContext } from '../../src/check/check.js';
import { resource, stackAfter } from '../../src/check/example-parts.js';
import { defineFamily } from '../../src/check/family.js';
import type { Problem } from '../../src/check/problem.js';
import { sameEnvironment } from '../../src/graph/links/producers.js';
import { placeOfUse, subjectOfUse } from '../../src/queries/references.js';
import { shortList } from '../../src/short-list.js';
import { differs, placeName } from './model/environments.js';
import { type MissedOutput, missedOutputs } from './model/stack-outputs.js';

const reading = (output: { readonly OutputName?: string; readonly Region?: string }) => ({
  Database: { region: 'us-east-1', outputs: { Endpoint: { Value: 'orders.internal' } } },
  Standby: stackAfter('Database', 'us-west-2', {
    Source: resource('AWS::SSM::Parameter', {
      Type: 'String',
      Value: { 'Fn::GetStackOutput': { StackName: 'Database', OutputName: 'Endpoint', ...output } },
    }),
  }),
});

/** Checks of outputs that `Fn::GetStackOutput` does not find. */
const outputCheck = defineFamily(({ ofOutput }: { ofOutput(missed: MissedOutput, context: CheckContext): Iterable<Problem> }) => ({
  *graph(context: CheckContext): Iterable<Problem> {
    for (const missed of missedOutputs(context.graph)) yield* ofOutput(missed, context);
  },
}));

export const stackOutputMissing = outputCheck({
  id: 'reference/stack-output-missing',
  title: 'Stack output does not exist',
  severity: 'error',
  docs: {
    why: '`Fn::GetStackOutput` names a stack of this assembly, in the right account and region, but the template of that stack has no output of this name. The reference is weak: nothing notices when the output is renamed or removed, until the next deployment of the stack that reads it fails.',
    fix: 'Add `new CfnOutput(stack, "Endpoint", { value })` to the other stack, with exactly this logical id, or pass the construct itself and let the CDK make the output.',
    sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getstackoutput.html'],
    templateFix: 'Add the output to the other stack, with exactly this name.',
    bad: reading({ OutputName: 'ReaderEndpoint', Region: 'us-east-1' }),
    good: reading({ Region: 'us-east-1' }),
  },
  *ofOutput({ use, target }, { graph }) {
    const producer = graph.producers.stacksNamed(target.stackName).find(({ environment }) => sameEnvironment(environment, target));
    if (producer === undefined || graph.hasUnexpandedMacros(producer)) return;
    const outputs = [...producer.template.outputs.keys()];
    yield {
      at: placeOfUse(use),
      message: `${subjectOfUse(use)} reads the output ${target.output} of the stack ${target.stackName}, which has ${outputs.length === 0 ? 'no outputs' : 'no output of this name'}: deployment fails.`,
      related: [
        { at: producer, message: outputs.length === 0 ? 'This stack has no outputs.' : `Its outputs are ${shortList(outputs, 5)}.` },
      ],
    };
  },
});

export const stackOutputOtherEnvironment = outputCheck({
  id: 'reference/stack-output-other-environment',
  title: 'Stack output is in another region or account',
  severity: 'error',
  docs: {
    why: '`Fn::GetStackOutput` looks in the region of the stack that reads unless it names one, and in its account unless it names a role of another. The stack that it names is deployed elsewhere, so that there is no such stack where it looks, and the deployment fails.',
    fix: 'Name the region: `Fn.getStackOutput("Database", "Endpoint", "us-east-1")`, and a role of the other account where that differs; or pass the construct itself and let the CDK write the reference.',
    sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getstackoutput.html'],
    templateFix: 'Name the region in `Fn::GetStackOutput` (`Region: us-east-1`), and a role of the other account where that differs.',
    bad: reading({}),
    good: reading({ Region: 'us-east-1' }),
  },
  *ofOutput({ use, target }, { graph, settings }) {
    const stacks = graph.producers.stacksNamed(target.stackName);
    const [found] = stacks;
    if (found === undefined || settings.isExternal('stacks', target.stackName)) return;
    const differences = stacks.map(({ environment }) => differs(environment, target));
    if (differences.includes(undefined)) return;
    const matters = differences[0] ?? 'region';
    const looked = matters === 'account' ? `account ${target.account}` : target.region;
    yield {
      at: placeOfUse(use),
      fill: { 'us-east-1': found.environment.region, '"Database"': `"${target.stackName}"`, '"Endpoint"': `"${target.output}"` },
      message: `${subjectOfUse(use)} looks for the stack ${target.stackName} in ${looked}, but it is deployed to ${placeName(found, matters)}: deployment fails.`,
      related: [{ at: found, message: 'This is the stack.' }],
    };
  },
});
