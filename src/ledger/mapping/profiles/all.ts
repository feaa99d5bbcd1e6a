/** Every profile. Where several fit a header row, the one that reads most of its columns is taken. */
import type { Profile } from '../profile';
import { chartTalkLedger } from './chartTalk';
import { dentrixLedger } from './dentrix';
import { drChronoLineItems, drChronoPayments } from './drChrono';
import { instinctTransactions } from './instinct';
import { kareoCharges, kareoPayments } from './kareo';
import { nuinCharges, nuinPayments } from './nuin';
import { openEmrLines, openEmrReceipts } from './openEmr';
import { remittanceLines } from './remittance';
import { shepherdInvoices, shepherdLines } from './shepherd';
import { theraNestSessions } from './theraNest';
import { topsColumns, topsTab } from './topsOrtho';

export const profiles: readonly Profile[] = [
  instinctTransactions,
  kareoCharges,
  kareoPayments,
  drChronoLineItems,
  drChronoPayments,
  nuinCharges,
  nuinPayments,
  openEmrLines,
  openEmrReceipts,
  dentrixLedger,
  shepherdLines,
  shepherdInvoices,
  topsTab,
  topsColumns,
  theraNestSessions,
  chartTalkLedger,
  remittanceLines,
];
