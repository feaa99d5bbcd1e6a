import fc from 'fast-check';
import { momentText, SECONDS_PER_DAY, serialOfMoment } from '../../src/core/day';
import { dayOrder, parseMoment, type DayOrder } from '../../src/ledger/parseMoment';
import { runs } from '../support/law';

interface Style {
  readonly order?: DayOrder;
  readonly compact?: 'open' | 'yes' | 'no';
  readonly date1904?: boolean;
}

function read(
  cell: unknown,
  { order = 'open', compact = 'open', date1904 = false }: Style = {},
): string {
  const result = parseMoment(cell, { order, compact, date1904 });
  if (result.outcome === 'moment') return momentText(result.moment);
  return result.outcome === 'fault' ? result.code : result.outcome;
}

it.each<[unknown, string]>([
  [45356, '2024-03-05'],
  [45356.5, '2024-03-05T12:00'],
  [61, '1900-03-01'],
  [2958465, '9999-12-31'],
  ['2024-03-05', '2024-03-05'],
  ['2024/3/5', '2024-03-05'],
  ['2024.03.05', '2024-03-05'],
  ['2024-03-05T09:00', '2024-03-05T09:00'],
  ['2024-03-05 09:00:59', '2024-03-05T09:00'],
  ['2024-03-05 09:00:59.6', '2024-03-05T09:00'],
  ['2024-03-31T23:59:59.997', '2024-03-31T23:59'],
  ['2024-03-05t23:59', '2024-03-05T23:59'],
  ["'2024-03-05", '2024-03-05'],
  ['\ufeff2024-03-05\u00a009:00', '2024-03-05T09:00'],
  ['5-Mar-24', '2024-03-05'],
  ['05-MAR-2024 14:05', '2024-03-05T14:05'],
  ['5 March 2024', '2024-03-05'],
  ['5 Sept 2024', '2024-09-05'],
  ['Mar 5, 2024 9:05 PM', '2024-03-05T21:05'],
  ['Mar. 5, 2024', '2024-03-05'],
  ['March 5, 2024', '2024-03-05'],
  ['May 5 2024', '2024-05-05'],
  ['Tuesday, March 5, 2024', '2024-03-05'],
  ['Tue 5 Mar 2024', '2024-03-05'],
  ['3/25/2024 14:05', '2024-03-25T14:05'],
  ['25/3/2024 2:05 p.m.', '2024-03-25T14:05'],
  ['25.3.2024', '2024-03-25'],
  ['25-03-24', '2024-03-25'],
  ['5/5/2024', '2024-05-05'],
  ['3/25/2024 12:00 AM', '2024-03-25'],
  ['3/25/2024 12:30 PM', '2024-03-25T12:30'],
  ['29-Feb-2024', '2024-02-29'],
])('%p is %s', (cell, expected) => {
  expect(read(cell)).toBe(expected);
});

it.each<[string, string]>([
  ['1-Jan-29', '2029-01-01'],
  ['1-Jan-30', '1930-01-01'],
  ['1-Jan-00', '2000-01-01'],
  ['1-Jan-99', '1999-01-01'],
])('B8 %s is %s', (cell, expected) => {
  expect(read(cell)).toBe(expected);
  expect(parseMoment(cell, { order: 'open', compact: 'open', date1904: false })).toMatchObject({
    shortYear: true,
  });
});

it.each([
  '2024-03-05T09:00Z',
  '2024-03-05T09:00:00+05:30',
  '2024-03-05 09:00 -0800',
  '2024-03-05 09:00 EST',
  'Mar 5, 2024 9:00 AM PT',
])('B13 keeps the wall clock of %s', (cell) => {
  expect(read(cell)).toBe('2024-03-05T09:00');
  expect(parseMoment(cell, { order: 'open', compact: 'open', date1904: false })).toMatchObject({
    zoneIgnored: true,
  });
});

it('B13 a date with a zone and no time is that date', () => {
  expect(read('2024-03-05Z')).toBe('2024-03-05');
});

describe('B1 day and month are told apart by the column', () => {
  it.each<[string, DayOrder, string]>([
    ['3/5/2024', 'open', 'open'],
    ['3/5/2024', 'day first', '2024-05-03'],
    ['3/5/2024', 'month first', '2024-03-05'],
    ['3/5/2024', 'unknown', 'DATE_AMBIGUOUS'],
    ['03-05-24', 'month first', '2024-03-05'],
    ['5.3.2024', 'day first', '2024-03-05'],
    ['3/5/2024 14:05', 'day first', '2024-05-03T14:05'],
    ['13/5/2024', 'month first', '2024-05-13'],
    ['5/13/2024', 'day first', '2024-05-13'],
    ['5/13/2024', 'unknown', '2024-05-13'],
    ['5/5/2024', 'unknown', '2024-05-05'],
  ])('%s where it is %s: %s', (cell, order, expected) => {
    expect(read(cell, { order })).toBe(expected);
  });

  it.each<[number, number, DayOrder]>([
    [0, 0, 'unknown'],
    [3, 0, 'day first'],
    [0, 3, 'month first'],
    [100, 1, 'unknown'],
  ])('%i cells with the day first and %i with the month first: %s', (day, month, order) => {
    expect(dayOrder(day, month)).toBe(order);
  });
});

describe('B9 eight digits are a date where the column is written so', () => {
  it.each<[unknown, 'open' | 'yes' | 'no', string]>([
    [20240305, 'open', 'open'],
    ['20240305', 'open', 'open'],
    [20240305, 'yes', '2024-03-05'],
    ['20240305', 'yes', '2024-03-05'],
    [20240305, 'no', 'DATE_NOT_A_DATE'],
    [20241305, 'yes', 'DATE_NOT_A_DATE'],
    [20240305.5, 'yes', 'DATE_NOT_A_DATE'],
    [-20240305, 'yes', 'DATE_NOT_A_DATE'],
  ])('%p with %s: %s', (cell, compact, expected) => {
    expect(read(cell, { compact })).toBe(expected);
  });
});

it.each<[number, string]>([
  [43894, '2024-03-05'],
  [0, '1904-01-01'],
  [-1, 'DATE_NOT_A_DATE'],
  [2957004, 'DATE_NOT_A_DATE'],
])('B3 %p of a workbook of 1904 is %s', (cell, expected) => {
  expect(read(cell, { date1904: true })).toBe(expected);
});

it.each<[unknown]>([
  [60],
  [0],
  [-1],
  [2958466],
  [1e300],
  [NaN],
  [Infinity],
  [true],
  [{}],
  ['29'],
  ['45356'],
  ['09:00'],
  ['2024-02-30'],
  ['2024-13-01'],
  ['31/4/2024'],
  ['13/13/2024'],
  ['3/5/202'],
  ['3/5/20245'],
  ['3/5-2024'],
  ['5 Foo 2024'],
  ['5 Ma 2024'],
  ['2024-03-05T24:00'],
  ['2024-03-05T09:60'],
  ['2024-03-05T09:00:60'],
  ['3/25/2024 13:05 PM'],
  ['3/25/2024 0:05 AM'],
  ['2024-03-05 09:00 XYZ'],
  ['2024-03-05 later'],
  ['1899-12-31'],
  ['1900-02-28'],
  ['unbilled'],
  [`2024-03-05${' '.repeat(60)}x`],
])('B4 %p is not a date', (cell) => {
  expect(read(cell)).toBe('DATE_NOT_A_DATE');
});

it.each([['-'], ['\u2014'], ['N/A'], [''], ['  '], [null], [undefined]])('%p is blank', (cell) => {
  expect(read(cell)).toBe('blank');
});

it.each(['#N/A', '#VALUE!', '########'])('A5 %s is an error cell', (cell) => {
  expect(read(cell)).toBe('CELL_ERROR');
});

/** The quickest of some runs, so that a busy machine fails no test. */
function leastMilliseconds(run: () => unknown): number {
  const times = Array.from({ length: 30 }, () => {
    const start = process.hrtime.bigint();
    run();
    return Number(process.hrtime.bigint() - start) / 1e6;
  });
  return Math.min(...times);
}

const anyCell = fc.oneof(
  fc.anything(),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom(...Array.from('0123456789/-.: TZAPMmarpyd,+')),
    maxLength: 70,
  }),
  fc.double(),
  fc.integer({ min: 10000000, max: 99999999 }),
);

describe('INV-38', () => {
  it('reads any cell or gives a reason', () => {
    const orders = fc.constantFrom<DayOrder>('open', 'day first', 'month first', 'unknown');
    const compacts = fc.constantFrom<'open' | 'yes' | 'no'>('open', 'yes', 'no');
    fc.assert(
      fc.property(anyCell, orders, compacts, fc.boolean(), (cell, order, compact, date1904) => {
        const result = parseMoment(cell, { order, compact, date1904 });
        expect(['moment', 'open', 'blank', 'fault']).toContain(result.outcome);
        if (result.outcome === 'moment') expect(Number.isSafeInteger(result.moment)).toBe(true);
        if (result.outcome === 'open') expect([order, compact]).toContain('open');
      }),
      { ...runs, numRuns: 5000 },
    );
  });

  const names = [
    'Jan',
    'Feb',
    'Mar',
    'Apr',
    'May',
    'Jun',
    'Jul',
    'Aug',
    'Sep',
    'Oct',
    'Nov',
    'Dec',
  ];
  const parts = (moment: number): [string, string, string, string] => {
    const [day = '', time = '00:00'] = momentText(moment).split('T');
    const [y = '', m = '', d = ''] = day.split('-');
    return [y, m, d, time];
  };
  const formats: readonly [DayOrder, (moment: number) => unknown][] = [
    ['open', serialOfMoment],
    ['open', momentText],
    ['open', (moment) => momentText(moment).replace('T', ' ')],
    [
      'open',
      (moment) => {
        const [y, m, d, t] = parts(moment);
        return `${d}-${names[Number(m) - 1]!}-${y} ${t}`;
      },
    ],
    [
      'open',
      (moment) => {
        const [y, m, d, t] = parts(moment);
        return `${names[Number(m) - 1]!} ${d}, ${y} ${t}Z`;
      },
    ],
    [
      'day first',
      (moment) => {
        const [y, m, d, t] = parts(moment);
        return `${d}.${m}.${y} ${t}`;
      },
    ],
    [
      'month first',
      (moment) => {
        const [y, m, d, t] = parts(moment);
        return `${Number(m)}/${Number(d)}/${y} ${t}`;
      },
    ],
  ];

  it('parse(format(x)) = x to the minute', () => {
    const minutes = fc.integer({ min: 61 * 1440, max: 2958465 * 1440 });
    fc.assert(
      fc.property(minutes, fc.constantFrom(...formats), (minute, [order, format]) => {
        const result = parseMoment(format(minute * 60), { order, compact: 'no', date1904: false });
        expect(result).toMatchObject({ outcome: 'moment', moment: minute * 60 });
      }),
      { ...runs, numRuns: 3000 },
    );
  });

  it('INV-26 the twin workbook of 1904 gives the same moments', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1462, max: 2958465 }),
        fc.integer({ min: 0, max: SECONDS_PER_DAY - 1 }),
        (day, second) => {
          const serial = day + second / SECONDS_PER_DAY;
          expect(read(serial - 1462, { date1904: true })).toBe(read(serial));
        },
      ),
      { ...runs, numRuns: 1000 },
    );
  });

  it('needs less than a millisecond for any text', () => {
    const long = [
      '1'.repeat(32767),
      '1/'.repeat(31),
      ' '.repeat(64),
      'a'.repeat(63),
      '2024-03-05 09:05'.repeat(4),
    ];
    for (const text of long) expect(leastMilliseconds(() => read(text))).toBeLessThan(1);
  });
});
