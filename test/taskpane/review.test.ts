/** The review of suggestions in the pane: accept and reject, filter and group, write and undo; services only keep what was asked. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/chromium';
import { bundle, enter, openPane } from './gallery/browser';
import type { StateName } from './gallery/states';

let browser: Browser;
let script: Uint8Array;
let page: Page;

beforeAll(async () => {
  script = await bundle(join(__dirname, 'gallery/page.ts'));
  browser = await launchBrowser();
});

afterEach(() => page.context().close());

afterAll(() => browser.close());

async function open(state: StateName): Promise<void> {
  ({ page } = await openPane(browser, script, { state, theme: 'light', width: 320 }));
  await enter(page, state);
}

/** What was asked of the services under this name, the latest last. */
async function asked(name: string): Promise<unknown[][]> {
  const calls = await page.evaluate(() => window.calls);
  return calls.filter(([one]) => one === name).map(([, ...args]) => args);
}

function button(name: string): ReturnType<Page['getByRole']> {
  return page.getByRole('button', { name, exact: true });
}

function box(amount: string): ReturnType<Page['getByRole']> {
  return page.getByRole('checkbox', { name: amount, exact: true });
}

function ticked(): Promise<string[]> {
  // All at once: the list may be drawn anew between two looks.
  return page
    .getByRole('checkbox', { checked: true })
    .evaluateAll((boxes) => boxes.map((box) => box.parentElement?.textContent ?? ''));
}

describe('accepting', () => {
  it('a suggestion brings the one by which its money comes free, and goes with it', async () => {
    await open('review');
    await box('300.00').click();
    expect(await ticked()).toEqual(['500.00', '300.00']);
    await box('200.00').click();
    await page.getByText('3 of 4 suggestions accepted').waitFor();
    await box('500.00').click();
    expect(await ticked()).toEqual([]);
  });

  it('all and none; the effect is worked out once for what stands', async () => {
    await open('review');
    await button('Accept all').click();
    const table = page.getByRole('table', { name: 'Income' });
    await table.waitFor();
    expect(await table.getByRole('rowgroup').last().textContent()).toBe(
      'Practice1,273,504.741,273,504.74no change',
    );
    expect(await asked('effect')).toEqual([['TR-1 1', 'TR-1 2', 'TR-1 3', 'Payments 14']]);
    await button('Accept none').click();
    await page.getByText('Accept suggestions below').waitFor();
    expect(await button('Write accepted').getAttribute('aria-disabled')).toBe('true');
  });

  it('writes what is accepted; what is said and what is left follows, and can be undone', async () => {
    await open('review-accepted');
    expect(await asked('accept')).toEqual([['TR-1 1', 'TR-1 2', 'TR-1 3', 'Payments 14']]);
    await page.getByText('0 of 1 suggestion accepted').waitFor();
    expect(await page.getByRole('status').textContent()).toBe(
      '3 suggestions accepted: 6 rows were written to ‘Accepted Transfers’. Refresh brings the reports up to date. 1 suggestion.',
    );
    await button('Undo: delete 6 rows').click();
    expect(await asked('undo')).toEqual([[]]);
    await button('Refresh the reports').click();
    expect(await asked('refresh')).toHaveLength(1);
    expect(await asked('close')).toEqual([[]]);
  });
});

describe('the list', () => {
  it('shows one provider on either side, and accepts what is shown', async () => {
    await open('review');
    await page.getByRole('combobox', { name: 'Provider' }).selectOption('Dr. Bob Boyd');
    await page.getByText('0 of 4 suggestions accepted, 1 shown').waitFor();
    await button('Accept the 1 shown').click();
    await page.getByText('2 of 4 suggestions accepted, 1 shown').waitFor();
  });

  it('groups by family, or by whose money it is', async () => {
    await open('review');
    const groups = (): Promise<string[]> =>
      page.getByRole('heading', { level: 3 }).allTextContents();
    expect(await groups()).toEqual(['Family 1010 Arden, Nell 3', 'Patient 2044 Okafor, Chidi 1']);
    await page.getByRole('combobox', { name: 'Group by' }).selectOption('provider');
    expect(await groups()).toEqual(['Leaves Dr. Alice Ames 3', 'Leaves No provider 1']);
  });

  it('has thousands, of which a few are on the page; the end is reached', async () => {
    await open('review-thousands');
    const items = page.getByRole('listitem');
    expect(await items.count()).toBeLessThan(40);
    expect(await items.first().getAttribute('aria-setsize')).toBe('6250');
    const scroller = page.getByRole('main').locator('..');
    await scroller.evaluate((element) => {
      element.scrollTop = element.scrollHeight;
    });
    await page.getByRole('heading', { name: 'Family 1249' }).waitFor();
    await scroller.evaluate((element) => {
      element.scrollTop = element.scrollHeight;
    });
    await page.locator('[aria-posinset="6250"]').waitFor();
    expect(await items.count()).toBeLessThan(40);
  });

  it('selects the cells of a suggestion, and says where one is gone', async () => {
    await open('review-gone');
    expect(await asked('selectCell')).toEqual([['Charges', 'H12']]);
    await page.getByText('Charges H12 is not there any more').first().waitFor();
  });
});

describe('by keyboard', () => {
  it('begins at the title, goes back to the button that led there', async () => {
    await open('review');
    const focused = (): Promise<string> =>
      page.evaluate(() => document.activeElement?.textContent ?? '');
    expect(await focused()).toBe('Suggestions');
    await button('Back to the reports').focus();
    await page.keyboard.press('Enter');
    await button('Review suggestions').waitFor();
    expect(await focused()).toBe('Review suggestions');
  });

  it('what is read is told, and can be given up', async () => {
    await open('review-reading');
    await page.getByRole('progressbar', { name: 'Reading Payments, 12,000 rows' }).waitFor();
    await button('Cancel').click();
    await page.getByText('Stopped looking').waitFor();
    await button('Look again').click();
    expect(await asked('propose')).toHaveLength(2);
  });
});

it('what stands in the way is said, and nothing is lost', async () => {
  await open('review-failed');
  await page.getByText('The workbook or a sheet is protected').first().waitFor();
  // The message takes room: what does not fit is not on the page.
  await page.setViewportSize({ width: 320, height: 1280 });
  await page.getByText('4 of 4 suggestions accepted').waitFor();
  await page.getByRole('checkbox', { checked: true }).nth(3).waitFor();
  expect(await ticked()).toHaveLength(4);
});
