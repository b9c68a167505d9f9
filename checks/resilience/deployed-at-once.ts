import { defineCheck } from '../../src/check/check.js';
import { assessmentsOf } from '../../src/resilience/assess.js';
import { promising } from './model/contract-example.js';

const pipeline = (westOrder: number) => ({
  Pipeline: {
    Type: 'AWS::CodePipeline::Pipeline',
    Properties: {
      RoleArn: 'arn:aws:iam::482731905566:role/pipeline',
      Stages: [
        {
          Name: 'Deploy',
          Actions: [
            ['OrdersEast', 'us-east-1', 1],
            ['OrdersWest', 'us-west-2', westOrder],
          ].map(([stack, region, order]) => ({
            Name: stack,
            Region: region,
            RunOrder: order,
            ActionTypeId: { Category: 'Deploy', Owner: 'AWS', Provider: 'CloudFormation', Version: '1' },
            Configuration: { StackName: stack, ActionMode: 'CHANGE_SET_EXECUTE' },
          })),
        },
      ],
    },
  },
});
const queue = { Jobs: { Type: 'AWS::SQS::Queue', Properties: {} } };

export default defineCheck({
  id: 'resilience/deployed-at-once',
  title: 'Both regions deployed in one step',
  severity: 'warning',
  docs: {
    why: 'A bad deployment is a disaster like any other, and the likelier one. When one step of a pipeline deploys to a region and to the one that takes over for it, what is wrong is wrong in both, and there is nothing to fail over to.',
    fix: 'Deploy to one region first, with time to notice what is wrong (alarms, a manual approval), and to the other in a later stage: a stage of its own for each region instead of one `pipeline.addWave(…)`.',
    sources: [
      'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_fault_isolation_multiaz_region_system.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/continuous-delivery-codepipeline-action-reference.html',
    ],
    bad: promising({}, { ...queue, ...pipeline(1) }, queue),
    good: promising({}, { ...queue, ...pipeline(2) }, queue),
  },
  *graph({ graph, settings }) {
    for (const { contract, jointSteps } of assessmentsOf(graph, settings)) {
      for (const { at, stage, regions, stacks } of jointSteps()) {
        yield {
          at,
          message: `The stage ${stage} deploys ${stacks.join(', ')} to ${regions.join(' and ')} in one step: what is wrong with a deployment of ${contract.name} is wrong in both.`,
        };
      }
    }
  },
});
