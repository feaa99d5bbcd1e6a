/** The preview's spreadsheet: what it shows, and how it is used with mouse and keyboard. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/chromium';
import { displayText, openWorkbook } from '../../host/index';
import { address, cell, formula, goTo, openTab, savedWorkbook } from './support/pageOf';
import {
  openPage,
  ROOT,
  startPreview,
  temporaryFolder,
  writeFakeAddIn,
  type OpenPage,
  type RunningPreview,
} from './support/preview';

const folder = temporaryFolder();
let preview: RunningPreview;
let browser: Browser;
let opened: OpenPage;
let page: Page;

beforeAll(async () => {
  writeFakeAddIn(folder.path);
  [preview, browser] = await Promise.all([startPreview(folder.path), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await preview.close();
  folder.remove();
});

async function open(): Promise<void> {
  opened = await openPage(browser, preview.address);
  ({ page } = opened);
}

async function close(): Promise<void> {
  await opened.close();
  expect(opened.troubles).toEqual([]);
}

describe('what it shows', () => {
  beforeAll(open);
  afterAll(close);

  it('the sample workbook, every cell in view as the model has it', async () => {
    const workbook = openWorkbook(readFileSync(join(ROOT, 'samples', 'veterinary-quarter.xlsx')));
    for (const name of ['Charges', 'Invoices', 'Payments', 'Providers']) {
      await openTab(page, name);
      const shown = await page
        .getByRole('gridcell')
        .evaluateAll((cells) =>
          cells.map((item) => [item.getAttribute('aria-label') ?? '', item.textContent]),
        );
      const sheet = workbook.sheet(name);
      expect(shown.length).toBeGreaterThan(100);
      for (const [at = '', text] of shown) {
        const value = sheet.value(at);
        expect([at, text]).toEqual([
          at,
          displayText(value === '' ? undefined : value, sheet.style(at).numberFormat, false),
        ]);
      }
    }
  });

  it('numbers, dates and codes as their formats say', async () => {
    await openTab(page, 'Charges');
    expect(await cell(page, 'B2').textContent()).toBe('2024-01-02 08:24');
    expect(await cell(page, 'C12').textContent()).toBe('5005');
    expect(await cell(page, 'E13').textContent()).toBe('00123');
    await goTo(page, 'H2');
    expect(await cell(page, 'H2').textContent()).toMatch(/^\d+\.\d\d$/);
  });

  it('an Excel table by its header, and where a sheet has no table none', async () => {
    await openTab(page, 'Payments');
    const fill = async (at: string): Promise<string> =>
      cell(page, at).evaluate((item) => getComputedStyle(item).backgroundColor);
    expect(await fill('A1')).toBe('rgb(68, 114, 196)');
    await openTab(page, 'Invoices');
    expect(await fill('A1')).toBe('rgba(0, 0, 0, 0)');
    expect(await fill('A4')).toBe('rgb(220, 230, 236)');
  });

  it('tells assistive technology where everything stands', async () => {
    await openTab(page, 'Charges');
    const grid = page.getByRole('grid', { name: 'Charges' });
    expect(Number(await grid.getAttribute('aria-rowcount'))).toBeGreaterThan(2022);
    const row = page.getByRole('row').filter({ has: cell(page, 'C12') });
    expect(await row.getAttribute('aria-rowindex')).toBe('12');
    expect(await cell(page, 'C12').getAttribute('aria-colindex')).toBe('3');
    await cell(page, 'C12').click();
    expect(await cell(page, 'C12').getAttribute('aria-selected')).toBe('true');
    expect(await grid.getAttribute('aria-activedescendant')).toBe(
      await cell(page, 'C12').getAttribute('id'),
    );
  });
});

describe('moving', () => {
  beforeAll(open);
  afterAll(close);
  beforeEach(async () => {
    await openTab(page, 'Charges');
    await goTo(page, 'A1');
    await cell(page, 'B3').click();
  });

  it.each([
    ['ArrowDown', 'B4'],
    ['ArrowUp', 'B2'],
    ['ArrowLeft', 'A3'],
    ['ArrowRight', 'C3'],
    ['Enter', 'B4'],
    ['Shift+Enter', 'B2'],
    ['Tab', 'C3'],
    ['Shift+Tab', 'A3'],
    ['Home', 'A3'],
    ['Control+Home', 'A1'],
    ['Control+ArrowDown', 'B2022'],
    ['Control+ArrowRight', 'J3'],
    ['Control+End', 'T2022'],
    ['Shift+ArrowDown', 'B3:B4'],
  ])('%s leads to %s', async (key, to) => {
    await page.keyboard.press(key);
    await expect(address(page)).resolves.toBe(to);
    await cell(page, to.split(':')[0]!).waitFor();
  });

  it('PageDown and PageUp move by what is in view, and the cell stays in view', async () => {
    await page.keyboard.press('PageDown');
    const row = Number((await address(page)).slice(1));
    expect(row).toBeGreaterThan(20);
    expect(row).toBeLessThan(40);
    await page.keyboard.press('PageDown');
    const { y, height } = (await cell(page, await address(page)).boundingBox())!;
    const grid = (await page.getByRole('grid').boundingBox())!;
    expect(y).toBeGreaterThanOrEqual(grid.y);
    expect(y + height).toBeLessThanOrEqual(grid.y + grid.height);
    await page.keyboard.press('PageUp');
    await page.keyboard.press('PageUp');
    expect(await address(page)).toBe('B3');
  });

  it('the name box goes to an address, another sheet, and a table', async () => {
    await goTo(page, 'F2000');
    expect(await cell(page, 'F2000').textContent()).not.toBe('');
    await goTo(page, 'Payments!D118');
    expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('Payments');
    await page.getByRole('textbox', { name: 'Name box' }).fill('Providers');
    await page.keyboard.press('Enter');
    await page.getByRole('grid', { name: 'Providers' }).waitFor();
    expect(await address(page)).toBe('A2:E5');
  });

  it('sheets are switched by the arrow keys on their tabs, and from the cells', async () => {
    await page.keyboard.press('F6');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('grid', { name: 'Invoices' }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('grid', { name: 'Notes' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+PageDown');
    await page.getByRole('grid', { name: 'Charges' }).waitFor();
    // What was selected on a sheet still is.
    expect(await address(page)).toBe('B3');
  });

  it('a drag selects, and the status bar sums up', async () => {
    await goTo(page, 'H2');
    const [from, to] = [
      (await cell(page, 'H2').boundingBox())!,
      (await cell(page, 'H5').boundingBox())!,
    ];
    await page.mouse.move(from.x + 5, from.y + 5);
    await page.mouse.down();
    await page.mouse.move(to.x + 5, to.y + 5, { steps: 4 });
    await page.mouse.up();
    expect(await address(page)).toBe('H2:H5');
    const texts = await Promise.all(
      ['H2', 'H3', 'H4', 'H5'].map((at) => cell(page, at).textContent()),
    );
    const sum = texts.reduce((total, text) => total + Number((text ?? '').replaceAll(',', '')), 0);
    const status = await page.getByRole('group', { name: 'Status bar' }).textContent();
    expect(status?.replaceAll(',', '')).toContain(`Sum: ${sum.toFixed(2)}`);
    expect(status).toContain('Count: 4');
  });
});

describe('editing', () => {
  beforeEach(open);
  afterEach(close);
  beforeEach(async () => {
    await openTab(page, 'Notes');
    await cell(page, 'C5').click();
  });

  async function type(text: string): Promise<void> {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }

  it('reads what is typed as Excel does', async () => {
    await type('$1,234.5');
    expect(await cell(page, 'C5').textContent()).toBe('$1,234.50');
    expect(await address(page)).toBe('C6');
    await type('3/31/2024');
    expect(await cell(page, 'C6').textContent()).toBe('3/31/2024');
    await type("'00123");
    expect(await cell(page, 'C7').textContent()).toBe('00123');
    await type('=C5*2');
    expect(await cell(page, 'C8').textContent()).toBe('2469');
    await cell(page, 'C8').click();
    expect(await formula(page)).toBe('=C5*2');
    await cell(page, 'C5').click();
    expect(await formula(page)).toBe('1234.5');
    await type('-7.25');
    const negative = cell(page, 'C5');
    expect(await negative.textContent()).toBe('($7.25)');
    expect(await negative.evaluate((item) => getComputedStyle(item).color)).toBe('rgb(255, 0, 0)');
    expect(await cell(page, 'C8').textContent()).toBe('-14.5');
  });

  it('F2 goes on with the text, Escape leaves it, Delete takes it away', async () => {
    await type('Cedar');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('F2');
    await page.keyboard.type(' Grove');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    expect(await cell(page, 'C5').textContent()).toBe('Cedar Grove');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.type('x');
    await page.keyboard.press('Escape');
    expect(await cell(page, 'C5').textContent()).toBe('Cedar Grove');
    await page.keyboard.press('Delete');
    expect(await cell(page, 'C5').textContent()).toBe('');
  });

  it('a double click and the formula bar edit the same text', async () => {
    await type('12');
    await cell(page, 'C5').dblclick();
    await page.keyboard.type('3');
    const bar = page.getByRole('textbox', { name: 'Formula bar' });
    expect(await bar.inputValue()).toBe('123');
    await bar.click();
    await page.keyboard.press('End');
    await page.keyboard.type('4');
    await page.keyboard.press('Tab');
    expect(await cell(page, 'C5').textContent()).toBe('1234');
    expect(await address(page)).toBe('D5');
    await page.keyboard.type('next');
    await cell(page, 'A1').click();
    expect(await cell(page, 'D5').textContent()).toBe('next');
  });

  it('says why a text is refused, and keeps it to be mended', async () => {
    await type('=SUM(');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/^C5 does not take "=SUM\("\. /);
    expect(await page.getByRole('textbox', { name: 'Text of C5' }).inputValue()).toBe('=SUM(');
    await page.keyboard.press('Escape');
    await alert.waitFor({ state: 'detached' });
    expect(await cell(page, 'C5').textContent()).toBe('');
  });

  it('copies and pastes cells as text', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await type('1');
    await type('two');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('Control+c');
    await cell(page, 'E5').click();
    await page.keyboard.press('Control+v');
    expect(await cell(page, 'E5').textContent()).toBe('1');
    expect(await cell(page, 'E6').textContent()).toBe('two');
  });

  it('what is saved is what is shown', async () => {
    await type('412.75');
    const saved = await savedWorkbook(page);
    expect(saved.sheet('Notes').value('C5')).toBe(412.75);
    expect(saved.sheets.map(({ name }) => name)).toEqual([
      'Notes',
      'Charges',
      'Invoices',
      'Payments',
      'Providers',
    ]);
  });
});
