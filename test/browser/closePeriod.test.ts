/**
 * The built add-in on the dental sample: the ribbon opens the pay periods, July is closed there, a payment is
 * dated back into it, August carries the difference, and July is opened again for a reason.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { openWorkbook } from '../../host/index';
import { cell, goTo, openTab, savedWorkbook } from '../preview/support/pageOf';
import { ROOT } from '../preview/support/preview';
import { builtAddIn } from './builtAddIn';

const open = builtAddIn({
  name: 'paid.xlsx',
  workbook: () => {
    const workbook = openWorkbook(readFileSync(join(ROOT, 'samples/dental-quarter.xlsx')));
    workbook.settings.set(
      'practiceLedger.settings',
      '{"period":{"kind":"custom","from":"2024-07-01","to":"2024-07-31"},"reports":["commission"],"options":{}}',
    );
    return workbook;
  },
  shown: 'Maple Hollow Dental',
});
let page: Page;
let pane: FrameLocator;

beforeAll(() => {
  ({ page, pane } = open());
});

async function press(name: string): Promise<void> {
  await pane.getByRole('button', { name, exact: true, disabled: false }).click();
}

/** Rows of the sheet in view, from the one whose first cell is `first`, without its blank cells. */
async function rowsFrom(first: string): Promise<string[]> {
  const rows = await page.getByRole('row').all();
  const cells = await Promise.all(rows.map((row) => row.getByRole('gridcell').allTextContents()));
  const start = cells.findIndex(([name]) => name === first);
  return cells.slice(start).map((row) => row.filter((text) => text !== '').join(' | '));
}

it('the ribbon shows what would be closed, and closes nothing', async () => {
  await page.getByRole('button', { name: 'Close task pane' }).click();
  await pane.getByRole('heading', { name: 'Pay periods', level: 1 }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Close a pay period' }).click();
  await pane.getByRole('heading', { name: 'Pay periods', level: 1 }).waitFor();
  await pane.getByText('2024-07-01 to 2024-07-31', { exact: true }).waitFor();
  await pane.getByText('No period was closed yet.').waitFor();
  expect(await page.getByRole('tab', { name: /^Close / }).count()).toBe(0);
  await press('Close this period');
  await press('Not yet');
  expect(await page.getByRole('tab', { name: /^Close / }).count()).toBe(0);
});

it('July is closed: a sheet of values keeps what was paid to whom', async () => {
  await press('Close this period');
  await press('Yes, close it');
  const told = pane.getByText(/^2024-07-01 to 2024-07-31 is closed/).first();
  await told.waitFor();
  const said = /closed, ([\d,.]+) in all/.exec((await told.textContent()) ?? '')?.[1] ?? '';
  await openTab(page, 'Close 2024-07');
  const sheet = (await savedWorkbook(page)).sheet('Close 2024-07');
  const values = sheet.values();
  const head = values.findIndex(([first]) => first === 'Provider');
  const last = values.findIndex(([first], row) => row > head && first === 'Total');
  const column = values[head]?.indexOf('Payable') ?? -1;
  const paid = values.slice(head + 1, last).map((row) => Math.round(Number(row[column]) * 100));
  // Three providers; Solberg is credited with a part of Ruiz' production besides her own income.
  expect(paid).toHaveLength(4);
  expect(paid.reduce((sum, cents) => sum + cents, 0)).toBe(inCents(said));
});

it('a payment that is dated back into July is carried into August, with its row', async () => {
  await openTab(page, 'Payments');
  await goTo(page, 'A161');
  expect(await cell(page, 'A161').textContent()).toBe('M8160');
  await goTo(page, 'C161');
  await page.keyboard.type('2024-07-20');
  await page.keyboard.press('Enter');
  await press('Back to the reports');
  await pane.getByLabel('First day').fill('2024-08-01');
  await pane.getByLabel('Last day').fill('2024-08-31');
  await press('Refresh');
  await pane.getByRole('group', { name: /sheets? written/ }).waitFor();
  await openTab(page, 'Commission Summary');
  const changes = await rowsFrom('Changes to closed periods');
  // 198.00 at his 30 %; the case has no laboratory.
  const carried = changes.find((row) => row.includes('M8160'));
  expect(carried).toMatch(
    /Dr\. Omar Haddad.*came into it after the close.*0\.00 \| 59\.40 \| 59\.40/,
  );
  const [, ...people] = await rowsFrom('Provider');
  const own = people.find((row) => row.startsWith('Dr. Omar Haddad')) ?? '';
  const [commission, , carry, payable] = own.split(' | ').slice(3).map(inCents);
  expect([carry, payable]).toEqual([5940, (commission ?? 0) + 5940]);
});

function inCents(text: string): number {
  return Math.round(Number(text.replaceAll(',', '')) * 100);
}

it('July is opened again for a reason only, which the workbook keeps', async () => {
  await press('Close a period');
  const open = pane.getByRole('button', { name: 'Open the period again' });
  expect(await open.getAttribute('aria-disabled')).toBe('true');
  await pane.getByRole('textbox', { name: 'Why' }).fill('a payment was dated back');
  await press('Open the period again');
  await pane.getByText('‘Close 2024-07’ is open again.').first().waitFor();
  await pane.getByText(/Re-opened .*, because: a payment was dated back/).waitFor();
  const saved = await savedWorkbook(page);
  expect(saved.sheets.map(({ name }) => name)).toContain('Close 2024-07');
});
