/** The page of the browser test: a host, a workbook and office.js in one window, or in a frame. */
import { connectWindow } from '../../../host/browser';
import { ExcelHost, newWorkbook, typeIn } from '../../../host/index';

const workbook = newWorkbook();
const sheet = workbook.addSheet('Sheet1');
sheet.setValues('A1', [[20, 22]]);
const host = new ExcelHost(workbook);
host.registerFunctions({
  functions: [
    {
      id: 'NETCOLLECTION',
      parameters: [
        { name: 'from', type: 'number' },
        { name: 'to', type: 'number' },
      ],
    },
  ],
});
const dialogs: string[] = [];

/** Called by the script of a page, or of a frame in it, before office.js. */
function connect(window: Window, withDialogs: boolean): ReturnType<typeof connectWindow> {
  const openDialog = (url: string): void => void dialogs.push(url);
  return connectWindow(window, host, withDialogs ? { openDialog } : {});
}

Object.assign(globalThis, { connect, dialogs, host, sheet, typeIn, workbook });
