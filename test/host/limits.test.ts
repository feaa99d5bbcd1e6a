import {
  newWorkbook,
  PAYLOAD_MAX_BYTES,
  READ_CELLS_MAX,
  type HostWorkbook,
} from '../../host/index';
import { codeOf, connect } from './support/office';

let workbook: HostWorkbook;

beforeEach(() => {
  workbook = newWorkbook();
  workbook.addSheet('Big');
});

function fill(rows: number, text: string): void {
  const cells = Array.from({ length: rows }, () => [text]);
  workbook.sheet('Big').setValues('A1', cells);
}

async function read(address: string): Promise<unknown[][] | null> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Big').getRange(address).load('values');
    await context.sync();
    return range.values as unknown[][] | null;
  });
}

async function write(rows: number, text: string): Promise<void> {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Big').getRange(`A1:A${rows}`);
    range.values = Array.from({ length: rows }, () => [text]);
    await context.sync();
  });
}

const kilobyte = 'x'.repeat(1024);

describe('Excel on the web', () => {
  beforeEach(async () => {
    await connect(workbook, { platform: 'web' });
  });

  it('refuses a request of more than 5 MB and does nothing of it', async () => {
    expect(await codeOf(write(5200, kilobyte))).toBe('RequestPayloadSizeLimitExceeded');
    expect(workbook.sheet('Big').values()).toEqual([]);
  });

  it('takes a request below 5 MB', async () => {
    await write(4500, kilobyte);
    expect(workbook.sheet('Big').values()).toHaveLength(4500);
  });

  it('refuses an answer of more than 5 MB', async () => {
    fill(5200, kilobyte);
    expect(await codeOf(read('A1:A5200'))).toBe('ResponsePayloadSizeLimitExceeded');
  });

  it('counts bytes, not characters', async () => {
    fill(2600, '漢'.repeat(1024));
    expect(await codeOf(read('A1:A2600'))).toBe('ResponsePayloadSizeLimitExceeded');
  });
});

describe('Excel on the desktop', () => {
  it('takes more than 5 MB both ways', async () => {
    const host = await connect(workbook);
    await write(5200, kilobyte);
    expect(await read('A1:A5200')).toHaveLength(5200);
    expect(host.meter.largestRequest).toBeGreaterThan(PAYLOAD_MAX_BYTES);
    expect(host.meter.largestResponse).toBeGreaterThan(PAYLOAD_MAX_BYTES);
  });
});

describe('a read of many cells', () => {
  it('gives values of null above 5,000,000 cells, without an error', async () => {
    await connect(workbook);
    expect(READ_CELLS_MAX).toBe(5_000_000);
    expect(await read('A1:E1000001')).toBeNull();
  });

  it('gives values of null for whole columns and rows', async () => {
    await connect(workbook);
    fill(3, 'x');
    expect(await read('A:A')).toBeNull();
    expect(await read('1:2')).toBeNull();
  });

  it('writes to whole columns are refused', async () => {
    await connect(workbook);
    const code = await codeOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Big').getRange('A:A').values = 'x' as never;
        await context.sync();
      }),
    );
    expect(code).toBe('InvalidArgument');
  });
});

describe('the meter', () => {
  it('counts requests and bytes, and names what was read', async () => {
    const host = await connect(workbook);
    fill(3, 'x');
    await read('A1:A3');
    // Excel.run sends a second request, to release the range that it kept.
    expect(host.meter.requests).toBe(2);
    expect(host.meter.reads).toEqual([{ sheet: 'Big', address: 'A1:A3', member: 'values' }]);
    expect(host.meter.cellsRead).toBe(3);
    await write(2, 'y');
    expect(host.meter.cellsWritten).toBe(2);
    expect(host.meter.requestBytes).toBeGreaterThan(100);
    host.meter.reset();
    expect(host.meter).toMatchObject({ requests: 0, requestBytes: 0, cellsRead: 0, reads: [] });
  });
});
