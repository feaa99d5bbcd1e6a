/**
 * The built add-in on the dental sample, whose quarter has wrongly keyed money: suggestions are reviewed and
 * accepted, the reports follow, the practice stays, and all of it is taken back.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { openWorkbook } from '../../host/index';
import { openTab } from '../preview/support/pageOf';
import { ROOT } from '../preview/support/preview';
import { builtAddIn } from './builtAddIn';

const open = builtAddIn({
  name: 'reviewed.xlsx',
  workbook: () => {
    const workbook = openWorkbook(readFileSync(join(ROOT, 'samples/dental-quarter.xlsx')));
    workbook.settings.set(
      'practiceLedger.settings',
      '{"period":{"kind":"custom","from":"2024-07-01","to":"2024-09-30"},"reports":["production-income"],"options":{}}',
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

function button(name: string | RegExp): ReturnType<Page['getByRole']> {
  return typeof name === 'string'
    ? pane.getByRole('button', { name, exact: true })
    : pane.getByRole('button', { name });
}

/** Total Income by provider, as the sheet shows it. */
async function incomes(): Promise<Map<string, string>> {
  await openTab(page, 'Production & Income - Provider');
  const rows = await page.getByRole('row').all();
  const cells = await Promise.all(rows.map((row) => row.getByRole('gridcell').allTextContents()));
  const first = cells.findIndex(([name]) => name === 'Provider');
  const column = cells[first]?.indexOf('Total Income') ?? -1;
  return new Map(
    cells.slice(first + 1).flatMap((row): [string, string][] => {
      const [name = ''] = row;
      return name === '' ? [] : [[name, row[column] ?? '']];
    }),
  );
}

async function refreshed(): Promise<Map<string, string>> {
  await pane.getByRole('button', { name: 'Refresh', exact: true, disabled: false }).waitFor();
  await pane.getByRole('group', { name: /sheets? written/ }).waitFor();
  return incomes();
}

async function review(): Promise<void> {
  await button('Review suggestions').click();
  await pane.getByRole('heading', { name: 'Suggestions', level: 1 }).waitFor();
  await pane.getByText(/^Period 2024-07-01 to 2024-09-30/).waitFor();
}

/** Now and then of a provider in the table of income that is shown before anything is accepted. */
async function shownEffect(name: string): Promise<string[]> {
  const table = pane.getByRole('table', { name: 'Income' });
  await table.waitFor();
  const group = table.getByRole('rowgroup').filter({ hasText: name });
  return group.getByRole('cell').allTextContents();
}

it('reviews, accepts, sees the incomes move and the practice stay, and goes back', async () => {
  await button('Refresh').click();
  const before = await refreshed();
  expect(before.size).toBeGreaterThan(3);

  await review();
  // What touches the hygienist: nothing of it was hidden, so that the practice stays to the cent.
  await pane.getByRole('combobox', { name: 'Provider' }).selectOption('Kelly Ruiz RDH');
  await button(/^Accept the \d+ shown$/).click();
  const [now = '', then = '', change = ''] = await shownEffect('Kelly Ruiz RDH');
  expect(now).toBe(before.get('Kelly Ruiz RDH'));
  expect(change).toMatch(/^[+-]/);
  const [practiceNow, practiceThen, practiceChange] = await shownEffect('Practice');
  expect(practiceNow).toBe(before.get('Total'));
  expect([practiceThen, practiceChange]).toEqual([practiceNow, 'no change']);

  await button(/^Write \d+ accepted suggestions$/).click();
  await pane
    .getByText(/rows were written to ‘Accepted Transfers’/)
    .first()
    .waitFor();
  await button('Refresh the reports').click();
  const after = await refreshed();
  expect(after.get('Kelly Ruiz RDH')).toBe(then);
  expect(after.get('Kelly Ruiz RDH')).not.toBe(before.get('Kelly Ruiz RDH'));
  expect(after.get('Total')).toBe(before.get('Total'));

  await review();
  await button('Accept all').click();
  await button(/^Write \d+ accepted suggestions$/).click();
  await pane.getByText('Nothing to suggest.').waitFor();
  await button(/^Undo: delete \d+ rows$/).click();
  await pane
    .getByText(/rows were deleted from ‘Accepted Transfers’/)
    .first()
    .waitFor();
  await button(/^Undo: delete \d+ rows$/).click();
  await button(/^Undo/).waitFor({ state: 'detached' });
  await button('Refresh the reports').click();
  expect(await refreshed()).toEqual(before);
});

it('a link of a suggestion selects its cell', async () => {
  await review();
  const link = button(/^Charges [A-Z]+\d+$/).first();
  const [, cell = ''] = ((await link.textContent()) ?? '').split(' ');
  await link.click();
  await page.getByRole('grid', { name: 'Charges', exact: true }).waitFor();
  const selected = page.getByRole('gridcell', { name: cell, exact: true });
  await selected.waitFor();
  expect(await selected.getAttribute('aria-selected')).toBe('true');
  await button('Back to the reports').click();
  await button('Review suggestions').waitFor();
  const frame = page.frames().find((one) => one.url().includes('taskpane'));
  expect(await frame?.evaluate(() => document.activeElement?.textContent)).toBe(
    'Review suggestions',
  );
});
