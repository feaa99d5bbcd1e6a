/** The preview's server on a free port, and Chromium on its page. */
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { bundlePage } from '../../../preview/bundle';
import { previewServer } from '../../../preview/serve';
import { freshPage } from '../../support/chromium';

export const ROOT = join(__dirname, '..', '..', '..');

export interface RunningPreview {
  readonly address: string;
  close(): Promise<void>;
}

let bundle: Promise<Map<string, Uint8Array>> | undefined;

/** Serves a built add-in with the sample workbooks. */
export async function startPreview(addIn: string): Promise<RunningPreview> {
  bundle ??= bundlePage();
  const samples = join(ROOT, 'samples');
  const server = previewServer({ addIn, samples, bundle: await bundle });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export interface OpenPage {
  readonly page: Page;
  /** Errors of the console and of scripts, refusals of the policy, and requests to anywhere else. */
  readonly troubles: string[];
  close(): Promise<void>;
}

/** A fresh window on the preview. */
export async function openPage(browser: Browser, address: string): Promise<OpenPage> {
  const page = await freshPage(browser, {
    viewport: { width: 1280, height: 800 },
    acceptDownloads: true,
  });
  const context = page.context();
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    const isHere = url.startsWith(`${address}/`) || /^(?:data|blob):/.test(url);
    if (!isHere) troubles.push(`request: ${url}`);
  });
  await context.exposeBinding('noteViolation', (_, text: string) => troubles.push(text));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { noteViolation } = window as unknown as { noteViolation: (text: string) => void };
      noteViolation(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
    });
  });
  await page.goto(`${address}/`);
  await page.getByRole('grid').waitFor();
  return {
    page,
    troubles,
    close: async () => {
      await context.close();
    },
  };
}

/** A folder that is there for one test file. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'preview-'));
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** As much of a built add-in as the page needs: a pane that says what Office tells it. */
export function writeFakeAddIn(folder: string, script = SAYS_HELLO): void {
  const office = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
  cpSync(join(ROOT, 'assets'), join(folder, 'assets'), { recursive: true });
  cpSync(join(ROOT, 'manifest.xml'), join(folder, 'manifest.xml'));
  writeFileSync(
    join(folder, 'taskpane.html'),
    `<!doctype html><html lang="en"><head><title>Pane</title><script src="${office}"></script>` +
      '<script defer src="taskpane.js"></script></head><body><p id="said"></p></body></html>',
  );
  writeFileSync(join(folder, 'taskpane.js'), script);
  writeFileSync(join(folder, 'functions.json'), JSON.stringify({ functions: [] }));
}

const SAYS_HELLO = `Office.onReady((info) => {
  document.getElementById('said').textContent = 'Ready in ' + info.host;
});`;
