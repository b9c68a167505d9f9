import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const CANDIDATES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'];

/** Fails, and does not skip, where there is no browser: the page is not tested at all then. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = CANDIDATES.find((path) => path !== undefined && existsSync(path));
  if (executablePath === undefined)
    throw new Error('These tests need Chromium: `apt-get install -y chromium`, or name a browser with the environment variable CHROMIUM.');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Opens pages, which must neither ask the network nor complain: what the last one does of that is in `events`. */
export class PageOpener {
  #browser: Browser | undefined;
  readonly #pages: Page[] = [];
  events: string[] = [];

  async open(content: string, options: BrowserContextOptions = {}): Promise<Page> {
    this.#browser ??= await launchBrowser();
    const page = await this.#browser.newPage({ viewport: { width: 1440, height: 900 }, ...options });
    this.#pages.push(page);
    this.events = [];
    page.on('request', (request) => request.url().startsWith('http') && this.events.push(request.url()));
    page.on('console', (message) => this.events.push(message.text()));
    page.on('pageerror', (error) => this.events.push(error.message));
    await page.setContent(content);
    if (options.javaScriptEnabled !== false) await page.waitForSelector('body[data-ready]');
    return page;
  }

  async closePages(): Promise<void> {
    await Promise.all(this.#pages.splice(0).map((page) => page.close()));
  }

  async end(): Promise<void> {
    await this.#browser?.close();
  }
}
