/** Makes docs/images/preview.png: the pane beside a sheet that it wrote. `tsx test/browser/readmePicture.ts` */
import { join } from 'node:path';
import { launchBrowser } from '../support/chromium';
import { openPage, ROOT, startPreview } from '../preview/support/preview';

async function main(): Promise<void> {
  const preview = await startPreview(join(ROOT, 'dist'));
  const browser = await launchBrowser();
  const { page } = await openPage(browser, preview.address);
  await page.setViewportSize({ width: 1360, height: 720 });
  const pane = page.frameLocator('iframe');
  await pane.getByRole('button', { name: 'Refresh', exact: true, disabled: false }).click();
  await pane.getByRole('group', { name: /sheets? written/ }).waitFor();
  await pane.getByRole('button', { name: 'Practice Summary', exact: true }).click();
  await page.getByRole('grid', { name: 'Practice Summary', exact: true }).waitFor();
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(ROOT, 'docs/images/preview.png') });
  await browser.close();
  await preview.close();
}

void main();
