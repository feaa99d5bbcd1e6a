/** Every state that the page of mappings can be in. */
import { addBeside } from '../../../src/app/mapping/draft';
import { ofKind, draftOf } from '../../../src/app/mapping/proposal';
import type { Checked, Draft, MappingList } from '../../../src/app/mapping/types';
import * as sample from './sample';
import type { GalleryState } from './states';

const place = { sheet: 'Geld 2024', row: 3, column: 0, columns: 6 };

const list: MappingList = {
  tables: [
    {
      place: { ...place, sheet: 'Charges' },
      cell: 'A1',
      title: 'Charges',
      confidence: 'sure',
      why: 'Its headers are those of Charges.',
    },
    {
      place: { ...place, sheet: 'Kareo export 2024' },
      cell: 'B4',
      title: 'Charges, Payments and Adjustments',
      confidence: 'sure',
      why: 'The headers of Kareo charges.',
    },
    {
      place: { ...place, sheet: 'Invoices' },
      cell: 'A1',
      title: 'Invoices',
      confidence: 'likely',
      why: 'By its headers: ‘Invoice #’ as Invoice Number, ‘Invoice Closed Date’ as Closed Date.',
    },
    {
      place: { ...place, sheet: 'Kasse' },
      cell: 'A2',
      title: 'Payments',
      confidence: 'kept',
      why: 'Read by your mapping ‘Payments of Kasse’.',
    },
    {
      place,
      cell: 'A4',
      title: 'Payments',
      confidence: 'ask',
      why: 'Stopped: payments total -48,210.00: is money received negative here?',
    },
    {
      place: { ...place, sheet: 'Notes' },
      cell: 'A1',
      title: 'Not read',
      confidence: 'unread',
      why: 'Its headers are of no table that is known. If it belongs to the ledger, say what it is.',
    },
  ],
  kept: [
    {
      name: 'Payments of Kasse',
      headers: ['Nr', 'Eingang', 'Art', 'Summe', 'Beleg'],
      words: 'Payments from 5 of 5 columns',
    },
  ],
  sheets: ['Charges', 'Kareo export 2024', 'Invoices', 'Kasse', 'Geld 2024', 'Notes'],
  trouble: '',
};

const rows = [
  ['Z1', 45357, 'EIN', -1050, 'R1', 'Adams'],
  ['Z2', 45368, 'EIN', -40.5, 'R2', 'Baker'],
  ['Z3', 45369, 'AUS', 10, 'R1', 'Adams'],
];
const shown = rows.map(([id, , ...others], place) => [
  String(id),
  ['3/6/2024', '3/17/2024', '3/18/2024'][place] ?? '',
  ...others.map((cell) => (typeof cell === 'number' ? cell.toFixed(2) : cell)),
]);
const cells = ['Nr', 'Eingang', 'Art', 'Summe', 'Beleg', 'Behandler'];

const proposed = ofKind(
  draftOf(place, { cells, under: { values: rows, shown } }, undefined),
  'Payments',
);
const payments: Draft = {
  ...proposed,
  mapping: {
    ...proposed.mapping,
    views: [
      {
        kind: 'Payments',
        fields: {
          'Payment ID': { columns: ['Nr'] },
          'Payment Date': { columns: ['Eingang'] },
          Type: { columns: ['Art'], values: { EIN: 'Payment' } },
          Amount: { columns: ['Summe'] },
          Provider: { columns: ['Behandler'] },
        },
      },
    ],
  },
};

const checked: Checked = {
  tables: [
    {
      kind: 'Payments',
      rows: '1,204 rows read, 1 held back',
      total: 'Amount: -48,210.00 in all',
      sign: {
        at: 0,
        header: 'Amount',
        words: 'Payments total -48,210.00: is money received negative here?',
        mustBeAnswered: true,
      },
      headers: ['Payment ID', 'Payment Date', 'Type', 'Amount', 'Provider'],
      preview: [
        ['Z1', '2024-03-06', 'Payment', '-1,050.00', 'Adams'],
        ['Z2', '2024-03-17', 'Payment', '-40.50', 'Baker'],
      ],
    },
  ],
  problems: [
    {
      code: 'TYPE_UNKNOWN',
      severity: 'held',
      sheet: 'Geld 2024',
      cell: 'C7',
      column: 'Art',
      found: '"AUS"',
      done: 'the row was left out of all totals',
      fix: 'Say in the mapping what the word means.',
      count: 1,
    },
  ],
};

const look = { kind: 'done', inspection: sample.inspection } as const;
const nothing = { kind: 'done', inspection: { ...sample.inspection, tables: [] } } as const;
const mapping = list;
const open = ['How tables are read'];
const draft = [...open, 'Change the mapping: Kasse A2'];
const values = [...draft, 'Next'];
const check = [...values, 'Next'];
const text = [...open, 'Take them to another workbook', 'Show the mappings as text'];

export const mappingStates = {
  mapping: { script: { look, mapping }, press: open },
  'mapping-none': { script: { look: nothing }, press: ['Map a table'] },
  'mapping-text': { script: { look, mapping }, press: text },
  'mapping-columns': {
    script: { look, mapping, draft: addBeside(payments, 'Adjustments') },
    press: draft,
  },
  'mapping-values': { script: { look, mapping, draft: payments }, press: values },
  'mapping-check': { script: { look, mapping, draft: payments, checked }, press: check },
} as const satisfies Record<string, GalleryState>;
