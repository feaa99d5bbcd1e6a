/** Workbooks of the user in the preview: how they look, what is refused, and how large they may be. */
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/chromium';
import { HostWorkbook, newWorkbook, saveWorkbook } from '../../host/index';
import { cell, goTo, openOwn, openSample, openTab, savedWorkbook } from './support/pageOf';
import {
  openPage,
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
  opened = await openPage(browser, preview.address);
  ({ page } = opened);
});

afterAll(async () => {
  await opened.close();
  await browser.close();
  await preview.close();
  folder.remove();
  expect(opened.troubles).toEqual([]);
});

/** A workbook with everything that the cells can show. */
function dressed(): HostWorkbook {
  const workbook = newWorkbook();
  const sheet = workbook.addSheet('Looks');
  sheet.setValues('A1', [
    ['A title that is longer than its column and runs on', null, null, null],
    ['Name', 'Amount', 'Share', 'Day'],
    ['Baker', -1234.5, 0.256, 45383],
    ['Chandra', 17, 1, 45383.75],
    ['Wrapped words that do not fit in one line', 1e12, true, null],
  ]);
  sheet.format('A1', { font: { bold: true, size: 16, color: '#1F3A4D' } });
  sheet.format('A2:D2', { fill: '#1F3A4D', font: { color: '#FFFFFF', italic: true } });
  sheet.format('B3:B4', { numberFormat: '#,##0.00;[Red]-#,##0.00' });
  sheet.format('C3:C4', { numberFormat: '0.0%' });
  sheet.format('D3', { numberFormat: 'yyyy-mm-dd', horizontal: 'Left', indent: 2 });
  sheet.format('D4', { numberFormat: 'm/d/yyyy h:mm AM/PM' });
  sheet.format('A5', { wrapText: true, vertical: 'Top' });
  sheet.format('B4', { borders: { bottom: { line: 'double', color: '#FF0000' } } });
  sheet.setWidths('A', [14, 6, 10, 16]);
  sheet.rowHeights.set(2, 30);
  sheet.hiddenRows.add(3);
  sheet.hiddenColumns.add(4);
  sheet.frozen = { rows: 2, columns: 1 };
  sheet.setValues('C6', [['Another text that runs on']]);
  sheet.showGridlines = false;
  sheet.tabColor = '#C0392B';
  sheet.merges = [{ row: 6, column: 0, rows: 2, columns: 2 }];
  sheet.setValues('A7', [['Merged']]);
  workbook.addSheet('Secret').visibility = 'Hidden';
  return workbook;
}

const css = async (at: string, name: string): Promise<string> =>
  cell(page, at).evaluate(
    (item, property) => getComputedStyle(item).getPropertyValue(property),
    name,
  );

describe('a workbook of the user', () => {
  beforeAll(async () => {
    await openOwn(page, 'Looks.xlsx', saveWorkbook(dressed()));
    await openTab(page, 'Looks');
  });

  it('fonts, fills, borders, alignment, sizes', async () => {
    expect(await css('A1', 'font-weight')).toBe('700');
    expect(await css('A1', 'color')).toBe('rgb(31, 58, 77)');
    expect(await css('A2', 'background-color')).toBe('rgb(31, 58, 77)');
    expect(await css('A2', 'font-style')).toBe('italic');
    expect(await css('D3', 'padding-left')).toBe('21px');
    const { height } = (await cell(page, 'B3').boundingBox())!;
    expect(height).toBe(40);
    expect((await cell(page, 'A2').boundingBox())!.width).toBe(98);
  });

  it('number formats, red for a negative, and # where a number has no room', async () => {
    expect(await cell(page, 'C3').textContent()).toBe('25.6%');
    expect(await cell(page, 'D3').textContent()).toBe('2024-04-01');
    expect(await css('B3', 'color')).toBe('rgb(255, 0, 0)');
    expect(await cell(page, 'B5').textContent()).toMatch(/^#+$/);
    expect(await cell(page, 'C5').textContent()).toBe('TRUE');
  });

  it('a text runs on over empty cells and no further', async () => {
    const text = cell(page, 'C6').locator('.text');
    expect((await text.boundingBox())!.width).toBeGreaterThan(130);
    await goTo(page, 'D6');
    await page.keyboard.type('x');
    await page.keyboard.press('Enter');
    expect((await text.boundingBox())!.width).toBeLessThanOrEqual(70);
  });

  it('a wrapped text makes its row higher', async () => {
    expect((await cell(page, 'A5').boundingBox())!.height).toBeGreaterThan(40);
  });

  it('hidden rows, columns and sheets are left out, merged cells are one', async () => {
    await expect(page.getByRole('rowheader', { name: '4', exact: true }).count()).resolves.toBe(0);
    await expect(page.getByRole('columnheader', { name: 'E', exact: true }).count()).resolves.toBe(
      0,
    );
    await expect(page.getByRole('tab').allTextContents()).resolves.toEqual(['Looks']);
    const { width, height } = (await cell(page, 'A7').boundingBox())!;
    expect([width, height]).toEqual([98 + 42, 40]);
    await expect(cell(page, 'B7').count()).resolves.toBe(0);
    await goTo(page, 'C3');
    await page.keyboard.press('ArrowDown');
    await cell(page, 'C5').and(page.locator('[aria-selected=true]')).waitFor();
  });

  it('frozen rows and columns stay in view', async () => {
    const before = (await cell(page, 'A2').boundingBox())!;
    await goTo(page, 'Z400');
    expect(await cell(page, 'A2').boundingBox()).toEqual(before);
    const corner = (await cell(page, 'Z400').boundingBox())!;
    expect(corner.x).toBeGreaterThan(before.x + before.width);
    expect(corner.y).toBeGreaterThan(before.y + before.height);
  });
});

it('of two that are asked for one after the other, the later one is open', async () => {
  const held: (() => void)[] = [];
  await page.route('**/samples/chiropractic-claims.xlsx', async (route) => {
    await new Promise<void>((resolve) => held.push(resolve));
    await route.continue();
  });
  const choice = page.getByRole('combobox', { name: 'Workbook' });
  const arrives = page.waitForResponse('**/samples/chiropractic-claims.xlsx');
  await choice.selectOption('chiropractic-claims.xlsx');
  await openSample(page, 'veterinary-quarter.xlsx');
  held.forEach((release) => {
    release();
  });
  await (await arrives).finished();
  await page.waitForTimeout(1_000);
  expect(await choice.inputValue()).toBe('veterinary-quarter.xlsx');
});

it('is saved under its name, with what was changed', async () => {
  await openOwn(page, 'Mine.xlsx', saveWorkbook(dressed()));
  await openTab(page, 'Looks');
  const waits = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save .xlsx' }).click();
  expect((await waits).suggestedFilename()).toBe('Mine.xlsx');
  const saved = await savedWorkbook(page);
  expect(saved.sheet('Looks').value('B3')).toBe(-1234.5);
  expect(saved.sheet('Secret').visibility).toBe('Hidden');
});

it.each([
  ['Notes.txt', new TextEncoder().encode('no workbook')],
  ['Cut.xlsx', saveWorkbook(dressed()).slice(0, 900)],
])('refuses %s in a sentence, and the open workbook stays', async (name, bytes) => {
  await openOwn(page, name, bytes);
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.locator('p').textContent()).toMatch(
    new RegExp(`^${name.replace('.', '[.]')} was not opened[.] .+[.]$`),
  );
  await page.getByRole('tab', { name: 'Looks' }).waitFor();
  await page.getByRole('button', { name: 'Dismiss' }).click();
});

it('100,000 rows of 24 columns are scrolled with a page of a few hundred cells', async () => {
  const workbook = newWorkbook();
  const sheet = workbook.addSheet('Many');
  const columns = Array.from({ length: 24 }, (_, column) => column);
  sheet.setValues(
    'A1',
    Array.from({ length: 100_000 }, (_, row) => columns.map((column) => row * 100 + column)),
  );
  await openOwn(page, 'Many.xlsx', saveWorkbook(workbook));
  await openTab(page, 'Many');
  const grid = page.getByRole('grid', { name: 'Many' });
  const steps = await grid.evaluate(async (element) => {
    const times: number[] = [];
    for (let step = 0; step < 40; step += 1) {
      const from = performance.now();
      element.scrollTop += 700;
      element.scrollLeft = (step % 8) * 120;
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      times.push(performance.now() - from);
    }
    return times.sort((one, two) => one - two);
  });
  process.stdout.write(
    `a step of the scroll took ${steps[20]!.toFixed(0)} ms, at worst ${steps[39]!.toFixed(0)} ms\n`,
  );
  expect(steps[20]).toBeLessThan(500);
  expect(await page.getByRole('gridcell').count()).toBeLessThan(1500);
  await goTo(page, 'X100000');
  expect(await cell(page, 'X100000').textContent()).toBe('9999923');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+ArrowDown');
  expect(await cell(page, 'A100000').textContent()).toBe('9999900');
});

it.each(['light', 'dark'] as const)('axe finds nothing to mend in %s', async (scheme) => {
  await page.emulateMedia({ colorScheme: scheme });
  await openSample(page, 'veterinary-quarter.xlsx');
  await openTab(page, 'Charges');
  // Scripts from elsewhere are refused, so axe comes in by the debugger.
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const found = await (window as unknown as { axe: typeof axe }).axe.run(
      { exclude: [['iframe']] } as unknown as axe.ElementContext,
      // A cell is called by its address; what it shows is its description.
      { rules: { 'label-content-name-mismatch': { enabled: false } } },
    );
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
  expect(violations).toEqual([]);
});
