/** The sheets Report Info and Glossary: the cover page of Collected Invoicing and its terms. */
import { moneyText } from '../core/cents';
import { periodText } from '../core/period';
import { optionSpecs, optionsOf } from '../engine/options';
import type { Ledger } from '../ledger/ledger';
import type { SourceTable } from '../ledger/tables';
import { infoBlock } from './infoBlock';
import type { ReportRequest } from './request';
import { prose, text, type Sheet, type SheetTable, type Value } from './sheet';

/** Hospital, range, run, time zone, then the options and the stamp of the run (I-19). */
export function reportInfoSheet(ledger: Ledger, request: ReportRequest): Sheet {
  const { period, options, locations, stamp } = request;
  const rows: Value[][] = [
    ['Hospital Name', stamp.practice],
    ['Hospital Location', locations === undefined ? 'All locations' : [...locations].join(', ')],
    ['Date/Time Range', periodText(period)],
    ['Report Created', stamp.created],
    ['Time Zone', stamp.timeZone],
    ...optionsOf('collected-invoicing', options).map(([name, value]): Value[] => [
      `Option ${name} (${optionSpecs[name].rule})`,
      value,
    ]),
    ['Practice Ledger', `version ${stamp.version}`],
    ...ledger.sources.map((source): Value[] => [`Rows of ${placeName(source)}`, rowText(source)]),
  ];
  return {
    name: 'Report Info',
    report: 'collected-invoicing',
    info: infoBlock('collected-invoicing', request, {
      question: 'What does this report cover, from which rows, and how was it made?',
      basis: 'Dates and times are the wall-clock of the practice, as the ledger has them',
    }),
    tables: [{ title: 'Report Info', columns: [text('Label'), prose('Value')], rows }],
  };
}

function placeName({ kind, sheet, table }: SourceTable): string {
  return `${kind} (sheet '${sheet}'${table === '' ? '' : `, table ${table}`})`;
}

/** The row equation as a sentence (INV-32). */
function rowText({ rows }: SourceTable): string {
  const equation = `read ${rows.read} = used ${rows.used} + skipped ${rows.skipped} + held ${rows.held}`;
  const money = `amount read ${moneyText(rows.readCents)}, used ${moneyText(rows.usedCents)}`;
  return `${equation}; ${money}`;
}

const note =
  'This report shows collected revenue, pre-tax and post-discount, from closed invoices, based on ' +
  'the payments and refunds made in the range.';

const paragraphs: readonly (readonly [string, string])[] = [
  ['Note', note],
  [
    'Open invoices',
    'A payment or refund on an open invoice counts when the invoice is closed: the date of closing is then its date.',
  ],
  [
    'Partial payments',
    'Money on a closed invoice covers the whole tax of the invoice first, then its lines from oldest to newest; money given back is taken from the newest line first, tax last. An invoice with a $0 or negative balance is considered fully paid.',
  ],
  [
    'Over or under compensated',
    'A provider can be over or under compensated for a time when an uncollected invoice is later corrected to another provider. It evens out when the original invoice is paid.',
  ],
  [
    'Invoice tags',
    'The Provider Invoice Tag Summary holds commissionable amounts only, one row for each provider and combination of tags.',
  ],
];

const terms: readonly (readonly [string, string])[] = [
  [
    '% of Total Practice Invoicing Collected',
    "A provider's Total Invoicing Collected divided by that of all providers. Negative where more was given back than collected; empty where the practice total is 0.",
  ],
  [
    'Total Invoicing Collected',
    'Payments less refunds on closed invoices in the range that stand on the lines of the provider, pre-tax and post-discount.',
  ],
  [
    'Total Exempt Amount Collected (Excluded from Commissions)',
    'The part of Total Invoicing Collected on lines that are excluded from commissions.',
  ],
  [
    'Total Commissions Amount Collected (Paid Line Items Included in Commissions)',
    'The part of Total Invoicing Collected on lines that are eligible for commissions.',
  ],
  [
    'Eligible for Commissions',
    'Yes or No, as the ledger has it for the line; a line excluded from commissions still takes its place when money is applied.',
  ],
  [
    'Total Tax Amount',
    'The tax charged on the whole line, however much of it was paid; 0.00 where the account is tax exempt now. Not to be added up over periods.',
  ],
  [
    'Total Discount Amount',
    'The discount given on the whole line, however much of it was paid. Not to be added up over periods.',
  ],
  [
    'Tax Exempt',
    'Whether the account is tax exempt when the report is made, which may differ from when it paid.',
  ],
];

/** The note at the top and the eight terms (I-20). */
export function glossarySheet(request: ReportRequest): Sheet {
  const columns = [text('Term'), prose('Definition')];
  const termTable: SheetTable = { title: 'Glossary', columns, rows: terms };
  const noteTable: SheetTable = { title: 'How money is applied', columns, rows: paragraphs };
  return {
    name: 'Glossary',
    report: 'collected-invoicing',
    info: [
      ...infoBlock('collected-invoicing', request, {
        question: 'What do the words of this report mean?',
        basis: 'Payments and refunds on closed invoices, pre-tax and post-discount',
      }),
      ['Note', note],
    ],
    tables: [termTable, noteTable],
  };
}
