import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { reportHtml } from '../../src/report/findings/html.js';
import { PageOpener } from '../graph-page/browser.js';
import { TWO_REGIONS } from '../graph-page/sketches.js';
import { contextOf } from '../support/context.js';
import { contrastsBelow } from '../support/contrast.js';
import { writeProject } from '../support/project.js';
import { findingOf, reportOf } from '../support/report.js';
import { runMain } from '../support/run-main.js';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const opener = new PageOpener();
let sample: string;
let small: string;

beforeAll(async () => {
  execFileSync(process.execPath, [fileURLToPath(new URL('../../scripts/build-pages.js', import.meta.url))]);
  const render = async (cwd: string, ...argv: string[]): Promise<string> => {
    const { code, stdout, stderr } = await runMain([...argv, '--format', 'html', '--lint', 'never'], { cwd });
    expect(code, stderr).toBe(1);
    return stdout;
  };
  sample = await render(repository, 'samples/payments-dr/broken/cdk.out');
  small = await render(writeProject(TWO_REGIONS));
}, 60_000);
afterEach(async () => {
  expect(opener.events).toEqual([]);
  await opener.closePages();
});
afterAll(() => opener.end());

const open = (content: string, options?: BrowserContextOptions): Promise<Page> => opener.open(content, options);

/** The box that is selected, in the part of the picture that is seen. */
async function expectInView(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      const map = await page.locator('#map').boundingBox();
      const box = await page.locator('#picture .box.selected').boundingBox();
      return (
        map !== null &&
        box !== null &&
        box.x >= map.x &&
        box.x + box.width <= map.x + map.width &&
        box.y >= map.y &&
        box.y + box.height <= map.y + map.height
      );
    })
    .toBe(true);
}

const shown = (page: Page) => page.locator('#findings .finding:visible').count();

test('shows every finding, and the graph beside them', async () => {
  const page = await open(sample);
  expect(await shown(page)).toBeGreaterThan(15);
  expect(await page.locator('#picture .box').count()).toBeGreaterThan(5);
  expect(await page.locator('#shown').innerText()).toMatch(/^\d+ findings$/);
});

describe('the code of a fix', () => {
  const codes = (page: Page) => page.locator('pre[data-code-of="s3/replication-destination-unversioned"]').first();

  test('is in the language of the app, with a tab for each other one', async () => {
    const python = (
      await runMain(
        [
          'samples/languages/python/cdk.out',
          '--config',
          'samples/languages/python/synthcheck.config.json',
          '--format',
          'html',
          '--lint',
          'never',
        ],
        { cwd: repository },
      )
    ).stdout;
    const page = await open(python);
    const block = page.locator('pre[data-code-of="s3/replication-destination-missing"]');
    const tabs = page.locator('.tabs:has(+ pre[data-code-of="s3/replication-destination-missing"])').getByRole('button');
    expect(await tabs.allInnerTexts()).toEqual(['TypeScript', 'Python', 'Java', 'C#', 'Go']);
    expect(await tabs.nth(1).getAttribute('aria-pressed')).toBe('true');
    expect(await block.innerText()).toContain('versioned=True');
    await tabs.nth(4).click();
    expect(await block.innerText()).toContain('Versioned: jsii.Bool(true)');
    expect(await tabs.nth(1).getAttribute('aria-pressed')).toBe('false');
    // A choice is that of all fixes.
    const pressed = await page.locator('.tabs button[aria-pressed="true"]').allInnerTexts();
    expect(pressed.length).toBeGreaterThan(2);
    expect(new Set(pressed)).toEqual(new Set(['Go']));
  });

  test('of an app in TypeScript, and without scripts', async () => {
    const page = await open(sample);
    expect(await codes(page).innerText()).toContain('versioned: true');
    const still = await open(sample, { javaScriptEnabled: false });
    expect(await codes(still).innerText()).toContain('versioned: true');
    expect(await still.locator('.tabs').count()).toBe(0);
  });
});

describe('filters', () => {
  test('by severity, stack, check and word', async () => {
    const page = await open(sample);
    const all = await shown(page);
    await page
      .locator('.severities')
      .getByLabel(/ errors$/)
      .uncheck();
    const others = await shown(page);
    expect(others).toBeLessThan(all);
    expect(await page.locator('.finding.level-error:visible').count()).toBe(0);
    await page
      .locator('.severities')
      .getByLabel(/ errors$/)
      .check();
    await page.getByLabel('Stack', { exact: true }).selectOption({ label: 'payments-global (482731905566/us-east-1)' });
    const inStack = await shown(page);
    expect(inStack).toBeGreaterThan(1);
    await page.getByLabel('Check', { exact: true }).selectOption('route53/set-identifier-missing');
    expect(await shown(page)).toBe(1);
    expect(await page.locator('#shown').innerText()).toBe(`1 of ${all} findings`);
    await page.getByLabel('Filter by any word').fill('nothing has this');
    expect(await page.locator('#findings').innerText()).toBe('No finding matches the filters.');
    // The picture shows what is left.
    await page.getByLabel('Filter by any word').fill('');
    expect(await page.locator('#picture.has-search .box.found').count()).toBe(1);
  });

  test('groups by severity, stack or check', async () => {
    const page = await open(sample);
    const all = await shown(page);
    for (const [grouping, title] of [
      ['stack', 'payments-global (482731905566/us-east-1)3'],
      ['check', 'route53/set-identifier-missing1'],
      ['severity', 'Errors13'],
    ] as const) {
      await page.getByLabel('Group by').selectOption(grouping);
      expect(await page.locator('#findings h2').allTextContents()).toContain(title);
      expect(await shown(page)).toBe(all);
    }
  });
});

describe('findings and graph', () => {
  test('a finding is shown in the graph', async () => {
    const page = await open(sample);
    const card = page.locator('.finding[data-check="route53/set-identifier-missing"]');
    await card.getByRole('button', { name: 'Show in graph' }).click();
    await page.waitForSelector('#picture .box.selected');
    expect(await page.locator('#picture .box.selected').textContent()).toContain('StatusBackup');
    await expectInView(page);
    expect(await card.getAttribute('class')).toContain('chosen');
  });

  test('a resource of the graph leads to its findings, also through filters', async () => {
    const page = await open(small);
    await page.getByLabel('Filter by any word').fill('nothing has this');
    await page.locator('#picture .box.resource', { hasText: 'Ledger' }).click();
    expect(await page.locator('.finding.chosen:visible').count()).toBeGreaterThan(0);
    expect(await page.locator('#selected').innerText()).toMatch(/^Ledger: \d+ findings?$/);
  });

  test('on a phone a finding opens the graph where it is', async () => {
    const page = await open(sample, { viewport: { width: 390, height: 844 } });
    await page.locator('.finding[data-check="route53/set-identifier-missing"]').getByRole('button', { name: 'Show in graph' }).click();
    await page.waitForSelector('#picture .box.selected');
    await expectInView(page);
  });

  test('on a phone the graph lies over the findings, and can be put away', async () => {
    const page = await open(sample, { viewport: { width: 390, height: 844 } });
    expect(await page.locator('#map').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Graph', exact: true }).click();
    expect(await page.locator('#map').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await page.locator('#map').isVisible()).toBe(false);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });
});

test('without scripts all findings are there to read', async () => {
  const page = await open(sample, { javaScriptEnabled: false });
  expect(await shown(page)).toBeGreaterThan(15);
  expect(await page.locator('#choice').isVisible()).toBe(false);
  expect(await page.locator('#map').isVisible()).toBe(false);
});

test('has the filters in the address, and a key for the search', async () => {
  const page = await open(sample);
  const all = await shown(page);
  await page.keyboard.press('/');
  await page.keyboard.type('replication');
  expect(await page.evaluate('location.hash')).toBe('#words=replication');
  const some = await shown(page);
  expect(some).toBeLessThan(all);
  await page.locator('.severities input[value=error]').uncheck();
  expect(await page.evaluate('location.hash')).toBe('#words=replication&hide=error');
  expect(await shown(page)).toBeLessThan(some);
});

describe('exports what the filters leave', () => {
  const save = async (page: Page, name: string): Promise<string> => {
    const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).click()]);
    return readFileSync(await saved.path(), 'utf8');
  };
  const filtered = async (): Promise<Page> => {
    const page = await open(sample);
    await page.getByLabel('Check', { exact: true }).selectOption('route53/set-identifier-missing');
    return page;
  };

  test('as JSON and as CSV', async () => {
    const page = await filtered();
    const [finding, ...others] = JSON.parse(await save(page, 'JSON'));
    expect([finding.checkId, others]).toEqual(['route53/set-identifier-missing', []]);
    const [head, row, ...rest] = (await save(page, 'CSV')).split('\r\n');
    expect(head).toMatch(/^severity,check,message,fix,stack,/);
    expect(row).toMatch(/^error,route53\/set-identifier-missing,/);
    expect(rest).toEqual(['']);
  });

  test('as Markdown, in the clipboard', async () => {
    const page = await filtered();
    // A browser that keeps the clipboard from the page, but not from its reader.
    await page.evaluate(`document.addEventListener('copy', () => { window.copied = document.activeElement.value; })`);
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    await page.getByText('Copied 1.').waitFor();
    expect(await page.evaluate('window.copied')).toMatch(
      /^- \[ \] \*\*error\*\* `[^`]+` \(`[^`]+:\d+`\): .* `route53\/set-identifier-missing`\n$/,
    );
  });
});

describe('links to the editor of the reader', () => {
  const links = (page: Page) => page.locator('.open-editor').evaluateAll((all) => all.map((link) => link.getAttribute('href')));

  test('are there when the reader says where the app is, and the page knows no such path', async () => {
    const page = await open(sample);
    expect(sample).not.toContain(repository);
    expect(await links(page)).toEqual([]);
    await page.getByText('Open source files in your editor').click();
    await page.getByLabel('Editor').selectOption('VS Code');
    await page.getByLabel('Folder of the app').fill('relative/folder');
    expect(await links(page)).toEqual([]);
    await page.getByLabel('Folder of the app').fill('/home/me/my app/');
    const [first] = await links(page);
    expect(first).toMatch(/^vscode:\/\/file\/home\/me\/my%20app\/[^ ]+\.ts:\d+:\d+$/);
    await page.getByLabel('Folder of the app').fill('C:\\work\\app');
    expect((await links(page))[0]).toMatch(/^vscode:\/\/file\/C:\/work\/app\//);
    await page.getByLabel('Editor').selectOption('none');
    expect(await links(page)).toEqual([]);
  });
});

test('a stack of the table chooses its findings', async () => {
  const page = await open(sample);
  await page.locator('#report summary').first().click();
  const row = page.locator('.overview tbody tr').first();
  const name = await row.locator('button').innerText();
  await row.locator('button').click();
  expect(await page.locator('#stack option:checked').innerText()).toContain(name);
});

test('folds what one line of the app makes in many places', async () => {
  const many = Array.from({ length: 3 }, (_, index) =>
    findingOf({ stack: { id: `S${index}`, name: `S${index}`, account: null, region: null, assembly: 'cdk.out' } }),
  );
  const page = await open(await reportHtml(reportOf(many), contextOf()));
  expect(await shown(page)).toBe(1);
  await page.getByText('2 more places').click();
  expect(await shown(page)).toBe(3);
});

test('prints findings and graph on sheets of paper', async () => {
  const page = await open(sample);
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(3);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#choice').isVisible()).toBe(false);
  expect(await page.evaluate("getComputedStyle(document.querySelector('#report')).overflow")).toBe('visible');
});

test('without findings it says so', async () => {
  const page = await open(await reportHtml(reportOf([]), contextOf()));
  expect(await page.locator('#report').innerText()).toContain('No findings.');
  expect(opener.events).toEqual([]);
});

describe('can be read', () => {
  test.each(['light', 'dark'] as const)('with enough contrast in %s', async (colorScheme) => {
    const page = await open(sample, { colorScheme });
    expect(await contrastsBelow(page, '.finding *, .overview *, .bar *, #choice *, .group > h2')).toEqual([]);
  });
});
