import fc from 'fast-check';
import { textAt } from '../../src/core/column';
import { controlColumn, readKinds } from '../../src/ledger/kinds';
import type { Problem } from '../../src/ledger/problem';
import { lawRuns, runs } from '../support/law';
import { readSheet, type Row, type SheetOptions, type SheetRead } from './readSheet';

type TriedKind = 'Charges' | 'Invoices' | 'Payments' | 'Providers';
const headers: Readonly<Record<TriedKind, readonly string[]>> = {
  Charges: [
    'Charge ID',
    'Service Date',
    'Provider',
    'Amount',
    'Tax',
    'Code',
    'Commissionable',
    'Status',
    'Description',
  ],
  Invoices: ['Invoice Number', 'Closed Date', 'Tax', 'Status', 'Location'],
  Payments: ['Payment ID', 'Payment Date', 'Type', 'Amount', 'Method', 'Voided', 'Refund Of'],
  Providers: ['Provider', 'Last Name', 'Aliases', 'Hidden'],
};

const hostile = ['__proto__', 'constructor', 'toString', 'valueOf', '=1+1', '\u0000', '\ud83d'];
const names = fc.constantFrom('Dr A', 'Dr B', ' Dr A\u00a0', 'Provider', 'Total', '', ...hostile);
const ids = fc.oneof(
  fc.nat({ max: 50 }),
  fc.nat({ max: 50 }).map((n) => `C-${n}`),
  fc.constantFrom<unknown>('', null, 1e15, '#N/A', 'Total', ...hostile),
);
const amounts = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -99999, max: 99999 }).map((cents) => cents / 100) },
  fc.constantFrom<unknown>(
    '',
    '-',
    '$5.00',
    '(12.50)',
    '1.234',
    '1,23',
    '1,234',
    '1.000,50',
    '7.25',
    '5 CR',
    'Waived',
    '#REF!',
    33.3333,
    1e300,
    true,
  ),
);
const dates = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 45000, max: 45400 }) },
  fc.constantFrom<unknown>(
    '',
    '-',
    45000.73,
    '2024-03-05',
    '3/5/2024',
    '13/5/2024',
    '5/13/2024',
    '5-Mar-24',
    '20240305',
    20240306,
    '2024-03-05T09:00Z',
    'soon',
    60,
    '#N/A',
  ),
);
const words = fc.constantFrom<unknown>(
  '',
  'Yes',
  'No',
  'Payment',
  'Refund',
  'Complete',
  'Open',
  'Voided',
  'perhaps',
  1,
  true,
  45356,
  ...hostile,
);
const anything = fc.oneof(
  fc.anything({ maxDepth: 0 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

function cellOf(header: string): fc.Arbitrary<unknown> {
  if (/ID|Number|Refund Of/.test(header)) return ids;
  if (/Date/.test(header)) return dates;
  if (/Amount|Tax/.test(header)) return amounts;
  return /Provider|Description|Name|Location|Aliases|Code|Method/.test(header) ? names : words;
}

interface Sheet {
  readonly kind: TriedKind;
  readonly header: Row;
  readonly rows: readonly Row[];
}

function sheetOf(kind: TriedKind): fc.Arbitrary<Sheet> {
  const header: Row = headers[kind];
  const row = fc.tuple(
    ...headers[kind].map((text) => fc.oneof({ weight: 9, arbitrary: cellOf(text) }, anything)),
  );
  const rows = fc.array(
    fc.oneof({ weight: 12, arbitrary: row }, fc.constant(header), fc.constant<Row>([])),
    { maxLength: 12 },
  );
  return fc.record({ kind: fc.constant(kind), header: fc.constant(header), rows });
}

const anySheet: fc.Arbitrary<Sheet> = fc.oneof(
  sheetOf('Charges'),
  sheetOf('Invoices'),
  sheetOf('Payments'),
  sheetOf('Providers'),
);

/** The used rows of a table, field by field, and nothing about where they stand. */
function content({ tables, source }: SheetRead): unknown {
  const table = tables[source.kind] as unknown as Record<string, unknown> & { length: number };
  return Object.keys(readKinds[source.kind]).map((field) => {
    const column = table[field] as Uint8Array & {
      codes?: Int32Array;
      cents?: Float64Array;
      given?: Uint8Array;
    };
    if (column.codes !== undefined) {
      return [...column.codes].map((_, row) => textAt(column as never, row));
    }
    if (column.cents !== undefined) return [[...column.cents], [...(column.given ?? [])]];
    return [...column];
  });
}

const counted: readonly Problem['code'][] = ['HEADER_REPEATED', 'TOTAL_ROW', 'PAGE_LINE'];

/** What was wrong, without the places and without what is only counted. */
function faults({ tables }: SheetRead): string[] {
  return tables.problems
    .filter(({ code }) => !counted.includes(code))
    .map(({ code, severity, column, found, count }) =>
      [code, severity, column, found, count].join('|'),
    )
    .sort();
}

function read({ header, rows }: Sheet, options: SheetOptions = {}): SheetRead {
  return readSheet(header, rows, options);
}

describe('INV-32', () => {
  it('read = used + skipped + held, in rows and in cents, and every row counts once', () => {
    fc.assert(
      fc.property(anySheet, (sheet) => {
        const { tables, source } = read(sheet);
        const { rows } = source;
        const table = tables[source.kind];
        expect(rows.read).toBe(rows.used + rows.skipped + rows.held);
        expect(rows.readCents).toBeCloseTo(rows.usedCents + rows.skippedCents + rows.heldCents, 3);
        expect(rows.used).toBe(table.length);
        const control = controlColumn[source.kind] ?? '';
        const column = (
          table as unknown as Record<string, Float64Array & { cents?: Float64Array }>
        )[control];
        const cents = [...(column?.cents ?? column ?? [])].reduce((sum, each) => sum + each, 0);
        expect(rows.usedCents).toBe(cents);
        expect(rows.unreadable).toBeLessThanOrEqual(rows.held);
        const told = tables.problems.filter(({ severity }) => severity === 'held').length;
        expect(told).toBe(rows.held);
        expect(
          tables.problems.filter(({ code }) => code === 'TOTAL_ROW').length,
        ).toBeLessThanOrEqual(rows.skipped);
      }),
      runs,
    );
  });

  it('blocks of any size give the same', () => {
    fc.assert(
      fc.property(anySheet, fc.integer({ min: 1, max: 21 }), (sheet, blockRows) => {
        const whole = read(sheet, { blockRows: 1000 });
        const parts = read(sheet, { blockRows });
        expect(parts.tables).toEqual(whole.tables);
      }),
      runs,
    );
  });
});

it('INV-39 the cells are only read, and read twice they give the same', () => {
  fc.assert(
    fc.property(anySheet, (sheet) => {
      const frozen = { ...sheet, rows: sheet.rows.map((row) => Object.freeze([...row])) };
      expect(read(frozen).tables).toEqual(read(sheet).tables);
    }),
    runs,
  );
});

it('INV-40 every problem says where, what was done and what to do', () => {
  fc.assert(
    fc.property(anySheet, (sheet) => {
      const isWhole = ({ sheet: name, cell, column, count, found, done, fix }: Problem): boolean =>
        name === 'Ledger' &&
        /^[A-Z]{1,3}\d+$/.test(cell) &&
        sheet.header.includes(column) &&
        count > 0 &&
        found !== '' &&
        done !== '' &&
        fix.endsWith('.');
      expect(read(sheet).tables.problems.filter((problem) => !isWhole(problem))).toEqual([]);
    }),
    runs,
  );
});

it('names, notes and descriptions are never shown', () => {
  const secret = 'Jane Canary';
  fc.assert(
    fc.property(anySheet, (sheet) => {
      const rows = sheet.rows.map((row) =>
        row.map((cell, place) =>
          /Provider|Description|Name/.test(String(sheet.header[place])) ? `#####${secret}` : cell,
        ),
      );
      expect(JSON.stringify(read({ ...sheet, rows }).tables.problems)).not.toContain(secret);
    }),
    runs,
  );
});

describe('INV-15', () => {
  it('permuting the columns changes nothing', () => {
    const shuffled = anySheet.chain((sheet) =>
      fc.tuple(
        fc.constant(sheet),
        fc.shuffledSubarray([...sheet.header.keys()], { minLength: sheet.header.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([sheet, order]) => {
        const moved = {
          ...sheet,
          header: order.map((place) => sheet.header[place]),
          rows: sheet.rows.map((row) =>
            row.length === 0 ? row : order.map((place) => row[place]),
          ),
        };
        const [before, after] = [read(sheet), read(moved)];
        expect(content(after)).toEqual(content(before));
        expect(faults(after)).toEqual(faults(before));
        expect(after.source.rows).toEqual(before.source.rows);
      }),
      runs,
    );
  });

  it('columns that no field is mapped to change nothing', () => {
    fc.assert(
      fc.property(anySheet, anything, (sheet, cell) => {
        const wider = {
          ...sheet,
          header: ['Colour', ...sheet.header, 'Shape'],
          rows: sheet.rows.map((row) => [
            cell,
            ...(row.length === 0 ? sheet.header.map(() => '') : row),
            cell,
          ]),
        };
        const [before, after] = [read(sheet), read(wider)];
        expect(content(after)).toEqual(content(before));
        expect(faults(after)).toEqual(faults(before));
      }),
      runs,
    );
  });

  /** Rows put in at a place each; places are counted in the rows of the sheet. */
  function withLines(sheet: Sheet, lines: readonly (readonly [number, Row])[]): Sheet {
    const rows = [...sheet.rows];
    for (const [place, line] of [...lines].sort((a, b) => b[0] - a[0])) {
      rows.splice(Math.min(place, sheet.rows.length), 0, line);
    }
    return { ...sheet, rows };
  }

  it('blank rows, repeated headers and page numbers change only what is counted', () => {
    const kinds = fc.constantFrom('blank', 'spaces', 'header', 'page');
    fc.assert(
      fc.property(
        anySheet,
        fc.array(fc.tuple(fc.nat({ max: 20 }), kinds), { maxLength: 6 }),
        (sheet, places) => {
          const lineOf: Record<string, Row> = {
            blank: [],
            spaces: sheet.header.map(() => ' '),
            header: sheet.header,
            page: ['Page 1 of 3'],
          };
          const before = read(sheet);
          fc.pre(before.end < 0);
          const after = read(
            withLines(
              sheet,
              places.map(([place, kind]) => [place, lineOf[kind]!]),
            ),
          );
          expect(content(after)).toEqual(content(before));
          expect(faults(after)).toEqual(faults(before));
          const lines = places.filter(([, kind]) => kind === 'header' || kind === 'page').length;
          expect(after.source.rows).toEqual({
            ...before.source.rows,
            read: before.source.rows.read + lines,
            skipped: before.source.rows.skipped + lines,
          });
        },
      ),
      runs,
    );
  });

  const cleanPayments = fc.array(
    fc.tuple(
      fc.nat({ max: 999 }).map((n) => `P${n}`),
      fc.integer({ min: 45000, max: 45400 }),
      fc.constantFrom('Payment', 'Refund', 'Gift'),
      fc.integer({ min: -99999, max: 99999 }).map((cents) => cents / 100),
      fc.constantFrom('Cash', 'Card'),
      fc.constantFrom('', 'Yes', '?'),
      fc.constant(''),
    ),
    { minLength: 1, maxLength: 30 },
  );

  it('correct totals change only what is counted', () => {
    const words = fc.constantFrom(
      'Total',
      'Subtotal',
      'Grand Total',
      'Total for Dr A',
      'Window Summary',
      'Balance:',
    );
    const spots = fc.array(fc.tuple(fc.nat({ max: 29 }), words), { maxLength: 4 });
    fc.assert(
      fc.property(cleanPayments, spots, fc.boolean(), (payments, places, atTop) => {
        const sheet: Sheet = { kind: 'Payments', header: headers.Payments, rows: payments };
        const sum = (rows: readonly Row[]): number =>
          rows.reduce((cents, row) => cents + Math.round(Number(row[3]) * 100), 0) / 100;
        const ends = [
          ...new Set(places.map(([place]) => Math.min(place + 1, payments.length))),
        ].sort((a, b) => a - b);
        const totals = ends.map((end, which): [number, Row] => {
          const word = places[which]?.[1] ?? 'Total';
          return [end, ['', '', '', sum(payments.slice(ends[which - 1] ?? 0, end)), word, '', '']];
        });
        if (atTop) totals.push([0, ['Grand Total', '', '', sum(payments), '', '', '']]);
        const before = read(sheet);
        const after = read(withLines(sheet, totals));
        expect(content(after)).toEqual(content(before));
        expect(faults(after)).toEqual(faults(before));
        expect(after.source.rows.skipped).toBe(totals.length);
        expect(after.tables.problems.filter(({ code }) => code === 'TOTAL_ROW')).toHaveLength(
          totals.length,
        );
      }),
      runs,
    );
  });
});

it('INV-14 the order of the rows changes nothing but their order', () => {
  const bySortedRows = (sheet: SheetRead): unknown => {
    const columns = content(sheet) as unknown[][];
    const length = sheet.tables[sheet.source.kind].length;
    return Array.from({ length }, (_, row) =>
      JSON.stringify(
        columns.map((column) =>
          Array.isArray(column[0]) && column.length === 2
            ? (column as unknown[][]).map((part) => part[row])
            : column[row],
        ),
      ),
    ).sort();
  };
  const shuffled = anySheet.chain((sheet) =>
    fc.tuple(
      fc.constant(sheet),
      fc.shuffledSubarray([...sheet.rows], { minLength: sheet.rows.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([sheet, rows]) => {
      const before = read(sheet);
      const after = read({ ...sheet, rows });
      fc.pre(before.end < 0);
      // Which totals are confirmed is the one thing that depends on where they stand.
      const hasTotals = before.tables.problems.some(({ code }) => code.startsWith('TOTAL_'));
      fc.pre(!hasTotals);
      expect(bySortedRows(after)).toEqual(bySortedRows(before));
      expect(after.source.rows).toEqual(before.source.rows);
    }),
    runs,
  );
});

it('INV-19 the opposite sign gives the opposite figures', () => {
  const cents = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(cents, (amounts_) => {
      const amountsOf = (sign: number): number[] => [
        ...readSheet(
          headers.Payments,
          amounts_.map((each) => ['P1', 45000, 'Payment', (sign * each) / 100]),
        ).tables.Payments.amount,
      ];
      expect(amountsOf(-1)).toEqual(amountsOf(1).map((each) => -each || 0));
    }),
    runs,
  );
});

it('never throws, whatever the cells hold', () => {
  const wild = fc.array(fc.array(fc.anything(), { maxLength: 9 }), { maxLength: 15 });
  fc.assert(
    fc.property(
      fc.constantFrom<TriedKind>('Charges', 'Invoices', 'Payments', 'Providers'),
      wild,
      (kind, rows) => {
        const { source } = readSheet(headers[kind], rows);
        expect(source.rows.read).toBe(source.rows.used + source.rows.skipped + source.rows.held);
      },
    ),
    { ...runs, numRuns: 2 * lawRuns },
  );
});
