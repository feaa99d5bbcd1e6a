/** How each report is made: apart from the catalogue, which the pane shows before any is asked for. */
import type { Steps } from '../core/steps';
import type { AllocatedLedger } from '../engine/allocateLedger';
import { allocationReport } from './allocation/report';
import { bridgeReport } from './bridge/report';
import { chartsReport } from './charts/report';
import { collectedInvoicing } from './collectedInvoicing';
import { commissionReport } from './commission/report';
import { cptReport } from './cpt';
import { grossInvoicing } from './grossInvoicing';
import { grossToNet } from './grossToNet';
import { productionIncome } from './income/report';
import type { ReportRequest } from './request';
import { salesReport } from './sales';
import type { Report, ReportName } from './sheet';

type Maker = (allocated: AllocatedLedger, request: ReportRequest) => Steps<Report>;

export const makers: Readonly<Record<ReportName, Maker>> = {
  'collected-invoicing': collectedInvoicing,
  'gross-invoicing': grossInvoicing,
  cpt: cptReport,
  sales: salesReport,
  'production-income': productionIncome,
  commission: commissionReport,
  'gross-to-net': grossToNet,
  allocation: allocationReport,
  bridge: bridgeReport,
  charts: chartsReport,
};
