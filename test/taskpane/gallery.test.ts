/** Every state of the pane, light and dark, at 320 px: accessible, within its width, no complaint. */
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/chromium';
import { bundle, enter, type PanePage, panePage, showPane } from './gallery/browser';
import { stateNames } from './gallery/states';
import { firstKilobytes } from './gallery/weight';

let browser: Browser;
let pane: PanePage;

beforeAll(async () => {
  browser = await launchBrowser();
  pane = await panePage(browser, await bundle(join(__dirname, 'gallery/page.ts')), 320);
});

afterAll(() => browser.close());

/** What axe objects to, each with the elements concerned. A theme is colours: of the dark one they are asked alone. */
async function violations(page: Page, theme: 'light' | 'dark'): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate(
    (rules) => (globalThis as unknown as { axe: typeof axe }).axe.run(document, rules),
    theme === 'light' ? {} : { runOnly: { type: 'rule' as const, values: ['color-contrast'] } },
  );
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Elements that reach beyond the pane, or hold more than they show. */
function wideElements(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Array.from(document.querySelectorAll('body, body *'))
      .filter((element) => {
        const isHidden = element.closest('[role="status"], select') !== null;
        const isCut = element.scrollWidth > element.clientWidth && element.clientWidth > 0;
        const isBlock = getComputedStyle(element).display !== 'inline';
        return (
          !isHidden && ((isBlock && isCut) || element.getBoundingClientRect().right > innerWidth)
        );
      })
      .map((element) => element.outerHTML.slice(0, 200)),
  );
}

/** Where the title ends, and where that begins which scrolls: Excel's menu lies between. */
function corner(page: Page): Promise<{ readonly titleRight: number; readonly contentTop: number }> {
  return page.evaluate(() => {
    const title = document.createRange();
    title.selectNodeContents(document.querySelector('h1')!);
    const scroller = document.querySelector('main')!.parentElement!;
    return {
      titleRight: title.getBoundingClientRect().right,
      contentTop: scroller.getBoundingClientRect().top,
    };
  });
}

describe.each(stateNames)('the pane: %s', (state) => {
  it.each(['light', 'dark'] as const)('is accessible and fits in 320 px, %s', async (theme) => {
    const { page, complaints } = pane;
    await showPane(pane, { state, theme });
    await enter(page, state);
    expect(await violations(page, theme)).toEqual([]);
    expect(await wideElements(page)).toEqual([]);
    const { titleRight, contentTop } = await corner(page);
    expect(titleRight).toBeLessThanOrEqual(280);
    expect(contentTop).toBeGreaterThanOrEqual(40);
    expect(complaints).toEqual([]);
  });
});

it('is small: the pane with its libraries, compressed, without the views that are loaded later', async () => {
  expect(await firstKilobytes()).toBeLessThan(145);
});
