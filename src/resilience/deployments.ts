import type { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import { groupBy } from '../group-by.js';
import type { Scope } from './scope.js';

/** Stacks of a region that may be lost and of one that takes over, which one step of a pipeline deploys. */
export interface JointStep {
  readonly at: Property;
  /** The name of the pipeline's stage. */
  readonly stage: string;
  readonly regions: readonly string[];
  readonly stacks: readonly string[];
}

/** Actions that change a stack: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/continuous-delivery-codepipeline-action-reference.html */
const CHANGES: ReadonlySet<string> = new Set(['CREATE_UPDATE', 'CHANGE_SET_EXECUTE', 'REPLACE_ON_FAILURE']);

/** Steps that deploy to a region and to what has to take over for it, at once: what is wrong then is wrong in both. */
export function findJointSteps(scope: Scope): readonly JointStep[] {
  return scope.graph
    .certainResourcesOfType('AWS::CodePipeline::Pipeline')
    .flatMap((pipeline) => (pipeline.property('Stages').items ?? []).flatMap((stage) => jointSteps(stage, pipeline, scope)));
}

function jointSteps(stage: Property, pipeline: Resource, { graph, contract, lost }: Scope): readonly JointStep[] {
  const covered = new Set(graph.stacks.filter((stack) => contract.covers(stack)).map(({ name }) => name));
  const actions = (stage.get('Actions').items ?? []).flatMap((action) => {
    const [stack, mode] = ['StackName', 'ActionMode'].map((key) => action.get('Configuration', key).text);
    if (stack === undefined || !covered.has(stack) || !CHANGES.has(mode ?? '')) return [];
    const [region, order] = [action.get('Region'), action.get('RunOrder')];
    if (order.isUnknown) return [];
    return [{ stack, order: order.number ?? 1, region: region.isAbsent ? pipeline.region : region.text }];
  });
  return [...groupBy(actions, ({ order }) => order).values()].flatMap((together) => {
    const regions = [...new Set(together.map(({ region }) => region))].filter(
      (region) => region !== undefined && contract.regions.includes(region),
    );
    if (regions.length < 2 || !regions.some((region) => lost.includes(region as string))) return [];
    const stacks = [...new Set(together.map(({ stack }) => stack))];
    return [{ at: stage, stage: stage.get('Name').text ?? '', regions: regions as string[], stacks }];
  });
}
