import type { Resource } from '../../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../../src/graph/model/resource-graph.js';
import { NO_ASSUMPTIONS } from '../../../src/graph/model/scope.js';
import { partsOf, referencesIn } from '../../../src/graph/model/value.js';
import { isGivenToCustomResource } from '../../../src/queries/custom-resources.js';
import { placesAt } from '../../../src/queries/region-of.js';

export const ALARMS: readonly string[] = ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'];

/** Whether going off makes an alarm do something; undefined when that is not known. */
export function hasAction(alarm: Resource): boolean | undefined {
  const enabled = alarm.property('ActionsEnabled');
  if (!enabled.isAbsent && enabled.boolean === undefined) return undefined;
  const { items: onAlarm } = alarm.property('AlarmActions');
  const { items: onSilence } = alarm.property('InsufficientDataActions');
  if (onAlarm === undefined || onSilence === undefined) return undefined;
  return enabled.boolean !== false && onAlarm.length + onSilence.length > 0;
}

/** Whether an alarm notifies somebody, rather than only scaling something. */
export function notifies(alarm: Resource): boolean {
  const actions = alarm.property('AlarmActions').items ?? [];
  return hasAction(alarm) === true && actions.some(({ reference }) => !reference?.resource.type.endsWith('::ScalingPolicy'));
}

/** Whether something else looks at an alarm: another resource, an output, a composite alarm, a rule for all alarms. What is not known counts. */
export function isObserved(alarm: Resource): boolean {
  const { graph, physicalName } = alarm;
  const { outputs, names, rulesOfComposites, places } = graph.memo(findWatchers);
  return (
    graph.linksTo(alarm).some(({ kind }) => kind !== 'depends-on') ||
    outputs.has(alarm.id) ||
    rulesOfComposites === undefined ||
    names.has(undefined) ||
    (physicalName !== undefined &&
      (names.has(physicalName) || rulesOfComposites.includes(physicalName) || isGivenToCustomResource(graph, physicalName))) ||
    places.some(({ account, region }) => account === alarm.account && region === alarm.region)
  );
}

/** Places that name an alarm, of any region: links are between resources of one region. */
const PLACES_OF_NAMES: readonly (readonly [type: string, path: string])[] = [
  ['AWS::Route53::HealthCheck', 'HealthCheckConfig.AlarmIdentifier.Name'],
  ['AWS::CodeDeploy::DeploymentGroup', 'AlarmConfiguration.Alarms.*.Name'],
  ['AWS::ECS::Service', 'DeploymentConfiguration.Alarms.AlarmNames.*'],
];

interface Watchers {
  /** Alarms that outputs name. */
  readonly outputs: ReadonlySet<string>;
  /** Names of alarms that are written out where they are used; undefined is among them when one is not known. */
  readonly names: ReadonlySet<string | undefined>;
  /** The texts in the rules of composite alarms; undefined when they are not all known. */
  readonly rulesOfComposites: string | undefined;
  /** Resources of EventBridge that may take the events of all alarms in their place. */
  readonly places: readonly Resource[];
}

function findWatchers(graph: ResourceGraph): Watchers {
  const parts = graph.resourcesOfType('AWS::CloudWatch::CompositeAlarm').flatMap((alarm) => alarm.property('AlarmRule').parts ?? []);
  const isKnown = parts.every((part) => typeof part === 'string' || part.kind === 'reference');
  return {
    outputs: findInOutputs(graph),
    names: new Set(
      PLACES_OF_NAMES.flatMap(([type, path]) => graph.resourcesOfType(type).flatMap((one) => placesAt(one, path)))
        .filter(({ text, isUnknown }) => text !== undefined || isUnknown)
        .map(({ text }) => text),
    ),
    rulesOfComposites: isKnown ? parts.filter((part) => typeof part === 'string').join('\n') : undefined,
    places: graph.resourcesOfType('AWS::Events::Rule').filter((rule) => {
      const pattern = rule.property('EventPattern');
      const sources = pattern.get('source').items;
      return !pattern.isAbsent && (sources === undefined || sources.some(({ text }) => text === undefined || text === 'aws.cloudwatch'));
    }),
  };
}

function findInOutputs({ stacks, evaluator }: ResourceGraph): ReadonlySet<string> {
  const values = stacks.flatMap((stack) =>
    [...stack.template.outputs.values()].map((output) => evaluator.evaluate(output.Value, { stack, assumptions: NO_ASSUMPTIONS })),
  );
  return new Set(
    values.filter((value) => partsOf(value) !== undefined).flatMap((value) => referencesIn(value).map(({ resource }) => resource.id)),
  );
}

/** A topic that is called after alarms. */
export function alarmTopic(graph: ResourceGraph): Resource | undefined {
  return graph.memo(findAlarmTopic);
}

function findAlarmTopic(graph: ResourceGraph): Resource | undefined {
  return graph.certainResourcesOfType('AWS::SNS::Topic').find((topic) => ALARM_WORDS.test([topic.logicalId, topic.physicalName].join(' ')));
}

const ALARM_WORDS = /alarm|alert|pager|on-?call|incident/i;
