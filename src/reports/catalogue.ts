/** The reports there are, the tables each needs, and what of them is compared; makers.ts makes them. */
import { lacksFirstEstimate } from '../engine/firstEstimate';
import type { Options } from '../engine/options';
import type { ReadKind } from '../ledger/kinds';
import type { SourceTable } from '../ledger/tables';
import { forbidsFifo } from './allocation/forbidsFifo';
import type { ComparedSheet } from './compared';
import type { ReportName } from './sheet';

export interface ReportSpec {
  readonly name: ReportName;
  readonly title: string;
  /** What it answers. */
  readonly question: string;
  /** Tables it needs: all those of one of these lists. */
  readonly needs: readonly (readonly ReadKind[])[];
  /** What keeps it from being made under these options although its tables are there; empty: nothing. */
  readonly lacks?: (sources: readonly SourceTable[], options: Options) => string;
  /** Where the sheet Policy looks up what another value of an option would change. */
  readonly compared: readonly ComparedSheet[];
  /** Its figures are those of other reports: it is compared only where none of them was made. */
  readonly isOfOthers?: true;
  /** Shows figures of other reports once more: it is made where it is asked for by name, and not among all. */
  readonly isByName?: true;
}

const incomeLeads = ['Tot Prod', 'Total Income'];
/** Its anchors, without a trail and with one. */
const bridgeLeads = [
  'Production',
  'Income',
  'Collections',
  'Cash',
  'Net Production',
  'Net Collection',
];

export const reportSpecs: readonly ReportSpec[] = [
  {
    name: 'collected-invoicing',
    title: 'Collected Invoicing',
    question: 'What was collected on closed invoices, for whose work?',
    needs: [['Charges', 'Invoices', 'Payments']],
    compared: [{ sheet: 'Practice Summary', by: 'Provider', leads: ['Total Invoicing Collected'] }],
  },
  {
    name: 'gross-invoicing',
    title: 'Gross Invoicing',
    question: 'What was invoiced in the period, paid or not?',
    needs: [['Charges', 'Invoices']],
    compared: [{ sheet: 'Gross Invoicing Summary', by: 'Provider', leads: ['Total Invoiced'] }],
  },
  {
    name: 'cpt',
    title: 'CPT Billed Services and Collections',
    question: 'Which services were performed and earned, and which money came from which?',
    needs: [['Charges']],
    compared: [
      { sheet: 'CPT Billed by Provider', by: 'Provider', leads: ['Total Income'] },
      { sheet: 'CPT Collections by Provider', by: 'Provider', leads: ['Collected Amount'] },
      { sheet: 'CPT Billed Services', by: 'CPT Code', leads: ['Total Income'] },
      { sheet: 'CPT Collections (Gross)', by: 'CPT Code', leads: ['Collected Amount'] },
    ],
  },
  {
    name: 'sales',
    title: 'Sales Summaries',
    question: 'What came in, what was it for, and why are the two not the same?',
    needs: [['Charges', 'Payments']],
    compared: [
      { sheet: 'Provider Summary', by: 'Provider', leads: ['Amount'] },
      { sheet: 'Category Summary', by: 'Category', leads: ['Amount'] },
    ],
  },
  {
    name: 'production-income',
    title: 'Production & Income',
    question: 'What was produced, adjusted, written off and received?',
    needs: [['Charges'], ['Payments']],
    lacks: lacksFirstEstimate,
    compared: [
      { sheet: 'Production & Income - Provider', by: 'Provider', leads: incomeLeads },
      { sheet: 'Provider Payroll', by: 'Provider', leads: ['Net Prod', 'Net Income'] },
      { sheet: 'Production & Income - Annual', by: 'Month', leads: incomeLeads },
      { sheet: 'Production & Income - Monthly', by: 'Total', leads: ['Sched'] },
    ],
  },
  {
    name: 'commission',
    title: 'Commission',
    question: 'What is payable to each provider, on what, and by which rule?',
    needs: [['Commission Plans']],
    compared: [{ sheet: 'Commission Summary', by: 'Provider', leads: ['Payable'] }],
  },
  {
    name: 'gross-to-net',
    title: 'Gross to Net',
    question: 'How do gross production and gross collection become net?',
    needs: [['Audit Trail']],
    compared: [{ sheet: 'Gross to Net', by: 'Line', leads: ['Net Production', 'Net Collection'] }],
  },
  {
    name: 'allocation',
    title: 'Allocation and Income Transfer',
    question: 'What is each payment for, and which money stands in the wrong place?',
    needs: [['Charges', 'Payments']],
    lacks: forbidsFifo,
    compared: [
      { sheet: 'Suggested Splits', by: 'Provider', leads: ['Amount'] },
      { sheet: 'Income Transfers', by: 'Provider', leads: ['Amount'] },
    ],
  },
  {
    name: 'bridge',
    title: 'Reconciliation Bridge',
    question: 'Why are production, income, collections and cash of one range not the same?',
    needs: [['Charges', 'Payments'], ['Audit Trail']],
    compared: [{ sheet: 'Reconciliation Bridge', by: 'Line', leads: bridgeLeads, isWhole: true }],
    isOfOthers: true,
  },
  {
    name: 'charts',
    title: 'Practice Charts',
    question: 'How do production, collections and commission of each provider move by month?',
    needs: [['Charges'], ['Payments']],
    lacks: lacksFirstEstimate,
    compared: [],
    isByName: true,
  },
];
