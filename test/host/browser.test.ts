/// <reference types="custom-functions-runtime" />
/** The host under office.js as a browser loads it: unchanged, from its own files. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import type { Browser, Frame, Page } from 'playwright-core';
import { freshPage, launchBrowser } from '../support/chromium';
import type { connectWindow } from '../../host/browser';
import type { ExcelHost, HostSheet, HostWorkbook, typeIn as typeText } from '../../host/index';

/** What the script of the page leaves in its window. */
declare const host: ExcelHost;
declare const workbook: HostWorkbook;
declare const sheet: HostSheet;
declare const typeIn: typeof typeText;
declare const dialogs: string[];
declare const connection: ReturnType<typeof connectWindow>;

const OFFICE = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');

const ADD_IN = `
  CustomFunctions.associate('NETCOLLECTION', (from, to) => from + to);
  Office.actions.associate('refreshReports', (event) => {
    window.pressed = event.source.id;
    event.completed();
  });
  window.ready = Office.onReady();`;

function html(before: string): string {
  return `<!doctype html><meta charset="utf-8"><title>Pane</title>${before}
    <script src="/office/office.js"></script><script>${ADD_IN}</script>`;
}

const PAGES: Readonly<Record<string, string>> = {
  '/pane.html': html(
    '<script src="/page.js"></script><script>connection = connect(window, false)</script>',
  ),
  '/frame.html': html('<script>parent.connection = parent.connect(window, true)</script>'),
  '/preview.html':
    '<!doctype html><title>Preview</title><script src="/page.js"></script><iframe src="/frame.html"></iframe>',
};

let server: Server;
let browser: Browser;
let page: Page;
let origin: string;
let elsewhere: string[];
let faults: string[];

beforeAll(async () => {
  const script = buildSync({
    entryPoints: [join(__dirname, 'support', 'browserPage.ts')],
    bundle: true,
    write: false,
  }).outputFiles[0]?.text;
  server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/\?.*/, '');
    response.setHeader('content-type', path.endsWith('.html') ? 'text/html' : 'text/javascript');
    if (path === '/page.js') response.end(script);
    else if (path in PAGES) response.end(PAGES[path]);
    else if (/^\/office\/[\w./-]+$/.test(path) && !path.includes('..')) {
      response.end(readFileSync(join(OFFICE, path.slice('/office/'.length))));
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
});

beforeEach(async () => {
  page = await freshPage(browser);
  elsewhere = [];
  faults = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) elsewhere.push(request.url());
  });
  page.on('pageerror', (error) => faults.push(error.message));
});

afterEach(async () => {
  await page.context().close();
  expect(elsewhere).toEqual([]);
  expect(faults).toEqual([]);
});

async function open(path: string): Promise<void> {
  await page.goto(`${origin}${path}`);
}

async function pane(): Promise<void> {
  await open('/pane.html');
  await page.evaluate('ready');
}

it('office.js is ready, in Excel, and knows the requirement sets and the theme', async () => {
  await pane();
  const facts = await page.evaluate(async () => ({
    info: await Office.onReady(),
    sets: [
      ['ExcelApi', '1.17'],
      ['ExcelApi', '9.9'],
      ['CustomFunctionsRuntime', '1.4'],
      ['SharedRuntime', '1.1'],
      ['MadeUp', '1.1'],
    ].map(([name = '', version]) => Office.context.requirements.isSetSupported(name, version)),
    background: Office.context.officeTheme.bodyBackgroundColor,
  }));
  expect(facts).toEqual({
    info: { host: 'Excel', platform: 'PC', addin: { visibilityMode: 'Taskpane' } },
    sets: [true, false, true, true, false],
    background: '#ffffff',
  });
});

it('Excel.run reads, writes and fails as it should', async () => {
  await pane();
  const seen = await page.evaluate(() =>
    Excel.run(async (context) => {
      const cells = context.workbook.worksheets.getItem('Sheet1').getRange('A1:B1').load('values');
      await context.sync();
      cells.values = [[1, 2]];
      await context.sync();
      context.workbook.worksheets.getItem('None').load('name');
      const code = await context.sync().then(
        () => '',
        (error: unknown) => (error as OfficeExtension.Error).code,
      );
      return { values: cells.values, now: sheet.values('A1:B1'), code };
    }),
  );
  expect(seen).toEqual({ values: [[1, 2]], now: [[1, 2]], code: 'ItemNotFound' });
});

it('events arrive, until their handler is removed', async () => {
  await pane();
  const heard = await page.evaluate(async () => {
    const addresses: string[] = [];
    const arrive = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 50));
    await Excel.run(async (context) => {
      const handler = context.workbook.worksheets.onChanged.add((event) => {
        addresses.push(event.address);
        return Promise.resolve();
      });
      await context.sync();
      typeIn(workbook, sheet, 'C3', '5');
      await arrive();
      handler.remove();
      await context.sync();
      typeIn(workbook, sheet, 'C4', '5');
      await arrive();
    });
    return addresses;
  });
  expect(heard).toEqual(['C3']);
});

it('a custom function in a cell is calculated', async () => {
  await pane();
  const value = await page.evaluate(async () => {
    typeIn(workbook, sheet, 'C1', '=NETCOLLECTION(A1,B1)*2');
    await host.settleFunctions();
    return sheet.value('C1');
  });
  expect(value).toBe(84);
});

it('a ribbon button and an action run', async () => {
  await pane();
  const ran = await page.evaluate(async () => {
    const actions: unknown[] = [];
    Office.actions.associate('mark', (args: unknown) => actions.push(args));
    await connection.runCommand('refreshReports');
    host.runAction('mark', { month: 3 });
    return [(window as { pressed?: string }).pressed, actions];
  });
  expect(ran).toEqual(['refreshReports', [{ month: 3 }]]);
});

it('settings of the document are those of the workbook', async () => {
  await pane();
  const kept = await page.evaluate(async () => {
    Office.context.document.settings.set('month', { year: 2024, month: 3 });
    await new Promise((resolve) => {
      Office.context.document.settings.saveAsync(resolve);
    });
    return workbook.settings.get('month');
  });
  expect(kept).toEqual({ year: 2024, month: 3 });
});

/** What the add-in hears when it opens a dialog. */
async function dialogStatus(where: Page | Frame): Promise<unknown> {
  return where.evaluate(
    () =>
      new Promise((resolve) => {
        Office.context.ui.displayDialogAsync(`${location.origin}/notice.html`, (result) => {
          resolve([result.status, (result.error as { code?: number } | undefined)?.code]);
        });
      }),
  );
}

it('a dialog that nobody shows is one that the user did not want', async () => {
  await pane();
  expect(await dialogStatus(page)).toEqual(['failed', 12_009]);
});

it('a frame of the page is connected as well, anew when it loads again', async () => {
  await open('/preview.html');
  for (const expected of [42, 142]) {
    const inner = page.frame({ url: /frame\.html/ });
    if (inner === null) throw new Error('The page has no frame.');
    await inner.evaluate('ready');
    const value = await page.evaluate(async () => {
      sheet.setFormula('C1', '=NETCOLLECTION(A1,B1)');
      await host.settleFunctions();
      return sheet.value('C1');
    });
    expect(value).toBe(expected);
    expect(await dialogStatus(inner)).toEqual(['succeeded', undefined]);
    await page.evaluate(() => {
      sheet.setValues('A1', [[120]]);
      document.querySelector('iframe')?.contentWindow?.location.reload();
    });
    await page.waitForTimeout(300);
  }
  expect(await page.evaluate(() => dialogs.length)).toBe(2);
});
