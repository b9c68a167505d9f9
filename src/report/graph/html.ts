import type { PageContent } from '../../pages/graph/page-content.js';
import { escapeText, fillPage, packJson } from '../text/page-parts.js';

/** One page to look at the graph with: it holds all that it needs and loads nothing. */
export async function graphToHtml(content: PageContent, title = titleOf(content)): Promise<string> {
  const [{ GRAPH_PAGE }, { ELK }] = await Promise.all([import('../../generated/graph-page.js'), import('../../generated/elk.js')]);
  return fillPage(GRAPH_PAGE, { TITLE: escapeText(title), ELK, CONTENT: packJson(content) });
}

function titleOf({ report }: PageContent): string {
  return `Resource graph of ${report.assemblies.map(({ path }) => path).join(', ')}`;
}
