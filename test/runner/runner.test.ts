/** The headless runner as a process: exit status, what it prints, writes and refuses. */
import { existsSync, readFileSync } from 'node:fs';
import { type HostWorkbook, saveWorkbook } from '../../host/index';
import {
  charges,
  type Grid,
  invoices,
  payments,
  smallPractice,
  workbookOf,
} from '../support/hostRun';
import { allSheets, contract, kindOfColumn } from './contract';
import {
  firstTable,
  type Folder,
  newFolder,
  type ResultJson,
  type Run,
  sheetOf,
} from './spawnRunner';

/**
 * Adams and Baker on invoice 5001 (North), Clarke and Adams on 5002 (South), tax 6.60 on 5001.
 * 150.00 of 401.60 are paid on 5001 in March, 60.00 of 60.00 on 5002 on 31 March at 17:30.
 */
const twoPlaces: Readonly<Record<string, Grid>> = {
  Charges: [
    [...(charges[0] ?? []), 'Location', 'Invoice Tag', 'Commissionable'],
    ['L1', 45352.375, 'Adams', 65, 5001, 'EXAM', 0, 'North', 'Surgery; Dental', 'Yes'],
    ['L2', 45352.395833, 'Baker', 80, 5001, '00123', 6.6, 'North', '', 'No'],
    ['L3', 45353, 'Adams', 250, 5001, 'SX', 0, 'North', '', 'Yes'],
    ['L4', 45360, 'Clarke', 60, 5002, 'VAX', 0, 'South', '', 'Yes'],
  ],
  Invoices: [...invoices, [5002, 45361, 0]],
  Payments: [...payments, ['T3', 45382 + 17.5 / 24, 'Payment', 60, 5002]],
};

const heldPractice = (): HostWorkbook => {
  const rows = [...payments, ['T3', 45371, 'Payment', '12..50', 5001]];
  return workbookOf({ Charges: charges, Invoices: invoices, Payments: rows });
};

const withoutAmount = (): HostWorkbook => {
  const named = payments.map((row) => row.map((cell) => (cell === 'Amount' ? 'Sum' : cell)));
  return workbookOf({ Charges: charges, Money: named });
};

const march = ['--from', '2024-03-01', '--to', '2024-03-31'];

let folder: Folder;
const runs = new Map<string, Promise<Run>>();

beforeAll(() => {
  folder = newFolder();
  folder.save('small.xlsx', smallPractice());
  folder.save('places.xlsx', workbookOf(twoPlaces));
  folder.save('held.xlsx', heldPractice());
  folder.save('missing.xlsx', withoutAmount());
  folder.write('text.xlsx', 'Charge ID;Amount\nL1;12.50\n');
  folder.write('same.xlsx', saveWorkbook(smallPractice()));
  folder.write('archive.xlsx', zipOf('readme.txt', 'no workbook'));
  for (const [name, words] of Object.entries(commands)) runs.set(name, folder.run(...words));
});

afterAll(async () => {
  await Promise.allSettled(runs.values());
  folder.remove();
});

/** A zip of one stored file: an archive that was renamed to .xlsx. */
function zipOf(name: string, text: string): Uint8Array {
  const bytes = Buffer.from(text);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt32LE(0x6dd5eca1, 14);
  local.writeUInt32LE(bytes.length, 18);
  local.writeUInt32LE(bytes.length, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  local.copy(entry, 6, 4, 30);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + bytes.length, 16);
  return Buffer.concat([local, Buffer.from(name), bytes, entry, Buffer.from(name), end]);
}

const both = (name: string): string[] => ['--out', `${name}.out.xlsx`, '--json', `${name}.json`];

/** Every process of this file. */
const commands: Readonly<Record<string, readonly string[]>> = {
  held: ['held.xlsx', '--from', '2024-03-01', '--to', '2024-03-20T00:00', ...both('held')],
  all: [
    'places.xlsx',
    '--from',
    '2024-03-05T09:00',
    '--to',
    '2024-03-31T18:00',
    '--option',
    'detail-rows=all',
    '--option',
    'round-commission=half-even',
    '--control',
    'cash=160.00',
    '--json',
    'all.json',
  ],
  shown: [
    'places.xlsx',
    '--reports',
    'collected-invoicing',
    '--provider',
    'Clarke',
    '--provider',
    'Baker',
    '--control',
    'cash=1000',
    '--control',
    'cash=210.00',
    '--json',
    'shown.json',
  ],
  place: ['places.xlsx', ...march, '--location', 'South', '--json', 'place.json'],
  words: [
    'small.xlsx',
    '--reports',
    'nope,commission',
    '--from',
    '2024-02-30',
    '--to',
    'tomorrow',
    '--option',
    'no-such-option=1',
    '--control',
    'profit=1',
    '--control',
    'income=1',
    '--control',
    'cash=abc',
    ...both('words'),
  ],
  value: [
    'small.xlsx',
    '--option',
    'detail-rows=some',
    '--from',
    '2024-03-31',
    '--to',
    '2024-03-30',
    ...both('value'),
  ],
  switch: ['small.xlsx', '--provder', 'Adams', ...both('switch')],
  twice: ['small.xlsx', '--from', '2024-03-01', '--from', '2024-02-01', ...both('twice')],
  options: [
    'small.xlsx',
    ...['--option', 'detail-rows=all', '--option', 'detail-rows=touched'],
    ...both('options'),
  ],
  file: ['nothing.xlsx', ...both('file')],
  same: ['same.xlsx', '--out', './same.xlsx', '--json', 'same.json'],
  text: ['text.xlsx', ...both('text')],
  archive: ['archive.xlsx', ...both('archive')],
  missing: [
    'missing.xlsx',
    '--reports',
    'collected-invoicing',
    '--provider',
    'adams',
    '--location',
    'Moon',
    ...both('missing'),
  ],
  jsonOver: ['same.xlsx', '--json', 'same.xlsx'],
  jsonNowhere: ['small.xlsx', '--out', 'nowhere.out.xlsx', '--json', 'no/such/folder/x.json'],
};

async function runOf(name: string): Promise<Run> {
  const run = runs.get(name);
  if (run === undefined) throw new Error(`no command ${name}`);
  return run;
}

async function resultOf(name: string): Promise<ResultJson> {
  await runOf(name);
  return folder.json(`${name}.json`);
}

/** Practice Summary: provider, total, exempt, eligible. */
function summaryOf(result: ResultJson): unknown[] {
  const { rows } = firstTable(result, 'Practice Summary');
  return rows.map(([provider, , ...money]) => [provider, ...money]);
}

describe('a run with a row held back', () => {
  it('ends with status 1, names the cell and leaves it out of the figures', async () => {
    const { status, stdout, stderr } = await runOf('held');
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toContain(
      "AMOUNT_NOT_A_NUMBER | Sheet 'Payments' D4 (row 4, column 'Amount') | found: \"12..50\" | done: ",
    );
    expect(stdout).toContain('1 row(s) held back');
    const result = folder.json('held.json');
    expect(summaryOf(result)).toEqual([
      ['Adams', '65.00', '0.00', '65.00'],
      ['Baker', '78.40', '0.00', '78.40'],
    ]);
    expect(result.problems).toMatchObject([
      {
        code: 'AMOUNT_NOT_A_NUMBER',
        severity: 'held',
        sheet: 'Payments',
        cell: 'D4',
        column: 'Amount',
        message: expect.stringMatching(
          /^AMOUNT_NOT_A_NUMBER \| Sheet 'Payments' D4 \(row 4, column 'Amount'\) \| found: "12\.\.50" \| done: .+ \| fix: .+$/,
        ) as string,
      },
    ]);
    expect(result.rows[2]).toMatchObject({
      kind: 'Payments',
      sheet: 'Payments',
      table: '',
      read: 3,
      used: 2,
      skipped: 0,
      held: 1,
      amountRead: '150.00',
      amountUsed: '150.00',
    });
    expect(existsSync(folder.file('held.out.xlsx'))).toBe(true);
  });
});

describe('the JSON', () => {
  it('has the keys, sheets and columns of the contract, in its order', async () => {
    const result = await resultOf('all');
    const keys = ['period', 'sheets', 'checks', 'rows', 'problems', 'effects'];
    expect(Object.keys(result)).toEqual(keys);
    const found = result.sheets.map(({ report, name, tables }) => ({
      report,
      name,
      columns: tables[0]?.columns,
    }));
    expect(found).toEqual(allSheets);
    for (const sheet of result.sheets) {
      expect(Object.keys(sheet)).toEqual(['name', 'report', 'info', 'tables']);
      expect(sheet.info.map(([label]) => label).slice(0, 3)).toEqual([
        'Question',
        'Period',
        'Basis',
      ]);
      for (const table of sheet.tables) {
        expect(Object.keys(table).slice(0, 3)).toEqual(['title', 'columns', 'rows']);
        for (const row of [...table.rows, ...(table.total === undefined ? [] : [table.total])])
          expect(row).toHaveLength(table.columns.length);
      }
    }
  });

  it('has money, shares, dates and nothing in the forms of the contract', async () => {
    const result = await resultOf('all');
    const forms = {
      money: /^-?\d+\.\d\d$/,
      date: /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/,
      month: /^\d{4}-\d\d$/,
      text: /^(?!\s*$)/,
    };
    for (const { name, report } of allSheets) {
      const { columns, rows } = firstTable(result, name);
      // Money that names only its invoice is on no code (Z-A8), and stands where it belongs.
      const mayBeEmpty = name.startsWith('CPT Collections') || report === 'allocation';
      if (!mayBeEmpty) expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) {
        expect(row[0]).not.toBe('Total');
        for (const [column, cell] of row.entries()) {
          // Rows of the bridge are numbers of rows.
          if (columns[column] === 'Rows') continue;
          const kind = kindOfColumn(columns[column] ?? '');
          if (kind === 'share' || kind === 'count') expect(typeof cell).toBe('number');
          else if (kind === 'money' || cell !== null) expect(cell).toMatch(forms[kind]);
        }
      }
    }
    const [first] = firstTable(result, 'Provider Details').rows;
    expect(first).toEqual([
      '2024-03-01T09:00',
      'Adams',
      'EXAM',
      ...new Array<null>(3).fill(null),
      'No',
      ...new Array<null>(4).fill(null),
      '5001',
      'Dental, Surgery',
      null,
      null,
      '0.00',
      '0.00',
      'Yes',
      '21.60',
    ]);
  });

  it('has the rows, checks and problems of the contract', async () => {
    const result = await resultOf('all');
    expect(result.rows.map(({ kind, sheet, read, held }) => [kind, sheet, read, held])).toEqual([
      ['Charges', 'Charges', 4, 0],
      ['Invoices', 'Invoices', 2, 0],
      ['Payments', 'Payments', 3, 0],
    ]);
    for (const row of result.rows) {
      const keys = 'kind sheet table read used skipped held amountRead amountUsed'.split(' ');
      expect(Object.keys(row)).toEqual(expect.arrayContaining(keys));
      const { read, used, skipped, held, amountRead, amountUsed } = row;
      expect(read).toBe(Number(used) + Number(skipped) + Number(held));
      expect(`${String(amountRead)} ${String(amountUsed)}`).toMatch(/^-?\d+\.\d\d -?\d+\.\d\d$/);
    }
    for (const check of result.checks) {
      expect(Object.keys(check)).toEqual(['id', 'label', 'difference', 'ok']);
      expect(check).toMatchObject({ difference: '0.00', ok: true });
    }
    expect(result.checks.map(({ id }) => id)).toContain('control.cash');
    expect(result.problems).toEqual([]);
  });
});

describe('what is asked for', () => {
  it('a period with times: the payments from 09:00 on the first to 18:00 on the last day', async () => {
    const { status, stderr } = await runOf('all');
    expect([status, stderr]).toEqual([0, '']);
    const result = await resultOf('all');
    expect(result.period).toEqual({ from: '2024-03-05T09:00', to: '2024-03-31T18:00' });
    // Of 401.60 on 5001, 50.00 were effective at 00:00 on 5 March, before the period.
    expect(summaryOf(result)).toEqual([
      ['Adams', '21.60', '0.00', '21.60'],
      ['Baker', '78.40', '78.40', '0.00'],
      ['Clarke', '60.00', '0.00', '60.00'],
    ]);
    expect(firstTable(result, 'Practice Summary').rows[0]?.[1]).toBe(2160 / 16000);
    expect(firstTable(result, 'Practice Summary').total).toEqual([
      'Total',
      1,
      '160.00',
      '78.40',
      '81.60',
    ]);
    expect(firstTable(result, 'Gross Invoicing Summary').rows.map(([name]) => name)).toEqual([
      'Clarke',
    ]);
  });

  it('detail-rows=all: the line that no money has reached stands there too, and the info says so', async () => {
    const result = await resultOf('all');
    const details = firstTable(result, 'Provider Details').rows;
    const unpaid = details.filter((row) => row[18] === '0.00').map((row) => row[2]);
    expect([details.length, unpaid]).toEqual([4, ['SX']]);
    const info = JSON.stringify(sheetOf(result, 'Provider Details').info);
    expect(info).toContain('detail-rows: all');
  });

  it('one report alone, on the whole months that its rows cover', async () => {
    const result = await resultOf('shown');
    expect(result.period).toEqual({ from: '2024-03-01', to: '2024-03-31' });
    const names = (contract['collected-invoicing'] ?? []).map(([name]) => name);
    expect(result.sheets.map(({ name }) => name)).toEqual(names);
  });

  it('providers: rows are hidden, no figure changes, shares and totals are of the practice', async () => {
    const result = await resultOf('shown');
    const summary = firstTable(result, 'Practice Summary');
    expect(summary.rows).toEqual([
      ['Baker', 7840 / 20340, '78.40', '78.40', '0.00'],
      ['Clarke', 6000 / 20340, '60.00', '0.00', '60.00'],
    ]);
    expect(summary.total).toEqual(['Total', 1, '203.40', '78.40', '125.00']);
    const providers = firstTable(result, 'Provider Details').rows.map((row) => row[1]);
    expect(providers).toEqual(['Baker', 'Clarke']);
    const tags = firstTable(result, 'Provider Invoice Tag Summary');
    expect(tags.rows).toEqual([['Clarke', 'No Invoice Tag', '60.00']]);
    expect(tags.total).toEqual(['Total', null, '125.00']);
  });

  it('controls: a difference is told and is no failure of the run', async () => {
    const { status, stdout } = await runOf('shown');
    expect(status).toBe(0);
    expect(stdout).toContain('OFF');
    const { checks } = await resultOf('shown');
    expect(checks.filter(({ id }) => id === 'control.cash')).toMatchObject([
      { difference: '-790.00', ok: false },
      { difference: '0.00', ok: true },
    ]);
  });

  it('a location: only its invoices, and the totals are of them', async () => {
    const result = await resultOf('place');
    const summary = firstTable(result, 'Practice Summary');
    expect(summary.rows).toEqual([['Clarke', 1, '60.00', '0.00', '60.00']]);
    expect(summary.total).toEqual(['Total', 1, '60.00', '0.00', '60.00']);
    expect(firstTable(result, 'Gross Invoicing Summary').total?.[2]).toBe('60.00');
    const info = firstTable(result, 'Report Info').rows;
    expect(info).toContainEqual(['Hospital Location', 'South']);
  });

  it('a last moment at midnight is printed as what it is, not as the whole day', async () => {
    const { period, sheets } = await resultOf('held');
    // The payment of 20 March 00:00 counts; one of 20 March 09:00 would not.
    expect(JSON.stringify(sheets)).toContain('"143.40"');
    expect(period).toEqual({ from: '2024-03-01', to: '2024-03-20T00:00' });
  });
});

describe('what is refused, with status 2, a sentence for each reason and nothing written', () => {
  const refusals: readonly (readonly [string, readonly (string | RegExp)[]])[] = [
    [
      'words',
      [
        'there is no report nope',
        '--from is a date such as 2024-03-31',
        '"2024-02-30"',
        '--to is a date such as',
        '"tomorrow"',
        'there is no option no-such-option',
        'there is no control profit',
        '--control cash wants an amount',
      ],
    ],
    ['value', [/option detail-rows is touched or all, not "some"/, 'ends before it begins']],
    ['switch', ['--provder', '--provider NAME']],
    ['twice', ['--from stands there more than once']],
    ['options', ['option detail-rows is given with two values']],
    ['file', [/there is no file .*nothing\.xlsx/]],
    ['text', [/^refused: text\.xlsx: /]],
    ['archive', [/^refused: archive\.xlsx: /]],
    [
      'missing',
      [
        "looks like Payments but has no column 'Amount'",
        "sheet 'Money'",
        'no table Invoices',
        'no provider "adams"; it has Adams; Baker',
        'no location "Moon"',
      ],
    ],
  ];

  it.each(refusals)('%s', async (name, sentences) => {
    const { status, stderr } = await runOf(name);
    expect(status).toBe(2);
    for (const sentence of sentences) {
      if (typeof sentence === 'string') expect(stderr).toContain(sentence);
      else expect(stderr).toMatch(sentence);
    }
    for (const line of stderr.trimEnd().split('\n')) expect(line).not.toMatch(/^ +at /);
    expect(folder.names().filter((file) => file.startsWith(`${name}.`))).toEqual(
      folder.names().filter((file) => file === `${name}.xlsx`),
    );
  });

  it('an --out or a --json that is the workbook itself: the workbook stays as it was', async () => {
    const [same, jsonOver] = [await runOf('same'), await runOf('jsonOver')];
    expect([same.status, jsonOver.status]).toEqual([2, 2]);
    expect(same.stderr).toContain('--out');
    expect(jsonOver.stderr).toContain('--json');
    expect(readFileSync(folder.file('same.xlsx'))).toEqual(
      Buffer.from(saveWorkbook(smallPractice())),
    );
    expect(existsSync(folder.file('same.json'))).toBe(false);
  });

  it('a --json that cannot be written: no --out is left behind', async () => {
    const { status, stderr } = await runOf('jsonNowhere');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^refused: .*x\.json/);
    expect(folder.names().filter((name) => name.startsWith('nowhere'))).toEqual([]);
  });

  it('no run leaves an unfinished file', async () => {
    await Promise.all(runs.values());
    const known = /^(?:small|places|held|missing|text|same|archive)\.xlsx$/;
    const written = folder.names().filter((name) => !known.test(name));
    expect(written.filter((name) => !/\.(?:json|out\.xlsx)$/.test(name))).toEqual([]);
  });
});
