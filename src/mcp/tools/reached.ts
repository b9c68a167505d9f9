import { z } from 'zod';
import { counted } from '../../counted.js';
import { groupBy } from '../../group-by.js';
import { type Direction, reach } from '../../queries/reach.js';
import { bytesOf, fitting, fittingLines, maxTokens } from '../answer.js';
import { assemblies, describeLink, inWords, LINK, meantBy, nameOf, PLACE, placeOf, resourceName } from '../places.js';
import { defineTool, type Tool } from '../tool.js';

interface Words {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Before the number. */
  readonly found: (subject: string, count: number) => string;
}

/** Both directions of one question. */
export function reachTool(direction: Direction, { name, title, description, found }: Words): Tool {
  return defineTool({
    name,
    title,
    description,
    input: {
      resource: resourceName,
      depth: z.number().int().min(1).max(20).default(1).describe('Over how many links; 1 for what is linked directly'),
      assemblies,
      maxTokens,
    },
    output: {
      resource: z.string(),
      total: z.number().int(),
      resources: z.array(z.object({ ...PLACE, ...LINK, distance: z.number().int(), linkedWith: z.string() })),
      left: z.number().int().describe('How many of the total have no room here'),
    },
    async answer({ resource, depth, assemblies, maxTokens }, session) {
      const graph = await session.graph(assemblies);
      const start = meantBy(graph, resource);
      const reached = reach(graph, start, direction, { most: depth });
      const bytes = bytesOf(maxTokens);
      const entries = reached.map(({ resource, link, distance }) => ({
        ...placeOf(resource, session),
        ...describeLink(link),
        distance,
        linkedWith: nameOf(direction === 'users' ? link.to : link.from),
      }));
      const { shown, left } = fitting(entries, bytes - 300);
      const subject =
        start.length === 1 && start[0] !== undefined ? inWords(placeOf(start[0], session)) : `${resource} (${start.length} resources)`;
      const byDistance = groupBy(entries, ({ distance }) => distance);
      const lines = [...byDistance].flatMap(([distance, group]) => [
        ...(depth > 1 ? [`Over ${counted(distance, 'link')}:`] : []),
        ...group.map(
          (entry) => `- ${inWords(entry)}: ${entry.property} (${entry.kind}) ${direction === 'users' ? '→' : '←'} ${entry.linkedWith}`,
        ),
      ]);
      return {
        text: fittingLines([found(subject, reached.length), ...lines], bytes),
        data: { resource, total: reached.length, resources: shown, left },
      };
    },
  });
}
