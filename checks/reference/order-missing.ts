import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { cyclicStacksOf } from '../../src/graph/deployment/needs.js';
import { placeOfUse, subjectOfUse } from '../../src/queries/references.js';
import { areDeployedTogether, isDeployedFirst, lookups, type Need, namings } from '../../src/queries/stack-order.js';

const app = (dependencies: readonly string[]) => ({
  Network: { region: 'us-east-1', outputs: { Vpc: { Value: 'vpc-0a1b', Export: { Name: 'shared-vpc' } } } },
  Application: stack(
    { region: 'us-east-1', dependencies },
    { Firewall: resource('AWS::EC2::SecurityGroup', { VpcId: { 'Fn::ImportValue': 'shared-vpc' } }) },
  ),
});

const WORDS: Partial<Record<Need['kind'], string>> = {
  import: 'imports',
  ssm: 'reads the SSM parameter',
  'stack-output': 'reads the output',
  'cross-region-export': 'reads',
  'custom-resource': 'reads',
};

export default defineCheck({
  id: 'reference/order-missing',
  title: 'Missing stack dependency',
  severity: 'error',
  docs: {
    why: 'The stack looks up something that another stack of the assembly creates: an export, an output, a parameter, a resource by its name. The CDK orders two stacks only when one uses a construct of the other; a name in a text is not a dependency. `cdk deploy --all` may then create the one that reads first, or both at once, and its first deployment fails; `cdk destroy` may delete the other one first.',
    fix: 'Pass the construct itself from stack to stack instead of its name, or declare it: `applicationStack.addStackDependency(networkStack)` (`addDependency` in older versions of the CDK).',
    sources: [
      'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.Stack.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-importvalue.html',
    ],
    templateFix: 'Deploy the other stack first, and declare that: `dependsOn` in the configuration.',
    bad: app([]),
    good: app(['Network']),
  },
  *graph({ graph }) {
    const ordered = new Set<string>();
    for (const need of [...lookups(graph), ...namings(graph)]) {
      const { consumer, producer, kind, name, answer = '', isRead = WORDS[kind] !== undefined } = need;
      const pair = `${graph.idOf(consumer)}\n${graph.idOf(producer)}`;
      if (ordered.has(pair) || !areDeployedTogether(consumer, producer)) continue;
      ordered.add(pair);
      if (graph.order.precedes(producer, consumer)) continue;
      if (cyclicStacksOf(graph).some((cycle) => cycle.has(consumer) && cycle.has(producer))) continue;
      const isFirst = isDeployedFirst(graph, consumer, producer);
      const order = isFirst
        ? `\`cdk deploy --all\` creates ${consumer.name} before it, and the first deployment fails${answer && ` (${answer})`}`
        : `nothing makes it deploy before ${consumer.name}: only their names put them in this order`;
      yield {
        at: placeOfUse(need),
        // That two equal names are meant to be one is not proven.
        severity: isFirst && isRead ? 'error' : 'warning',
        message: `${subjectOfUse(need)} ${WORDS[kind] ?? (isRead ? 'reads' : 'names')} ${name} of the stack ${producer.name}, but ${order}.`,
        related: [{ at: producer, message: 'This stack has to be deployed first.' }],
      };
    }
  },
});
