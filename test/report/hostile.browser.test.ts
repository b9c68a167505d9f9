import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../graph-page/browser.js';
import { writeProject } from '../support/project.js';
import { runMain } from '../support/run-main.js';
import { hostileAssembly } from './hostile-assembly.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

test('html runs nothing and loads nothing but itself', async () => {
  const cwd = writeProject(hostileAssembly());
  const report = async (format: string): Promise<string> => (await runMain(['--format', format], { cwd })).stdout;
  const text = await report('html');
  const own = text.replace(/<script[^>]*>[\s\S]*?<\/script>/g, '');
  expect([/[^\n\P{Cc}]|\p{Cf}|\p{Zl}|\p{Zp}/u.exec(own)?.[0], own.indexOf('##[')]).toEqual([undefined, -1]);

  const page = await browser.newPage();
  const events: string[] = [];
  page.on('request', (request) => request.url().startsWith('http') && events.push(request.url()));
  page.on('console', (message) => events.push(message.text()));
  page.on('pageerror', (error) => events.push(error.message));
  page.on('dialog', (dialog) => events.push(dialog.message()));
  await page.setContent(text);
  await page.waitForSelector('body[data-ready]');
  expect(events).toEqual([]);
  expect(await page.evaluate('window.attacked')).toBeUndefined();
  expect(await page.locator(':is(#findings, .overview, .bar, .notes) :is(script, img, a, iframe, style, svg)').count()).toBe(0);
  expect(await page.locator('.finding').count()).toBe(JSON.parse(await report('json')).findings.length);
  expect(await page.locator('#findings').innerText()).toContain('<script>window.attacked=1</script>');
});
