import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../graph-page/browser.js';
import { runMain } from '../support/run-main.js';
import { app, importing, NETWORK, ORDERS, organization, PAYMENTS } from './sketches.js';

let browser: Browser;
let page: Page;
const events: string[] = [];

beforeAll(async () => {
  execFileSync(process.execPath, [fileURLToPath(new URL('../../scripts/build-pages.js', import.meta.url))]);
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on('request', (request) => request.url().startsWith('http') && events.push(request.url()));
  page.on('console', (message) => events.push(message.text()));
  page.on('pageerror', (error) => events.push(error.message));
  const hostile = { '<img src=x onerror=alert(1)>': app('Stack', { Api: importing('<script>alert(1)</script>') }) };
  const cwd = await organization({ network: NETWORK, orders: ORDERS, payments: PAYMENTS, ...hostile });
  await page.setContent((await runMain(['org', '--format', 'html'], { cwd })).stdout);
  await page.waitForSelector('body[data-ready]');
}, 90_000);
afterAll(() => browser?.close());

test('the map has a box for each application and says who uses whom', async () => {
  expect(await page.title()).toBe('Map of applications');
  expect(await page.textContent('h1')).toBe('Map of applications');
  expect(await page.textContent('#totals')).toBe('4 applications · 4 stacks · 5 definitions · 1 warning');
  expect(await page.textContent('#links-seen')).toBe('4 references, 0 inferred; not resolved: 1 external, 0 unknown');
  const boxes = await page.locator('#world').innerHTML();
  for (const name of ['network', 'orders', 'payments', '&lt;img src=x']) expect(boxes).toContain(name);
  expect(await page.locator('#world .crossing-stack').count()).toBeGreaterThan(0);
});

test('a problem leads to its application, and nothing in names is obeyed', async () => {
  await page.locator('#details').getByText('<img src=x onerror=alert(1)>').first().click();
  expect(await page.locator('#details').textContent()).toContain('imports the export <script>alert(1)</script>');
  expect(events).toEqual([]);
});
