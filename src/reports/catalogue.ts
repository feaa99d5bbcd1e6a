/** The reports there are, the tables each needs, and how each is made. */
import type { Steps } from '../core/steps';
import type { AllocatedLedger } from '../engine/allocateLedger';
import type { ReadKind } from '../ledger/kinds';
import { collectedInvoicing } from './collectedInvoicing';
import { grossInvoicing } from './grossInvoicing';
import type { ReportRequest } from './request';
import type { Report, ReportName } from './sheet';

export interface ReportSpec {
  readonly name: ReportName;
  readonly needs: readonly ReadKind[];
  readonly make: (allocated: AllocatedLedger, request: ReportRequest) => Steps<Report>;
}

export const reportSpecs: readonly ReportSpec[] = [
  {
    name: 'collected-invoicing',
    needs: ['Charges', 'Invoices', 'Payments'],
    make: collectedInvoicing,
  },
  { name: 'gross-invoicing', needs: ['Charges', 'Invoices'], make: grossInvoicing },
];

/** Names of the public contract whose reports are not part of this version. */
export const laterReports: readonly string[] = [
  'cpt',
  'sales',
  'gross-to-net',
  'production-income',
  'commission',
  'bridge',
  'allocation',
];
