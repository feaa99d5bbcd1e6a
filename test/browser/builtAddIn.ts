/** The built add-in beside the preview's spreadsheet in Chromium, one page for all tests of a file. */
import { join } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { type HostWorkbook, saveWorkbook } from '../../host/index';
import { openOwn } from '../preview/support/pageOf';
import { openPage, type OpenPage, ROOT, startPreview } from '../preview/support/preview';
import { launchBrowser } from '../support/chromium';

export interface BuiltAddIn {
  readonly page: Page;
  readonly pane: FrameLocator;
}

/** Opens a workbook before the first test; `shown` is the text by which the pane has looked at it. */
export function builtAddIn(of: {
  readonly name: string;
  readonly workbook: () => HostWorkbook;
  readonly shown: string;
}): () => BuiltAddIn {
  let built: BuiltAddIn | undefined;
  let close = (): Promise<void> => Promise.resolve();
  beforeAll(async () => {
    const [preview, browser] = await Promise.all([
      startPreview(join(ROOT, 'dist')),
      launchBrowser(),
    ]);
    const opened = await openPage(browser, preview.address);
    close = () => closeAll(opened, browser, preview);
    const { page } = opened;
    const pane = page.frameLocator('iframe');
    await openOwn(page, of.name, saveWorkbook(of.workbook()));
    await pane.getByText(of.shown, { exact: true }).first().waitFor();
    built = { page, pane };
  });
  afterAll(() => close());
  return () => {
    if (built === undefined) throw new Error('the add-in is not open');
    return built;
  };
}

async function closeAll(
  opened: OpenPage,
  browser: Browser,
  preview: { close(): Promise<void> },
): Promise<void> {
  await opened.close();
  await browser.close();
  await preview.close();
  // No request elsewhere, no refusal of the policy, no error of a script.
  expect(opened.troubles).toEqual([]);
}
