import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphToMermaid } from '../../src/report/graph/mermaid.js';
import { launchBrowser } from '../graph-page/browser.js';
import { documentOf } from '../graph-page/documents.js';
import { HOSTILE_NAMES, hostileAssembly, manyStacks, TWO_REGIONS } from '../graph-page/sketches.js';

let browser: Browser;
let page: Page;

// Mermaid's parser needs a DOM, and its drawing a real one.
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.goto('about:blank');
  await page.addScriptTag({ path: fileURLToPath(new URL('../../node_modules/mermaid/dist/mermaid.min.js', import.meta.url)) });
  // As GitHub has it.
  await page.evaluate('mermaid.initialize({ startOnLoad: false, securityLevel: "strict" })');
}, 60_000);
afterAll(() => browser?.close());

const DRAW = `async (source) => {
  await mermaid.parse(source);
  const { svg } = await mermaid.render('graph', source);
  const drawn = new DOMParser().parseFromString(svg, 'text/html');
  return {
    texts: [...drawn.querySelectorAll('.nodeLabel, .edgeLabel, .cluster-label, .flowchartTitleText')].map((element) => element.textContent),
    elements: [...new Set([...drawn.querySelectorAll('*')].map(({ localName }) => localName))],
  };
}`;

/** Has mermaid parse and draw a text, and gives what can be read in the picture. */
async function draw(text: string): Promise<{ readonly texts: readonly string[]; readonly elements: readonly string[] }> {
  return page.evaluate(`(${DRAW})(${JSON.stringify(text)})`);
}

describe('the graph for Mermaid', () => {
  it('groups by region and stack, labels what crosses stacks, and is drawn by mermaid', async () => {
    const text = graphToMermaid(documentOf(TWO_REGIONS));
    expect(text).toBe(`flowchart LR
  %% 6 links are exact, 1 inferred; 1 lead out of these stacks, 1 are unknown
  subgraph n0["us-east-1"]
    subgraph n1["data-use1"]
      n2["Ledger<br/>DynamoDB GlobalTable"]
      n3["Key<br/>KMS Key"]
      n4["Archive<br/>S3 Bucket"]
    end
    subgraph n5["api-use1"]
      n6["Role<br/>IAM Role"]
      n7["Handler<br/>Lambda Function"]
      n8["Logs<br/>Logs LogGroup"]
      n9["Monitoring<br/>CloudFormation Stack"]
      subgraph n10["Monitoring"]
        n11["Errors<br/>CloudWatch Alarm"]
      end
    end
  end
  subgraph n12["us-west-2"]
    subgraph n13["api-usw2"]
      n14["Copy<br/>S3 Bucket"]
    end
  end
  n2 --> n3
  n7 --> n8
  n7 --> n6
  n7 -->|"import"| n2
  n9 --> n7
  n11 --> n7
  n14 ==>|"ARN"| n4
`);
    const { texts } = await draw(text);
    expect(texts).toEqual(expect.arrayContaining(['us-west-2', 'data-use1', 'LedgerDynamoDB GlobalTable', 'import', 'ARN']));
  });

  it('shows hostile names as text', async () => {
    const { texts, elements } = await draw(graphToMermaid(documentOf(hostileAssembly())));
    const shown = texts.join('\n');
    for (const name of HOSTILE_NAMES.slice(0, 4)) expect(shown).toContain(name);
    expect(elements).not.toEqual(expect.arrayContaining(['script']));
    expect(elements.filter((name) => ['script', 'img', 'a', 'iframe'].includes(name))).toEqual([]);
    expect(await page.evaluate('"attacked" in globalThis')).toBe(false);
  });

  it('folds to stacks what has too many resources, and says so', async () => {
    const text = graphToMermaid(documentOf(manyStacks(12, 10)));
    expect(text).toMatch(/^---\ntitle: 120 resources and 116 links in 12 stacks, folded to stacks\n---\n/);
    const { texts } = await draw(text);
    expect(texts).toContain('Stack1110 resources');
    expect(texts.join()).not.toContain('Topic');
    expect(texts).toContain('120 resources and 116 links in 12 stacks, folded to stacks');
  });

  it('folds to regions what has too many stacks', async () => {
    const text = graphToMermaid(documentOf(manyStacks(600, 1)));
    expect(text).toContain('title: 600 resources and 596 links in 600 stacks, folded to regions');
    expect((await draw(text)).texts).toContain('us-west-2150 stacks150 resources');
  });

  it.each([1, 40, 80, 400, 600])('stays within what GitHub draws: %i stacks', (stacks) => {
    const text = graphToMermaid(documentOf(manyStacks(stacks, 2)));
    expect(text.length).toBeLessThanOrEqual(50_000);
    expect(text.match(/ (--|==|-\.-)>/g)?.length ?? 0).toBeLessThanOrEqual(500);
  });

  it('shows the level that is asked for', () => {
    const document = documentOf(manyStacks(12, 10));
    expect(graphToMermaid(document, 'resources')).toContain('Topic9');
    expect(graphToMermaid(document, 'regions')).not.toContain('Stack3');
  });
});
