import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PageOpener } from '../graph-page/browser.js';
import { hostileAssembly } from '../graph-page/sketches.js';
import { type AssemblySketch, writeAssembly } from '../support/assembly-builder.js';
import { contrastsBelow } from '../support/contrast.js';
import { runMain } from '../support/run-main.js';

const sample = fileURLToPath(new URL('../../samples/payments-diff/', import.meta.url));
const opener = new PageOpener();
let html: string;

beforeAll(async () => {
  execFileSync(process.execPath, [fileURLToPath(new URL('../../scripts/build-pages.js', import.meta.url))]);
  html = (await runMain(['diff', 'before/cdk.out', 'after/cdk.out', '--format', 'html'], { cwd: sample })).stdout;
}, 60_000);
afterEach(async () => {
  expect(opener.events).toEqual([]);
  await opener.closePages();
});
afterAll(() => opener.end());

const open = (content: string, options?: BrowserContextOptions): Promise<Page> => opener.open(content, options);

async function diffOf(before: AssemblySketch, after: AssemblySketch): Promise<string> {
  return (await runMain(['diff', writeAssembly(before), writeAssembly(after), '--format', 'html'])).stdout;
}

const entries = (page: Page) => page.locator('.entry:not([hidden])');
const tile = (page: Page, kind: string) => page.locator(`.tiles button[data-kind="${kind}"]`);
/** Names of the boxes in which something of this kind happens. */
const boxes = (page: Page, change: string) => page.locator(`#picture .box.resource.change-${change} > .name`).allTextContents();

describe('filters', () => {
  test('a tile for each kind counts and filters, and is in the address', async () => {
    const page = await open(html);
    const all = await entries(page).count();
    expect(await page.locator('#shown').innerText()).toBe(`${all} entries`);
    expect(await tile(page, 'blocked').innerText()).toBe('5blocked');
    await tile(page, 'data loss').click();
    expect(await entries(page).locator('.severity').allInnerTexts()).toEqual(['data loss', 'data loss']);
    expect(await page.evaluate('location.hash')).toBe('#kinds=data+loss');
    await tile(page, 'orphaned').click();
    expect(await entries(page).count()).toBe(6);
    await page.getByLabel('Stack', { exact: true }).selectOption('payments-api (482731905566/us-east-1)');
    expect(await entries(page).count()).toBe(0);
    // Counts follow the other filters; what is empty stays to be seen.
    expect(await tile(page, 'data loss').innerText()).toBe('0data loss');
    expect(await page.locator('#shown').innerText()).toBe(`0 of ${all} entries`);
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(await entries(page).count()).toBe(all);
    expect(await page.evaluate('location.hash')).toBe('');
  });

  test('by any word; sections without entries are gone, and the picture shows what is left', async () => {
    const page = await open(html);
    await page.keyboard.press('/');
    await page.keyboard.type('invoicequeue');
    expect(await entries(page).count()).toBeGreaterThan(0);
    expect(await page.locator('#changes > section:not([hidden])').count()).toBe(
      await page.locator('#changes > section:has(.entry:not([hidden]))').count(),
    );
    expect(await page.locator('#picture.has-search .box.found').count()).toBeGreaterThan(0);
  });
});

describe('the graph', () => {
  test('shows what is added, removed, replaced, lost and rejected, with a sign each and a legend', async () => {
    const page = await open(html);
    expect(await boxes(page, 'blocked')).toEqual(expect.arrayContaining(['Ledger', 'Orders']));
    expect(await boxes(page, 'data-loss')).toEqual(expect.arrayContaining(['InvoiceQueue', 'Sessions']));
    expect(await boxes(page, 'removed')).toEqual(expect.arrayContaining(['Nightly', 'Legacy']));
    expect(await boxes(page, 'added')).toContain('Status');
    expect(await page.locator('#picture .box.change-removed .mark text').first().textContent()).toBe('−');
    expect(await page.locator('#legend li').allInnerTexts()).toEqual(
      expect.arrayContaining(['✕deployment rejected', '!data loss', '−removed', '+added']),
    );
    expect(await page.locator('#picture .box[aria-label*="data loss"]').count()).toBeGreaterThan(1);
  });

  test('shows what stays as it is when that is asked for', async () => {
    const page = await open(html);
    const before = await page.locator('#picture .box.resource').count();
    await page.getByLabel('Show unchanged').check();
    await expect.poll(() => page.locator('#picture .box.resource').count()).toBeGreaterThan(before);
  });

  test('an entry is shown in it, and a box leads to its entries', async () => {
    const page = await open(html);
    const entry = page.locator('.entry', { hasText: 'payments-data/InvoiceQueue' }).first();
    await entry.getByRole('button', { name: 'Show in graph' }).click();
    await expect.poll(() => page.locator('#picture .box.selected > .name').textContent()).toBe('InvoiceQueue');
    expect(await entry.getAttribute('class')).toContain('chosen');
    await page.getByRole('button', { name: 'Fit' }).click();
    await page.locator('#picture .box.resource', { hasText: 'Ledger' }).click();
    expect(await page.locator('.entry.chosen').first().innerText()).toContain('Ledger');
    expect(await page.locator('#selected').innerText()).toMatch(/^Ledger: \d+ entr(y|ies)$/);
  });

  test('has stacks that move on both sides, and those whose artifact has another name once', async () => {
    const topic = { Type: 'AWS::SNS::Topic' };
    const stack = (region: string, name: string) => ({ region, name, resources: { Topic: topic } });
    const page = await open(
      await diffOf(
        { stacks: { Moved: stack('us-east-1', 'moved'), Old: stack('us-east-1', 'renamed') } },
        { stacks: { Moved: stack('us-west-2', 'moved'), New: stack('us-east-1', 'renamed') } },
      ),
    );
    await page.getByLabel('Show unchanged').check();
    await expect
      .poll(async () =>
        (
          await page.locator('#picture .box.stack[role=button]').evaluateAll((all) => all.map((box) => box.getAttribute('aria-label')))
        ).sort(),
      )
      .toEqual(['Stack moved; 1 orphaned, 1 removed; open', 'Stack moved; 2 added; open', 'Stack renamed; 1 resource; open']);
  });
});

test('on a phone the graph lies over the changes, and nothing is wider than the screen', async () => {
  const page = await open(html, { viewport: { width: 390, height: 844 } });
  expect(await page.locator('#map').isVisible()).toBe(false);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await page.locator('.entry', { hasText: 'payments-data/InvoiceQueue' }).first().getByRole('button', { name: 'Show in graph' }).click();
  await expect.poll(() => page.locator('#picture .box.selected > .name').textContent()).toBe('InvoiceQueue');
  await page.getByRole('button', { name: 'Close' }).click();
  expect(await page.locator('#map').isVisible()).toBe(false);
});

test('without scripts all changes are there to read', async () => {
  const page = await open(html, { javaScriptEnabled: false });
  expect(await page.locator('.entry').count()).toBeGreaterThan(40);
  expect(await page.locator('#choice').isVisible()).toBe(false);
  expect(await page.locator('#map').isVisible()).toBe(false);
});

test('without changes it says so', async () => {
  const same = { stacks: { Same: { region: 'us-east-1', resources: { Topic: { Type: 'AWS::SNS::Topic' } } } } };
  const page = await open(await diffOf(same, same));
  expect(await page.locator('.verdict').innerText()).toBe('No change.');
  expect(await page.locator('#picture .box.resource').count()).toBe(1);
});

test('names are text, whatever they are', async () => {
  const after = hostileAssembly();
  const page = await open(await diffOf({ stacks: {} }, after));
  expect(await page.locator(':is(#changes, .bar, .verdict, #legend) :is(script, img, a, iframe, svg)').count()).toBe(0);
  expect(await page.evaluate('"attacked" in window')).toBe(false);
  expect(await page.locator('#changes').innerText()).toContain('script>');
});

test.each(['light', 'dark'] as const)('can be read with enough contrast in %s', async (colorScheme) => {
  const page = await open(html, { colorScheme });
  expect(await contrastsBelow(page, '.entry *, .verdict, .tiles *, #choice *, #changes h2, .map-legend *, .bar *')).toEqual([]);
});
