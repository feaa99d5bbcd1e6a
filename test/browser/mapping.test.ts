/**
 * A practice manager's first two months with a system that nobody knows: paste into an empty workbook, say once
 * what the columns mean, refresh, read the problems, and paste the next month without a question.
 */
import type { FrameLocator, Page } from 'playwright-core';
import { HostWorkbook } from '../../host/index';
import { address, goTo, openTab } from '../preview/support/pageOf';
import { builtAddIn } from './builtAddIn';

const open = builtAddIn({
  name: 'nord.xlsx',
  workbook: () => {
    const empty = new HostWorkbook();
    for (const name of ['Work', 'Bills', 'Money', 'Work April', 'Money April'])
      empty.addSheet(name);
    empty.properties.company = 'Praxis Nord';
    return empty;
  },
  shown: 'No ledger table was found',
});
let page: Page;
let pane: FrameLocator;

beforeAll(() => {
  ({ page, pane } = open());
});

/** Days come first, amounts have commas, money received has a minus, and types are words of its own. */
const work = [
  'Vorgang\tTag\tBehandler\tWert\tBeleg',
  'A1\t21.03.2024\tAdams\t1.000,00\tR1',
  'A2\t22.03.2024\tBaker\t50,00\tR1',
];
const bills = ['Beleg\tAbgeschlossen', 'R1\t23.03.2024', 'R2\t04.04.2024'];
const money = [
  'Nr\tEingang\tArt\tSumme\tBeleg',
  'Z1\t24.03.2024\tEIN\t-1.050,00\tR1',
  'Z2\t25.03.2024\tAUS\t50,00\tR1',
  'Z3\t26.03.2024\tRUNDUNG\t7,00\tR1',
];
/** The next month: another order of columns, and no date that shows which part is the day. */
const workLater = ['Beleg\tWert\tTag\tVorgang\tBehandler', 'R2\t40,50\t03.04.2024\tA3\tAdams'];
const moneyLater = ['Beleg\tNr\tEingang\tSumme\tArt', 'R2\tZ4\t05.04.2024\t-40,50\tEIN'];

function button(name: string | RegExp): ReturnType<Page['getByRole']> {
  return pane.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
}

/** Pastes lines of an export on a sheet, from A1. */
async function paste(sheet: string, lines: readonly string[]): Promise<void> {
  await openTab(page, sheet);
  await goTo(page, 'A1');
  await page.getByRole('grid', { name: sheet, exact: true }).evaluate((grid, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    grid.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, lines.join('\n'));
}

async function pick(field: string, label: string): Promise<void> {
  await pane.getByRole('combobox', { name: field, exact: true }).selectOption({ label });
}

/** Says what a table is: its kind and its columns, `Amount: 'D: Wert'`. */
async function mapColumns(
  sheet: string,
  kind: string,
  columns: Readonly<Record<string, string>>,
): Promise<void> {
  await button(new RegExp(`^Map: ${sheet} `)).click();
  await pane.getByRole('heading', { name: /^Step 1 of 3/ }).waitFor();
  await pick('Each row is one of', kind);
  const more = button(/^Columns it can have besides/);
  if ((await more.getAttribute('aria-expanded')) === 'false') await more.click();
  for (const [field, label] of Object.entries(columns)) await pick(field, label);
  await button('Next').click();
  await pane.getByRole('heading', { name: /^Step 2 of 3/ }).waitFor();
}

async function check(): Promise<void> {
  await button('Next').click();
  await pane.getByRole('heading', { name: /^Step 3 of 3/ }).waitFor();
}

async function keep(name: string): Promise<void> {
  await button('Keep this mapping').click();
  await pane.getByText(`‘${name}’ is kept`).first().waitFor();
}

async function refresh(): Promise<void> {
  await pane.getByRole('button', { name: 'Refresh', exact: true, disabled: false }).click();
  await pane.getByRole('heading', { name: 'Result' }).waitFor();
  await pane.getByRole('group', { name: /sheets? written/ }).waitFor();
}

/** Collected by provider as the sheet shows it. */
async function collected(): Promise<Record<string, string>> {
  await openTab(page, 'Practice Summary');
  const rows = await page.getByRole('row').all();
  const cells = await Promise.all(rows.map((row) => row.getByRole('gridcell').allTextContents()));
  const head = cells.findIndex(([name]) => name === 'Provider');
  const body = cells.slice(head + 1).filter(([name = '']) => name !== '');
  return Object.fromEntries(body.map(([name = '', , total = '']) => [name, total]));
}

it('an unknown export is pasted, mapped once, and read without a question from then on', async () => {
  await paste('Work', work);
  await paste('Bills', bills);
  await paste('Money', money);

  await button('Map a table').click();
  await mapColumns('Work', 'Charges', {
    'Charge ID': 'A: Vorgang',
    'Service Date': 'B: Tag',
    Provider: 'C: Behandler',
    Amount: 'D: Wert',
    'Invoice Number': 'E: Beleg',
  });
  await check();
  await pane.getByText('2 rows read', { exact: true }).waitFor();
  await pane.getByText('Amount: 1,050.00 in all').waitFor();
  await keep('Charges of Work');

  await mapColumns('Bills', 'Invoices', {
    'Invoice Number': 'A: Beleg',
    'Closed Date': 'B: Abgeschlossen',
  });
  await check();
  await keep('Invoices of Bills');

  await mapColumns('Money', 'Payments', {
    'Payment ID': 'A: Nr',
    'Payment Date': 'B: Eingang',
    Type: 'C: Art',
    Amount: 'D: Summe',
    'Invoice Number': 'E: Beleg',
  });
  await pick('‘EIN’ in Type, 1 row', 'Payment');
  await pick('‘AUS’ in Type, 1 row', 'Refund');
  await check();
  await pane.getByText('3 rows read, 1 held back', { exact: true }).waitFor();
  await pick(
    'Payments total -993.00: is money received negative here?',
    'Yes, turn the sign round',
  );
  await pane.getByRole('cell', { name: '1,050.00', exact: true }).waitFor();
  await keep('Payments of Money');

  await button('Back to the reports').click();
  await refresh();
  // 1,050.00 less the 50.00 given back: the oldest line first.
  expect(await collected()).toMatchObject({ Adams: '1,000.00' });

  // The word that nobody explained is told with its cell, which is one click away.
  const place = button(/^Money C4/);
  await place.first().click();
  await page.getByRole('grid', { name: 'Money', exact: true }).waitFor();
  expect(await address(page)).toBe('C4');

  await paste('Work April', workLater);
  await paste('Money April', moneyLater);
  const old = pane.getByText('Out of date', { exact: true });
  await old.first().waitFor();
  await refresh();
  await old.first().waitFor({ state: 'detached' });
  expect(await collected()).toMatchObject({ Adams: '1,040.50' });
  const tables = await pane
    .getByRole('region', { name: 'In this workbook' })
    .getByRole('listitem')
    .allTextContents();
  expect(tables).toHaveLength(5);
  expect(tables.filter((text) => text.includes('held back'))).toHaveLength(1);
});
