/** Opens the pane in Chromium, from a bundle, on a page with a strict content policy. */
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { freshPage } from '../../support/chromium';
import { states, type GalleryState, type StateName } from './states';

const ADDRESS = 'https://pane.test/';

/** The hash is that of an empty style element: rules come in by script, never as text. */
const POLICY =
  "default-src 'none'; script-src 'self'; " +
  "style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; base-uri 'none'";

const HTML =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Practice Ledger</title>' +
  '</head><body><div id="pane"></div><script src="page.js"></script></body></html>';

/** The bundle of a page, as it would be shipped. */
export async function bundle(entry: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0]!.contents;
}

export function gzipKilobytes(script: Uint8Array): number {
  return gzipSync(script, { level: 9 }).length / 1000;
}

export interface View {
  readonly state: StateName;
  readonly theme: 'light' | 'dark';
  readonly width: number;
}

/** A page that shows one pane after the other; whatever the browser complains about is kept. */
export interface PanePage {
  readonly page: Page;
  readonly complaints: string[];
}

/** Opens the pane as its services first show it, on a page of its own. */
export async function openPane(
  browser: Browser,
  script: Uint8Array,
  { state, theme, width }: View,
): Promise<PanePage> {
  const opened = await panePage(browser, script, width);
  await showPane(opened, { state, theme });
  return opened;
}

export async function panePage(
  browser: Browser,
  script: Uint8Array,
  width: number,
): Promise<PanePage> {
  const page = await freshPage(browser, {
    viewport: { width, height: 640 },
    reducedMotion: 'reduce',
  });
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/page.js') {
      return route.fulfill({ contentType: 'text/javascript', body: Buffer.from(script) });
    }
    if (pathname !== '/') return route.fulfill({ status: 204 });
    return route.fulfill({
      contentType: 'text/html',
      headers: { 'content-security-policy': POLICY },
      body: HTML,
    });
  });
  return { page, complaints };
}

/** Loads the pane anew; nothing stays of the one that was shown before. */
export async function showPane(
  { page, complaints }: PanePage,
  { state, theme }: Pick<View, 'state' | 'theme'>,
): Promise<void> {
  complaints.length = 0;
  // Another hash alone would load nothing.
  await page.goto(`${ADDRESS}?theme=${theme}&of=${state}#${state}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** Brings an open pane into its state: presses what has to be pressed, edits what is to be edited. */
export async function enter(page: Page, name: StateName): Promise<void> {
  const state: GalleryState = states[name];
  await press(page, state.press);
  for (const [label, text] of Object.entries(state.type ?? {})) {
    await page.getByRole('textbox', { name: label, exact: true }).fill(text);
    // An edit has to stand for a moment before its effect is worked out.
    await page.waitForTimeout(350);
  }
  await press(page, state.then);
  if (state.isEdited === true) {
    await page.getByRole('heading', { name: 'Result' }).waitFor();
    await page.evaluate(() => {
      window.editLedger();
    });
    await page.getByText('Out of date', { exact: true }).waitFor();
  }
  await page.waitForTimeout(150);
}

async function press(page: Page, buttons: readonly string[] = []): Promise<void> {
  for (const button of buttons) {
    await page.getByRole('button', { name: button }).first().click();
    // A view that is opened is loaded first.
    await page.getByRole('main').waitFor();
  }
}
