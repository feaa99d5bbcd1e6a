/** Takes a picture of every state, 320 and 450 wide, light and dark: `tsx pictures.ts OUTDIR`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../../support/chromium';
import { bundle, enter, gzipKilobytes, openPane } from './browser';
import { stateNames, type StateName } from './states';

const HIGHEST = 20_000;

/** How high the pane has to be for everything to be seen at once. */
function wholeHeight(): number {
  const { scrollHeight, clientHeight } = document.querySelector('main')!.parentElement!;
  return innerHeight + scrollHeight - clientHeight;
}

async function takePictures(folder: string, names: readonly StateName[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const script = await bundle(join(__dirname, 'page.ts'));
  console.log(`${gzipKilobytes(script).toFixed(1)} kB`);
  const browser = await launchBrowser();
  for (const state of names) {
    for (const theme of ['light', 'dark'] as const) {
      for (const width of [320, 450]) {
        const { page } = await openPane(browser, script, { state, theme, width });
        await enter(page, state);
        await page.screenshot({ path: join(folder, `${state}-${theme}-${width}-first.png`) });
        const height = await page.evaluate(wholeHeight);
        // A list of thousands has no picture as a whole.
        if (height < HIGHEST) {
          await page.setViewportSize({ width, height });
          await page.screenshot({ path: join(folder, `${state}-${theme}-${width}.png`) });
        }
        await page.context().close();
      }
    }
  }
  await browser.close();
}

const [folder, ...names] = process.argv.slice(2);
if (folder === undefined) throw new Error('which folder?');
void takePictures(
  folder,
  names.length === 0 ? stateNames : stateNames.filter((name) => names.includes(name)),
);
