import { z } from 'zod';
import { counted } from '../../counted.js';
import type { Link } from '../../graph/model/link.js';
import { shortestPath } from '../../queries/reach.js';
import { bytesOf, fitting, fittingLines, maxTokens } from '../answer.js';
import { assemblies, describeLink, inWords, LINK, meantBy, PLACE, placeOf, resourceName } from '../places.js';
import { defineTool } from '../tool.js';

export const pathTool = defineTool({
  name: 'path',
  title: 'What is between two resources',
  description:
    'The shortest chain of references by which one resource needs another, across stacks and regions, in whichever direction there is one.',
  input: { from: resourceName, to: resourceName, assemblies, maxTokens },
  output: {
    direction: z.enum(['from-needs-to', 'to-needs-from', 'none']),
    steps: z.array(z.object({ ...PLACE, ...LINK, needs: z.string() })),
    left: z.number().int(),
  },
  async answer({ from, to, assemblies, maxTokens }, session) {
    const graph = await session.graph(assemblies);
    const [starts, ends] = [meantBy(graph, from), meantBy(graph, to)];
    const there = shortestPath(graph, starts, ends);
    const links: readonly Link[] = there ?? shortestPath(graph, ends, starts) ?? [];
    const direction: 'from-needs-to' | 'to-needs-from' | 'none' =
      there !== undefined ? 'from-needs-to' : links.length > 0 ? 'to-needs-from' : 'none';
    const bytes = bytesOf(maxTokens);
    const steps = links.map((link) => ({
      ...placeOf(link.from, session),
      ...describeLink(link),
      needs: inWords(placeOf(link.to, session)),
    }));
    const { shown, left } = fitting(steps, bytes - 200);
    const [first, second] = direction === 'to-needs-from' ? [to, from] : [from, to];
    const verdict =
      direction === 'none'
        ? `Nothing that the templates say leads from ${from} to ${to} or back.`
        : `${first} needs ${second} over ${counted(links.length, 'link')}:`;
    const lines = steps.map((step) => `- ${inWords(step)}: ${step.property} (${step.kind}) → ${step.needs}`);
    return { text: fittingLines([verdict, ...lines], bytes), data: { direction, steps: shown, left } };
  },
});
