import { z } from 'zod';
import { counted } from '../../counted.js';
import { InputError } from '../../diagnostic.js';
import { GLOBAL_SERVICE_TYPES } from '../../facts/global-services.js';
import { groupBy } from '../../group-by.js';
import { bytesOf, fitting, fittingLines, maxTokens } from '../answer.js';
import { assemblies, describeLink, inWords, LINK, nameOf, PLACE, placeOf } from '../places.js';
import { loseRegion } from '../region-loss.js';
import { defineTool } from '../tool.js';

export const loseRegionTool = defineTool({
  name: 'lose_region',
  title: 'What is lost without a region',
  description:
    'What is gone when a whole AWS region is: its stacks, the resources that hold data, and what other regions and global services need of it. From the templates alone.',
  input: { region: z.string().min(1).max(50).describe('us-east-1'), assemblies, maxTokens },
  output: {
    region: z.string(),
    stacks: z.object({ lost: z.number().int(), total: z.number().int(), names: z.array(z.string()) }),
    resources: z.object({ lost: z.number().int(), total: z.number().int() }),
    data: z.array(
      z.object({
        ...PLACE,
        copies: z.array(z.object({ region: z.string(), by: z.string() })),
        open: z.string().nullable().describe('Why there may be copies that no template shows'),
      }),
    ),
    affected: z.array(z.object({ ...PLACE, ...LINK, needs: z.string(), distance: z.number().int() })),
    global: z.number().int().describe('Resources of global services that stacks of the region declare: they keep working'),
    left: z.object({ data: z.number().int(), affected: z.number().int(), stacks: z.number().int() }),
  },
  async answer({ region, assemblies, maxTokens }, session) {
    const graph = await session.graph(assemblies);
    const regions = [...new Set(graph.stacks.flatMap(({ environment }) => environment.region ?? []))].sort();
    if (!regions.includes(region))
      throw new InputError(`no stack is deployed to ${region}; regions are ${regions.join(', ') || 'not named'}`);
    const { stacks, lost, data: stores, global, affected } = loseRegion(graph, region);
    const total = graph.resources().length;
    const data = stores
      .map(({ resource, copies, open }) => ({ ...placeOf(resource, session), copies: [...copies], open: open ?? null }))
      // What is only there is what is lost.
      .sort((one, other) => Number(one.copies.length > 0) - Number(other.copies.length > 0));
    const consequences = affected.map(({ resource, link, distance }) => ({
      ...placeOf(resource, session),
      ...describeLink(link),
      needs: nameOf(link.to),
      distance,
    }));
    const bytes = bytesOf(maxTokens);
    const shownNames = fitting(
      stacks.map(({ name }) => name),
      bytes / 8,
    );
    const shownAffected = fitting(consequences, bytes / 2 - 300);
    const shownData = fitting(data, bytes / 4);
    const services = groupBy(
      global,
      ({ type }) => GLOBAL_SERVICE_TYPES.find(({ types }) => type.startsWith(types))?.name ?? 'global databases',
    );
    const lines = [
      `Without ${region}, ${stacks.length} of ${graph.stacks.length} stacks and ${lost.length} of ${total} resources are gone; ${counted(affected.length, 'resource')} elsewhere or global ${affected.length === 1 ? 'needs' : 'need'} one of them.`,
      `Stacks: ${stacks.map(({ name }) => name).join(', ')}.`,
      ...(data.length > 0 ? [`Holds data there (${data.length}):`] : []),
      ...data.map((entry) => `- ${inWords(entry)}: ${copiesInWords(entry)}`),
      ...(consequences.length > 0 ? [`Needs what is gone (${consequences.length}):`] : []),
      ...consequences.map(
        (entry) => `- ${inWords(entry)}: ${entry.distance === 1 ? `${entry.property} (${entry.kind})` : 'through'} → ${entry.needs}`,
      ),
      ...(global.length > 0
        ? [
            `Resources of global services keep working, but stacks of ${region} cannot change them: ${[...services].map(([name, group]) => `${group.length} of ${name}`).join(', ')}.`,
          ]
        : []),
    ];
    return {
      text: fittingLines(lines, bytes),
      data: {
        region,
        stacks: { lost: stacks.length, total: graph.stacks.length, names: shownNames.shown },
        resources: { lost: lost.length, total },
        data: shownData.shown,
        affected: shownAffected.shown,
        global: global.length,
        left: { data: shownData.left, affected: shownAffected.left, stacks: shownNames.left },
      },
    };
  },
});

function copiesInWords({
  copies,
  open,
}: {
  readonly copies: readonly { readonly region: string; readonly by: string }[];
  readonly open: string | null;
}): string {
  if (copies.length > 0) return `also in ${copies.map(({ region, by }) => `${region} (${by})`).join(', ')}`;
  return open === null ? 'nowhere else' : `nothing here says where else; ${open}`;
}
