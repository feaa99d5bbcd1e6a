/** Commission plans in the pane: an edit and its effect, what is refused, apply, discard and undo; services only keep what was asked. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { DraftPlan } from '../../src/app/plans/types';
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

function focused(): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}

it('shows old and new of an edit by provider and in all, and applies it; undo is there then', async () => {
  await open('plans-effect');
  const table = page.getByRole('table', { name: 'Payable and base by provider' });
  expect(await table.locator('tbody').allTextContents()).toEqual([
    'Dr. Alice AmesPays370,527.04432,281.55+61,754.51Base1,235,090.141,235,090.14no change',
    'Dr. Bob BoydPays12,057.5611,940.00-117.56Base30,143.9129,850.00-293.91',
    'TotalPays382,464.60444,101.55+61,636.95Base1,265,234.051,264,940.14-293.91',
  ]);
  expect(await page.getByRole('status').textContent()).toBe(
    'Payable changes by +61,636.95 in all.',
  );
  await page.getByText('Pays 444,101.55 in all, +61,636.95').waitFor();
  // One edit is worked out once, with all rows as they would stand.
  const [effects, ...more] = await asked('planEffect');
  expect(more).toEqual([]);
  const draft = effects![0] as DraftPlan[];
  expect(draft.map(({ texts }) => texts['rate'])).toEqual(['35 %', '40 %', '27.5 %', '25 %']);
  expect(await asked('apply')).toEqual([]);
});

it('applies what stands in the form; what was written is said, and can be put back', async () => {
  await open('plans-applied');
  const [[draft]] = (await asked('apply')) as [[DraftPlan[]]];
  expect(draft[0]).toEqual({
    key: '1 2',
    texts: { provider: 'Dr. Alice Ames', basis: 'net-income', rate: '35 %', from: '2023-01-01' },
  });
  await page.getByText('The plans were written to ‘Plans’: 1 cell.').first().waitFor();
  await button('Undo: put 1 cell back').click();
  expect(await asked('undoPlans')).toEqual([[]]);
  await button('Refresh the reports').click();
  expect(await asked('refresh')).toHaveLength(1);
  expect(await asked('closePlans')).toEqual([[]]);
});

it('what a run would refuse is told at its field, and cannot be applied', async () => {
  await open('plans-refused');
  const rate = page.getByRole('textbox', { name: 'Rate' });
  expect(await rate.getAttribute('aria-invalid')).toBe('true');
  expect(await button('Apply 1 change').getAttribute('aria-disabled')).toBe('true');
  await button('Discard').click();
  expect(await rate.inputValue()).toBe('30 %');
  expect(await button('Apply').getAttribute('aria-disabled')).toBe('true');
});

it('adds, removes and puts back, by keyboard; the focus is never lost', async () => {
  await open('plans');
  await button('Add a plan').focus();
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
  // Nothing stands in it yet.
  expect(await button('Apply').count()).toBe(1);
  await page.getByRole('combobox', { name: 'Provider' }).selectOption('*');
  await button('Apply 1 change').waitFor();
  await button('Remove: New plans').press('Enter');
  expect(await focused()).toBe('Add a plan');
  await button('Remove: Dr. Alice Ames, Plans, row 2').press('Enter');
  await page.getByText('Removed').waitFor();
  expect(await focused()).toBe('As it was');
  await page.keyboard.press('Enter');
  expect(await focused()).toBe('Change');
  expect(await button('Apply').count()).toBe(1);
});

it('asks before edits are left, and goes back to the button that led there', async () => {
  await open('plans-leaving');
  await page.getByText('Leave without writing 1 change?').waitFor();
  await button('Stay').click();
  await button('Discard').click();
  await button('Back to the reports').click();
  await button('Change plans').waitFor();
  expect(await focused()).toBe('Change plans');
});

it('reading is told, and can be given up', async () => {
  await open('plans-reading');
  await page.getByRole('progressbar', { name: 'Reading Payments, 12,000 rows' }).waitFor();
  await button('Cancel').click();
  await page.getByText('Stopped looking').waitFor();
  await button('Look again').click();
  expect(await asked('look')).toHaveLength(2);
});
