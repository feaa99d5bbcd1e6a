/** The task pane of the preview: a small add-in on the real office.js, on the page's workbook. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { launchBrowser } from '../support/chromium';
import { address, cell, goTo, openTab } from './support/pageOf';
import {
  openPage,
  startPreview,
  temporaryFolder,
  writeFakeAddIn,
  type OpenPage,
  type RunningPreview,
} from './support/preview';

/** What the small add-in does; the tests call it as its buttons would. */
const SCRIPT = `
const said = (text) => { document.getElementById('said').textContent = text; };
const isDark = matchMedia('(prefers-color-scheme: dark)');
isDark.addEventListener('change', () => { said('dark: ' + isDark.matches); });
CustomFunctions.associate('HALF', (number) => {
  if (number < 0) {
    throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, 'No half of a debt.');
  }
  return number / 2;
});
Office.actions.associate('refreshReports', async (event) => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Report');
    sheet.showGridlines = false;
    sheet.tabColor = '#1F3A4D';
    sheet.getRange('A:A').format.columnWidth = 200;
    const range = sheet.getRange('A1:B2');
    range.values = [['Total', 1234.5], ['Refunds', -20]];
    range.numberFormat = [['@', '#,##0.00'], ['@', '#,##0.00;[Red]-#,##0.00']];
    sheet.freezePanes.freezeRows(1);
    sheet.activate();
    sheet.getRange('B2').select();
    await context.sync();
  });
  await new Promise((resolve) => Office.context.ui.displayDialogAsync(
    new URL('notice.html', location.href).href, resolve));
  event.completed();
});
Office.onReady(async (info) => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async (event) => {
      said('changed ' + event.address + ' to ' + event.details.valueAfter);
    });
    await context.sync();
  });
  said('Ready in ' + info.host);
});
`;

const folder = temporaryFolder();
let preview: RunningPreview;
let browser: Browser;
let opened: OpenPage;
let page: Page;
let pane: FrameLocator;

beforeAll(async () => {
  writeFakeAddIn(folder.path, SCRIPT);
  const number = { type: 'number' };
  writeFileSync(
    join(folder.path, 'functions.json'),
    JSON.stringify({
      functions: [
        { id: 'HALF', name: 'HALF', parameters: [{ name: 'number', ...number }], result: number },
      ],
    }),
  );
  writeFileSync(
    join(folder.path, 'notice.html'),
    '<!doctype html><html lang="en"><head><title>Notice</title></head><body>All is well.</body></html>',
  );
  [preview, browser] = await Promise.all([startPreview(folder.path), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await preview.close();
  folder.remove();
});

beforeEach(async () => {
  opened = await openPage(browser, preview.address);
  ({ page } = opened);
  pane = page.frameLocator('iframe[title="Practice Ledger task pane"]');
  await pane.getByText('Ready in Excel').waitFor();
});

afterEach(async () => {
  await opened.close();
  expect(opened.troubles).toEqual([]);
});

it('tells the add-in what is typed', async () => {
  await cell(page, 'C5').click();
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await pane.getByText('changed C5 to 12').waitFor();
});

it('the ribbon button runs the add-in, and the page follows what it writes, activates and selects', async () => {
  await page.getByRole('button', { name: 'Refresh reports' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.frameLocator('iframe').getByText('All is well.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('grid', { name: 'Report' }).waitFor();
  await page.getByRole('button', { name: 'Refresh reports' }).waitFor();
  expect(await address(page)).toBe('B2');
  expect(await cell(page, 'B1').textContent()).toBe('1,234.50');
  const refunds = cell(page, 'B2');
  expect(await refunds.textContent()).toBe('-20.00');
  expect(await refunds.evaluate((item) => getComputedStyle(item).color)).toBe('rgb(255, 0, 0)');
  expect((await cell(page, 'A1').boundingBox())!.width).toBeCloseTo(267, 0);
  expect(await refunds.evaluate((item) => getComputedStyle(item).borderRightWidth)).toBe('0px');
  expect(
    await page
      .getByRole('tab', { name: 'Report' })
      .evaluate((tab) => getComputedStyle(tab).boxShadow),
  ).toContain('rgb(31, 58, 77)');
});

it('cells call the functions of the add-in, and the bar says why one failed', async () => {
  const names = await functionNames();
  await cell(page, 'C5').click();
  await page.keyboard.type(`=${names}(9)`);
  await page.keyboard.press('Enter');
  await cell(page, 'C5').getByText('4.5').waitFor();
  await page.keyboard.type(`=${names}(-9)`);
  await page.keyboard.press('Enter');
  await cell(page, 'C6').getByText('#VALUE!').waitFor();
  await cell(page, 'C6').click();
  expect(await page.getByRole('status').textContent()).toBe('No half of a debt.');
});

/** The name of the function with the namespace of the manifest. */
async function functionNames(): Promise<string> {
  const manifest = readFileSync(join(folder.path, 'manifest.xml'), 'utf8');
  const id = /<Namespace resid="([^"]+)"/.exec(manifest)?.[1];
  const name = new RegExp(`id="${id}" DefaultValue="([^"]+)"`).exec(manifest)?.[1];
  return Promise.resolve(name === undefined ? 'HALF' : `${name}.HALF`);
}

it('shows which scripts run, by the hash of their bytes', async () => {
  await page.getByText('The built add-in, unchanged').click();
  const bytes = readFileSync(join(folder.path, 'taskpane.js'));
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const list = page.getByRole('list', { name: 'Scripts of the add-in' });
  expect(await list.textContent()).toBe(`${hash} taskpane.js`);
});

it('the pane is hidden and shown without a start anew, and has two widths', async () => {
  const frame = page.getByTitle('Practice Ledger task pane');
  const width = async (): Promise<number> => (await frame.boundingBox())!.width;
  expect(await width()).toBeCloseTo(320, -1);
  await page.getByText('450').click();
  expect(await width()).toBeCloseTo(450, -1);
  await cell(page, 'C5').click();
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await pane.getByText('changed C5 to 7').waitFor();
  await page.getByRole('button', { name: 'Close task pane' }).click();
  await frame.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Open Practice Ledger' }).click();
  await pane.getByText('changed C5 to 7').waitFor();
});

it('dark and light reach the pane', async () => {
  await page.getByRole('button', { name: 'Dark' }).click();
  await pane.getByText('dark: true').waitFor();
  await page.getByRole('button', { name: 'Dark' }).click();
  await pane.getByText('dark: false').waitFor();
  await page.reload();
  await page.emulateMedia({ colorScheme: 'dark' });
  await pane.getByText(/Ready in Excel|dark: true/).waitFor();
  // The page follows the system a moment after it is told.
  await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark');
});

it('another workbook gets an add-in of its own', async () => {
  await openTab(page, 'Payments');
  await goTo(page, 'C5');
  await page.keyboard.type('Odd');
  await page.keyboard.press('Enter');
  await pane.getByText('changed C5 to Odd').waitFor();
  // The same sample, opened again from its file.
  const chooser = page.waitForEvent('filechooser');
  await page.getByText('Open a workbook…').click();
  await (await chooser).setFiles(join(__dirname, '../../samples/veterinary-quarter.xlsx'));
  await pane.getByText('Ready in Excel').waitFor();
  await openTab(page, 'Payments');
  expect(await cell(page, 'C5').textContent()).not.toBe('Odd');
});
