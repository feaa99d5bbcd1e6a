/** The audit trail of a system, and the table that says what its types are. */
import type { ColumnSpec } from './columnSpec';
import { amount, provider } from './commonColumns';

/** Tabs of the Transaction Audit Trail (G-1). */
export const trailTabs = [
  'Production',
  'Payments',
  '[+] Contract Adj',
  '[-] Contract Adj',
  '[+] Adjustments',
  '[-] Adjustments',
] as const;
export type TrailTab = (typeof trailTabs)[number];

/** Audit Trail: amounts are absolute (G-4). */
export const auditTrailColumns = {
  tab: {
    header: 'Tab',
    type: 'choice',
    bold: true,
    choices: trailTabs,
    valueSynonyms: {
      Payment: 'Payments',
      '[+] Contract Adjustment': '[+] Contract Adj',
      '[-] Contract Adjustment': '[-] Contract Adj',
      '[+] Contract Adjustments': '[+] Contract Adj',
      '[-] Contract Adjustments': '[-] Contract Adj',
      '[+] Contract Adj.': '[+] Contract Adj',
      '[-] Contract Adj.': '[-] Contract Adj',
      '[+] Adjustment': '[+] Adjustments',
      '[-] Adjustment': '[-] Adjustments',
      '[+] Adj': '[+] Adjustments',
      '[-] Adj': '[-] Adjustments',
    },
  },
  date: { header: 'Date', type: 'moment', bold: true, synonyms: ['Transaction Date'] },
  type: { header: 'Type', type: 'text', bold: true, synonyms: ['Transaction Type'] },
  amount,
  description: { header: 'Description', type: 'text' },
  patientName: { header: 'Patient Name', type: 'text', synonyms: ['Patient', 'PatientFullName'] },
  provider,
  voided: {
    header: 'Voided',
    type: 'voided',
    synonyms: ['Void', 'Void Date', 'Voided Date'],
  },
  voidingStaff: { header: 'Voiding Staff', type: 'text', synonyms: ['Voided By'] },
} as const satisfies Record<string, ColumnSpec>;

/** What a type of the trail or of Adjustments is counted as. */
export const typeBuckets = [
  'production',
  'collection',
  'excluded',
  'tax',
  'bad-debt',
  'discount',
  'write-off',
] as const;
export type TypeBucket = (typeof typeBuckets)[number];

/** Type Map: patterns with `*`; the tab is one of the trail's, or `Adjustments`. */
export const typeMapColumns = {
  tab: { header: 'Tab', type: 'text', bold: true, synonyms: ['Source'] },
  pattern: { header: 'Pattern', type: 'text', bold: true },
  bucket: {
    header: 'Bucket',
    type: 'choice',
    bold: true,
    choices: typeBuckets,
    valueSynonyms: {
      'bad debt': 'bad-debt',
      'write off': 'write-off',
      writeoff: 'write-off',
      collections: 'collection',
      ignore: 'excluded',
    },
  },
  sign: { header: 'Sign', type: 'text' },
} as const satisfies Record<string, ColumnSpec>;
