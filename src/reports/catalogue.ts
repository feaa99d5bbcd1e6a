/** The reports there are, the tables each needs, and how each is made. */
import type { Steps } from '../core/steps';
import type { AllocatedLedger } from '../engine/allocateLedger';
import type { ReadKind } from '../ledger/kinds';
import { collectedInvoicing } from './collectedInvoicing';
import { grossInvoicing } from './grossInvoicing';
import { grossToNet } from './grossToNet';
import type { ReportRequest } from './request';
import type { Report, ReportName } from './sheet';

export interface ReportSpec {
  readonly name: ReportName;
  readonly title: string;
  /** What it answers. */
  readonly question: string;
  /** Tables it needs: all those of one of these lists. */
  readonly needs: readonly (readonly ReadKind[])[];
  readonly make: (allocated: AllocatedLedger, request: ReportRequest) => Steps<Report>;
}

export const reportSpecs: readonly ReportSpec[] = [
  {
    name: 'collected-invoicing',
    title: 'Collected Invoicing',
    question: 'What was collected on closed invoices, for whose work?',
    needs: [['Charges', 'Invoices', 'Payments']],
    make: collectedInvoicing,
  },
  {
    name: 'gross-invoicing',
    title: 'Gross Invoicing',
    question: 'What was invoiced in the period, paid or not?',
    needs: [['Charges', 'Invoices']],
    make: grossInvoicing,
  },
  {
    name: 'gross-to-net',
    title: 'Gross to Net',
    question: 'How do gross production and gross collection become net?',
    needs: [['Audit Trail']],
    make: grossToNet,
  },
];

/** Names of the public contract whose reports are not part of this version. */
export const laterReports: readonly string[] = [
  'cpt',
  'sales',
  'production-income',
  'commission',
  'bridge',
  'allocation',
];
