import type { Json, JsonObject, Stack, Template } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { grouped } from '../../src/counted.js';
import { TEMPLATE_LIMITS } from '../../src/facts/template-limits.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { rootStackOf } from '../../src/graph/model/root-stack.js';

const app = (references: number) => ({
  Settings: stack('us-east-1', {
    All: resource('AWS::SSM::Parameter', {
      Type: 'StringList',
      Value: Array.from({ length: references }, (_, n) => `{{resolve:ssm:/settings/${n}}}`).join(','),
    }),
  }),
});

export default defineCheck({
  id: 'assembly/template-limits',
  title: 'Template exceeds CloudFormation limits',
  severity: 'error',
  docs: {
    why: 'CloudFormation rejects a template with more than 500 resources, 200 outputs, parameters or mappings, 60 dynamic references, or 1 MB, and an operation on a stack that with its nested stacks has more than 2,500 resources. None of these quotas can be raised.',
    fix: 'Divide the stack: constructs that change together into a `Stack` of their own, or into a `NestedStack` while the total allows it. Many dynamic references come from many values of one stack in another region: pass fewer, or one that the others follow from.',
    sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html'],
    templateFix:
      'Divide the template: what changes together into a stack of its own, or into a nested one (`AWS::CloudFormation::Stack`) while the total allows it.',
    bad: app(61),
    good: app(60),
  },
  *stack(stack, { graph }) {
    for (const [what, count, limit] of countsOf(stack)) {
      if (count > limit) yield { at: stack, message: `The template has ${grouped(count)} ${what}; the limit is ${grouped(limit)}.` };
    }
    const total = graph.memo(resourcesByRoot).get(stack) ?? 0;
    // A stack without nested ones has its own limit, which is lower.
    if (total > TEMPLATE_LIMITS.resourcesOfHierarchy && total > stack.template.resources.size)
      yield {
        at: stack,
        message: `The stack and those nested in it have ${grouped(total)} resources together; the limit of one operation is ${grouped(TEMPLATE_LIMITS.resourcesOfHierarchy)}.`,
      };
  },
});

function resourcesByRoot(graph: ResourceGraph): ReadonlyMap<Stack, number> {
  const totals = new Map<Stack, number>();
  for (const stack of graph.stacks) {
    const root = rootStackOf(stack);
    totals.set(root, (totals.get(root) ?? 0) + stack.template.resources.size);
  }
  return totals;
}

function countsOf({ template }: Stack): readonly (readonly [what: string, count: number, limit: number])[] {
  return [
    ['resources', template.resources.size, TEMPLATE_LIMITS.resources],
    ['parameters', template.parameters.size, TEMPLATE_LIMITS.parameters],
    ['outputs', template.outputs.size, TEMPLATE_LIMITS.outputs],
    ['mappings', template.mappings.size, TEMPLATE_LIMITS.mappings],
    ['dynamic references', dynamicReferencesIn(template), TEMPLATE_LIMITS.dynamicReferences],
    ['bytes', template.bytes, TEMPLATE_LIMITS.bytes],
  ];
}

function dynamicReferencesIn({ resources, hasDynamicReferences }: Template): number {
  if (!hasDynamicReferences) return 0;
  const found = new Set<string>();
  const visit = (json: Json): void => {
    if (typeof json === 'string') {
      if (json.includes('{{resolve:')) for (const [reference] of json.matchAll(/\{\{resolve:[^{}]*\}\}/g)) found.add(reference);
    } else if (typeof json === 'object' && json !== null) for (const key in json) visit((json as JsonObject)[key] as Json);
  };
  for (const { raw } of resources.values()) visit(raw);
  return found.size;
}
