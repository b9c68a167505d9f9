import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { isOtherPartition, partitionOf } from '../../src/facts/regions.js';
import { parseJsonText } from '../../src/graph/evaluate/json-text.js';
import { parseArn } from '../../src/graph/model/arn.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { display, type Value } from '../../src/graph/model/value.js';
import { namedElsewhere } from '../../src/queries/regional-calls.js';

/** What a task passes on as data, and what it is called. */
const DATA =
  /^(?:Payload|Input|InputPath|Result|Message|MessageBody|MessageAttributes|Item|Key|Environment|Overrides|Comment|Entries)(?:\.\$)?$/;

const app = (region: string) => ({
  Orders: stack('eu-west-1', {
    Charge: resource('AWS::StepFunctions::StateMachine', {
      RoleArn: 'arn:aws:iam::482731905566:role/charge',
      DefinitionString: JSON.stringify({
        StartAt: 'Charge',
        States: {
          Charge: {
            Type: 'Task',
            Resource: 'arn:aws:states:::lambda:invoke',
            Parameters: { FunctionName: `arn:aws:lambda:${region}:482731905566:function:charge` },
            End: true,
          },
        },
      }),
    }),
  }),
});

export default defineCheck({
  id: 'region/state-machine-region',
  title: 'State machine calls a resource of another region',
  severity: 'error',
  types: ['AWS::StepFunctions::StateMachine'],
  docs: {
    why: 'Step Functions calls services in the region of the state machine. A task that names a function, topic or queue of another region fails when it runs: "Functions from \'us-east-1\' are not reachable in this region".',
    fix: 'Deploy what the task calls beside the state machine, or call through something that reaches the other region: `tasks.CallAwsServiceCrossRegion`, a function that makes the call, an event bus.',
    sources: [
      'https://github.com/aws/aws-cdk/issues/29918',
      'https://github.com/aws/aws-cdk/issues/11826',
      'https://github.com/aws-samples/aws-stepfunctions-examples/issues/53',
      'https://github.com/aws-solutions-library-samples/accelerated-intelligent-document-processing-on-aws/pull/478',
    ],
    templateFix:
      'Deploy what the task calls beside the state machine, or call through something that reaches the other region: a function that makes the call, an event bus.',
    bad: app('us-east-1'),
    good: app('eu-west-1'),
  },
  *resource(machine) {
    const reported = new Set<string>();
    for (const { at, key, value } of namesIn(machine)) {
      const partition = key === 'Resource' ? parseArn(value)?.partition : undefined;
      if (
        partition !== undefined &&
        machine.region !== undefined &&
        isOtherPartition(partition, machine.region) &&
        !reported.has(partition)
      ) {
        reported.add(partition);
        yield {
          at,
          message: `A task of ${machine.displayName} in ${machine.region} names ${display(value, machine)} as its resource: "The resource belongs to a different partition from the running execution. Expected '${partitionOf(machine.region)}', was '${partition}'."`,
          fix: 'Build the ARN with the partition of the stack: `` `arn:${this.partition}:states:::…` ``, or `Resource: arn:${Partition}:states:::…` with `Partition` among the `definitionSubstitutions`.',
        };
      }
      const found = namedElsewhere({ from: machine, key, value, region: machine.region });
      if (found === undefined || reported.has(found.name)) continue;
      reported.add(found.name);
      const { call, name, region, resource, isProven } = found;
      const answer = call.service === 'lambda' ? `"Functions from '${region}' are not reachable in this region"` : 'the task fails';
      yield {
        at,
        severity: !isProven || call.error === undefined ? 'warning' : 'error',
        message: `A task of ${machine.displayName} in ${machine.region} names ${name} of ${region} (${key}): ${answer}.`,
        ...(resource && { related: [{ at: resource, message: `It is declared in ${region}.` }] }),
      };
    }
  },
});

interface Name {
  readonly at: Property;
  readonly key: string;
  readonly value: Value;
}

/** Texts and references in the definition of a state machine, however it is written, and in what is put into it. */
function namesIn(machine: Resource): readonly Name[] {
  const definition = machine.property('DefinitionString');
  const json = definition.isAbsent ? undefined : parseJsonText(definition.value);
  const found: Name[] = [];
  if (json !== undefined) visit(definition, '', json, found);
  const object = machine.property('Definition');
  if (object.value.kind === 'map') visit(object, '', object.value, found);
  for (const [key, at] of machine.property('DefinitionSubstitutions').entries ?? []) found.push({ at, key, value: at.value });
  return found;
}

function visit(at: Property, key: string, value: Value, found: Name[]): void {
  if (value.kind === 'list') for (const item of value.items) visit(at, key, item, found);
  else if (value.kind === 'map') {
    for (const [name, entry] of value.entries) if (!DATA.test(name)) visit(at, name, entry, found);
  } else found.push({ at, key, value });
}
