import type { Stack } from '../../assembly/model.js';
import { isRegion } from '../../facts/regions.js';
import { isObject } from '../../graph/model/json.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import { TemplatePart } from '../../graph/model/template-part.js';
import { placedTexts } from '../../queries/placed-texts.js';

/** What ties a template to the region it is made for. */
export type TieKind = 'certificate' | 'ARN' | 'endpoint' | 'zone' | 'image' | 'id' | 'map' | 'name';

export interface Tie {
  readonly kind: TieKind;
  /** The text, or the name of the mapping. */
  readonly text: string;
  readonly at: TemplatePart;
}

/** Everything that names the region of its own stack, or something that only that region has. Stacks of the wanted region are left out. */
export function findTies(graph: ResourceGraph, wanted: string): readonly Tie[] {
  return graph.stacks.filter(({ environment }) => environment.region !== wanted).flatMap((stack) => tiesOf(graph, stack, wanted));
}

function tiesOf(graph: ResourceGraph, stack: Stack, wanted: string): readonly Tie[] {
  const ties: Tie[] = [];
  const own = stack.environment.region;
  for (const resource of graph.resourcesOf(stack)) {
    // What the CDK writes anew for whatever region a stack is deployed to.
    if (resource.type.startsWith('Custom::CrossRegionExport')) continue;
    const path = ['Resources', resource.logicalId, 'Properties'];
    for (const { text, path: below } of placedTexts(resource.raw.Properties, path)) {
      const kind = kindOf(text, own);
      if (kind !== undefined) ties.push({ kind, text, at: new TemplatePart(stack, below) });
    }
  }
  for (const [name, mapping] of stack.template.mappings) {
    const regions = Object.keys(isObject(mapping) ? mapping : {}).filter(isRegion);
    if (regions.length > 0 && !regions.includes(wanted))
      ties.push({ kind: 'map', text: name, at: new TemplatePart(stack, ['Mappings', name]) });
  }
  return ties;
}

/** Assets lie in the bootstrapped bucket of whatever region the stack is deployed to: the CDK writes its name anew. */
const BOOTSTRAPPED = /^cdk-[a-z0-9]+-(?:assets|container-assets|[a-z-]+-role)-/;
const IMAGE = /^ami-[0-9a-f]{8,17}$/;
const ID = /^(?:vpc|subnet|sg|rtb|igw|nat|eni|vpce|tgw|snap|vol|lt|eipalloc|pl|fs|acl|pcx)-[0-9a-f]{8,17}$/;

function kindOf(text: string, own: string | undefined): TieKind | undefined {
  if (IMAGE.test(text)) return 'image';
  if (ID.test(text)) return 'id';
  if (own === undefined || !text.includes(own) || BOOTSTRAPPED.test(text)) return undefined;
  if (text.startsWith('arn:')) return text.includes(`:acm:${own}:`) ? 'certificate' : 'ARN';
  if (text.includes(`${own}.amazonaws.com`) || text.includes(`${own}.elb`)) return 'endpoint';
  return text.startsWith(own) && /^[a-z]$/.test(text.slice(own.length)) ? 'zone' : 'name';
}
