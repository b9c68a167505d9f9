import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { DOMParser } from '@xmldom/xmldom';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AssemblySketch } from '../support/assembly-builder.js';
import { contrastsBelow } from '../support/contrast.js';
import { writeProject } from '../support/project.js';
import { runMain } from '../support/run-main.js';
import { launchBrowser } from './browser.js';
import { HOSTILE_NAMES, hostileAssembly, manyStacks, TWO_REGIONS } from './sketches.js';

let browser: Browser;
let server: Server;
/** What is served, by path. */
const pages = new Map<string, string>();
const opened: Page[] = [];
/** What was asked of the server, and what pages complained of. */
let events: string[] = [];

beforeAll(async () => {
  execFileSync(process.execPath, [fileURLToPath(new URL('../../scripts/build-pages.js', import.meta.url))]);
  browser = await launchBrowser();
  server = createServer(({ url = '' }, response) => {
    events.push(`request ${url}`);
    const page = pages.get(url);
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  for (const [name, sketch] of Object.entries({
    two: TWO_REGIONS,
    hostile: hostileAssembly(),
    many: manyStacks(56, 10),
    huge: manyStacks(4, 900),
  })) {
    pages.set(`/${name}`, await render(sketch));
  }
}, 60_000);
afterEach(async () => {
  await Promise.all(opened.splice(0).map((page) => page.close()));
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** What is found must not change with the catalogue. */
const ONE_CHECK = { 'synthcheck.config.json': { only: ['dynamodb/replica-sse-partial'] } };

async function render(sketch: AssemblySketch): Promise<string> {
  const { code, stdout } = await runMain(['graph', '--format', 'html'], { cwd: writeProject(sketch, ONE_CHECK) });
  expect(code).toBe(0);
  return stdout;
}

async function open(name: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, ...options });
  opened.push(page);
  events = [];
  page.on('request', (request) => elsewhere(request.url()) && events.push(`request ${request.url()}`));
  page.on('console', (message) => events.push(`console ${message.text()}`));
  page.on('pageerror', (error) => events.push(`error ${error.message}`));
  page.on('dialog', (dialog) => events.push(`dialog ${dialog.message()}`));
  await page.goto(`http://127.0.0.1:${port()}/${name}`);
  await page.waitForSelector('body[data-ready]');
  return page;
}

/** Not the server of these tests, and not the page itself, whose worker is a blob of its own. */
function elsewhere(url: string): boolean {
  return !url.startsWith(`http://127.0.0.1:${port()}/`) && !url.startsWith('blob:');
}

function port(): number {
  return (server.address() as AddressInfo).port;
}

const box = (page: Page, name: string) => page.locator(`#picture .box[role="button"][aria-label^="${name}"]`);
/** The names of all closed boxes. */
const names = (page: Page) => page.locator('#picture .box:not(.open):not(.heading) .name').allTextContents();
const details = (page: Page) => page.locator('#details-content');

describe('the page', () => {
  it('shows regions, stacks and resources with their lines and findings', async () => {
    const page = await open('two');
    expect(await page.locator('#totals').textContent()).toBe('3 stacks · 2 regions · 9 resources · 1 error');
    expect(await page.locator('#links-seen').textContent()).toBe('6 exact links, 1 inferred; not resolved: 1 external, 1 unknown');
    expect((await names(page)).sort()).toEqual(['Archive', 'Copy', 'Errors', 'Handler', 'Key', 'Ledger', 'Logs', 'Monitoring', 'Role']);
    expect(await page.locator('#picture .heading .name').allTextContents()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^us-east-1/),
        expect.stringMatching(/^api-usw2/),
        expect.stringMatching(/^Monitoring/),
      ]),
    );
    expect(await page.locator('#picture .line.crossing-environment.inferred').count()).toBe(1);
    expect(await page.locator('#picture .line.crossing-stack').count()).toBe(1);
    expect(await page.locator('#picture .line.order').count()).toBe(1);
    expect(await page.locator('#picture .label').allTextContents()).toEqual(expect.arrayContaining([expect.stringContaining('ARN')]));
    expect(await box(page, 'Ledger').locator('.badge text').textContent()).toBe('1');
    expect(await details(page).textContent()).toContain('dynamodb/replica-sse-partial');
    expect(await details(page).textContent()).toContain('elsewhere:Queue');
  });

  it('loads nothing, from anywhere', async () => {
    const page = await open('two');
    await page.click('#unfold-all');
    await page.fill('#search', 'ledger');
    expect(events).toEqual(['request /two']);
    const text = pages.get('/two') ?? '';
    expect(text.replace(/<script[^>]*>.*?<\/script>|<!--.*?-->/gs, '')).not.toMatch(/(src|href)=|url\(|@import/);
  });

  it('rejects what a name might smuggle in', async () => {
    const page = await open('two');
    // `script-src` holds one hash: not even an inline script runs.
    await page.evaluate(`
      document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.attacked = 1' }));
      document.body.append(Object.assign(document.createElement('img'), { src: '/image.png' }));
      fetch('/fetched').catch(() => {});
    `);
    expect(await page.evaluate('"attacked" in window')).toBe(false);
    expect(events.filter((event) => event.startsWith('request'))).toEqual(['request /two']);
    expect(events.filter((event) => event.includes('violates')).length).toBeGreaterThanOrEqual(3);
  });

  it('shows hostile names as text', async () => {
    const page = await open('hostile');
    await page.click('#unfold-all');
    const shown = await page.locator('#picture').textContent();
    expect(shown).toContain('script>');
    for (const name of HOSTILE_NAMES) {
      await page.fill('#search', name.split('\n')[0] as string);
      await page.keyboard.press('Enter');
      await details(page).locator('dl').waitFor();
    }
    expect(await page.locator('#details-content, #picture, #results').locator('script, img, a, iframe').count()).toBe(0);
    expect(await page.evaluate('"attacked" in window')).toBe(false);
    expect(events).toEqual(['request /hostile']);
  });

  it('tells all about a resource, and leads to its neighbours', async () => {
    const page = await open('two');
    await box(page, 'Handler').click();
    const text = await details(page).innerText();
    for (const part of ['AWS::Lambda::Function', 'api-use1/Handler', 'Needs', 'Needed by', 'Missing', 'no stack in this app exports it'])
      expect(text).toContain(part);
    await details(page).getByRole('button', { name: 'Ledger', exact: true }).click();
    expect(await details(page).locator('h2').textContent()).toBe('Ledger');
    expect(await details(page).innerText()).toContain('dynamodb/replica-sse-partial');
    expect(await page.locator('#picture .box.selected .name').textContent()).toBe('Ledger');
    await page.click('#back');
    expect(await details(page).locator('h2').first().textContent()).toBe('Findings');
  });

  it('tells what a line is made of', async () => {
    const page = await open('two');
    await page.locator('#picture .label', { hasText: 'import' }).click();
    expect(await details(page).innerText()).toMatch(
      /Link to another stack\s+import\s+api-use1\/Handler\s+import\s+Table\s+→ data-use1\/Ledger/,
    );
  });

  it('finds by path, logical id and type', async () => {
    const page = await open('two');
    await page.keyboard.press('/');
    await page.keyboard.type('usw2 bucket');
    expect(await page.locator('#results [role="option"]').allInnerTexts()).toEqual(['api-usw2/Copy\nAWS::S3::Bucket · us-west-2']);
    expect(await page.locator('#picture .box.found .name').allTextContents()).toEqual(['Copy']);
    await page.keyboard.press('Enter');
    expect(await details(page).locator('h2').textContent()).toBe('Copy');
    await page.fill('#search', 'nothing like this');
    expect(await page.locator('#results').innerText()).toBe('No match.');
    await page.keyboard.press('Escape');
    expect(await page.inputValue('#search')).toBe('');
  });

  it('filters by finding, region, link, stack and type', async () => {
    const page = await open('two');
    const toggle = async (facet: string, label: string): Promise<void> => {
      const group = page.locator(`[data-facet="${facet}"]`);
      await group.getByText(label, { exact: true }).click();
    };
    await toggle('environment', 'us-west-2');
    await expect.poll(() => names(page)).not.toContain('Copy');
    await toggle('stack', 'data-use1');
    await expect.poll(() => names(page)).not.toContain('Key');
    await toggle('type', 'IAM::Role');
    await expect.poll(() => names(page)).toEqual(['Handler', 'Logs', 'Monitoring', 'Errors']);
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(async () => (await names(page)).length).toBe(9);
    await toggle('kind', 'import');
    await expect.poll(() => page.locator('#picture .line.crossing-stack').count()).toBe(0);
    await page.getByRole('button', { name: 'Show all' }).click();
    // Its numbers are of resources, those beside it of findings.
    expect(await page.locator('[data-facet="severity"] summary').innerText()).toBe('Worst finding');
    await page.locator('[data-facet="severity"] li', { hasText: 'error' }).hover();
    await page.getByRole('button', { name: 'Only error' }).click();
    await expect.poll(() => names(page)).toEqual(['Ledger']);
  });

  it('shows only the surroundings of a resource', async () => {
    const page = await open('two');
    await box(page, 'Copy').click();
    await page.getByRole('button', { name: 'Show only this and its neighbours' }).click();
    await expect.poll(async () => (await names(page)).sort()).toEqual(['Archive', 'Copy']);
    expect(await page.locator('#focus').innerText()).toContain('Only Copy and its neighbours');
    await page.click('#unfocus');
    await expect.poll(async () => (await names(page)).length).toBe(9);
  });

  it('folds large graphs to stacks at first, and unfolds what is asked for', async () => {
    const page = await open('many');
    expect(await page.locator('#picture .folded').count()).toBe(56);
    expect(await page.locator('#picture .resource').count()).toBe(0);
    // As slowly as people do: the first click must not move the picture.
    await box(page, 'Stack Stack5;').dblclick({ delay: 150 });
    await expect.poll(() => page.locator('#picture .resource').count()).toBe(10);
    await page.fill('#search', 'Stack50/Topic3');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#picture .resource').count()).toBe(20);
    expect(await page.locator('#picture .box.selected .name').textContent()).toBe('Topic3');
    await page.click('#unfold-all');
    await expect.poll(() => page.locator('#picture .resource').count(), { timeout: 20_000 }).toBe(560);
    await page.click('#fold-all');
    await expect.poll(() => page.locator('#picture .resource').count()).toBe(0);
  });

  it('is used with the keyboard alone', async () => {
    const page = await open('many');
    await page.locator('#picture [tabindex="0"]').focus();
    const focused = () => page.evaluate('document.activeElement.getAttribute("aria-label").split(";")[0]');
    expect(await focused()).toBe('Region us-east-1');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toMatch(/^Stack Stack\d+$/);
    const stack = (await focused()) as string;
    await page.keyboard.press('Enter');
    expect(`Stack ${await details(page).locator('h2').first().textContent()}`).toBe(stack);
    await page.keyboard.press(' ');
    await expect.poll(() => page.locator('#picture .resource').count()).toBe(10);
    expect(await focused()).toBe(stack);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toMatch(/^Topic\d$/);
    await page.keyboard.press('Escape');
    expect(await page.locator('#back').isHidden()).toBe(true);
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.id')).toBe('search');
  });

  it('goes from finding to finding', async () => {
    const page = await open('two');
    await page.keyboard.press('n');
    expect(await details(page).locator('h2').textContent()).toBe('Ledger');
  });

  it('follows the colour scheme', async () => {
    const page = await open('two');
    const background = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(await background()).toBe('rgb(244, 245, 247)');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await background()).toBe('rgb(15, 19, 24)');
  });

  it.each(['light', 'dark'] as const)('has enough contrast in %s', async (colorScheme) => {
    const page = await open('two', { colorScheme });
    expect(await contrastsBelow(page, '.bar *, .side *, .legend *, .tools *')).toEqual([]);
    // Texts of the picture are filled, and lie on boxes.
    const ratios = (await page.evaluate(`(() => {
      const style = getComputedStyle(document.documentElement);
      const luminance = (name) => {
        const [r, g, b] = style.getPropertyValue(name).match(/[0-9a-f]{2}/g).map((two) => parseInt(two, 16) / 255).map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const ratio = (one, other) => { const [a, b] = [luminance(one), luminance(other)].sort((a, b) => b - a); return (a + 0.05) / (b + 0.05); };
      return ['--ink', '--soft'].flatMap((text) => ['--region', '--stack', '--nested', '--raised', '--error-wash', '--warning-wash', '--info-wash'].map((box) => [text, box, ratio(text, box)]))
        .concat(['--error', '--warning', '--info', '--good'].map((badge) => ['--on-badge', badge, ratio('--on-badge', badge)]))
        .concat([['--cross-stack', '--panel', ratio('--cross-stack', '--panel')], ['--cross-region', '--panel', ratio('--cross-region', '--panel')]]);
    })()`)) as [string, string, number][];
    expect(ratios.filter(([, , ratio]) => ratio < 4.5)).toEqual([]);
  });

  it('has a name for every control, and shows where the focus is', async () => {
    const page = await open('two');
    const nameless = await page.evaluate(
      `[...document.querySelectorAll('button, input, select, [role=button], [role=combobox], [tabindex="0"]')].filter((control) => !control.closest('[hidden]') && !(control.getAttribute('aria-label') ?? control.labels?.[0]?.textContent ?? control.textContent).trim()).map((control) => control.outerHTML)`,
    );
    expect(nameless).toEqual([]);
    for (let stop = 0; stop < 12; stop++) {
      await page.keyboard.press('Tab');
      const isSeen = await page.evaluate(`(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
        const frame = document.activeElement.querySelector('.frame');
        return (outlineStyle !== 'none' && outlineWidth !== '0px') || (frame !== null && getComputedStyle(frame).strokeWidth === '2.5px');
      })()`);
      expect([await page.evaluate('document.activeElement.outerHTML.slice(0, 80)'), isSeen]).toEqual([expect.any(String), true]);
    }
  });

  it('has sheets in place of sides on a phone', async () => {
    const page = await open('two', { viewport: { width: 390, height: 844 }, hasTouch: true });
    expect(await page.locator('#filters').isVisible()).toBe(false);
    await page.click('#open-filters');
    expect(await page.locator('#filters').isVisible()).toBe(true);
    await page.locator('#filters [data-close]').click();
    await page.click('#open-details');
    await details(page).getByRole('button', { name: 'data-use1/Ledger' }).first().click();
    const [seen, sheet] = await Promise.all([page.locator('#picture .box.selected').boundingBox(), page.locator('#details').boundingBox()]);
    expect((seen?.y ?? 0) + (seen?.height ?? 0)).toBeLessThan(sheet?.y ?? 0);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });

  it('can be printed: the picture and all findings', async () => {
    const page = await open('two');
    await page.evaluate('window.dispatchEvent(new Event("beforeprint"))');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#paper .picture').isVisible()).toBe(true);
    expect(await page.locator('#paper').innerText()).toContain('dynamodb/replica-sse-partial');
    expect(await page.locator('main').isVisible()).toBe(false);
  });

  describe('has an address', () => {
    const selected = (page: Page) => details(page).locator('h2').first().textContent();

    it('for each resource and stack, which the browser goes back to', async () => {
      const page = await open('two#resource=data-use1.Ledger');
      expect(await selected(page)).toBe('Ledger');
      expect(await page.locator('#picture .box.selected .name').textContent()).toBe('Ledger');
      await details(page).getByRole('button', { name: 'Handler', exact: true }).click();
      expect(new URL(page.url()).hash).toBe('#resource=api-use1.Handler');
      await page.goBack();
      await expect.poll(() => selected(page)).toBe('Ledger');
      await page.click('#back');
      expect(new URL(page.url()).hash).toBe('');
      await page.goBack();
      await expect.poll(() => selected(page)).toBe('Ledger');
    });

    it.each([
      ['a stack', 'two#stack=api-use1/Monitoring', 'Monitoring'],
      ['a construct path', 'two#resource=api-usw2/Copy', 'Copy'],
      ['something in a folded stack', 'many#resource=Stack50.Topic3', 'Topic3'],
    ])('%s', async (_, address, name) => {
      expect(await selected(await open(address))).toBe(name);
    });

    it('says when nothing has this name', async () => {
      const page = await open('two#resource=<b>Gone</b>');
      expect(await page.locator('#status').innerText()).toBe('There is no resource <b>Gone</b> in this graph.');
    });
  });

  it('draws no more than a browser can, and says so', async () => {
    const page = await open('huge');
    await page.click('#unfold-all');
    await expect
      .poll(() => page.locator('#status').innerText(), { timeout: 120_000 })
      .toBe('Expanded 2 stacks, those with findings first: no more are drawn at once. Filter to see others.');
    expect(await page.locator('#picture .resource').count()).toBe(1800);
    // In a stack that has no room beside these: what it is linked with.
    await page.fill('#search', 'Stack2/Topic500');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await names(page)).sort(), { timeout: 120_000 }).toEqual(['Topic499', 'Topic500', 'Topic501']);
    expect(await page.locator('#focus').innerText()).toContain('Only Topic500 and its neighbours');
  });

  it('stops arranging when the user does not wait, and stays as it was', async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    opened.push(page);
    await page.addInitScript({
      content:
        'const { postMessage } = Worker.prototype; Worker.prototype.postMessage = function (...all) { if (!window.isMute) postMessage.apply(this, all); };',
    });
    await page.goto(`http://127.0.0.1:${port()}/many`);
    await page.waitForSelector('body[data-ready]');
    await page.evaluate('window.isMute = true');
    await page.click('#unfold-all');
    await page.getByText('Arranging 620 boxes…').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await page.locator('#status').innerText()).toBe('Cancelled.');
    expect(await page.locator('#picture .folded').count()).toBe(56);
    await page.evaluate('window.isMute = false');
    await box(page, 'Stack Stack5;').dblclick();
    await expect.poll(() => page.locator('#picture .resource').count()).toBe(10);
  });

  it('saves the picture as a file that needs nothing', async () => {
    const page = await open('hostile');
    await page.click('#unfold-all');
    const [saved] = await Promise.all([page.waitForEvent('download'), page.click('#save')]);
    expect(saved.suggestedFilename()).toBe('synthcheck-graph.svg');
    const text = readFileSync(await saved.path(), 'utf8');
    expect(text).not.toMatch(/class=|style=|href|url\(|<script|var\(/);
    const problems: string[] = [];
    const file = new DOMParser({ onError: (level, message) => problems.push(`${level} ${message}`) }).parseFromString(
      text,
      'image/svg+xml',
    );
    expect(problems).toEqual([]);
    expect(file.getElementsByTagName('text').length).toBeGreaterThan(20);
    expect(text).toContain('fill="rgb(255, 255, 255)"');
  });

  it('lays out on its own thread where workers are rejected', async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    opened.push(page);
    await page.addInitScript({ content: 'window.Worker = class { constructor() { throw new Error("no workers"); } }' });
    await page.goto(`http://127.0.0.1:${port()}/two`);
    await page.waitForSelector('body[data-ready]');
    expect((await names(page)).length).toBe(9);
  });
});
