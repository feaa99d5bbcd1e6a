/** The preview's page in the words of whoever uses it. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { openWorkbook, type HostWorkbook } from '../../../host/index';

export function cell(page: Page, address: string): Locator {
  return page.getByRole('gridcell', { name: address, exact: true });
}

export async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name, exact: true }).click();
  await page.getByRole('grid', { name, exact: true }).waitFor();
}

/** Goes to a cell by the name box, so that it is in view. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Name box' }).fill(address);
  await page.keyboard.press('Enter');
  await cell(page, address.replace(/^.*!|:.*$/g, '')).waitFor();
}

export async function address(page: Page): Promise<string> {
  return page.getByRole('textbox', { name: 'Name box' }).inputValue();
}

export async function formula(page: Page): Promise<string> {
  return page.getByRole('textbox', { name: 'Formula bar' }).inputValue();
}

/** Waits until the workbook that was asked for is the one that is open, or was refused. */
async function opened(page: Page): Promise<void> {
  // The page says "Opening ..." in the task of the choice; until then the old workbook is there.
  await page.locator('.opening').waitFor({ state: 'detached' });
}

/** Opens a sample as a user does. */
export async function openSample(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Workbook' }).selectOption(name);
  await opened(page);
}

/** Opens a file as a user does. */
export async function openOwn(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByText('Open a workbook…').click(),
  ]);
  await chooser.setFiles({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  });
  await opened(page);
}

/** What the page saves, opened again. */
export async function savedWorkbook(page: Page): Promise<HostWorkbook> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save .xlsx' }).click(),
  ]);
  return openWorkbook(readFileSync(await download.path()));
}
