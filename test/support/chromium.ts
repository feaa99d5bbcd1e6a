/** The browser of all tests: Debian's Chromium, which talks to nobody. */
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

/** A machine that runs two suites at once may be slow; whatever takes longer than this is wrong, ms. */
const PATIENCE = 60_000;

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
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

/** A page in a window of its own. */
export async function freshPage(browser: Browser, options?: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(PATIENCE);
  return context.newPage();
}
