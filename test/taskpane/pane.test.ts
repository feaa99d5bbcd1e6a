/** The main road through the pane, by keyboard and by name; the services only keep what was asked. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/chromium';
import { bundle, openPane } from './gallery/browser';
import type { Call } from './gallery/fakeServices';
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
  const opened = await openPane(browser, script, { state, theme: 'light', width: 320 });
  page = opened.page;
}

/** What was asked of the services, without looking at the workbook at the start. */
async function asked(): Promise<readonly Call[]> {
  const calls = await page.evaluate(() => window.calls);
  return calls.slice(1);
}

function button(name: string): ReturnType<Page['getByRole']> {
  return page.getByRole('button', { name, exact: true });
}

/** Presses Tab until the named control has the focus; fails where it never gets it. */
async function tabTo(role: 'button' | 'combobox' | 'checkbox', name: string): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true });
  await wanted.waitFor();
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not reach ${role} ${name}`);
}

function focused(): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}

/** What the live region says. */
function spoken(): Promise<string | null> {
  return page.getByRole('status').textContent();
}

const allReports = { reports: [], options: {} };

describe('the pane, by keyboard', () => {
  it('changes the period and refreshes with it', async () => {
    await open('done');
    await tabTo('combobox', 'Period');
    await page.keyboard.press('ArrowDown');
    await page.getByText('2024-04-01 to 2024-04-30').waitFor();
    await tabTo('button', 'Refresh');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Result' }).waitFor();
    expect(await asked()).toContainEqual([
      'refresh',
      { period: { kind: 'this-month' }, ...allReports },
    ]);
  });

  it('moves the focus to the result, and says it', async () => {
    await open('done');
    await tabTo('button', 'Refresh');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Result' }).waitFor();
    expect(await focused()).toBe('Result');
    expect(await spoken()).toBe('7 sheets written.');
  });

  it('shows how far it is, says each stage, and cancels', async () => {
    await open('running');
    await tabTo('button', 'Refresh');
    await page.keyboard.press('Enter');
    const progress = page.getByRole('progressbar', { name: 'Reading Payments, 12,000 rows' });
    await progress.waitFor();
    expect(await progress.getAttribute('aria-valuenow')).toBe('0.4');
    expect(await spoken()).toBe('Reading Payments, 12,000 rows');
    expect(await button('Refreshing…').getAttribute('aria-disabled')).toBe('true');
    await tabTo('button', 'Cancel');
    await page.keyboard.press('Enter');
    await page.getByText('Cancelled. Nothing was written.').first().waitFor();
    expect(await focused()).toBe('Result');
    expect(await button('Cancel').count()).toBe(0);
  });

  it('cannot be cancelled any more while sheets are written, and says why', async () => {
    await open('running-not-cancellable');
    await button('Refresh').click();
    const cancel = button('Cancel');
    await cancel.waitFor();
    expect(await cancel.getAttribute('aria-disabled')).toBe('true');
    const why = await cancel.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${why ?? ''}"]`).textContent()).toBe(
      'The sheets are being written: this cannot be cancelled any more.',
    );
    await cancel.click({ force: true });
    expect(await button('Refreshing…').count()).toBe(1);
  });

  it('reaches every control of a workbook with problems', async () => {
    await open('problems');
    await tabTo('button', 'Show 7 problems');
    await tabTo('combobox', 'Period');
    await tabTo('checkbox', 'Collected Invoicing');
    await tabTo('checkbox', 'Gross Invoicing');
    await tabTo('button', 'Options defaults');
    await tabTo('button', 'Amount not a number 2');
    await tabTo('button', 'Payments D118 · Amount');
    await tabTo('button', 'Tax differs 1');
    await tabTo('button', 'Help: tables and their columns');
    await tabTo('button', 'Refresh');
  });
});

describe('a problem', () => {
  it('leads to its cell', async () => {
    await open('problems');
    await button('Payments D407 · Amount').click();
    expect(await asked()).toEqual([['selectCell', 'Payments', 'D407']]);
  });

  it('of a whole sheet leads to the sheet', async () => {
    await open('problems');
    await button('Sheet name taken 1').click();
    await button('Glossary').click();
    expect(await asked()).toEqual([['openSheet', 'Glossary']]);
  });

  it('says what was found, done and is to do', async () => {
    await open('problems');
    const item = page.getByRole('listitem').filter({ hasText: 'Payments C92 · Type' });
    expect(await item.locator('dt').allTextContents()).toEqual(['Found', 'Done', 'To do']);
    expect(await item.locator('dd').allTextContents()).toEqual([
      '"Paymnt"',
      'the row is left out of every total',
      'type one of the listed words',
    ]);
  });

  it('is one of the first 20 of its group, until all are asked for', async () => {
    await open('many-problems');
    const items = page.getByRole('button', { name: /^Payments D\d+ · Amount$/ });
    await items.first().waitFor();
    expect(await items.count()).toBe(20);
    await button('Show all 45').click();
    expect(await items.count()).toBe(45);
  });

  it('is shown from the top of the pane, where the focus goes', async () => {
    await open('problems');
    await button('Show 7 problems').click();
    expect(await focused()).toBe('Problems');
  });
});

describe('a place that is gone', () => {
  it('is told below its button', async () => {
    await open('gone');
    await page.getByRole('button', { name: 'Invoices on' }).click();
    await page
      .getByText("The cell A4 of 'Invoices' is not there any more, or its sheet is hidden.")
      .waitFor();
    expect(await asked()).toEqual([['selectCell', 'Invoices', 'A4']]);
  });
});

describe('the result', () => {
  it('opens the sheets that were written, by the names they have', async () => {
    await open('done');
    await button('Refresh').click();
    await page.getByRole('button', { name: /^Glossary \(2\)/ }).click();
    expect(await asked()).toContainEqual(['openSheet', 'Glossary (2)']);
    expect(await page.getByRole('heading', { level: 3 }).allTextContents()).toEqual([
      'Collected Invoicing',
      'Gross Invoicing',
      '5 tie-outs, no difference',
    ]);
  });

  it('tells the rows held and the tie-out that does not agree', async () => {
    await open('done-held');
    await button('Refresh').click();
    await page.getByText('3 rows were held back.', { exact: true }).waitFor();
    await page.getByText('1 tie-out does not agree.').waitFor();
    const off = page.getByRole('listitem').filter({ has: page.getByLabel('Does not agree:') });
    expect(await off.allTextContents()).toEqual(['Cash of the ledger less the figure given−12.50']);
  });

  it('is out of date after an edit, until the workbook is looked at again', async () => {
    await open('out-of-date');
    await button('Refresh').click();
    await page.getByRole('heading', { name: 'Result' }).waitFor();
    await page.evaluate(() => {
      window.editLedger();
    });
    await page.getByText('Out of date', { exact: true }).waitFor();
    expect(await spoken()).toBe('Out of date: the ledger was changed after it was read.');
    await button('Look again').click();
    await button('Look again').waitFor({ state: 'detached' });
    expect(await focused()).toBe('Practice Ledger');
    expect(await asked()).toContainEqual(['inspect']);
  });
});

describe('the choices', () => {
  it('are saved a moment after they were made, once', async () => {
    await open('ready');
    await page.getByRole('checkbox', { name: 'Gross Invoicing' }).click();
    await page.getByRole('combobox', { name: 'Period' }).selectOption('Last quarter');
    await page.waitForFunction(() => window.calls.length > 1);
    expect(await asked()).toEqual([
      [
        'saveSettings',
        { period: { kind: 'last-quarter' }, reports: ['collected-invoicing'], options: {} },
      ],
    ]);
  });

  it('are those that the workbook keeps, and nothing is saved for it', async () => {
    await open('options');
    await page.getByText('1 changed').waitFor();
    await page.waitForTimeout(800);
    expect(await asked()).toEqual([]);
    await button('Refresh').click();
    expect(await asked()).toEqual([
      [
        'refresh',
        {
          period: { kind: 'custom', from: '2024-03-01', to: '2024-03-15' },
          reports: ['collected-invoicing'],
          options: { 'negative-lines': 'first' },
        },
      ],
    ]);
  });

  it('of options go back to the defaults', async () => {
    await open('options');
    await page.getByRole('button', { name: 'Options 1 changed' }).click();
    await button('Reset to defaults').click();
    await page.getByRole('button', { name: 'Options defaults' }).waitFor();
  });

  it('of options show what another one would have changed in the last run, and with which it was made', async () => {
    await open('done');
    await page.getByRole('button', { name: 'Options defaults' }).click();
    const told = page.getByText('would move 412.30');
    expect(await told.count()).toBe(0);
    await button('Refresh').click();
    await told.waitFor();
    const made = page.getByText(
      'Last run, 2024-03-01 to 2024-03-31, with ‘In order of date, like every line’:',
    );
    expect(await made.count()).toBe(1);
    await page.getByRole('combobox', { name: 'Negative lines' }).selectOption('first');
    expect(await made.count()).toBe(1);
    expect(await told.textContent()).toBe(
      '‘Before all other lines’ would move 412.30 from Dr. Adams to Dr. Baker-Featherstonehaugh in Total Invoicing Collected (Practice Summary).',
    );
  });

  it('start own days with those of the period before', async () => {
    await open('ready');
    await page.getByRole('combobox', { name: 'Period' }).selectOption('Custom');
    expect(await page.getByLabel('First day').inputValue()).toBe('2024-03-01');
    expect(await page.getByLabel('Last day').inputValue()).toBe('2024-03-31');
  });

  it('keep Refresh off while the last day lies before the first', async () => {
    await open('custom-invalid');
    const refresh = button('Refresh');
    await refresh.waitFor();
    await page.getByText('The last day lies before the first day.').first().waitFor();
    expect(await refresh.getAttribute('aria-disabled')).toBe('true');
    await page.getByLabel('Last day').fill('2024-03-31');
    expect(await refresh.getAttribute('aria-disabled')).toBeNull();
  });
});
