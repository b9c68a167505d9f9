import type { Stack } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';
import type { Problem } from '../../src/check/problem.js';
import { isCertainUse } from '../../src/graph/links/uses.js';
import type { Export } from '../../src/graph/model/resource-graph.js';
import { TemplatePart } from '../../src/graph/model/template-part.js';

const app = (name: string) => ({
  Blue: { region: 'us-east-1', outputs: { Endpoint: { Value: 'blue.internal', Export: { Name: 'endpoint' } } } },
  Green: { region: 'us-east-1', outputs: { Endpoint: { Value: 'green.internal', Export: { Name: name } } } },
});

export default defineCheck({
  id: 'reference/export-duplicate',
  title: 'Duplicate export name',
  severity: 'error',
  docs: {
    why: 'The name of an export must be unique in its account and region. The stack that is deployed second fails: "Export with name … is already exported by stack …".',
    fix: 'Leave `exportName` out and pass the construct from stack to stack, or put the stack into the name: `exportName: this.stackName + "-endpoint"`.',
    sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html'],
    templateFix: 'Leave `Export` out where nothing imports it, or put the stack into the name: `Name: !Sub ${AWS::StackName}-endpoint`.',
    bad: app('endpoint'),
    good: app('endpoint-green'),
  },
  *graph({ graph }) {
    for (const name of graph.producers.exportNames()) {
      const first = new Map<string, Export>();
      for (const found of graph.producers.exportsNamed(name)) {
        if (!isCertainUse(graph, { from: found, path: [] })) continue;
        const earlier = first.get(environmentKey(found.stack));
        if (earlier === undefined) {
          first.set(environmentKey(found.stack), found);
          continue;
        }
        // The same stack twice is what `assembly/stack-duplicate` reports.
        if (earlier.stack !== found.stack && earlier.stack.name === found.stack.name) continue;
        // A template whose stack has no name here may be the very stack that is known to export it.
        if (earlier.stack.isNameAssumed !== found.stack.isNameAssumed) continue;
        yield exportedTwice(name, earlier, found);
      }
    }
  },
});

function exportedTwice(name: string, earlier: Export, found: Export): Problem {
  const { account, region } = found.stack.environment;
  const isCertain = earlier.stack === found.stack || (account !== undefined && region !== undefined);
  const where = region === undefined ? '' : ` in ${region}`;
  const when = isCertain ? '' : `if both stacks are deployed to one ${region === undefined ? 'account and region' : 'account'}, `;
  return {
    at: placeOf(found),
    severity: isCertain ? 'error' : 'warning',
    message: `The output ${found.output} exports ${name}, as the output ${earlier.output} of ${earlier.stack.name} does${where}: ${when}"Export with name ${name} is already exported by stack ${earlier.stack.name}".`,
    related: [{ at: placeOf(earlier), message: `Exported here first, as the output ${earlier.output}.` }],
  };
}

function placeOf({ stack, output }: Export): TemplatePart {
  return TemplatePart.output(stack, output, ['Export', 'Name']);
}

function environmentKey({ environment: { account, region } }: Stack): string {
  return `${account} ${region}`;
}
